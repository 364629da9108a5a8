"""Experiments in NumPy that show what activation functions do."""
