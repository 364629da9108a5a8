"""Which families of pictures there are: one for every function, and one for the lamp on the first page."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.measure import FLAT
from activations.spec import Activation, Function, Param, VectorActivation
from labs import dimmer
from ui.chart.family import Drawing, Family

WINDOW = (-6.0, 6.0)
FLOOR, CEILING = -4.0, 6.0  # how much of a steep function is shown
AIR = 0.09
LIMIT = 7.0  # beyond every edge of a picture
PIXELS = 400  # the height of a picture, for what counts as half a pixel
POINTS = 480  # steps across the window
LOGIT = Param("", "z", default=0.0, low=-5.0, high=5.0, step=0.05)
LOGITS = (2.0, 1.0, 0.0, -1.0)


@lru_cache
def find(name: str) -> Family:
    """The family called `name`; KeyError if there is none."""
    if name == "dimmer":
        return Family(dimmer.picture, dimmer.PARAMS, tolerance=1 / PIXELS)
    function = CATALOGUE[name]
    if isinstance(function, VectorActivation):
        return Family(lambda **at: bars(function, at), logits() + function.params, tolerance=0.5 / PIXELS)
    assert isinstance(function, Activation)
    low, high = height(function)
    return Family(lambda **at: curves(function, at), function.params, (high - low) / PIXELS / 2, LIMIT)


def extremes(act: Activation, names: tuple[str, ...]) -> list[NDArray]:
    """The named arrays at the defaults and at both ends of every slider."""
    ends = [{}, *({p.name: end} for p in act.params for end in (p.low, p.high))]
    drawings = [curves(act, act.resolve(end)) for end in ends]
    return [drawing[name] for drawing in drawings for name in names]


def height(act: Activation, names: tuple[str, ...] = ("f", "slope")) -> tuple[float, float]:
    """A y range that holds whatever the sliders can show, with some air, cut at FLOOR and CEILING."""
    arrays = extremes(act, names)
    low = max(min(float(np.nanmin(a)) for a in arrays), FLOOR)
    high = min(max(float(np.nanmax(a)) for a in arrays), CEILING)
    air = AIR * (high - low or 1.0)
    return low - air, high + air


def logits() -> tuple[Param, ...]:
    """One slider for each score."""
    return tuple(
        Param(f"z{i}", f"z{'₁₂₃₄'[i - 1]}", default, LOGIT.low, LOGIT.high, LOGIT.step)
        for i, default in enumerate(LOGITS, start=1)
    )


def curves(act: Activation, params: dict[str, float]) -> Drawing:
    """x, f(x), f'(x) in the window, with a gap wherever one of them jumps, and the edges of the flat zones."""
    breaks = _breaks(act, params)
    x = _abscissae(breaks)
    f, slope = act(x, **params), act.derivative(x, **params)
    slope[np.isin(x, breaks)] = np.nan
    f[np.isin(x, act.fact("jumps", **params))] = np.nan
    return {"x": x, "f": f, "slope": slope, "zones": _zones(x, slope)}


def _breaks(act: Activation, params: dict[str, float]) -> list[float]:
    """Kinks and jumps here, or, where they happen to vanish, as many as the slider's ends have."""
    ends = [{p.name: end} for p in act.params for end in (p.low, p.high)]
    found = [sorted({*act.fact("kinks", **params | end), *act.fact("jumps", **params | end)}) for end in [{}, *ends]]
    return [b for b in max(found, key=len) if WINDOW[0] < b < WINDOW[1]]


def _abscissae(breaks: list[float]) -> NDArray:
    """Points that keep their index as breaks move: each piece between breaks has a fixed share of them."""
    edges = [WINDOW[0], *breaks, WINDOW[1]]
    share = POINTS // (len(edges) - 1)
    pieces = []
    for low, high in pairwise(edges):
        piece = np.linspace(low, high, share + 1)
        if low in breaks:
            piece[0] = np.nextafter(low, np.inf)
        if high in breaks:
            piece[-1] = np.nextafter(high, -np.inf)
            piece = np.append(piece, high)
        pieces.append(piece)
    return np.concatenate(pieces)


def _zones(x: NDArray, slope: NDArray) -> NDArray:
    """Right edges of the saturated and dead zones on the left, then left edges of the dead and saturated ones."""
    low, high = WINDOW
    steep = np.abs(slope)
    left = [_edge(x, steep >= FLAT, low, high), _edge(x, steep > 0, low, high)]
    right = [_edge(x[::-1], steep[::-1] > 0, high, low), _edge(x[::-1], steep[::-1] >= FLAT, high, low)]
    return np.array(left + right)


def _edge(x: NDArray, steep: NDArray, start: float, end: float) -> float:
    if not steep.any():
        return end
    first = int(steep.argmax())
    return float(x[first - 1]) if first else start


def bars(function: VectorActivation, at: dict[str, float]) -> Drawing:
    """The outputs for the scores z1, z2 ... and the Jacobian there."""
    z = np.array([at[p.name] for p in logits()])
    params = {p.name: at[p.name] for p in function.params}
    return {"out": function(z, axis=-1, **params), "jacobian": function.jacobian(z, **params)}


def knobs(function: Function) -> tuple[Param, ...]:
    """The sliders of a function's picture."""
    return find(function.id).axes
