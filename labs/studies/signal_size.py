"""Does a signal keep its size through many layers: with which function, and with which normalisation?"""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.domain import Param
from activations.measure import properties
from labs.claim import Evidence
from labs.depth.normalisation import batch_norm, none, rms_norm
from labs.depth.propagation import HE, propagate
from labs.studies.mean_field import output_size, second_moment

DEPTH = 50
SHOWN = (1, 10, 20, DEPTH)
LAYERS = 40
START = Param("start", "s₀", default=0.9, low=0.5, high=2.0, step=0.02)
MEANS = ("relu", "gelu", "mish", "silu", "elu", "tanh")
NORMS = {"–": none, "RMSNorm": rms_norm, "BatchNorm": batch_norm}


def gelu_dies_out() -> Evidence:
    """The size of the signal after so many plain layers, and what one layer with the weights of He keeps of it."""
    roads = [propagate(name, DEPTH).signal for name in ("selu", "gelu")]
    gain = second_moment("gelu") ** -0.5
    rows = tuple((float(k), *(float(road[k]) for road in roads)) for k in SHOWN)
    return Evidence({"gain": gain, "kept": HE / gain**2}, rows)


def tuned(start: float) -> dict[str, NDArray]:
    """log10 of the size of the sums that enter layer after layer, where the weights are tuned to keep the size 1."""
    drawn = {"x": np.arange(LAYERS + 1.0)}
    for name in ("selu", "gelu"):
        through, gain, sizes = output_size(name), second_moment(name) ** -0.5, [start]
        for _ in range(LAYERS):
            sizes.append(gain * float(through(sizes[-1])))
        drawn[name] = np.log10(sizes)
    return drawn


def silu_without_batchnorm() -> Evidence:
    """Fifty layers of SiLU without normalisation, with RMSNorm and with BatchNorm; the mean of SiLU."""
    roads = {name: propagate("silu", DEPTH, norm=norm) for name, norm in NORMS.items()}
    rows = tuple((name, float(road.signal[-1]), float(road.gradient[-1])) for name, road in roads.items())
    return Evidence({"mean": properties(elementwise("silu"))["mean"]}, rows)


def means() -> dict[str, NDArray]:
    """The mean output for standard normal inputs."""
    return {"bars": np.array([properties(elementwise(name))["mean"] for name in MEANS])}
