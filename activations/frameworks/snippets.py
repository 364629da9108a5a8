"""Each function as code for each framework, carrying the values of the sliders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from activations import get
from activations.frameworks import FRAMEWORKS
from activations.frameworks.framework import Framework, Spelling
from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation

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


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code that runs as it stands; `native` says that the framework has the function itself.

    `given` are those of its lines that make examples. `note` is the slot of `content/frameworks.toml` that says what to
    mind, if anything; `portable` is the same function in older operators, where the code needs a runtime that few have.
    """

    code: str
    given: str
    native: bool
    note: str | None
    portable: str | None = None


def snippet(function_id: str, framework: str, **params: float) -> Snippet:
    """The code for one function in one framework; parameters that are not given have their defaults.

    KeyError for an unknown function or framework, TypeError for an unknown parameter, ValueError for one outside its
    domain.
    """
    function = get(function_id)
    values = function.resolve(params)
    where = FRAMEWORKS[framework]
    spelling, older = _fitting(where.spellings[function.id], values), where.portable.get(function.id)
    portable = _whole(function, where, _fitting(older, values), values) if older else None
    code, given = _whole(function, where, spelling, values), _given(function, where)
    return Snippet(code, given, spelling.native, spelling.note, portable)


def _whole(function: Function, framework: Framework, spelling: Spelling, values: Mapping[str, float]) -> str:
    """Imports, examples and the body."""
    code = _given(function, framework) + _body(function, spelling, values)
    return "\n".join([*imports(framework, code), "", code])


def _given(function: Function, framework: Framework) -> str:
    lines = [framework.given.format(name=name, values=EXAMPLES[name]) for name in INPUTS[type(function)]]
    return "".join(f"{line}\n" for line in lines)


def same_spelling(
    function_id: str, framework: str, one: Mapping[str, float], other: Mapping[str, float], portable: bool = False
) -> bool:
    """Whether the code differs in its numbers only between two settings; errors as from `snippet`, and KeyError if the
    function has no portable spelling there."""
    where, function = FRAMEWORKS[framework], get(function_id)
    spellings = (where.portable if portable else where.spellings)[function_id]
    return _fitting(spellings, function.resolve(one)) is _fitting(spellings, function.resolve(other))


def script(chosen: Mapping[str, Mapping[str, float]]) -> str:
    """A program that draws several element-wise functions with NumPy and Matplotlib; values by function id.

    Errors as from `snippet`.
    """
    drawn, where = [], FRAMEWORKS["numpy"]
    for function_id, params in chosen.items():
        function = get(function_id)
        values = function.resolve(params)
        code = _body(function, _fitting(where.spellings[function_id], values), values)
        drawn.append(f'{code}\nplt.plot(x, y, label="{function.name}")')
    body = "\n\n".join(["x = np.linspace(-6, 6, 601)", *drawn, "plt.grid()\nplt.legend()\nplt.show()"])
    return "\n".join([*imports(where, body), "import matplotlib.pyplot as plt", "", body])


def body(function: Function, framework: str, params: Mapping[str, float]) -> str:
    """The lines from the inputs to `y` alone; errors as from `snippet`."""
    values = function.resolve(params)
    return _body(function, _fitting(FRAMEWORKS[framework].spellings[function.id], values), values)


def _body(function: Function, spelling: Spelling, values: Mapping[str, float]) -> str:
    written = _written(function, _in_order(dict(values), spelling.ascending))
    return _tidy(Template(spelling.code).substitute(written | _signature(function)))


def imports(framework: Framework, code: str) -> list[str]:
    """The lines that this code needs before it."""
    return [line for line, pattern in framework.imports.items() if re.search(pattern, code)]


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
