"""Several functions beside each other."""
