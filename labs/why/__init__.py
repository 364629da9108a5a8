"""The six experiments on why networks need bending."""
