"""How often a model neuron fires: the leaky integrate-and-fire neuron of the textbooks."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.claim import Evidence

RELU = elementwise("relu")


def rate(current: NDArray[np.float64], rest: float) -> NDArray[np.float64]:
    """Spikes per time constant of the membrane, for a steady current; threshold current 1.

    Charging from 0 to the threshold takes ln(I / (I - 1)) time constants, then the neuron rests for `rest`.
    """
    fires = current > 1
    strong = np.where(fires, current, 2.0)
    return np.where(fires, 1 / (rest - np.log1p(-1 / strong)), 0.0)


def beside_relu() -> Evidence:
    """The firing rate of a model neuron that rests for a fifth of its time constant, beside a shifted ReLU."""
    currents = np.array([0.5, 1.0, 1.5, 2.0, 5.0, 20.0, 1000.0])
    return Evidence({}, tuple((f"I = {i:g}", float(rate(i, 0.2)), float(RELU(i - 1))) for i in currents))
