"""What was measured of the frameworks, beside the code for them: digits that it loses, and slopes at kinks."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite, isnan

import numpy as np
import streamlit as st

from activations import measured
from activations.measured import ENGINES, Loss
from activations.snippets import INPUTS, same_spelling
from activations.spec import Activation, Function, VectorActivation
from content import Reader
from ui import card, language

PACKAGES = {
    **{"numpy": ("numpy", "scipy"), "torch": ("torch",), "keras": ("keras", "jax", "torch"), "jax": ("jax",)},
    "onnx": ("onnx", "onnxruntime"),
}
TOLD = {("value", "near"), ("value", "far"), ("value", "infinite"), ("value", "nan"), ("slope", "near")}
SLOPED = ("torch", "jax", "keras")  # those that differentiate
INPUT = {"x": "x", "z": "z", "gate": "g", "value": "v"}  # as the formulas have them


def losses(function: Function, framework: str, params: Mapping[str, float]) -> list[Loss]:
    """What is worth telling of the code on show: not how slopes fare at infinity."""
    return [
        loss
        for loss in measured.losses()
        if loss.function == function.id
        and ENGINES[loss.engine] == framework
        and (loss.order, loss.where) in TOLD
        and "portable" not in loss.engine
        and same_spelling(function.id, framework, params, loss.params or {})
    ]


def tell_losses(function: Function, framework: str, params: Mapping[str, float]) -> None:
    """A table of the worst points, if there are any."""
    say, found = language.reader("measured"), losses(function, framework, params)
    if found:
        language.prose(say, "losses", **_when(framework))
        _table(say.cells("losses_head"), _rows(function, found, params, say))


def _rows(
    function: Function, found: Iterable[Loss], params: Mapping[str, float], say: Reader
) -> Iterator[tuple[str, ...]]:
    """One line for each point; those that share it are named together."""
    together: dict[tuple[str, ...], list[str]] = {}
    for loss in found:
        shown = (_point(function, loss, params), _asked(function, loss), _number(loss.got), _number(loss.exact))
        together.setdefault((*shown, _size(loss)), []).append(_by(say(f"precision_{loss.precision}"), loss.engine, say))
    for (point, asked, got, exact, size), everyone in together.items():
        yield point, asked, " / ".join(everyone), got, exact, size


def _point(function: Function, loss: Loss, params: Mapping[str, float]) -> str:
    """Where it was measured; parameters are named if they were not those of the sliders now."""
    numbers = [_number(x) for x in np.atleast_1d(loss.x).tolist()]
    names = [INPUT[name] for name in INPUTS[type(function)]]
    parts = [f"{names[0]} = ({'; '.join(numbers)})"] if len(numbers) > len(names) else []
    parts = parts or [f"{name} = {number}" for name, number in zip(names, numbers, strict=True)]
    there = function.resolve(loss.params or {})
    parts += [f"{p.symbol} = {there[p.name]:g}" for p in function.params if there[p.name] != params[p.name]]
    return ", ".join(parts)


def _asked(function: Function, loss: Loss) -> str:
    """The value or the slope, and of several which."""
    if isinstance(function, VectorActivation):
        row, column = divmod(loss.part, len(np.atleast_1d(loss.x)))
        return f"∂y{row + 1}/∂z{column + 1}" if loss.order == "slope" else f"y{loss.part + 1}"
    names = [INPUT[name] for name in INPUTS[type(function)]]
    by = f"∂f/∂{names[loss.part]}" if len(names) > 1 else "f′"
    return by if loss.order == "slope" else "f"


def _by(what: str, engine: str, say: Reader) -> str:
    """Also what computes it, where a framework leaves that open."""
    return say("by", what=what, who=say(f"engine_{engine}")) if f"engine_{engine}" in say else what


def _number(x: float) -> str:
    return "NaN" if isnan(x) else card.signed(x, 3)


def _size(loss: Loss) -> str:
    return f"{card.signed(100 * loss.error, 3)} %" if isfinite(loss.error) else "–"


def tell_slopes(act: Activation) -> None:
    """The slope that everyone takes where there is none, at the defaults."""
    found = measured.slopes(act.id)
    if not found:
        return
    names, say = language.reader("frameworks"), language.reader("measured")
    language.prose(say, "slopes", **_when(*SLOPED))
    lines = []
    for x, taken in found.items():
        ours = card.signed(float(act.derivative(x)), 3)
        lines.append((card.signed(x), ours, *(_taken(framework, taken, say) for framework in SLOPED)))
    _table(("x", say("ours"), *(names(framework) for framework in SLOPED)), lines)


def _taken(framework: str, taken: Mapping[str, float], say: Reader) -> str:
    """One number, or several with what computes each; a dash where there is no derivative."""
    mine = {engine: card.signed(slope, 3) for engine, slope in taken.items() if ENGINES[engine] == framework}
    if len(set(mine.values())) > 1:
        return " / ".join(_by(slope, engine, say) for engine, slope in mine.items())
    return next(iter(mine.values()), "–")


def tell_refusal(function: Function, framework: str) -> None:
    """That a runtime does not know the operator."""
    for row in measured.table()["refused"]:
        if row["function"] == function.id and ENGINES[row["engine"]] == framework:
            version = measured.table()["versions"][row["engine"]]
            language.prose(language.reader("measured"), "refused", version=version)


def _when(*frameworks: str) -> dict[str, str]:
    """Day and versions."""
    known = measured.table()["versions"]
    packages = dict.fromkeys(package for framework in frameworks for package in PACKAGES[framework])
    versions = ", ".join(f"{name} {known[name].partition('+')[0]}" for name in packages)
    return {"date": str(measured.table()["measured"]), "versions": versions}


def _table(head: Iterable[str], lines: Iterable[Iterable[str]]) -> None:
    rows = [list(cells) for cells in (head, *lines)]
    st.markdown("\n".join("|".join(cells) for cells in (rows[0], ["-"] * len(rows[0]), *rows[1:])))
