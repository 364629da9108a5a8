"""A gradient on its way back through a deep chain of untrained layers: through sigmoids, and through ReLUs."""

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.floats import read_only
from activations.functions.relu import SPEC as RELU
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.spec import POSITIVE, Activation, Param
from labs.depth.propagation import HE

DEPTH = Param("layers", "L", default=10.0, low=1.0, high=50.0, step=1.0)
SIZE = Param("weights", "s", default=1.0, low=0.2, high=2.0, step=0.05, domain=POSITIVE)
PARAMS = (DEPTH, SIZE)
LANES = {"sigmoid": SIGMOID, "relu": RELU}
SEEDS = range(5)  # every number is the median over these, drawn with the smallest and the largest
WIDTH, BATCH = 64, 16
TOGETHER = 10  # depths that share one way forward
FLOOR, CEILING = -12.0, 4.0  # of the picture, as powers of ten

Array = NDArray[np.float64]


@cache
def _drawn() -> tuple[Array, Array, Array]:
    """For each seed a batch, a gradient at the output, and the weights of the deepest chain, all standard normal."""
    randoms = [np.random.default_rng(seed) for seed in SEEDS]
    shapes = ((BATCH, WIDTH), (BATCH, WIDTH), (int(DEPTH.high), WIDTH, WIDTH))
    batch, gradient, weights = (np.stack([r.standard_normal(shape) for r in randoms]) for shape in shapes)
    return batch, gradient, weights


@lru_cache(maxsize=16)
def _slopes(act: Activation, depth: int, size: float) -> list[Array]:
    """The slope that each layer's sums meet on the way forward, seeds x BATCH x WIDTH."""
    x, _, weights = _drawn()
    slopes = []
    for step in range(depth):
        z = x @ weights[:, step] * (size * np.sqrt(HE / WIDTH))
        slopes.append(act.derivative(z))
        x = act(z)
    return slopes


@lru_cache(maxsize=256)
def shares(act: Activation, depth: int, size: float = 1.0) -> Array:
    """How much of the gradient is left 0, 1, ... `depth` layers below the output: seeds x (depth + 1).

    The norm over the batch, divided by that at the output. A layer is x -> f(x W) with independent normal weights of
    variance `size`^2 * 2 / WIDTH, so that a `size` of 1 is He's initialisation.
    """
    _, g, weights = _drawn()
    slopes = _slopes(act, -(-depth // TOGETHER) * TOGETHER, size)[:depth]
    norms = [np.linalg.norm(g, axis=(1, 2))]
    for step in reversed(range(depth)):
        g = (g * slopes[step]) @ weights[:, step].swapaxes(1, 2) * (size * np.sqrt(HE / WIDTH))
        norms.append(np.linalg.norm(g, axis=(1, 2)))
    return read_only(np.stack(norms, axis=1) / norms[0][:, None])


def left(act: Activation, depth: int, size: float = 1.0) -> tuple[float, float, float]:
    """What is left at the first layer: the smallest, the median and the largest over the seeds."""
    found = np.sort(shares(act, depth, size)[:, -1])
    return float(found[0]), float(np.median(found)), float(found[-1])


def picture(layers: float, weights: float) -> dict[str, NDArray]:
    """For each lane bars of decades above the floor, one a layer, their spread, the last one; and the frame."""
    depth, most = int(layers), int(DEPTH.high)
    drawing: dict[str, NDArray] = {"frame": np.array([0.4, depth + 0.6]), "last": np.array([float(depth)])}
    for name, act in LANES.items():
        decades = np.log10(shares(act, depth, weights)[:, 1:])
        low, middle, high = (np.full(most, FLOOR) for _ in range(3))
        low[:depth], middle[:depth], high[:depth] = decades.min(0), np.median(decades, axis=0), decades.max(0)
        ends = np.stack([low, high, np.full(most, np.nan)], axis=1).ravel().clip(FLOOR, CEILING)
        drawing |= {
            name: middle.clip(FLOOR, CEILING) - FLOOR,
            f"{name}_ends": ends,
            f"{name}_top": middle[depth - 1 : depth].clip(FLOOR, CEILING),
            f"{name}_left": middle[depth - 1 : depth],
        }
    return drawing
