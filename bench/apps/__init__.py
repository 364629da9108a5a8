"""One page, the ELU function with a slider, written plainly in each of the libraries that are compared."""
