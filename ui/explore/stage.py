"""How one function is put on stage: its picture, its sliders, its numbers; one module per kind of function."""

from collections.abc import Callable

from streamlit.delta_generator import DeltaGenerator

from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation
from content import Reader
from ui.explore import elementwise, gated, pooling, vector

STAGES: dict[type[Function], Callable[[Function, Reader, DeltaGenerator], None]] = {
    Activation: elementwise.show,
    VectorActivation: vector.show,
    GatedActivation: gated.show,
    PoolingActivation: pooling.show,
}


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    """Draw the live part of the page of `function`, and its code `below`; words of the page come from `say`."""
    STAGES[type(function)](function, say, below)
