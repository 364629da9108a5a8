"""How high a picture is: the y range that holds whatever its sliders can show."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from labs.claim import Plot

FLOOR, CEILING = -4.0, 6.0  # how much of a steep function is shown
AIR = 0.09
STOPS = 5  # positions of each slider that decide how high the picture of a claim is

Range = tuple[float, float]


def aired(low: float, high: float) -> Range:
    """With some air above and below."""
    air = AIR * (high - low or 1.0)
    return low - air, high + air


def holding(arrays: Iterable[NDArray], floor: float = FLOOR, ceiling: float = CEILING) -> Range:
    """A range for all these values, cut at the floor and the ceiling."""
    ends = [(np.nanmin(array), np.nanmax(array)) for array in arrays]
    return aired(max(float(min(low for low, _ in ends)), floor), min(float(max(high for _, high in ends)), ceiling))


def of_plot(plot: Plot) -> Range:
    """A range for what the sliders of a claim can show, or the limits of its plot; those need no drawing."""
    low, high = extent(plot)
    return aired(min(low, 0.0), max(high, 0.0)) if plot.bars else aired(low, high)


def extent(plot: Plot) -> Range:
    """Between which values the lines or bars of a claim lie; on a logarithmic axis without zero and below."""
    return plot.limits or _drawn(plot)


@lru_cache(maxsize=512)
def _drawn(plot: Plot) -> Range:
    settings = product(*(np.linspace(p.low, p.high, STOPS) for p in plot.knobs))
    names = [p.name for p in plot.knobs]
    drawings = [plot.draw(**dict(zip(names, map(float, at), strict=True))) for at in settings]
    values = np.concatenate([y for drawing in drawings for name, y in drawing.items() if name != "x"])
    values = values[np.isfinite(values)]
    if plot.log:
        values = values[values > 0]
    return float(values.min()), float(values.max())
