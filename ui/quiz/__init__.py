"""Exercises: which one it is, what it shows, and what its answer deserves."""
