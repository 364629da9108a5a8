"""Choosing functions from a list: in teaching order, names in the reader's language."""

import re
from collections.abc import Callable

import content
from activations import CATALOGUE
from activations.spec import Function, Param
from ui.state import controls, language

TAUGHT = {  # families, and functions within each, in the order one would teach them: each follows from one before it
    # a threshold, then the same softened
    "threshold": ("step", "identity"),
    "sigmoidal": (
        *("sigmoid", "scaled_sigmoid", "laplace", "tanh", "lecun_tanh", "soft_cap", "softsign", "arctan"),
        *("hard_sigmoid", "sparse_sigmoid", "hard_tanh", "log_sigmoid"),  # at less cost, and as a logarithm
        *("dyt", "derf"),  # where a layer would be normalised
    ),
    # half a line instead; what becomes of its dead half, then of the other
    "rectifier": (
        *("relu", "leaky_relu", "prelu", "rrelu", "dynamic_relu"),
        *("relu6", "thresholded_relu", "threshold_value", "keras_relu"),
        *("squared_relu", "star_relu", "poly_relu"),
    ),
    "exponential": ("elu", "selu", "celu", "xielu", "exponential"),
    # without its corner, then as an input that opens its own gate, then one that opens another's
    "smooth_rectifier": ("softplus", "sqrt_softplus", "squareplus", "sparse_plus"),
    "self_gated": (
        *("silu", "swish", "hard_swish", "gelu", "gelu_tanh", "gelu_sigmoid", "gelu_clipped"),
        *("mish", "hard_mish", "serf", "telu", "golu", "b_silu", "acon_c", "lisht"),
    ),
    "gated": (
        *("glu", "bilinear", "reglu", "geglu", "geglu_tanh", "swiglu"),
        *("swiglu_clamped", "swiglu_limited", "swiglu_step", "maxout"),  # the same, kept within limits
    ),
    # the way out of a network, and what serves special ends
    "distribution": (
        *("softmax", "log_softmax", "softmin", "hardmax", "sparsemax", "entmax15"),
        "gumbel_softmax",  # drawn by lot
    ),
    "row": ("gaussian_topk", "poly_norm"),  # of a whole row as well, but no shares
    "shrinkage": ("hard_shrink", "soft_shrink", "shrink", "tanh_shrink"),
    "periodic": ("sine", "snake", "snake_beta", "gaussian"),
    # whose shape is not chosen but learned
    "learned": ("rational", "kan_edge"),
}
FAMILIES = tuple(TAUGHT)


def by_family(kind: type[Function] = Function) -> list[str]:
    """The ids of all functions of one kind in teaching order; those without a place in it end their family."""
    return sorted((f.id for f in CATALOGUE.values() if isinstance(f, kind)), key=taught)


def taught(function_id: str) -> tuple[int, int, str]:
    """Where a function stands in teaching order."""
    family = CATALOGUE[function_id].family
    order = TAUGHT[family]
    place = order.index(function_id) if function_id in order else len(order)
    return FAMILIES.index(family), place, function_id


def name(function_id: str) -> str:
    """The display name of a function."""
    return language.reader(f"functions/{function_id}")("name")


def short(function_id: str, lang: str | None = None) -> str:
    """The display name without what follows in brackets, for legends and chips; in the session's language, or another.

    No two functions share it.
    """
    unit = f"functions/{function_id}"
    names = (content.reader(unit, lang) if lang else language.reader(unit)).each("name")
    return " · ".join(dict.fromkeys(re.split("[(\N{FULLWIDTH LEFT PARENTHESIS}]", name)[0].strip() for name in names))


def label(function_id: str) -> str:
    """The display name after its family."""
    family = language.reader("ui")(f"family_{CATALOGUE[function_id].family}")
    return f"{family} / {name(function_id)}"


def spelled(*function_ids: str, by: str = ", ") -> Callable[[str], str]:
    """The same of one function or several, for a blank: each language spells them in its own way."""
    return lambda lang: by.join(short(one, lang) for one in function_ids)


def of_slider(owner: str, p: Param) -> str:
    """A parameter where several functions have sliders: with the name of its own."""
    return f"{short(owner)}: {controls.spoken(p)}"
