"""The higher of two lines through the origin, smoothly: what ACON-C is, and what follows from its slopes."""

from math import inf, isnan, nan

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from activations.domain import REAL_LINE, Interval
from activations.functions import sigmoid, swish
from activations.spec import Monotone

STEEPEST = 1.0998393201288670  # the slope of SiLU lies between 1 minus this and this


def inner(x: NDArray, p1: float, p2: float, beta: float) -> NDArray:
    """What the shares of the two lines are the sigmoid of."""
    steep = beta * abs(p1 - p2)
    return steep * x if steep else np.minimum(np.abs(x), 0.0)  # 0 * inf would be NaN


def mixed(v: NDArray | float, p1: float, p2: float) -> NDArray:
    """Both slopes, σ(v) of the greater and σ(-v) of the smaller; near 0 written so that they do not cancel."""
    low, high = sorted((p1, p2))
    near = (low + high) / 2 + (high - low) / 2 * np.tanh(v / 2)
    return np.where(np.abs(v) < 1, near, low * sigmoid.sigmoid(-v) + high * sigmoid.sigmoid(v))


def image(p1: float, p2: float, beta: float) -> Interval:
    """Where the values lie: above a lowest one if the lines fall on different sides."""
    at = _turn(p1, p2, beta)
    if not 0 <= at <= 1:
        return Interval(0.0, 0.0, (True, True)) if isnan(at) else REAL_LINE
    v = brentq(lambda v: swish.derivative(v, 1.0) - at, -2.0, 2.0, xtol=1e-14)
    return Interval(float(v / (beta * abs(p1 - p2)) * mixed(v, p1, p2)), inf, (True, False))


def monotone(p1: float, p2: float, beta: float) -> Monotone:
    """Whether the slope changes sign."""
    at = _turn(p1, p2, beta)
    if isnan(at):
        return "constant"
    return "increasing" if at < 1 - STEEPEST else "no" if at < STEEPEST else "decreasing"


def bends(p1: float, p2: float, beta: float) -> bool:
    """Whether it is no straight line."""
    return bool(beta * abs(p1 - p2))


def _turn(p1: float, p2: float, beta: float) -> float:
    """The slope of SiLU where that of f is zero; for a straight line -inf if it rises, inf if it falls, else NaN."""
    if bends(p1, p2, beta):
        return -min(p1, p2) / abs(p1 - p2)
    return -inf * (p1 + p2) if p1 + p2 else nan
