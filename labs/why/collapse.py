"""A sheet of graph paper goes through a stack of layers, once without an activation and once with one."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.functions.tanh import SPEC as BEND
from activations.spec import Activation, Param

NUMBERS = 6  # in one layer: a matrix of four and a bias of two
DEPTH = Param("depth", "L", default=3.0, low=1.0, high=8.0, step=1.0)
DRAW = Param("draw", "n", default=2.0, low=1.0, high=9.0, step=1.0)
PARAMS = (DEPTH, DRAW)
STRETCH, SHIFT = (0.9, 1.35), 0.4  # how much a layer stretches along its two axes, and how far it shifts
HALF, RULED = 1.2, 9  # the paper reaches from -HALF to HALF, with so many lines each way
FINE, COARSE = 33, 9  # points of a line that will bend, and of one that will not
AIR = 1.08

Layer = tuple[NDArray, NDArray]


def _paper(points: int) -> NDArray:
    """Upright lines, then level ones, each followed by a gap, as 2 x n coordinates."""
    along, gap = np.linspace(-HALF, HALF, points), np.full((2, 1), np.nan)
    upright = [np.stack([np.full(points, c), along]) for c in np.linspace(-HALF, HALF, RULED)]
    return np.concatenate([part for line in upright + [u[::-1] for u in upright] for part in (line, gap)], axis=1)


PAPER, PLAIN_PAPER = _paper(FINE), _paper(COARSE)
LINE = np.stack([np.linspace(-HALF, HALF, FINE), np.linspace(-HALF / 2, HALF, FINE)])  # one straight line drawn on it


@lru_cache
def layers(draw: float) -> tuple[Layer, ...]:
    """The layers that number `draw` of the random generator gives: a turn, a stretch, a turn, and a shift."""
    rng = np.random.default_rng(int(draw))
    return tuple(
        (_turn(rng) @ np.diag(rng.uniform(*STRETCH, 2)) @ _turn(rng), rng.uniform(-SHIFT, SHIFT, 2))
        for _ in range(int(DEPTH.high))
    )


def _turn(rng: np.random.Generator) -> NDArray:
    angle = rng.uniform(0, 2 * np.pi)
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def through(points: NDArray, depth: float, draw: float, bend: Activation | None = None) -> NDArray:
    """Where the stack takes 2 x n points, layer by layer."""
    for weight, bias in layers(draw)[: int(depth)]:
        points = weight @ points + bias[:, None]
        if bend:
            points = bend(points)
    return points


def collapsed(depth: float, draw: float) -> Layer:
    """The one layer that equals the stack without activation: W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2)."""
    matrix, shift = np.eye(2), np.zeros(2)
    for weight, bias in layers(draw)[: int(depth)]:
        matrix, shift = weight @ matrix, weight @ shift + bias
    return matrix, shift


def missed(depth: float, draw: float, bend: Activation | None = BEND) -> float:
    """The share of where the paper's points end up that even the best single layer cannot reproduce."""
    start = PAPER[:, ~np.isnan(PAPER[0])]
    end = through(start, depth, draw, bend).T
    inputs = np.column_stack([start.T, np.ones(start.shape[1])])
    best = inputs @ np.linalg.lstsq(inputs, end, rcond=None)[0]
    return float(np.sum((end - best) ** 2) / np.sum((end - end.mean(axis=0)) ** 2))


def picture(depth: float, draw: float) -> dict[str, NDArray]:
    """Paper and line after both stacks, and the square frame that holds each."""
    drawing: dict[str, NDArray] = {}
    for name, sheet, bend in (("straight", PLAIN_PAPER, None), ("bent", PAPER, BEND)):
        paper = through(sheet, depth, draw, bend)
        low, high = np.nanmin(paper, axis=1), np.nanmax(paper, axis=1)
        middle, half = (low + high) / 2, AIR * (high - low).max() / 2
        frame = np.concatenate([middle - half, middle + half])
        drawing |= {name: paper, f"{name}_line": through(LINE, depth, draw, bend), f"{name}_frame": frame}
    return drawing
