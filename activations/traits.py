"""Yes-or-no properties by which functions can be sorted out, each computed or held to by tests."""

from collections.abc import Callable
from math import inf, isfinite

import numpy as np

from activations.spec import Activation, Function

WINDOW = np.linspace(-6.0, 6.0, 1201)


def _bounded(act: Activation) -> bool:
    image = act.fact("range")
    return isfinite(image.low) and isfinite(image.high)


def _has_dead_zone(act: Activation) -> bool:
    """Is the slope exactly zero on more than single points of the usual window?"""
    return bool(np.count_nonzero(act.derivative(WINDOW) == 0) > 2)


_TESTS: dict[str, Callable[[Activation], bool]] = {
    "bounded": _bounded,
    "monotone": lambda act: act.fact("monotone") != "no",
    "smooth": lambda act: act.fact("smoothness") == inf,
    "zero_centred": lambda act: act.fact("symmetry") == "odd",
    "dead_zone": _has_dead_zone,
}
TRAITS = tuple(_TESTS)


def has(function: Function, trait: str) -> bool:
    """Does an element-wise function have this property of TRAITS at its defaults? Other kinds have none of them.

    KeyError for another property.
    """
    return isinstance(function, Activation) and _TESTS[trait](function)


def year(function: Function) -> int | None:
    """The year of the earliest source, if there is one."""
    return min((source.year for source in function.sources), default=None)
