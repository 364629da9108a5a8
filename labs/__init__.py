"""Experiments in plain NumPy, on small matrices: more than one thread of BLAS saves them no time."""
