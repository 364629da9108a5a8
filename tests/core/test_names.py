"""Functions are found by the names that other libraries give them, and those names mean the same formula there."""

import math
import re

import numpy as np
import pytest
from failures import every
from scipy.special import erf, expit, log1p

from activations import ALIASES, CATALOGUE, find, get
from activations.frameworks import FRAMEWORKS
from activations.frameworks.framework import Spelling
from activations.names import LONGEST, libraries, readings
from activations.spec import Activation

X = np.linspace(-12, 12, 961)


def softplus(x):
    return np.maximum(x, 0) + log1p(np.exp(-np.abs(x)))


def gelu(x):
    return x * 0.5 * (1 + erf(x / math.sqrt(2)))


def clip(x, low, high):
    return np.minimum(np.maximum(x, low), high)


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def tanh_of_cube(x):
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


# Written from transformers' activations.py, timm's activations.py and, where these hand on, torch's documentation.
FORMULAS = {
    "transformers": {
        "gelu": gelu,
        "gelu_10": lambda x: clip(gelu(x), -10, 10),
        "gelu_accurate": tanh_of_cube,
        "gelu_fast": lambda x: 0.5 * x * (1 + np.tanh(x * 0.7978845608 * (1 + 0.044715 * x * x))),
        "gelu_new": tanh_of_cube,
        "gelu_python": gelu,
        "gelu_python_tanh": tanh_of_cube,
        "gelu_pytorch_tanh": tanh_of_cube,
        "hardswish": lambda x: x * clip(x + 3, 0, 6) / 6,
        "laplace": lambda x: 0.5 * (1 + erf((x - 0.707107) / (0.282095 * math.sqrt(2)))),
        "leaky_relu": lambda x: np.where(x >= 0, x, 0.01 * x),
        "linear": lambda x: x,
        "mish": lambda x: x * np.tanh(softplus(x)),
        "prelu": lambda x: np.where(x >= 0, x, 0.25 * x),
        "quick_gelu": lambda x: x * expit(1.702 * x),
        "relu": lambda x: np.maximum(x, 0),
        "relu2": lambda x: np.square(np.maximum(x, 0)),
        "relu6": lambda x: clip(x, 0, 6),
        "sigmoid": expit,
        "silu": lambda x: x * expit(x),
        "sqrtsoftplus": lambda x: np.sqrt(softplus(x)),
        "swish": lambda x: x * expit(x),
        "tanh": np.tanh,
        # theirs puts -1e-6 in place of x between there and 0, which moves the result by 8e-7
        "xielu": lambda x: np.where(x > 0, 0.8 * x * x + 0.5 * x, (np.expm1(np.minimum(x, 0)) - x) * 0.8 + 0.5 * x),
    },
    "timm": {
        "celu": elu,
        "elu": elu,
        "gelu": gelu,
        "gelu_tanh": tanh_of_cube,
        "hard_mish": lambda x: 0.5 * x * clip(x + 2, 0, 2),
        "hard_sigmoid": lambda x: clip(x + 3, 0, 6) / 6,
        "hard_swish": lambda x: x * clip(x + 3, 0, 6) / 6,
        "hardsigmoid": lambda x: clip(x + 3, 0, 6) / 6,
        "hardswish": lambda x: x * clip(x + 3, 0, 6) / 6,
        "identity": lambda x: x,
        "leaky_relu": lambda x: np.where(x >= 0, x, 0.01 * x),
        "mish": lambda x: x * np.tanh(softplus(x)),
        "prelu": lambda x: np.where(x >= 0, x, 0.25 * x),
        "quick_gelu": lambda x: x * expit(1.702 * x),
        "relu": lambda x: np.maximum(x, 0),
        "relu6": lambda x: clip(x, 0, 6),
        "selu": lambda x: 1.0507009873554804934193349852946 * elu(x, 1.6732632423543772848170429916717),
        "sigmoid": expit,
        "silu": lambda x: x * expit(x),
        "swish": lambda x: x * expit(x),
        "tanh": np.tanh,
    },
}
KEYS = [(library, key) for library, table in FORMULAS.items() for key in table]


def agrees(act, formula):
    return np.allclose(act(X), formula(X), rtol=1e-9, atol=1e-12)


def test_every_key_of_a_library_has_a_formula_here():
    assert {name: {*one.names, *one.absent} for name, one in libraries().items()} == {
        name: set(table) for name, table in FORMULAS.items()
    }
    assert all(one.source for one in libraries().values())


@every("library, key", KEYS)
def test_a_key_finds_the_function_of_its_formula_or_nothing(library, key):
    table, formula = libraries()[library], FORMULAS[library][key]
    if key in table.names:
        assert get(key).id == table.names[key] and agrees(get(key), formula)
    else:
        assert find(key) is None
        assert not [f.id for f in CATALOGUE.values() if isinstance(f, Activation) and agrees(f, formula)]
        with pytest.raises(KeyError, match=key):
            get(key)


@every("name", [*CATALOGUE, *ALIASES, *(f.name for f in CATALOGUE.values())])
def test_capitals_width_and_what_stands_between_words_do_not_count(name):
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    ways = [
        name.upper(),
        name.title(),
        f"  {name}\t",
        wide,
        *(re.sub("[_ -]", s, name) for s in ("-", " ", ".", "", "_")),
    ]
    assert {find(way) for way in ways} == {get(name).id}


def test_no_name_is_read_as_two_functions():
    owners = {}
    for function in CATALOGUE.values():
        for name in (function.id, function.name, *function.aliases):
            owners.setdefault(next(readings(name)), set()).add(function.id)
    assert not [way for way, ids in owners.items() if len(ids) > 1]


def called():
    """What frameworks' own functions are called in code, with the ids of all that are spelled by such a call."""
    found = {}
    for framework in FRAMEWORKS.values():
        for id, spelt in framework.spellings.items():
            for one in (spelt,) if isinstance(spelt, Spelling) else spelt:
                plain = re.fullmatch(r"y = ([\w.]+)(?:\([^()]*\))*", one.code.splitlines()[-1])
                if one.native and plain and "." in plain[1]:
                    found.setdefault(plain[1], set()).add(id)
    for rows in (row for framework in FRAMEWORKS.values() for row in framework.defaults.items()):
        for default in rows[1]:
            found.setdefault(default.owner, set()).add(rows[0])
    return found


@every("name, ids", called().items())
def test_names_with_their_modules_are_understood(name, ids):
    """As far as the name alone says which function it is: ONNX's Shrink is several."""
    last = name.split(".")[-1]
    assert find(name) == find(last) and (find(name) in ids or find(name) is None)


@every(
    "name, id",
    [
        ("torch.nn.GELU", "gelu"),
        ("nn.SiLU()", "silu"),
        ("F.relu", "relu"),
        ("jax.nn.silu", "silu"),
        ("jax.nn.hard_silu", "hard_swish"),
        ("tf.keras.activations.linear", "identity"),
        ("keras.ops.log_softmax", "log_softmax"),
        ("HardSwish", "hard_swish"),
        ("ThresholdedRelu", "thresholded_relu"),
        ("Softshrink", "soft_shrink"),
        ("scipy.special.expit", "sigmoid"),
        ("special.log_expit", "log_sigmoid"),
    ],
)
def test_names_as_people_copy_them(name, id):
    assert get(name) is CATALOGUE[id]


@every("name", ["", " ", ".", "()", "nan", "inf", "-relu+", "my.relu", "relu(x)", "\0", "relu," * 999_999])
def test_what_is_no_name_finds_nothing(name):
    assert find(name) is None
    with pytest.raises(KeyError):
        get(name)


def test_no_name_is_longer_than_what_is_read():
    assert max(map(len, ALIASES)) < LONGEST
