"""Which families of pictures there are: one for every function, one for every experiment."""

from dataclasses import replace
from functools import lru_cache

from activations import CATALOGUE
from activations.spec import Activation, Function, GatedActivation, Param, PoolingActivation, VectorActivation
from figures.samples import curves, derived, lists, rows, swaps, years
from figures.samples.experiments import EXPERIMENTS, KNOBS
from figures.samples.sampling import SampledPicture
from figures.samples.window import LIMIT, TOLERANCE

FINE = {"out": 0.0005, "jacobian": 0.001, "slopes": 0.001}  # bars and cells whose numbers are read
COARSE = 0.02 / 16  # of the height of a landscape
AXIS = "~"


@lru_cache(maxsize=512)
def find(name: str) -> SampledPicture:
    """The family called `name`, such as "elu", "tails-elu", "gap-elu-relu", "swap-gelu-silu" or "years-bounded";
    else a KeyError.

    "softmax~z1" is the family "softmax" sampled along its axis z1 only.
    """
    if AXIS in name:
        whole, _, moving = name.partition(AXIS)
        return _along(find(whole), moving)
    if name in EXPERIMENTS:
        return EXPERIMENTS[name]()
    kind, *ids = name.split("-")
    if kind == "years":
        return years.family(ids)
    if kind == swaps.KIND:
        return swaps.family(ids)
    return derived.family(kind, *ids) if ids else of(CATALOGUE[name])


def axes(name: str) -> tuple[Param, ...]:
    """The sliders of the family called `name`, found without drawing anything; else a KeyError."""
    whole, along, moving = name.partition(AXIS)
    found = KNOBS[whole] if whole in KNOBS else find(whole).axes
    if along and moving not in {axis.name for axis in found}:
        raise KeyError(name)
    return found


def _along(family: SampledPicture, moving: str) -> SampledPicture:
    axes = {axis.name: axis for axis in family.axes}
    return replace(family, moving=(axes[moving],))


def of(function: Function) -> SampledPicture:
    """The family of one function of the catalogue."""
    match function:
        case Activation():
            return SampledPicture(lambda **at: curves.curves(function, at), function.params, TOLERANCE, LIMIT)
        case VectorActivation(hidden=None):
            axes, sweeps = (rows.MOVING, *function.params), frozenset((rows.MOVING.name,))
            return SampledPicture(lambda **at: rows.row(function, at), axes, 0.004, finer=FINE, sweeps=sweeps)
        case VectorActivation():
            axes, sweeps = lists.LOGITS + function.params, frozenset(p.name for p in lists.LOGITS)
            return SampledPicture(lambda **at: lists.bars(function, at), axes, 0.004, finer=FINE, sweeps=sweeps)
        case GatedActivation():
            sides, tolerance = lists.sides(function), COARSE * lists.height(function)
            axes, sweeps = (*sides, *function.params), frozenset(p.name for p in sides)
            return SampledPicture(lambda **at: lists.surface(function, at), axes, tolerance, sweeps=sweeps)
        case PoolingActivation():
            sweeps = frozenset(p.name for p in lists.PIECES)
            return SampledPicture(lambda **at: lists.pieces(function, at), lists.PIECES, TOLERANCE, sweeps=sweeps)
    raise TypeError(f"no picture for {type(function).__name__}")


def knobs(function: Function) -> tuple[Param, ...]:
    """The sliders of a function's picture."""
    return find(function.id).axes
