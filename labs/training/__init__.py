"""Networks, optimisers and data for training from scratch, in NumPy."""
