"""Functions are found by the names that other libraries give them, and those names mean the same formula there."""

import math
import re

import numpy as np
import pytest
from failures import every
from scipy.special import erf, expit, log1p

import content
from activations import ALIASES, CATALOGUE, elementwise, find, get
from activations.frameworks import FRAMEWORKS
from activations.frameworks.framework import Spelling
from activations.names import LONGEST, absent, libraries, readings

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

ROW = np.array([-1.3, 2.0, 0.4, 1.9, -7.0])
SHARES = np.exp(ROW) / np.exp(ROW).sum()
A, B = np.meshgrid(np.linspace(-6, 6, 25), np.linspace(-6, 6, 25))


def pieces(x, lambd, beyond):
    return np.where(np.abs(x) > lambd, x - beyond * np.sign(x), 0)


# What frameworks list under a name, without capitals and separators: what ours gives with arguments that they take as
# well, and what their documentation has for these. Of two halves, our gate comes first.
DOCUMENTED = {
    "celu": lambda f: (f(X, alpha=0.5), np.maximum(X, 0) + elu(np.minimum(X, 0) / 0.5, 0.5)),
    "elu": lambda f: (f(X, alpha=0.5), elu(X, 0.5)),
    "exponential": lambda f: (f(X), np.exp(X)),
    "fastgelu": lambda f: (f(X), X / (1 + np.exp(-1.702 * abs(X))) * np.exp(0.851 * (X - abs(X)))),
    "gelu": lambda f: (f(X), gelu(X)),
    "glu": lambda f: (f(A, B), expit(A) * B),
    "gumbelsoftmax": lambda f: (f(ROW), SHARES),  # nothing is added with the seed that the lesson begins with
    "hardmax": lambda f: (f(ROW), [0, 1, 0, 0, 0]),
    "hardshrink": lambda f: (f(X, lambd=0.7), pieces(X, 0.7, 0)),
    "hardsigmoid": lambda f: (f(X), clip(X / 6 + 0.5, 0, 1)),
    "hardswish": lambda f: (f(X), X * clip(X + 3, 0, 6) / 6),
    "hardtanh": lambda f: (f(X), clip(X, -1, 1)),
    "identity": lambda f: (f(X), X),
    "leakyrelu": lambda f: (f(X, alpha=0.2), np.where(X >= 0, X, 0.2 * X)),
    "logsigmoid": lambda f: (f(X), -softplus(-X)),
    "logsoftmax": lambda f: (f(ROW), np.log(SHARES)),
    "maxout": lambda f: (f(ROW), 2),
    "mish": lambda f: (f(X), X * np.tanh(softplus(X))),
    "prelu": lambda f: (f(X, alpha=0.3), np.where(X >= 0, X, 0.3 * X)),
    "relu": lambda f: (f(X), np.maximum(X, 0)),
    "relu6": lambda f: (f(X), clip(X, 0, 6)),
    "rrelu": lambda f: (f(X), np.where(X >= 0, X, (1 / 8 + 1 / 3) / 2 * X)),
    "selu": lambda f: (f(X), 1.0507009873554804934193349852946 * elu(X, 1.6732632423543772848170429916717)),
    "shrink": lambda f: (f(X, lambd=0.7, bias=0.2), pieces(X, 0.7, 0.2)),
    "sigmoid": lambda f: (f(X), expit(X)),
    "silu": lambda f: (f(X), X * expit(X)),
    "softmax": lambda f: (f(ROW), SHARES),
    "softmin": lambda f: (f(-ROW), SHARES),
    "softplus": lambda f: (f(X), softplus(X)),
    "softshrink": lambda f: (f(X, lambd=0.7), pieces(X, 0.7, 0.7)),
    "softsign": lambda f: (f(X), X / (1 + abs(X))),
    "sparsemax": lambda f: (f(ROW), [0, 0.55, 0, 0.45, 0]),  # what remains of 2.0 and 1.9 beyond 1.45
    "sparseplus": lambda f: (f(X), np.where(X >= 1, X, np.where(X <= -1, 0, (X + 1) ** 2 / 4))),
    "sparsesigmoid": lambda f: (f(X), clip((X + 1) / 2, 0, 1)),
    "squareplus": lambda f: (f(X, beta=4), (X + np.sqrt(X * X + 4)) / 2),
    "swiglu": lambda f: (f(A, B), A * expit(A) * B),
    "swish": lambda f: (f(X), X * expit(X)),
    "tanh": lambda f: (f(X), np.tanh(X)),
    "tanhshrink": lambda f: (f(X), X - np.tanh(X)),
    "threshold": lambda f: (f(X, threshold=0.3, value=7), np.where(X > 0.3, X, 7)),
    "thresholdedrelu": lambda f: (f(X, alpha=0.8), np.where(X > 0.8, X, 0)),
}
SAME = {  # what is documented as another name for the same
    **{"hardsilu": "hardswish", "linear": "identity", "logsoftmaxext": "logsoftmax", "preluext": "prelu"},
    **{"hsigmoid": "hardsigmoid", "hswish": "hardswish", "hshrink": "hardshrink"},
}
LISTED = {name: one for name, one in libraries().items() if name not in FORMULAS}


def agrees(act, formula):
    return np.allclose(act(X), formula(X), rtol=1e-9, atol=1e-12)


def test_every_key_that_is_looked_up_by_a_string_has_a_formula_here():
    for name, table in FORMULAS.items():
        assert set(libraries()[name].names) == set(table) and not libraries()[name].absent
    assert all(one.source for one in libraries().values())


@every("library, key", KEYS)
def test_a_key_finds_the_function_of_its_formula(library, key):
    assert get(key).id == libraries()[library].names[key] and agrees(elementwise(key), FORMULAS[library][key])


def test_lists_are_as_long_as_in_the_wheels():
    """Counted there: a line that is lost is no name that is mistaken."""
    assert {name: len(one.names) + len(one.absent) for name, one in LISTED.items()} == {
        **{"keras.activations": 32, "jax.nn": 26, "torch.nn": 30, "torch.nn.functional": 43},
        **{"onnx": 25, "paddle.nn.functional": 38, "mindspore.nn": 31},
    }


@every("library, key", [(name, key) for name, one in LISTED.items() for key in one.names])
def test_a_name_of_a_framework_means_what_is_documented_there(library, key):
    id, way = LISTED[library].names[key], next(readings(key))
    assert find(key) == find(f"{library}.{key}") == find(f"{library}.{key}()") == id
    ours, theirs = DOCUMENTED[SAME.get(way, way)](CATALOGUE[id])
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)


@every("library, key", [(name, key) for name, one in LISTED.items() for key in one.absent])
def test_a_name_of_no_function_finds_none_and_has_a_reason(library, key):
    for spelling in (key, f"{library}.{key}", f"{library}.{key}()".upper()):
        assert find(spelling) is None
        found = absent(spelling)
        assert found and next(readings(found[0])) == next(readings(key)) and found[1] == LISTED[library].absent[key]
    with pytest.raises(KeyError, match=key):
        get(key)


def test_reasons_are_those_that_have_words():
    reasons = {reason for one in libraries().values() for reason in one.absent.values()}
    assert {f"means_{reason}" for reason in reasons} == set(content.load("absent"))


@every("name", [*CATALOGUE, *ALIASES, "", "x", "softmax3d", "my.Softmax2d", "Softmax2d," * 99])
def test_only_names_of_what_is_no_function_have_a_reason(name):
    assert absent(name) is None


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
        ("torch.nn.Hardtanh", "hard_tanh"),
        ("jax.nn.hard_tanh", "hard_tanh"),
        ("F.gumbel_softmax", "gumbel_softmax"),
        ("F.leaky_relu_", "leaky_relu"),
        ("gelu_fast", "gelu_tanh"),  # of transformers
        ("FastGelu", "gelu_sigmoid"),  # of MindSpore
        ("jax.nn.gelu", "gelu"),  # whose default is the tanh form
        ("onnx.HardSigmoid", "hard_sigmoid"),  # whose default has another slope
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
