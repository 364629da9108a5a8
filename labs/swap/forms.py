"""The functions that networks are trained with and served by, each at the parameters that some library gives it."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.hard_sigmoid import SPEC as HARD_SIGMOID
from labs.training.networks import Bend

Array = NDArray[np.float64]
STEEPER = 0.2 * 6  # Keras 2 draws the hard sigmoid with slope 0.2 where others have 1/6
_PLAIN = (
    *("sigmoid", "hard_sigmoid", "tanh", "lecun_tanh", "hard_tanh", "softsign"),
    *("relu", "leaky_relu", "relu6", "elu", "softplus"),
    *("silu", "hard_swish", "gelu", "gelu_tanh", "gelu_sigmoid", "mish"),
)
# slopes that leaky ReLU has by default: in Darknet, in TensorFlow, as a layer of Keras
SLOPES = {"leaky_relu_darknet": 0.1, "leaky_relu_tensorflow": 0.2, "leaky_relu_keras": 0.3}
STEEP = "hard_sigmoid_keras2"


def _steep() -> Bend:
    def fn(x: Array) -> Array:
        return HARD_SIGMOID.fn(STEEPER * x)

    def derivative(x: Array) -> Array:
        return STEEPER * HARD_SIGMOID.derivative_fn(STEEPER * x)

    return Bend(replace(HARD_SIGMOID, id=STEEP, fn=fn, derivative_fn=derivative, kinks=(-2.5, 2.5)))


TRAINED: dict[str, Bend] = {
    **{name: Bend(elementwise(name)) for name in _PLAIN},
    STEEP: _steep(),
    **{name: Bend(elementwise("leaky_relu"), {"alpha": slope}) for name, slope in SLOPES.items()},
}
# nothing is learned with the identity, but an activation may be forgotten
SERVED: dict[str, Bend] = {**TRAINED, "identity": Bend(elementwise("identity"))}
WIDE = np.linspace(-10.0, 10.0, 20_001)  # where two functions are compared


def gap(trained: str, served: str) -> tuple[float, float]:
    """The largest difference of two functions from -10 to 10, and the x of it that is nearest to 0."""
    off = np.abs(SERVED[trained](WIDE) - SERVED[served](WIDE))
    most = off.max()
    near = WIDE[off >= most - 1e-12]
    return float(most), float(near[np.abs(near).argmin()])
