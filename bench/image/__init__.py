"""The image, built and run as it is meant to be, beside the lesson outside of it."""
