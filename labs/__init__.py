"""Experiments in plain NumPy, computed on one thread.

Their matrices are small: a second BLAS thread saves no time and takes it from other readers.
"""

from threadpoolctl import threadpool_limits

threadpool_limits(limits=1)
