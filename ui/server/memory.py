"""Many readers in little memory: threads that share what they have freed, and nothing to collect that stays for good.

Every run of a page is a new thread. glibc gives threads pools of their own, up to eight for each
core, and each pool keeps what was freed in it. It has to be told before they are made, hence on import.
"""

import ctypes
import gc
import sys

M_ARENA_MAX, POOLS = -8, 2  # the first from glibc's malloc.h

if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):
    mallopt(M_ARENA_MAX, POOLS)


def freeze() -> None:
    """What is loaded by now stays: take it out of garbage collection."""
    gc.collect()
    gc.freeze()
