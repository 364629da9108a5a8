"""Does a signal keep its size through many layers: with which function, and with which normalisation?"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from activations import elementwise
from activations.domain import Param
from activations.normal import expectation
from activations.spec import Activation
from labs.claim import Evidence
from labs.propagation import HE, LECUN, journey

DEPTH = 50
SHOWN = (1, 10, 20, DEPTH)
LAYERS = 40
START = Param("start", "s₀", default=0.9, low=0.5, high=2.0, step=0.02)
MEANS = ("relu", "gelu", "mish", "silu", "elu", "tanh")
WIDTH, BATCH = 128, 64
SILU = elementwise("silu")


def gelu_dies_out() -> Evidence:
    """The size of the signal after so many plain layers, and what one layer with the weights of He keeps of it."""
    roads = [journey(name, DEPTH, LECUN).signal for name in ("selu", "gelu")]
    gain = 1 / _size(elementwise("gelu"), 1.0)
    rows = tuple((float(k), *(float(road[k]) for road in roads)) for k in SHOWN)
    return Evidence({"gain": gain, "kept": HE / gain**2}, rows)


@cache
def _growth(name: str) -> CubicSpline:
    """How much the logarithm of the size s grows in one very wide layer, from log s; the gain keeps s = 1."""
    act, at = elementwise(name), np.linspace(-14.0, 6.0, 101)
    sizes = np.array([_size(act, s) for s in np.exp(at)]) / _size(act, 1.0)
    return CubicSpline(at, np.log(sizes) - at)


def _size(act: Activation, s: float) -> float:
    """The root mean square of the output for normal inputs of size s."""
    return expectation(lambda z: act(s * z) ** 2, act.fact("kinks")) ** 0.5


def tuned(start: float) -> dict[str, NDArray]:
    """log10 of the size of the signal, layer by layer, where the weights are tuned to keep the size 1."""
    drawn = {"x": np.arange(LAYERS + 1.0)}
    for name in ("selu", "gelu"):
        growth, logs = _growth(name), [float(np.log(start))]
        for _ in range(LAYERS):
            logs.append(logs[-1] + float(growth(logs[-1])))
        drawn[name] = np.array(logs) / np.log(10)
    return drawn


def normalised(kind: str) -> tuple[float, float]:
    """The size of the signal and of the gradient after DEPTH layers of SiLU, fed with normalised sums."""
    random, layers = np.random.default_rng(0), []
    x = random.standard_normal((BATCH, WIDTH))
    for _ in range(DEPTH):
        weights = random.standard_normal((WIDTH, WIDTH)) / np.sqrt(WIDTH)
        z, size = _standardised(x @ weights, kind)
        layers.append((weights, z, size))
        x = SILU(z)
    g = random.standard_normal((BATCH, WIDTH))
    start = np.linalg.norm(g)
    for weights, z, size in reversed(layers):
        g = _back(g * SILU.derivative(z), z, kind) / size @ weights.T
    return float(x.std()), float(np.linalg.norm(g) / start)


def _standardised(z: NDArray, kind: str) -> tuple[NDArray, NDArray]:
    """z as it leaves the normalisation, and what it was divided by."""
    if kind == "BatchNorm":
        return (z - z.mean(0)) / z.std(0), z.std(0)
    size = np.sqrt((z * z).mean(1, keepdims=True)) if kind == "RMSNorm" else np.ones((len(z), 1))
    return z / size, size


def _back(g: NDArray, z: NDArray, kind: str) -> NDArray:
    """The gradient on its way back through the normalisation, up to the division by the size."""
    if kind == "BatchNorm":
        return g - g.mean(0) - z * (g * z).mean(0)
    return g - z * (g * z).mean(1, keepdims=True) if kind == "RMSNorm" else g


def silu_without_batchnorm() -> Evidence:
    """Fifty layers of SiLU without normalisation, with RMSNorm and with BatchNorm; the mean of SiLU."""
    rows = tuple((kind, *normalised(kind)) for kind in ("–", "RMSNorm", "BatchNorm"))
    return Evidence({"mean": expectation(SILU)}, rows)


def means() -> dict[str, NDArray]:
    """The mean output for standard normal inputs."""
    acts = [elementwise(name) for name in MEANS]
    return {"bars": np.array([expectation(act, act.fact("kinks")) for act in acts])}
