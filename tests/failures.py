"""One test for one unit, which tells of all that is wrong with it instead of the first thing only."""

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
LINES, LETTERS = 4, 600  # of what is told of one failure


class Failures(pytest.fail.Exception):  # type: ignore[name-defined]
    """Several at once, a line for each."""


def every(names: str, values: Iterable[Any] | Callable[..., Iterable[Any]]) -> Callable:
    """The values of `pytest.mark.parametrize` within one test; of all that fail it tells.

    `values` may be a function of what the test is given, by name: `every("params", lambda act: settings(act))`.
    A test that is given no value fails: it would check nothing.
    """
    wanted = names.replace(",", " ").split()
    items = values if callable(values) else list(values)

    def decorated(test: Callable) -> Callable:
        signature = inspect.signature(test)
        left = [p for p in signature.parameters.values() if p.name not in wanted]
        asked = list(inspect.signature(items).parameters) if callable(items) else []
        own = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY) for n in asked if n not in signature.parameters]

        @functools.wraps(test)
        def together(**given: Any) -> None:
            rows = list(items(*(given[name] for name in asked)) if callable(items) else items)
            assert rows, f"no {names}: nothing is tested"
            given = {name: value for name, value in given.items() if name in signature.parameters}
            failed = [line for row in rows for line in _tried(test, given, wanted, row)]
            if failed:
                raise Failures("\n".join(failed), pytrace=False)

        together.__signature__ = signature.replace(parameters=[*left, *own])  # type: ignore[attr-defined]
        return together

    return decorated


def _tried(test: Callable, given: dict[str, Any], names: list[str], row: Any) -> Iterator[str]:
    """What is wrong with one row."""
    row = row if len(names) > 1 else (row,)
    try:
        test(**given, **dict(zip(names, row, strict=True)))
    except Failures as within:
        yield from (f"{_where(row)}; {line}" for line in str(within).splitlines())
    except (Exception, pytest.fail.Exception) as error:
        yield f"{_where(row)}: {_told(error)}"


def _where(row: Iterable[Any]) -> str:
    return ", ".join(map(_named, row))


def _named(value: Any) -> str:
    name = getattr(value, "id", None) or getattr(value, "__name__", None) or str(value)
    return " ".join(str(name).split())[:80]


def _told(error: BaseException) -> str:
    """The kind of error, its first lines on one, and the line of the test."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()][:LINES]
    frames = traceback.extract_tb(error.__traceback__)[1:]
    place = next((f for f in reversed(frames) if Path(f.filename).is_relative_to(TESTS)), frames[-1])
    return f"{type(error).__name__}: {' | '.join(lines)}"[:LETTERS] + f" (line {place.lineno}: {place.line})"
