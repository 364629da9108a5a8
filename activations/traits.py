"""Yes-or-no properties by which functions can be sorted out, each computed or held to by tests."""

from collections.abc import Callable
from math import inf, isfinite, isnan

from activations.measure import facts
from activations.spec import Activation, Function


def _bounded(act: Activation) -> bool:
    image = act.fact("range")
    return isfinite(image.low) and isfinite(image.high)


def _has_dead_zone(act: Activation) -> bool:
    found = facts(act)
    return not (isnan(found["dead_left"]) and isnan(found["dead_right"]))


_TESTS: dict[str, Callable[[Activation], bool]] = {
    "bounded": _bounded,
    "monotone": lambda act: act.fact("monotone") != "no",
    "smooth": lambda act: act.fact("smoothness") == inf,
    "zero_centred": lambda act: act.fact("symmetry") == "odd",
    "dead_zone": _has_dead_zone,
}
TRAITS = tuple(_TESTS)


def has(function: Function, trait: str) -> bool:
    """Does an element-wise function have this property at its defaults? Other kinds have none of them."""
    return isinstance(function, Activation) and _TESTS[trait](function)


def year(function: Function) -> int | None:
    """The year of the earliest source, if there is one."""
    return min((source.year for source in function.sources), default=None)
