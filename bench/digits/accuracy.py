"""The largest errors of f and f', in units in the last place of the exact value: ours beside the frameworks'."""

from collections.abc import Callable, Iterator

import numpy as np
from mpmath import mpf
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.spec import Activation
from bench.digits.peers import CALLS, peer
from bench.report import short, table
from harness import oracle

FLOAT = np.finfo(np.float64)
POWERS = [sign * float(f"1e{k}") for k in range(-320, 309, 4) for sign in (-1, 1)]
POINTS = np.array([*POWERS, *np.random.default_rng(20240607).uniform(-40, 40, 400)])
GOOD, LOST = 4.0, 2.0**52  # an error of LOST is as large as the value itself
COLUMNS = ("ours", *CALLS, "scipy")
Pair = tuple[NDArray | None, NDArray | None]
Errors = dict[tuple[str, int], float]  # (column, order of the derivative) -> ulp


def ulp(result: float, exact: mpf) -> float:
    """The error in steps of the exact value; 0 where that is too small for a normal double."""
    if abs(exact) < FLOAT.tiny:
        return 0.0
    if abs(exact) > mpf(float(FLOAT.max)):
        return 0.0 if result == np.copysign(np.inf, float(exact)) else np.inf
    if not np.isfinite(result):
        return np.inf
    return float(abs(mpf(float(result)) - exact) / mpf(float(np.spacing(abs(float(exact))))))


def results(act: Activation, x: NDArray) -> Iterator[tuple[str, Pair]]:
    """f(x) and f'(x) of everyone who has this function by name."""
    yield "ours", (act(x), act.derivative(x))
    for framework, call in CALLS.items():
        told = peer(framework, act)
        if told.native and (run := call(told.formula, x)):
            value, slope = run()
            yield framework, (np.asarray(value), np.asarray(slope))
    told = peer("numpy", act)
    if told.native and "special." in told.code:
        yield "scipy", (told.formula(x), None)


def errors(act: Activation) -> Errors:
    """The largest error in each column, away from kinks and jumps."""
    x = POINTS[~np.isin(POINTS, [*act.fact("kinks"), *act.fact("jumps")])]
    truth: tuple[Callable, ...] = (oracle.value, oracle.slope)
    exact = [[at(act.id, xi, *act.defaults.values()) for xi in x.tolist()] for at in truth]
    return {
        (name, order): max(map(ulp, found, exact[order]))
        for name, pair in results(act, x)
        for order, found in enumerate(pair)
        if found is not None
    }


def measured() -> dict[str, Errors]:
    """Every element-wise function that some framework has by name."""
    acts = [act for act in CATALOGUE.values() if isinstance(act, Activation)]
    with np.errstate(all="ignore"):
        found = {act.id: errors(act) for act in acts}
    return {name: row for name, row in found.items() if len({column for column, _ in row}) > 1}


def report() -> str:
    """The table of the largest errors, and how often each column is good and bad."""
    rows, keys = measured(), [(column, order) for order in (0, 1) for column in COLUMNS][:-1]
    head = ["function", *(f"{column} f{chr(8242) * order}" for column, order in keys)]
    body = [[name, *(short(row.get(key)) for key in keys)] for name, row in rows.items()]
    had = [[row[key] for row in rows.values() if key in row] for key in keys]
    counts = (
        (f"at most {GOOD:g} ulp", lambda error: error <= GOOD),
        ("every digit lost", lambda error: error >= LOST),
    )
    foot = [[f"*{say}*", *(f"{sum(map(test, column))} of {len(column)}" for column in had)] for say, test in counts]
    return table(head, body + foot)
