"""What is measured of one function in one engine, as rows of a table."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from activations.spec import Activation, Function
from harness.snippets.engines import run
from harness.snippets.grid import Probe, breaks
from harness.snippets.losses import losses

Row = tuple[str, Mapping[str, Any]]


def rows(function: Function, engine: str, precision: str) -> Iterator[Row]:
    """Losses, or that the engine refuses the code; and slopes at kinks, for which one precision is enough."""
    try:
        for loss in losses(function, engine, precision):
            yield "losses", loss.row()
    except Exception as refusal:
        if not engine.startswith("onnxruntime"):  # its errors have no common class, and nothing else may refuse
            raise
        yield "refused", {"function": function.id, "engine": engine, "reason": type(refusal).__name__}
        return
    if precision == "float64" and isinstance(function, Activation):
        yield from _slopes(function, engine)


def _slopes(act: Activation, engine: str) -> Iterator[Row]:
    at = np.array(breaks(act, act.defaults))
    outcome = run(Probe(act, act.defaults, (at,)), engine) if at.size else None
    if outcome and outcome[1]:
        for x, slope in zip(at.tolist(), outcome[1][0].tolist(), strict=True):
            yield "slopes", {"function": act.id, "engine": engine, "x": x, "slope": slope}


def line(row: Mapping[str, Any]) -> str:
    """The inside of an inline table of TOML."""
    return ", ".join(f"{key} = {_value(value)}" for key, value in row.items())


def _value(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return f"{{ {line(value)} }}"
    return repr(value)
