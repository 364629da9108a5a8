"""How accurate and how fast the catalogue is beside PyTorch, JAX, Keras and SciPy, on one thread of one core."""

import os

SETTINGS = {  # read by the frameworks when they are imported: double precision, one thread, Keras on top of torch
    "JAX_CPU_ENABLE_ASYNC_DISPATCH": "0",
    "JAX_ENABLE_X64": "1",
    "JAX_PLATFORMS": "cpu",
    "KERAS_BACKEND": "torch",
    "NPROC": "1",  # how many threads XLA starts; its flag alone leaves some of them running
    "OMP_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
}


def prepare() -> None:
    """Before any framework is imported: the settings, and one core for all of them."""
    os.environ |= SETTINGS
    if hasattr(os, "sched_setaffinity"):  # XLA's waking a thread on another core takes longer than 401 points
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
