"""What the pictures of functions of several numbers consist of: vectors, gates, competing pieces.

The values of one slider may be an array: then what depends on it has an axis for them in front.
"""

from collections.abc import Iterable
from math import ceil, isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from activations.spec import GatedActivation, Param, PoolingActivation, VectorActivation
from figures.samples.sampling import Drawing
from figures.samples.window import WINDOW
from labs.abscissae import between, inside

SUBSCRIPTS = "₁₂₃₄"
LOGITS = tuple(
    Param(f"z{i}", f"z{SUBSCRIPTS[i - 1]}", default, low=-5.0, high=5.0, step=0.05)
    for i, default in enumerate((1.2, 0.8, 0.2, -0.5), start=1)
)
TEMPERATURES = np.geomspace(0.05, 20.0, 40)
SPAN = 4.0  # of gate and value, to either side, where they have no limits
MARGIN = 2.0  # shown beyond limits, at least
STEPS, CLOSE = 48, 160  # over the span: of a landscape, and of a slice, which the pointer reads
LINES = ((-1.0, -1.0), (0.2, 0.5), (1.5, -2.0))  # slope and offset of each piece of Maxout
PIECES = tuple(
    Param(f"{letter}{i}", f"{letter}{SUBSCRIPTS[i - 1]}", default, low=-3.0, high=3.0, step=0.05)
    for i, line in enumerate(LINES, start=1)
    for letter, default in zip("wb", line, strict=True)
)


def bars(function: VectorActivation, at: dict[str, float]) -> Drawing:
    """The outputs for four scores, the Jacobian there, and for three scores the path of all temperatures."""
    z = _together(at[p.name] for p in LOGITS)
    params = {p.name: at[p.name] for p in function.params}
    jacobian = function.jacobian(z, **params)
    scale = np.maximum(0.25, np.abs(jacobian).max(axis=(-2, -1)))
    drawing = {"out": function(z, axis=-1, **params), "jacobian": jacobian, "scale": _together((-scale, scale))}
    if function.simplex:
        drawing["path"] = _path(function, z[..., :3], params)
        drawing["here"] = function(z[..., :3], axis=-1, **params)[..., None]
    return drawing


def _path(function: VectorActivation, z: NDArray, params: dict[str, float]) -> NDArray[np.floating]:
    """Three shares at each of the temperatures, by the function's own where it has one, else of divided scores."""
    if "temperature" in params:
        return np.stack([function(z, axis=-1, **params | {"temperature": t}) for t in TEMPERATURES], axis=-1)
    return np.swapaxes(function(z[..., None, :] / TEMPERATURES[:, None], axis=-1, **params), -1, -2)


def _together(values: Iterable[ArrayLike]) -> NDArray[np.floating]:
    """The values as one last axis."""
    return np.stack(np.broadcast_arrays(*values), axis=-1)


def span(function: GatedActivation) -> float:
    """How far gate and value are shown to either side: beyond their limits, if they have any."""
    limits = [limit for limit in _limits(function, function.defaults) if isfinite(limit)]
    return SPAN * ceil((max(limits) + MARGIN) / SPAN) if limits else SPAN


def height(function: GatedActivation) -> float:
    """The largest output in sight, at any limit that a slider offers; a plain product without limits."""
    reach = span(function)
    ends = [function.defaults | {p.name: p.high} for p in function.params]
    if reach == SPAN:
        return SPAN * SPAN
    return max(float(np.abs(function(reach, [-reach, reach], **at)).max()) for at in ends)


def sides(function: GatedActivation) -> tuple[Param, Param]:
    """The sliders of gate and value."""
    reach = span(function)
    return (
        Param("gate", "g", default=1.0, low=-reach, high=reach, step=reach / 80),
        Param("value", "v", default=2.0, low=-reach, high=reach, step=reach / 80),
    )


def _limits(function: GatedActivation, params: dict[str, float]) -> tuple[float, float]:
    return function.fact("gate_limit", **params), function.fact("value_limit", **params)


def _grids(function: GatedActivation, params: dict[str, float], steps: int) -> tuple[NDArray, NDArray]:
    """Abscissae over gate and value, corners among them."""
    reach = span(function)
    for_gate, for_value = _limits(function, params)
    corners = (for_gate,) if isfinite(for_gate) else (), (-for_value, for_value) if isfinite(for_value) else ()
    over, along = (
        between(inside(found, (-reach, reach)), (-reach, reach), steps)
        if found
        else np.linspace(-reach, reach, steps + 1)
        for found in corners
    )
    return over, along


def surface(function: GatedActivation, at: dict[str, float]) -> Drawing:
    """The output over (gate, value), and its two slices through one point."""
    gate, value = np.asarray(at["gate"]), np.asarray(at["value"])
    params = {p.name: at[p.name] for p in function.params}
    (g, v), (gates, values) = (_grids(function, params, steps) for steps in (STEPS, CLOSE))
    return {
        "g": g,
        "v": v,
        "gates": gates,
        "values": values,
        "out": function(g, v[:, None], **params),
        "along_gate": function(gates, value[..., None], **params),
        "along_value": function(gate[..., None], values, **params),
        "here": _together((gate, value, function(gate, value, **params))),
    }


def pieces(function: PoolingActivation, at: dict[str, float]) -> Drawing:
    """Three lines over x and the highest of them."""
    x = np.linspace(*WINDOW, 241)
    each = ((np.asarray(at[f"w{i}"])[..., None], np.asarray(at[f"b{i}"])[..., None]) for i in (1, 2, 3))
    lines = np.stack(np.broadcast_arrays(*(w * x + b for w, b in each)), axis=-2)
    return {"x": x, "pieces": lines, "out": function(lines, axis=-2)}


def ends(function: VectorActivation) -> tuple[float, float]:
    """The y range of the bars."""
    low = function.range.low if np.isfinite(function.range.low) else -11.0
    return low, function.range.high + 0.08 * (function.range.high - low)
