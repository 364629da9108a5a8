"""What an activation costs beside the matrix product of its layer, on this machine."""

import numpy as np

from activations import elementwise
from labs.claim import Evidence
from labs.timing import per_element, run

BATCH = 256
WIDTHS = (64, 256, 1024, 2048)
WIDE = 1024
TIMED = ("relu", "leaky_relu", "hard_swish", "silu", "gelu", "elu", "tanh", "mish")


def operands(inputs: int, outputs: int) -> tuple[np.ndarray, np.ndarray]:
    """BATCH examples, and the weights of a layer."""
    random = np.random.default_rng(0)
    return random.standard_normal((BATCH, inputs)), random.standard_normal((inputs, outputs)) / inputs**0.5


def product(width: int) -> float:
    """Milliseconds of the matrix product of such a layer: the lower quartile, when others disturb least."""
    x, weights = operands(width, width)
    return run(lambda: x @ weights).low / 1e6


def activation(name: str, width: int) -> float:
    """The same for the activation of what comes out of it."""
    act, (x, weights) = elementwise(name), operands(width, width)
    z = x @ weights
    return run(lambda: act(z)).low / 1e6


def rounded(value: float) -> float:
    """Three digits: the rest of a time is chance."""
    return float(f"{value:.3g}")


def beside_the_product() -> Evidence:
    """The time of ELU beside the matrix product of layers of growing width."""
    elu, relu = per_element("elu").median, per_element("relu").median
    rows = [(f"{width}", product(width), activation("elu", width)) for width in WIDTHS]
    table = tuple((w, rounded(whole), rounded(own), rounded(100 * own / (whole + own))) for w, whole, own in rows)
    return Evidence({"elu": elu, "relu": relu, "times": elu / relu}, table)


def prices() -> Evidence:
    """The time of one element, and the part of a wide layer."""
    times, whole = {name: per_element(name).median for name in TIMED}, product(WIDE)
    own = {name: times[name] * BATCH * WIDE / 1e6 for name in TIMED}
    table = tuple((n, rounded(t), rounded(100 * own[n] / (whole + own[n]))) for n, t in times.items())
    return Evidence({name: times[name] for name in ("relu", "leaky_relu", "silu")}, table)
