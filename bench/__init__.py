"""Measures the lesson beside other libraries: digits, speed, dragging, a class, the first visit."""
