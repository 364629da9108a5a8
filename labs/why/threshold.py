"""Learning when to switch a lamp on: with a hard step the loss is a staircase, with a sigmoid a valley."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.floats import read_only
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.functions.step import SPEC as STEP
from activations.measure import FLAT
from activations.spec import POSITIVE, Activation, Param

STEEPNESS = Param("steepness", "k", default=1.5, low=0.5, high=20.0, step=0.25, domain=POSITIVE)
STEPS = Param("steps", "n", default=12.0, low=0.0, high=60.0, step=1.0)
PARAMS = (STEEPNESS, STEPS)
# Ten invented evenings: the wish for light, and whether somebody switched it on. One of them is out of line.
WISHES = np.array([-4.5, -3.7, -2.9, -2.2, -1.1, -0.3, 0.9, 1.7, 2.8, 4.1])
SWITCHED_ON = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0])
SPAN = (-6.0, 6.0)
THRESHOLDS = np.linspace(*SPAN, 321)
FINE = np.linspace(*SPAN, 12_001)
START, RATE = 4.5, 2.0  # where the search begins, and how far it goes for each unit of slope


def loss(act: Activation, thresholds: NDArray, steepness: float = 1.0) -> NDArray:
    """The mean squared error of y = act(k (x - c)) on the ten evenings, for each threshold c."""
    answers = act(steepness * (WISHES - np.asarray(thresholds)[..., None]))
    return np.mean((answers - SWITCHED_ON) ** 2, axis=-1)


def gradient(act: Activation, thresholds: NDArray, steepness: float = 1.0) -> NDArray:
    """The derivative of that loss in c, by the chain rule."""
    z = steepness * (WISHES - np.asarray(thresholds)[..., None])
    return np.mean(-2 * steepness * (act(z) - SWITCHED_ON) * act.derivative(z), axis=-1)


def flat_share(act: Activation, steepness: float = 1.0, least: float = FLAT) -> float:
    """The share of thresholds at which the slope of the loss is smaller than `least`, or exactly zero if that is 0."""
    slope = np.abs(gradient(act, FINE, steepness))
    return float(np.mean(slope < least if least else slope == 0))


@lru_cache(maxsize=512)
def descend(act: Activation, steepness: float, steps: int) -> NDArray:
    """The thresholds visited by gradient descent, the first one included."""
    visited = [START]
    for _ in range(steps):
        visited.append(visited[-1] - RATE * float(gradient(act, np.array(visited[-1]), steepness)))
    return read_only(np.array(visited))


def staircase() -> NDArray:
    """The loss of the step as treads with gaps between them (2 x n): it changes only where c passes an evening."""
    edges = np.array([SPAN[0], *WISHES, SPAN[1]])
    height = loss(STEP, (edges[1:] + edges[:-1]) / 2)
    left, right = np.stack([edges[:-1], height]), np.stack([edges[1:], height])
    return np.stack([left, right, np.full_like(left, np.nan)], axis=2).reshape(2, -1)


def picture(steepness: float, steps: float) -> dict[str, NDArray]:
    """Both losses over the threshold, both slopes, and how far the search has come on each."""
    path = descend(SIGMOID, steepness, int(STEPS.high))
    trail = path[np.minimum(np.arange(path.size), int(steps))]
    here = descend(STEP, steepness, int(STEPS.high))[int(steps)][None]
    return {
        "x": THRESHOLDS,
        "valley": loss(SIGMOID, THRESHOLDS, steepness),
        "slope": gradient(SIGMOID, THRESHOLDS, steepness),
        "stairs": staircase(),
        "trail": np.stack([trail, loss(SIGMOID, trail, steepness)]),
        "ball": np.stack([trail[-1:], loss(SIGMOID, trail[-1:], steepness)]),
        "stuck": np.stack([here, loss(STEP, here)]),
    }
