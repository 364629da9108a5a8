"""Rows of a table from its columns."""

from collections.abc import Iterable

from numpy.typing import ArrayLike

Row = tuple[str | float, ...]
JOINED, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


def at(symbol: str, points: Iterable[float], *columns: ArrayLike) -> tuple[Row, ...]:
    """One row for each point, opened by a cell such as "x = 5"."""
    return labelled((f"{symbol}{JOINED}={JOINED}{p:g}".replace("-", MINUS) for p in points), *columns)


def listed(numbers: Iterable[float]) -> str:
    """A cell such as "(2, 1, 0)"."""
    return "(" + f",{JOINED}".join(f"{number:g}" for number in numbers) + ")"


def labelled(labels: Iterable[str], *columns: ArrayLike) -> tuple[Row, ...]:
    """One row for each label."""
    return tuple((label, *map(float, cells)) for label, cells in zip(labels, zip(*columns, strict=True), strict=True))
