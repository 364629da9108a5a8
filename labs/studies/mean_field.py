"""What becomes of a signal and of its gradient in plain layers that are infinitely wide, by a recursion of means."""

from functools import lru_cache
from math import log10

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from activations import elementwise
from activations.normal import expectation
from labs.depth.propagation import Propagation

_SIZES = np.concatenate([[0.0], np.geomspace(1e-3, 1e3, 200)])
_STEP = 0.04
_Z = np.arange(-8.0 + _STEP / 2, 8.0, _STEP)  # no node on 0, where slopes may jump
_WEIGHT = _STEP * np.exp(-_Z * _Z / 2) / np.sqrt(2 * np.pi)


def predicted(name: str, depth: int, variance: float) -> Propagation:
    """The result of `labs.depth.propagation`, as it is to be expected of ever wider layers.

    Whatever enters a unit is then normal, so its variance alone decides what leaves it.
    """
    act, second, signal, factors = elementwise(name), 1.0, [1.0], []
    for _ in range(depth):
        z = np.sqrt(variance * second) * _Z
        y = act(z)
        mean, second = float(_WEIGHT @ y), float(_WEIGHT @ (y * y))
        signal.append(float(np.sqrt(max(second - mean * mean, 0.0))))
        factors.append(variance * float(_WEIGHT @ act.derivative(z) ** 2))
    return Propagation(np.array(signal), np.sqrt(np.cumprod([1.0, *reversed(factors)])))


@lru_cache(maxsize=32)
def output_size(name: str) -> CubicSpline:
    """The root mean square of the output as a function of that of a normal input."""
    act = elementwise(name)

    def output(size: float) -> float:
        return expectation(lambda z: act(size * z) ** 2) ** 0.5

    return CubicSpline(_SIZES, [output(size) for size in _SIZES])


def second_moment(name: str) -> float:
    """The mean square of the output for standard normal inputs."""
    act = elementwise(name)
    return expectation(lambda z: act(z) ** 2, act.fact("kinks"))


def power_of_ten(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The power of ten of each positive value; what has run out of numbers stays at the smallest of them."""
    return np.log10(np.maximum(values, np.finfo(float).tiny))


def about(value: float, digits: int = 2) -> float:
    """`value` to a few significant digits: as many as one random network is good for."""
    return round(value, digits - 1 - int(np.floor(log10(abs(value))))) if value else 0.0
