"""Pictures derived from curves: seen from afar, the second derivative, sizes in decades, what one has over another."""

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.scan import STEP, curvature
from activations.spec import Activation, Param
from figures.samples.curves import breaks_of, far
from figures.samples.sampling import Drawing, SampledPicture
from figures.samples.sight import windows
from figures.samples.window import LIMIT, POINTS, TOLERANCE, WINDOW
from labs import abscissae

LEAST = 1e-6  # step of the difference quotient next to a kink or jump
COARSE = 3  # times as far off may be what is seen from afar, of which no number is printed
FAR = 30.0  # how far out tails are followed
DECADES = (-12.0, 2.0)  # sizes shown; whatever is smaller, zero included, lies on the lower edge
X, WIDE = np.linspace(*WINDOW, POINTS + 1), np.linspace(-FAR, FAR, POINTS // 2 + 1)


def second(act: Activation, params: dict[str, float]) -> Drawing:
    """x and f''(x), with a gap at every kink and jump; the quotient never reaches across one."""
    breaks = breaks_of(act, params, WINDOW)
    x = abscissae.between(breaks, WINDOW, POINTS)
    away = np.abs(np.subtract.outer(x, breaks)).min(axis=1, initial=np.inf)
    y = curvature(act, x, np.clip(away / 3, LEAST, STEP), **params)
    y[away < 3 * LEAST] = np.nan
    return {"x": x, "f": y}


def _decades(y: NDArray) -> NDArray:
    return np.log10(np.maximum(np.abs(y), 10 ** DECADES[0]))


def tails(act: Activation, params: dict[str, float]) -> Drawing:
    """x far out, and the decimal logarithms of |f| and |f'|."""
    return {"x": WIDE, "f": _decades(act(WIDE, **params)), "slope": _decades(act.derivative(WIDE, **params))}


def gap(act: Activation, other: Activation, values: dict[str, float]) -> Drawing:
    """x and f(x) minus the reference; parameters are named `<id>.<parameter>`."""
    mine, theirs = ({p.name: values[p.of(one.id).name] for p in one.params} for one in (act, other))
    return {"x": X, "f": act(X, **mine) - other(X, **theirs)}


def _named(act: Activation) -> list[Param]:
    return [p.of(act.id) for p in act.params]


def family(kind: str, *ids: str) -> SampledPicture:
    """The family of one derived picture: "far", "second", "tails", or "gap" to another function; else a KeyError."""
    acts = [act for act in map(CATALOGUE.__getitem__, ids) if isinstance(act, Activation)]
    match kind, acts:
        case "far", [act] if len(ids) == 1:
            reach = max(map(abs, windows(act)[-1]))
            return SampledPicture(lambda **at: far(act, at), act.params, COARSE * TOLERANCE, reach)
        case "second", [act] if len(ids) == 1:
            return SampledPicture(lambda **at: second(act, at), act.params, TOLERANCE, LIMIT)
        case "tails", [act] if len(ids) == 1:
            return SampledPicture(lambda **at: tails(act, at), act.params, 0.05, -DECADES[0] + 1)
        case "gap", [act, other] if len(ids) == 2:
            axes = tuple(dict.fromkeys([*_named(act), *_named(other)]))
            return SampledPicture(lambda **at: gap(act, other, at), axes, TOLERANCE, LIMIT)
    raise KeyError(kind)
