"""Networks that are trained with one function and served with another: which they are, and what that changes."""
