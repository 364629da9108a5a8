"""How long a computation takes on this machine: the median of several runs, with its spread."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter_ns

import numpy as np

from activations import elementwise

SIZE = 1 << 18  # elements: enough to hide the cost of the call, small enough to stay in the cache
RUNS = 15


@dataclass(frozen=True, slots=True)
class Time:
    """Nanoseconds: the median of all runs, and the quartiles below and above it."""

    median: float
    low: float
    high: float

    def per(self, count: float) -> "Time":
        return Time(self.median / count, self.low / count, self.high / count)


def run(work: Callable[[], object], runs: int = RUNS) -> Time:
    """Run `work` once to warm up, then `runs` times by the clock."""
    work()
    taken = []
    for _ in range(runs):
        start = perf_counter_ns()
        work()
        taken.append(perf_counter_ns() - start)
    low, median, high = np.quantile(taken, (0.25, 0.5, 0.75))
    return Time(float(median), float(low), float(high))


def per_element(name: str, size: int = SIZE, **params: float) -> Time:
    """Nanoseconds for each element of a standard normal input of an element-wise function."""
    act, x = elementwise(name), np.random.default_rng(0).standard_normal(size)
    return run(lambda: act(x, **params)).per(size)


def per_element_of(names: tuple[str, ...]) -> dict[str, Time]:
    """The same for several functions, one after the other."""
    return {name: per_element(name) for name in names}
