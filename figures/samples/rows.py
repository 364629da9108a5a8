"""What the picture of a function of a row consists of: a row in which one input moves, what becomes of it, and slopes.

The value of the moving input may be an array: then what depends on it has an axis for them in front.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.spec import Param, VectorActivation
from figures.samples.sampling import Drawing, stops

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
MOVING = Param("moving", "z₁", default=3.0, low=-5.0, high=5.0, step=0.05)
OTHERS = (0.3, -1.2, 0.8, -0.1, -0.5, 1.2, -1.7, 0.1, 0.5, -0.8, -0.3)  # as a normal variable would have them
PLACES = [f"z{i}".translate(SUBSCRIPTS) for i in range(1, len(OTHERS) + 2)]
ROOM = 1.1


def row(function: VectorActivation, at: dict[str, float]) -> Drawing:
    """Inputs, outputs, and how each output follows the moving input."""
    params = {p.name: at[p.name] for p in function.params}
    z = inputs(at[MOVING.name])
    slopes = function.jacobian(z, **params)[..., 0]
    return {"in": z, "out": function(z, axis=-1, **params), "slopes": slopes}


def inputs(moving: float | NDArray) -> NDArray[np.floating]:
    """The row, or one for each value of the moving input."""
    first = np.asarray(moving, dtype=float)
    others = np.broadcast_to(OTHERS, (*first.shape, len(OTHERS)))
    return np.concatenate([first[..., None], others], axis=-1)


@lru_cache
def heights(function: VectorActivation) -> tuple[float, float]:
    """How high the pictures of inputs and outputs, and of slopes, have to be, whichever one slider moves."""
    ends = [function.defaults, *(function.defaults | {p.name: end} for p in function.params for end in (p.low, p.high))]
    z = inputs(stops(MOVING))
    top = max([MOVING.high, *(float(np.abs(function(z, axis=-1, **at)).max()) for at in ends)])
    steep = max(float(np.abs(function.jacobian(z, **at)[..., 0]).max()) for at in ends)
    return ROOM * top, ROOM * steep
