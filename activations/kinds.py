"""Which function is of which kind, for type checkers and editors: written by `make format`."""

from typing import Literal

Elementwise = Literal[
    "arctan",
    "celu",
    "dynamic_relu",
    "elu",
    "exponential",
    "gaussian",
    "gelu",
    "gelu_sigmoid",
    "gelu_tanh",
    "hard_shrink",
    "hard_sigmoid",
    "hard_swish",
    "hard_tanh",
    "identity",
    "leaky_relu",
    "lecun_tanh",
    "lisht",
    "log_sigmoid",
    "mish",
    "prelu",
    "relu",
    "relu6",
    "rrelu",
    "scaled_sigmoid",
    "selu",
    "sigmoid",
    "silu",
    "sine",
    "snake",
    "soft_shrink",
    "softplus",
    "softsign",
    "sparse_plus",
    "squared_relu",
    "squareplus",
    "step",
    "swish",
    "tanh",
    "tanh_shrink",
    "thresholded_relu",
]
Vector = Literal[
    "entmax15",
    "gaussian_topk",
    "gumbel_softmax",
    "hardmax",
    "log_softmax",
    "poly_norm",
    "softmax",
    "softmin",
    "sparsemax",
]
Gated = Literal[
    "bilinear", "geglu", "geglu_tanh", "glu", "reglu", "swiglu", "swiglu_clamped", "swiglu_limited", "swiglu_step"
]
Pooling = Literal["maxout"]
