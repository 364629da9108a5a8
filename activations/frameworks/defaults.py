"""What frameworks assume: the arguments they fill in by themselves, and the names they give to functions."""

from dataclasses import dataclass
from math import inf

from activations import get

FRAMEWORKS = ("numpy", "torch", "keras", "jax", "onnx")
Value = float | bool | str | None


@dataclass(frozen=True, slots=True)
class Default:
    """`owner` takes `value` for `argument` unless told; this page has its own `parameter` for it, or fixes `ours`."""

    owner: str
    argument: str
    value: Value
    parameter: str = ""
    ours: Value = None


def ours(function_id: str, default: Default) -> Value:
    """What this lesson takes where the framework takes `default.value`."""
    return get(function_id).defaults[default.parameter] if default.parameter else default.ours


def _axis(owner: str, argument: str, value: Value) -> tuple[Default, ...]:
    return (Default(owner, argument, value, ours=-1),)


_JAX_GELU = "jax.nn.gelu"
_KERAS_GELU = ("keras.activations.gelu", "keras.ops.gelu")
_EXACT = tuple(Default(owner, "approximate", owner == _KERAS_GELU[1], ours=False) for owner in _KERAS_GELU)
_TANH = tuple(Default(owner, "approximate", owner == _KERAS_GELU[1], ours=True) for owner in _KERAS_GELU)

DEFAULTS: dict[str, dict[str, tuple[Default, ...]]] = {
    "numpy": {
        "softmax": _axis("scipy.special.softmax", "axis", None),
        "softmin": _axis("scipy.special.softmax", "axis", None),
    },
    "torch": {
        "celu": (Default("torch.nn.CELU", "alpha", 1.0, "alpha"),),
        "elu": (Default("torch.nn.ELU", "alpha", 1.0, "alpha"),),
        "geglu": (Default("torch.nn.GELU", "approximate", "none", ours="none"),),
        "gelu": (Default("torch.nn.GELU", "approximate", "none", ours="none"),),
        "gelu_tanh": (Default("torch.nn.GELU", "approximate", "none", ours="tanh"),),
        "glu": _axis("torch.nn.GLU", "dim", -1),
        "hard_shrink": (Default("torch.nn.Hardshrink", "lambd", 0.5, "lambd"),),
        "hard_tanh": (
            Default("torch.nn.Hardtanh", "min_val", -1.0, "low"),
            Default("torch.nn.Hardtanh", "max_val", 1.0, "high"),
        ),
        "leaky_relu": (Default("torch.nn.LeakyReLU", "negative_slope", 0.01, "alpha"),),
        "log_softmax": _axis("torch.nn.LogSoftmax", "dim", None),
        "prelu": (Default("torch.nn.PReLU", "init", 0.25, "alpha"),),
        "rrelu": (
            Default("torch.nn.RReLU", "lower", 1 / 8, "lower"),
            Default("torch.nn.RReLU", "upper", 1 / 3, "upper"),
        ),
        "soft_shrink": (Default("torch.nn.Softshrink", "lambd", 0.5, "lambd"),),
        "softmax": _axis("torch.nn.Softmax", "dim", None),
        "softmin": _axis("torch.nn.Softmin", "dim", None),
        "softplus": (
            Default("torch.nn.Softplus", "beta", 1.0, "beta"),
            Default("torch.nn.Softplus", "threshold", 20.0, ours=inf),
        ),
    },
    "keras": {
        "celu": (Default("keras.activations.celu", "alpha", 1.0, "alpha"),),
        "elu": (Default("keras.activations.elu", "alpha", 1.0, "alpha"),),
        "geglu": _EXACT,
        "gelu": _EXACT,
        "gelu_tanh": _TANH,
        "glu": _axis("keras.activations.glu", "axis", -1),
        "hard_shrink": (Default("keras.activations.hard_shrink", "threshold", 0.5, "lambd"),),
        "leaky_relu": (
            Default("keras.activations.leaky_relu", "negative_slope", 0.2, "alpha"),
            Default("keras.layers.LeakyReLU", "negative_slope", 0.3, "alpha"),
        ),
        "log_softmax": _axis("keras.activations.log_softmax", "axis", -1),
        "prelu": (Default("keras.layers.PReLU", "alpha_initializer", "Zeros", "alpha"),),
        "soft_shrink": (Default("keras.activations.soft_shrink", "threshold", 0.5, "lambd"),),
        "softmax": _axis("keras.activations.softmax", "axis", -1),
        "softmin": _axis("keras.activations.softmax", "axis", -1),
        "sparsemax": _axis("keras.activations.sparsemax", "axis", -1),
        "squareplus": (Default("keras.activations.squareplus", "b", 4.0, "beta"),),
    },
    "jax": {
        "celu": (Default("jax.nn.celu", "alpha", 1.0, "alpha"),),
        "elu": (Default("jax.nn.elu", "alpha", 1.0, "alpha"),),
        "geglu": (Default(_JAX_GELU, "approximate", True, ours=False),),
        "gelu": (Default(_JAX_GELU, "approximate", True, ours=False),),
        "gelu_tanh": (Default(_JAX_GELU, "approximate", True, ours=True),),
        "glu": _axis("jax.nn.glu", "axis", -1),
        "leaky_relu": (Default("jax.nn.leaky_relu", "negative_slope", 0.01, "alpha"),),
        "log_softmax": _axis("jax.nn.log_softmax", "axis", -1),
        "prelu": (Default("flax.linen.PReLU", "negative_slope_init", 0.01, "alpha"),),
        "softmax": _axis("jax.nn.softmax", "axis", -1),
        "softmin": _axis("jax.nn.softmax", "axis", -1),
        "squareplus": (Default("jax.nn.squareplus", "b", 4.0, "beta"),),
    },
    "onnx": {
        "celu": (Default("Celu", "alpha", 1.0, "alpha"),),
        "elu": (Default("Elu", "alpha", 1.0, "alpha"),),
        "geglu": (Default("Gelu", "approximate", "none", ours="none"),),
        "gelu": (Default("Gelu", "approximate", "none", ours="none"),),
        "gelu_sigmoid": (Default("Swish", "alpha", 1.0, ours=1.702),),
        "gelu_tanh": (Default("Gelu", "approximate", "none", ours="tanh"),),
        "hard_shrink": (
            Default("Shrink", "lambd", 0.5, "lambd"),
            Default("Shrink", "bias", 0.0, ours=0.0),
        ),
        "hard_sigmoid": (
            Default("HardSigmoid", "alpha", 0.2, ours=1 / 6),
            Default("HardSigmoid", "beta", 0.5, ours=0.5),
        ),
        "hardmax": _axis("Hardmax", "axis", -1),
        "leaky_relu": (Default("LeakyRelu", "alpha", 0.01, "alpha"),),
        "log_softmax": _axis("LogSoftmax", "axis", -1),
        "silu": (Default("Swish", "alpha", 1.0, ours=1.0),),
        "soft_shrink": (
            Default("Shrink", "lambd", 0.5, "lambd"),
            Default("Shrink", "bias", 0.0, "lambd"),
        ),
        "softmax": _axis("Softmax", "axis", -1),
        "softmin": _axis("Softmax", "axis", -1),
        "swiglu": (Default("SwiGLU", "alpha", 1.0, "beta"),),
        "swish": (Default("Swish", "alpha", 1.0, "beta"),),
        "thresholded_relu": (Default("ThresholdedRelu", "alpha", 1.0, "alpha"),),
    },
}
