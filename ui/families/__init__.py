"""Which families of pictures there are: one for every function, one for every experiment."""

from functools import lru_cache

from activations import CATALOGUE, elementwise
from activations.spec import Activation, Function, GatedActivation, Param, PoolingActivation, VectorActivation
from ui.chart.family import Family
from ui.families import curves, derived, lists
from ui.families.experiments import EXPERIMENTS
from ui.families.window import LIMIT, TOLERANCE

FINE = {"out": 0.0005, "jacobian": 0.001}  # bars and cells whose numbers are printed
COARSE = 0.02  # for landscapes, whose height runs from -16 to 16


@lru_cache(maxsize=512)
def find(name: str) -> Family:
    """The family called `name`, such as "elu", "tails-elu" or "gap-elu-relu"; KeyError if there is none."""
    if name in EXPERIMENTS:
        return EXPERIMENTS[name]()
    kind, *ids = name.split("-")
    return derived.family(kind, *map(elementwise, ids)) if ids else of(CATALOGUE[name])


def of(function: Function) -> Family:
    """The family of one function of the catalogue."""
    match function:
        case Activation():
            return Family(lambda **at: curves.curves(function, at), function.params, TOLERANCE, LIMIT)
        case VectorActivation():
            return Family(lambda **at: lists.bars(function, at), lists.LOGITS + function.params, 0.004, finer=FINE)
        case GatedActivation():
            axes = (lists.GATE, lists.VALUE, *function.params)
            return Family(lambda **at: lists.surface(function, at), axes, COARSE)
        case PoolingActivation():
            return Family(lambda **at: lists.pieces(function, at), lists.PIECES, TOLERANCE)
    raise TypeError(f"no picture for {type(function).__name__}")


def knobs(function: Function) -> tuple[Param, ...]:
    """The sliders of a function's picture."""
    return find(function.id).axes
