"""One thread for each computation: the matrices of the lesson are small, and other readers need the other cores."""

from threadpoolctl import threadpool_limits


def one() -> None:
    """For the libraries that are loaded by now (BLAS), and for good."""
    threadpool_limits(limits=1)
