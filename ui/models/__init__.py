"""Which function is used where, and since when."""
