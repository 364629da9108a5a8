"""What is measured in one engine, as rows of tables."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

import numpy as np

from activations import CATALOGUE
from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import ENGINES
from activations.spec import Activation, Function
from harness.snippets.grid import Probe, breaks, known
from harness.snippets.losses import losses, run

Row = tuple[str, Mapping[str, Any]]


def all_rows(engine: str, precision: str) -> Iterator[Row]:
    """What is measured of every function at one precision, defaults, and the versions of what computes."""
    if prepare := known(engine).prepare:
        prepare(precision)
    for function in CATALOGUE.values():
        yield from rows(function, engine, precision)
    if (engine, precision) == first(ENGINES[engine]):
        yield from _defaults(ENGINES[engine])
    yield from (("versions", {name: version(name)}) for name in known(engine).packages)


def first(framework: str) -> tuple[str, str]:
    """The engine and the precision in which a framework is asked for what is the same in all."""
    name, engine = next(iter(FRAMEWORKS[framework].engines.items()))
    return name, engine.precisions[0]


def _defaults(framework: str) -> Iterator[Row]:
    """What the framework itself says."""
    named = {(one.owner, one.argument): one for rows in FRAMEWORKS[framework].defaults.values() for one in rows}
    for (owner, argument), default in named.items():
        value = repr(FRAMEWORKS[framework].stated(default))
        yield "defaults", {"engine": first(framework)[0], "owner": owner, "argument": argument, "value": value}


def rows(function: Function, engine: str, precision: str) -> Iterator[Row]:
    """Losses, or that the engine refuses the code; and slopes at kinks, for which one precision is enough."""
    try:
        for loss in losses(function, engine, precision):
            yield "losses", loss.row()
    except Exception as refusal:
        if not known(engine).refuses:  # those that may have no class of errors in common
            raise
        yield "refused", {"function": function.id, "engine": engine, "reason": type(refusal).__name__}
        return
    if precision == known(engine).precisions[-1] and isinstance(function, Activation):
        yield from _slopes(function, engine, precision)


def _slopes(act: Activation, engine: str, precision: str) -> Iterator[Row]:
    at = np.array(breaks(act, act.defaults))
    outcome = run(Probe(act, act.defaults, (at.astype(precision),)), engine) if at.size else None
    if outcome and outcome[1]:
        for x, slope in zip(at.tolist(), outcome[1][0].tolist(), strict=True):
            yield "slopes", {"function": act.id, "engine": engine, "x": x, "slope": slope}


def line(row: Mapping[str, Any]) -> str:
    """The inside of an inline table of TOML."""
    return ", ".join(f"{key} = {_value(value)}" for key, value in row.items())


def _value(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value}'" if '"' in value else f'"{value}"'
    if isinstance(value, Mapping):
        return f"{{ {line(value)} }}"
    return repr(value)
