"""Every function as a small picture."""
