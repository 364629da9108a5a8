"""How one function is put on stage: its picture, its sliders, its numbers; one module per kind of function."""

from collections.abc import Callable

from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation
from content import Reader
from ui.explore import elementwise, gated, pooling, vector

STAGES: dict[type[Function], Callable[[Function, Reader], None]] = {
    Activation: elementwise.show,
    VectorActivation: vector.show,
    GatedActivation: gated.show,
    PoolingActivation: pooling.show,
}


def show(function: Function, say: Reader) -> None:
    """Draw the live part of the page of `function`; words of the page come from `say`."""
    STAGES[type(function)](function, say)
