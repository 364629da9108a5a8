"""Dragging a slider in a real Chromium: how many pictures a hand gets, and how late, here and in other libraries."""
