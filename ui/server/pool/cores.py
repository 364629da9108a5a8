"""How many cores there are to compute on."""

import os
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup/cpu.max")


def cores() -> int:
    """How many cores this process may use: those of the machine, or what its container is allowed."""
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = CGROUP.read_text(encoding="ascii").split()
        return max(1, min(mine, round(int(quota) / int(period))))
    except (OSError, ValueError):  # no such file, or "max"
        return mine
