"""Runs every snippet that the lesson hands out, forward and backward, beside the core."""
