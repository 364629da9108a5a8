"""Each function as code for each framework, carrying the values of the sliders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from activations import get
from activations.frameworks import jax, keras, numpy, onnx, onnx_portable, torch
from activations.frameworks.defaults import FRAMEWORKS
from activations.frameworks.spelling import Spelling, Table
from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation

TABLES: dict[str, Table] = dict(
    zip(FRAMEWORKS, (t.SPELLINGS for t in (numpy, torch, keras, jax, onnx)), strict=True),
)
PORTABLE: dict[str, Table] = {framework: {} for framework in FRAMEWORKS} | {"onnx": onnx_portable.SPELLINGS}
EXAMPLES: dict[str, list[float]] = {
    "x": [-2.0, -0.5, 0.0, 0.5, 2.0],
    "z": [2.0, 1.0, -1.0],
    "gate": [-2.0, 0.5, 3.0],
    "value": [1.0, -2.0, 0.5],
}
INPUTS: dict[type[Function], tuple[str, ...]] = {
    Activation: ("x",),
    VectorActivation: ("z",),
    GatedActivation: ("gate", "value"),
    PoolingActivation: ("z",),
}
GIVEN = {
    "numpy": "{name} = np.array({values})",
    "torch": "{name} = torch.tensor({values})",
    "keras": "{name} = keras.ops.convert_to_tensor({values})",
    "jax": "{name} = jnp.array({values})",
    "onnx": "{name} = np.array({values}, dtype=np.float32)",
}
IMPORTS = {  # each line with the pattern that asks for it
    "numpy": {"import numpy as np": r"\bnp\.", "from scipy import special": r"\bspecial\."},
    "torch": {"import torch": r"\btorch\.", "import torch.nn.functional as F": r"\bF\."},
    "keras": {"import keras": r"\bkeras\."},
    "jax": {"import jax": r"\bjax\.", "import jax.numpy as jnp": r"\bjnp\."},
    "onnx": {
        "import numpy as np": r"\bnp\.",
        "import onnx.parser": r"\bonnx\.",
        "from onnx.reference import ReferenceEvaluator": r"\bReferenceEvaluator\b",
    },
}


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code that runs as it stands; `native` says that the framework has the function itself.

    `note` is the slot of `content/frameworks.toml` that says what to mind, if anything; `portable` is the same
    function in older operators, where the code needs a runtime that few have.
    """

    code: str
    native: bool
    note: str | None
    portable: str | None = None


def snippet(function_id: str, framework: str, **params: float) -> Snippet:
    """The code for one function in one framework; parameters that are not given have their defaults."""
    function = get(function_id)
    values = function.resolve(params)
    spelling, older = _fitting(TABLES[framework][function.id], values), PORTABLE[framework].get(function.id)
    portable = _whole(function, framework, _fitting(older, values), values) if older else None
    return Snippet(_whole(function, framework, spelling, values), spelling.native, spelling.note, portable)


def _whole(function: Function, framework: str, spelling: Spelling, values: Mapping[str, float]) -> str:
    """Imports, examples and the body."""
    given = [GIVEN[framework].format(name=name, values=EXAMPLES[name]) for name in INPUTS[type(function)]]
    code = "\n".join([*given, _body(function, spelling, values)])
    return "\n".join([*_imports(framework, code), "", code])


def same_spelling(
    function_id: str, framework: str, one: Mapping[str, float], other: Mapping[str, float], portable: bool = False
) -> bool:
    """Whether the code differs in its numbers only."""
    spellings, function = (PORTABLE if portable else TABLES)[framework][function_id], get(function_id)
    return _fitting(spellings, function.resolve(one)) is _fitting(spellings, function.resolve(other))


def script(chosen: Mapping[str, Mapping[str, float]]) -> str:
    """A program that draws several element-wise functions with NumPy and Matplotlib; values by function id."""
    drawn = []
    for function_id, params in chosen.items():
        function = get(function_id)
        values = function.resolve(params)
        code = _body(function, _fitting(TABLES["numpy"][function_id], values), values)
        drawn.append(f'{code}\nplt.plot(x, y, label="{function.name}")')
    body = "\n\n".join(["x = np.linspace(-6, 6, 601)", *drawn, "plt.grid()\nplt.legend()\nplt.show()"])
    return "\n".join([*_imports("numpy", body), "import matplotlib.pyplot as plt", "", body])


def _body(function: Function, spelling: Spelling, values: Mapping[str, float]) -> str:
    written = _written(function, _in_order(dict(values), spelling.ascending))
    return _tidy(Template(spelling.code).substitute(written | _signature(function)))


def _imports(framework: str, code: str) -> list[str]:
    return [line for line, pattern in IMPORTS[framework].items() if re.search(pattern, code)]


def _fitting(spellings: Spelling | tuple[Spelling, ...], values: Mapping[str, float]) -> Spelling:
    choices = spellings if isinstance(spellings, tuple) else (spellings,)
    return next(s for s in choices if s.fits(values))


def _in_order(values: dict[str, float], ascending: tuple[str, ...]) -> dict[str, float]:
    return values | dict(zip(ascending, sorted(values[name] for name in ascending), strict=True))


def _written(function: Function, values: Mapping[str, float]) -> dict[str, str]:
    """Numbers as Python writes them; what moves in whole steps is counted in integers."""
    whole = {p.name for p in function.params if p.step.is_integer()}
    return {name: repr(int(value) if name in whole else value) for name, value in values.items()}


def _tidy(code: str) -> str:
    """`a + -0.5` as people write it."""
    return re.sub(r"\+ -(?=\d)", "- ", code)


def _signature(function: Function) -> dict[str, str]:
    """What an ONNX graph takes and returns, and what it is fed with; one value where pieces are pooled."""
    names = INPUTS[type(function)]
    return {
        "inputs": ", ".join(f"float[N] {name}" for name in names),
        "output": "float y" if isinstance(function, PoolingActivation) else "float[N] y",
        "feed": ", ".join(f'"{name}": {name}' for name in names),
    }
