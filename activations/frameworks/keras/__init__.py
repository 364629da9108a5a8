"""Keras 3: functions of `keras.activations`, otherwise composed with `keras.ops`."""

import os
from collections.abc import Callable
from importlib import import_module

from activations.frameworks import jax, torch
from activations.frameworks.engine import Engine
from activations.frameworks.framework import Default, Defaults, Framework, Layer, last_axis
from activations.frameworks.keras.curves import CURVES
from activations.frameworks.keras.rows import ROWS

GELU = ("keras.activations.gelu", "keras.ops.gelu")
EXACT = tuple(Default(owner, "approximate", owner == GELU[1], ours=False) for owner in GELU)
TANH = tuple(Default(owner, "approximate", owner == GELU[1], ours=True) for owner in GELU)

DEFAULTS: Defaults = {
    "celu": (Default("keras.activations.celu", "alpha", 1.0, "alpha"),),
    "elu": (Default("keras.activations.elu", "alpha", 1.0, "alpha"),),
    "geglu": EXACT,
    "geglu_tanh": TANH,
    "gelu": EXACT,
    "gelu_tanh": TANH,
    "glu": last_axis("keras.activations.glu", "axis", -1),
    "hard_shrink": (Default("keras.activations.hard_shrink", "threshold", 0.5, "lambd"),),
    "keras_relu": (
        Default("keras.activations.relu", "negative_slope", 0.0, "negative_slope"),
        Default("keras.activations.relu", "max_value", None, "max_value"),
        Default("keras.activations.relu", "threshold", 0.0, "threshold"),
    ),
    "leaky_relu": (
        Default("keras.activations.leaky_relu", "negative_slope", 0.2, "alpha"),
        Default("keras.layers.LeakyReLU", "negative_slope", 0.3, "alpha"),
    ),
    "log_softmax": last_axis("keras.activations.log_softmax", "axis", -1),
    "prelu": (Default("keras.layers.PReLU", "alpha_initializer", "Zeros", "alpha"),),
    "soft_shrink": (Default("keras.activations.soft_shrink", "threshold", 0.5, "lambd"),),
    "softmax": last_axis("keras.activations.softmax", "axis", -1),
    "softmin": last_axis("keras.activations.softmax", "axis", -1),
    "sparsemax": last_axis("keras.activations.sparsemax", "axis", -1),
    "squareplus": (Default("keras.activations.squareplus", "b", 4.0, "beta"),),
}

LAYER = Layer(
    code="""\
class Layer(keras.layers.Layer):
    def __init__(self, outputs):
        super().__init__()
        self.dense = keras.layers.Dense($wide, kernel_initializer=$init)

    def call(self, inputs):
        $x = $all
$body
        return y


y = Layer(256)(keras.random.normal((32, 256)))""",
    scores="self.dense(inputs)",
    halves="keras.ops.split({}, 2, axis=-1)",
    inits={"he": '"he_normal"', "xavier": '"glorot_normal"', "lecun": '"lecun_normal"'},
)


def on(backend: str, prepare: Callable[[str], None]) -> Callable[[str], None]:
    """What has to be said to compute with this backend."""

    def said(precision: str) -> None:
        os.environ["KERAS_BACKEND"] = backend
        prepare(precision)
        import_module("keras").config.set_floatx(precision)

    return said


FRAMEWORK = Framework(
    name="Keras",
    place=3,
    given="{name} = keras.ops.convert_to_tensor({values})",
    imports={"from statistics import NormalDist": r"\bNormalDist\b", "import keras": r"\bkeras\."},
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    engines={
        "keras_jax": Engine(packages=("keras", "jax"), run=jax.run, prepare=on("jax", jax.prepare)),
        "keras_torch": Engine(packages=("keras", "torch"), run=torch.run, prepare=on("torch", torch.prepare)),
    },
    layer=LAYER,
)
