"""A lamp with two switches (XOR): a flat sheet cannot pass through its four points, a folded one can."""

import numpy as np
from numpy.typing import NDArray

from activations.functions.relu import SPEC as RELU
from activations.spec import Param

FOLD = Param("fold", "k", default=2.0, low=0.0, high=4.0, step=0.05)
PARAMS = (FOLD,)
SWITCHES = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
LAMP = np.array([0.0, 1.0, 1.0, 0.0])
_RULED = np.linspace(0.0, 1.0, 9)
_AFFINE = np.column_stack([np.ones(4), SWITCHES])  # columns 1, x1, x2
_TILT, _RISE = 0.12, 0.4  # how far a step along the crease moves right and up on the screen
SUMS = np.linspace(-0.2, 2.2, 49)  # x1 + x2, for the view along the crease


def crease(switches: NDArray) -> NDArray:
    """ReLU(x1 + x2 - 1): zero on one side of the diagonal, rising on the other."""
    return RELU(switches.sum(axis=-1) - 1)


def affine(fold: float) -> NDArray:
    """The offset and the two weights that, beside a crease of weight -fold, fit the lamp best (least squares)."""
    return np.linalg.lstsq(_AFFINE, LAMP + fold * crease(SWITCHES), rcond=None)[0]


def sheet(switches: NDArray, fold: float) -> NDArray:
    """The height of the sheet above points (x1, x2)."""
    offset, *weights = affine(fold)
    return offset + switches @ np.array(weights) - fold * crease(switches)


def error(fold: float) -> float:
    """The mean squared error at the four points."""
    return float(np.mean((sheet(SWITCHES, fold) - LAMP) ** 2))


def two_units(switches: NDArray) -> NDArray:
    """The well-known exact network: ReLU(x1 + x2) - 2 ReLU(x1 + x2 - 1)."""
    total = switches.sum(axis=-1)
    return RELU(total) - 2 * RELU(total - 1)


def project(switches: NDArray, height: NDArray | float) -> NDArray:
    """The screen coordinates (2 x n) of points in space, seen almost along the crease."""
    total, across = switches.sum(axis=-1), switches[..., 0] - switches[..., 1]
    return np.stack([total + _TILT * across, height + _RISE * across])


def picture(fold: float) -> dict[str, NDArray]:
    """The folded sheet, the best flat one, the four points and the distances to them, in space and from the side."""
    lines = [[(c, t) for t in _RULED] for c in _RULED] + [[(t, c) for t in _RULED] for c in _RULED]
    ruled = np.array([[*line, (np.nan, np.nan)] for line in lines]).reshape(-1, 2)
    halves = {"near": SWITCHES[[0, 1, 2, 0]], "far": SWITCHES[[3, 1, 2, 3]]}
    outline, at = SWITCHES[[0, 1, 3, 2, 0]], sheet(SWITCHES, fold)
    stem = np.stack([project(SWITCHES, LAMP), project(SWITCHES, at), np.full((2, 4), np.nan)], axis=2)
    along = np.stack([LAMP, at, np.full(4, np.nan)], axis=1).ravel()
    diagonal = np.stack([SUMS / 2, SUMS / 2], axis=1)
    return {
        "ruled": project(ruled, sheet(ruled, fold)),
        "flat": project(outline, sheet(outline, 0.0)),
        "floor": project(outline, 0.0),
        "lamp": project(SWITCHES, LAMP),
        "stems": stem.reshape(2, -1),
        "sums": SUMS,
        "side": sheet(diagonal, fold),
        "level": sheet(diagonal, 0.0),
        "side_stems": np.stack([np.repeat(SWITCHES.sum(axis=1), 3), along]),
        **{name: project(corners, sheet(corners, fold)) for name, corners in halves.items()},
    }
