"""Signals and gradients on their way through many layers, without any training."""
