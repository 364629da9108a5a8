"""What a reader has chosen, and how it is read from addresses, boxes and sliders."""
