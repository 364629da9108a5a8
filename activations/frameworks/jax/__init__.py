"""JAX: functions of `jax.nn`, otherwise composed with `jax.numpy`."""

import os
from importlib import import_module

import numpy as np

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, last_axis, on_arrays
from activations.frameworks.jax.curves import CURVES
from activations.frameworks.jax.rows import ROWS

GELU = "jax.nn.gelu"

DEFAULTS: Defaults = {
    "celu": (Default("jax.nn.celu", "alpha", 1.0, "alpha"),),
    "elu": (Default("jax.nn.elu", "alpha", 1.0, "alpha"),),
    "geglu": (Default(GELU, "approximate", True, ours=False),),
    "geglu_tanh": (Default(GELU, "approximate", True, ours=True),),
    "gelu": (Default(GELU, "approximate", True, ours=False),),
    "gelu_tanh": (Default(GELU, "approximate", True, ours=True),),
    "glu": last_axis("jax.nn.glu", "axis", -1),
    "leaky_relu": (Default("jax.nn.leaky_relu", "negative_slope", 0.01, "alpha"),),
    "log_softmax": last_axis("jax.nn.log_softmax", "axis", -1),
    "prelu": (Default("flax.linen.PReLU", "negative_slope_init", 0.01, "alpha"),),
    "softmax": last_axis("jax.nn.softmax", "axis", -1),
    "softmin": last_axis("jax.nn.softmax", "axis", -1),
    "squareplus": (Default("jax.nn.squareplus", "b", 4.0, "beta"),),
}

LAYER = on_arrays(
    halves="jnp.split({}, 2, axis=-1)",
    inits={"he": "he_normal()", "xavier": "glorot_normal()", "lecun": "lecun_normal()"},
    random="key = jax.random.key(0)",
    weight="jax.nn.initializers.$init(key, (256, $outputs))",
    np="jnp",
    inputs="jax.random.normal(key, (32, 256))",
)


def prepare(precision: str) -> None:
    """Doubles are rounded to single precision unless told."""
    os.environ |= {"JAX_ENABLE_X64": str(int(precision == "float64")), "JAX_PLATFORMS": "cpu"}


def run(program: Program) -> Outcome:
    """Forward and backward."""
    jax = import_module("jax")
    made, points = program.formula(), [jax.numpy.asarray(a) for a in program.arrays]
    made(*points)  # a layer makes its weights before anything is traced
    if program.matrix:
        return np.asarray(made(*points)), [np.asarray(jax.jacrev(made)(*points))]
    y, back = jax.vjp(made, *points)
    return np.asarray(y), [np.asarray(slope) for slope in back(jax.numpy.ones_like(y))]


FRAMEWORK = Framework(
    name="JAX",
    place=4,
    given="{name} = jnp.array({values})",
    imports={
        "from statistics import NormalDist": r"\bNormalDist\b",
        "import jax": r"\bjax\.",
        "import jax.numpy as jnp": r"\bjnp\.",
    },
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    engines={"jax": Engine(packages=("jax",), run=run, prepare=prepare)},
    layer=LAYER,
)
