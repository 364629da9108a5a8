"""What frameworks were measured to do: digits that they lose, and the slopes they take where there is none."""

import tomllib
from ast import literal_eval
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from activations.frameworks import FRAMEWORKS
from activations.frameworks.framework import Value

FILE = Path(__file__).with_suffix(".toml")  # written by `make frameworks`
ENGINES = {engine: name for name, one in FRAMEWORKS.items() for engine in one.engines}  # what runs whose code
Order = Literal["value", "slope"]
Where = Literal["near", "far", "infinite", "nan"]  # the point: at most 100 in size, farther out, infinite, not a number


@dataclass(frozen=True, slots=True)
class Loss:
    """Where more than half of the digits are lost: the worst point, what is exact there, and what came out.

    `params` are those that had other values than their defaults; `part` says which entry of several it is.
    """

    function: str
    engine: str
    precision: str
    order: Order
    where: Where
    x: float | list[float]
    exact: float
    got: float
    part: int = 0
    params: Mapping[str, float] | None = None

    def row(self) -> dict[str, Any]:
        """As it stands in the file, without what goes without saying."""
        return {name: value for name, value in asdict(self).items() if name not in ("part", "params") or value}

    @property
    def error(self) -> float:
        """The relative error; 1 where nothing is left, infinite where the result is not finite or should be 0."""
        if not (isfinite(self.got) and isfinite(self.exact) and self.exact):
            return float("inf")
        return abs(self.got - self.exact) / abs(self.exact)


@cache
def table() -> dict[str, Any]:
    """The whole file: losses, slopes, what was refused, defaults, and days, versions and digests of the code."""
    with FILE.open("rb") as f:
        return tomllib.load(f)


def stated(framework: str) -> dict[tuple[str, str], Value]:
    """What the framework itself said that it fills in, by owner and argument."""
    rows = (row for row in table()["defaults"] if ENGINES[row["engine"]] == framework)
    return {(row["owner"], row["argument"]): literal_eval(row["value"]) for row in rows}


def day(*frameworks: str) -> date:
    """When the last of these was measured."""
    return max(table()["measured"][name] for name in frameworks)


@cache
def losses() -> tuple[Loss, ...]:
    """Every loss that was measured."""
    return tuple(Loss(**row) for row in table()["losses"])


@cache
def slopes(function_id: str) -> dict[float, dict[str, float]]:
    """Kinks and jumps of an element-wise function at its defaults, each with the slope of every engine that has one.

    Empty for a function without any.
    """
    found: dict[float, dict[str, float]] = {}
    for row in table()["slopes"]:
        if row["function"] == function_id:
            found.setdefault(row["x"], {})[row["engine"]] = row["slope"]
    return found
