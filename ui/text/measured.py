"""What was measured of the frameworks, beside the code for them: digits that it loses, and slopes at kinks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import isfinite, isnan

import numpy as np

import content
from activations.frameworks import FRAMEWORKS, measured
from activations.frameworks.measured import ENGINES, Loss
from activations.frameworks.snippets import INPUTS, same_spelling
from activations.spec import Activation, Function, VectorActivation
from content import Reader
from ui.state import language
from ui.text import numbers, small_table

TOLD = [
    ("value", "near"),
    ("slope", "near"),
    ("value", "far"),
    ("value", "infinite"),
    ("value", "nan"),
]  # in this order
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SLOPED = tuple(name for name, framework in FRAMEWORKS.items() if framework.differentiates)
INPUT = {"x": "x", "z": "z", "gate": "g", "value": "v"}  # as the formulas have them


def losses(function: Function, framework: str, params: Mapping[str, float], portable: bool = False) -> list[Loss]:
    """What is worth telling of the code on show: not how slopes fare at infinity, nor what other settings lose."""
    found = (
        loss
        for loss in measured.losses()
        if loss.function == function.id
        and ENGINES[loss.engine] == framework
        and (loss.order, loss.where) in TOLD
        and FRAMEWORKS[framework].engines[loss.engine].portable == portable
        and same_spelling(function.id, framework, params, loss.params or {}, portable)
        and (not loss.params or function.resolve(loss.params) == function.resolve(params))
    )
    return sorted(found, key=lambda loss: TOLD.index((loss.order, loss.where)))


def tell_losses(function: Function, framework: str, params: Mapping[str, float], portable: bool = False) -> None:
    """A table of the worst points, if there are any."""
    say, found = language.reader("measured"), losses(function, framework, params, portable)
    if found:
        language.prose(say, "losses", **_when(framework))
        small_table.show(say.cells("losses_head"), _rows(function, found, params))


def _rows(function: Function, found: Iterable[Loss], params: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    """One line for each point; those that share it are named together."""
    together: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for loss in found:
        shown = (_point(function, loss, params), _asked(function, loss), _number(loss.got), _number(loss.exact))
        who = (f"precision_{loss.precision}", f"engine_{loss.engine.removesuffix('_portable')}")
        together.setdefault((*shown, _size(loss)), []).append(who)
    for (point, asked, got, exact, size), everyone in together.items():
        yield point, asked, _each(partial(_who, everyone)), got, exact, size


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
        shown = f"∂y{row + 1}/∂z{column + 1}" if loss.order == "slope" else f"y{loss.part + 1}"
        return shown.translate(LOWERED)
    names = [INPUT[name] for name in INPUTS[type(function)]]
    by = f"∂f/∂{names[loss.part]}" if len(names) > 1 else "f′"
    return by if loss.order == "slope" else "f"


def _who(pairs: Sequence[tuple[str, str]], say: Reader) -> str:
    """Precisions, and what computes in them where a framework leaves that open."""
    precisions, engines = (list(dict.fromkeys(names)) for names in zip(*pairs, strict=True))
    every = len(pairs) == len(precisions) * len(engines)
    groups = [(precisions, engines)] if every else [([precision], [engine]) for precision, engine in pairs]
    return " / ".join(_by(" / ".join(map(say, what)), who, say) for what, who in groups)


def _by(what: str, engines: Iterable[str], say: Reader) -> str:
    known = " / ".join(say(engine) for engine in engines if engine in say)
    return say("by", what=what, who=known) if known else what


def _each(told: Callable[[Reader], str]) -> str:
    """The same in every language that is shown, joined as `Reader` joins labels."""
    return " · ".join(dict.fromkeys(told(content.reader("measured", lang)) for lang in language.shown()))


def _number(x: float) -> str:
    return "NaN" if isnan(x) else numbers.signed(x, 3)


def _size(loss: Loss) -> str:
    return f"{numbers.signed(100 * loss.error, 3)} %" if isfinite(loss.error) else "–"


def tell_slopes(act: Activation) -> None:
    """The slope that everyone takes where there is none, at the defaults."""
    found = measured.slopes(act.id)
    if not found:
        return
    say = language.reader("measured")
    language.prose(say, "slopes", **_when(*SLOPED))
    lines = []
    for x, taken in found.items():
        ours = numbers.signed(float(act.derivative(x)), 3)
        lines.append((numbers.signed(x), ours, *(_taken(framework, taken) for framework in SLOPED)))
    with small_table.wide("slopes"):
        small_table.show(("x", say("ours"), *(FRAMEWORKS[framework].name for framework in SLOPED)), lines)


def _taken(framework: str, taken: Mapping[str, float]) -> str:
    """One number, or several with what computes each; a dash where there is no derivative."""
    mine = {engine: numbers.signed(slope, 3) for engine, slope in taken.items() if ENGINES[engine] == framework}
    if len(set(mine.values())) > 1:
        return _each(lambda say: " / ".join(_by(slope, [f"engine_{name}"], say) for name, slope in mine.items()))
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
    packages = dict.fromkeys(package for framework in frameworks for package in FRAMEWORKS[framework].packages)
    versions = ", ".join(f"{name} {known[name].partition('+')[0]}" for name in packages)
    return {"date": str(measured.day(*frameworks)), "versions": versions}
