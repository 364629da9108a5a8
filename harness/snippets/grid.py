"""Where snippets are run: kinks, slider ends, tails, far out, infinity, and what is not a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import inf, nan

import numpy as np

from activations.frameworks import FRAMEWORKS
from activations.frameworks.engine import Arrays, Engine, Program
from activations.frameworks.measured import ENGINES
from activations.frameworks.snippets import INPUTS, snippet
from activations.spec import Activation, Function, GatedActivation, VectorActivation

NEAR = [*np.arange(-30, 30.25, 0.25), -100.0, -88.0, 88.0, 100.0]
SMALL = [sign * size for size in (1e-20, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2) for sign in (-1, 1)]
FAR = [sign * size for size in (200.0, 710.0, 1e4, 1e20, inf) for sign in (-1, 1)]
LINE = [*NEAR, *SMALL, *FAR, nan]
GATES = [nan, *FAR, *np.arange(-12, 12.5, 1.5), -30.0, -5.5, 30.0]
OPEN = 6.0  # behind a gate farther out, an infinite value meets a factor that underflows
VALUES = [nan, -inf, -1e20, -1e4, -1.5, 0.0, 2.0, 1e4, 1e20, inf]
SCORES = [
    [30.0, -30.0, 0.5, 1.0, 1.0],
    [-0.3, 0.4, 0.1, 0.45],
    [-30.0, -30.5, -30.0],
    [1.0, 1.2, 0.9],
    [12.0, -6.0, -20.0],
    [0.0, 0.0, 0.0],
    *([size, -size, 0.0] for size in (60.0, 1e4, 1e20)),
    [0.0, 1.0, -inf],
    [0.0, inf, 1.0],
    [nan, 1.0, 0.0],
]
EMPTY = {"hard_tanh": {"low": 0.0, "high": 0.0}, "rrelu": {"lower": 0.25, "upper": 0.25}}  # intervals without inside


@dataclass(frozen=True, slots=True)
class Probe:
    """One function at one setting of its parameters, and the arrays it is given."""

    function: Function
    params: dict[str, float]
    arrays: Arrays

    def program(self, engine: str) -> Program | None:
        """What this engine is to run: its framework's code, or what stands in for it; None where nothing has to."""
        told = snippet(self.function.id, ENGINES[engine], **self.params)
        code = told.portable if known(engine).portable else told.code
        if code is None:
            return None
        inputs = dict(zip(INPUTS[type(self.function)], self.arrays, strict=True))
        return Program(code.replace(told.given, ""), inputs, isinstance(self.function, VectorActivation))


def known(engine: str) -> Engine:
    """An engine by its name."""
    return FRAMEWORKS[ENGINES[engine]].engines[engine]


def settings(function: Function) -> list[dict[str, float]]:
    """The defaults, both ends of each slider, 0 and 1 where it passes them, and empty intervals; nothing is drawn."""
    stops = {p.name: {p.low, p.high} | {v for v in (0.0, 1.0) if p.low < v < p.high} for p in function.params}
    moved = [{name: value} for name, values in stops.items() if name != "seed" for value in sorted(values)]
    found = [function.defaults | other for other in ({}, *moved, EMPTY.get(function.id, {}))]
    return list({tuple(values.items()): values for values in found}.values())


def probes(function: Function, precision: str) -> Iterator[Probe]:
    """All that is asked of one function."""
    for params in settings(function):
        for arrays in _arrays(function, params):
            yield Probe(function, params, tuple(np.asarray(a, precision) for a in arrays))


def _arrays(function: Function, params: dict[str, float]) -> list[tuple[list[float], ...]]:
    if isinstance(function, Activation):
        return [([*LINE, *breaks(function, params)],)]
    if isinstance(function, GatedActivation):
        gates, values = np.meshgrid(GATES, VALUES)
        known = ~(np.isinf(values) & (np.abs(gates) > OPEN))
        return [(gates[known].tolist(), values[known].tolist())]
    return [(scores,) for scores in SCORES]


def breaks(act: Activation, params: dict[str, float]) -> list[float]:
    """Where f or f' jumps."""
    return [*act.fact("kinks", **params), *act.fact("jumps", **params)]


def digest(function: Function, framework: str) -> str:
    """A fingerprint of all code that is handed out for one function in one framework, at every setting here."""
    told = [snippet(function.id, framework, **params) for params in settings(function)]
    return sha256("\n".join(f"{one.code}\n{one.portable}" for one in told).encode()).hexdigest()[:12]
