"""The cases that ship with ONNX, inputs and outputs included, pass on the catalogue wherever it can say them."""

import warnings
from collections.abc import Callable

import numpy as np
import pytest
from failures import every
from ml_dtypes import finfo  # NumPy's own does not know bfloat16
from onnx import defs, helper
from onnx.backend.test.loader import load_model_tests

from activations import get
from activations.floats import LARGEST
from activations.frameworks import FRAMEWORKS

SINGLE = np.float32  # attributes of operators are stored in it


class Inexpressible(Exception):
    """No function of the catalogue, at any setting, says this case."""


def same(name: str, **parameters: str) -> Callable:
    """The operator is a function of ours; its attribute `key` is our parameter `value`."""
    return lambda *inputs, **given: get(name)(*inputs, **{parameters[key]: v for key, v in given.items()})


def clip(x, low=None, high=None):
    """Hard tanh, shifted so that its floor is at most 0 and its ceiling at least 0; ONNX lets both bounds be absent."""
    low, high = (float(v) if v is not None else end for v, end in ((low, -LARGEST), (high, LARGEST)))
    if low > high:
        raise Inexpressible("floor above its ceiling")
    shift = min(max(low, 0.0), high)
    return shift + get("hard_tanh")(x.astype(float) - shift, low=low - shift, high=high - shift)


def gelu(x, approximate):
    return get({b"none": "gelu", b"tanh": "gelu_tanh"}[approximate])(x)


def hard_sigmoid(x, alpha, beta):
    """Ours is clip(x / 6 + 1 / 2): the input is scaled to match."""
    return get("hard_sigmoid")(6 * (alpha * x + beta) - 3)


def identity(x):
    if not isinstance(x, np.ndarray):
        raise Inexpressible("not a tensor")
    return get("identity")(x)


def maximum(*pieces):
    return get("maxout")(np.stack(np.broadcast_arrays(*pieces), axis=-1))


def prelu(x, slope):
    """Ours has one slope for all elements, so each gets a call of its own."""
    return np.vectorize(lambda xi, alpha: get("prelu")(xi, alpha=alpha))(x, slope)


def selu(x, alpha, gamma):
    """Ours has the constants of the paper; any others make a scaled ELU."""
    ours = get("selu").derivative([0.0, 1.0])  # gamma * alpha, gamma
    if np.array_equal(np.asarray([gamma * alpha, gamma], SINGLE), ours.astype(SINGLE)):
        return get("selu")(x)
    return gamma * get("elu")(x, alpha=alpha)


OPERATORS: dict[str, Callable] = {
    "Atan": same("arctan"),
    "Celu": same("celu", alpha="alpha"),
    "Clip": clip,
    "Cos": get("sine").derivative,
    "Elu": same("elu", alpha="alpha"),
    "Exp": same("exponential"),
    "Gelu": gelu,
    "HardSigmoid": hard_sigmoid,
    "HardSwish": same("hard_swish"),
    "Hardmax": same("hardmax", axis="axis"),
    "Identity": identity,
    "LeakyRelu": same("leaky_relu", alpha="alpha"),
    "LogSoftmax": same("log_softmax", axis="axis"),
    "Max": maximum,
    "Mish": same("mish"),
    "Mul": same("bilinear"),
    "PRelu": prelu,
    "Relu": same("relu"),
    "Selu": selu,
    "Shrink": same("shrink", lambd="lambd", bias="bias"),
    "Sigmoid": same("sigmoid"),
    "Sin": same("sine"),
    "Softmax": same("softmax", axis="axis"),
    "Softplus": same("softplus"),
    "Softsign": same("softsign"),
    "SwiGLU": same("swiglu", alpha="beta"),
    "Swish": same("swish", alpha="beta"),
    "Tanh": same("tanh"),
    "ThresholdedRelu": same("thresholded_relu", alpha="alpha"),
}
INEXPRESSIBLE = {
    "test_clip_min_greater_than_max": "floor above its ceiling",
    "test_identity_opt": "not a tensor",
    "test_identity_sequence": "not a tensor",
}


def operator(case):
    return case.model.graph.node[0].op_type


def collect():
    """Every case whose model is a single node of the table."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # the cases of other operators overflow on purpose
        loaded = load_model_tests(kind="node")
    return {c.name: c for c in loaded if [n.op_type in OPERATORS for n in c.model.graph.node] == [True]}


CASES = collect()


def attributes(model):
    """What the node says, completed with the defaults of its operator in the model's opset."""
    node, opset = model.graph.node[0], {o.domain: o.version for o in model.opset_import}
    schema = defs.get_schema(node.op_type, opset[node.domain], node.domain)
    stated = [a.default_value for a in schema.attributes.values() if a.default_value.name]
    return {a.name: helper.get_attribute_value(a) for a in [*stated, *node.attribute]}


def arguments(model, inputs):
    """The inputs in place, None where one is left out; bfloat16, which NumPy does not know, becomes float32."""
    given = iter(inputs)
    return [wide(next(given)) if name else None for name in model.graph.node[0].input]


def wide(x):
    return x.astype(SINGLE) if isinstance(x, np.ndarray) and x.dtype.name == "bfloat16" else x


def evaluate(case, inputs):
    """The node of the case, said in our functions."""
    return OPERATORS[operator(case)](*arguments(case.model, inputs), **attributes(case.model))


def tolerance(dtype):
    """Four steps of the float type in which ONNX computed the output; integers must be equal."""
    return 0.0 if dtype.kind in "iub" else 4 * float(finfo(dtype).eps)


def expressible(name):
    return [case for case in sorted(set(CASES) - set(INEXPRESSIBLE)) if operator(CASES[case]) == name]


@pytest.mark.parametrize("name", OPERATORS)
@every("case_name", expressible)
def test_the_cases_of_an_operator_pass(case_name):
    for inputs, (exact,) in CASES[case_name].data_sets:
        result, near = evaluate(CASES[case_name], inputs), tolerance(exact.dtype)
        assert result.shape == exact.shape
        np.testing.assert_allclose(result.astype(float), exact.astype(float), rtol=near, atol=near)


@every("case_name, reason", INEXPRESSIBLE.items())
def test_a_case_stays_out_for_the_known_reason(case_name, reason):
    for inputs, _ in CASES[case_name].data_sets:
        with pytest.raises(Inexpressible, match=reason):
            evaluate(CASES[case_name], inputs)


def test_every_operator_the_lesson_names_is_held_to_its_cases():
    assert {row.owner for rows in FRAMEWORKS["onnx"].defaults.values() for row in rows} <= set(OPERATORS)
