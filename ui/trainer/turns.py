"""Where a hand has moved functions while a network learned, so that a link leads to the very run.

In the address each slider has its key and then five characters for each of its turns: three for the step and two for
the stop, to base 36.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from activations import elementwise
from activations.spec import Param
from ui.state import url

LONGEST = 5000  # steps of a run
SLIDER = re.compile(r"([a-z_0-9]+\.[a-z_0-9]+)-((?:[a-z0-9]{5})+)")
APART = "~"


class Turn(NamedTuple):
    """From this step on, the slider with this key (`elu.alpha`) stands at this value."""

    step: int
    key: str
    value: float


@cache
def _stops(key: str) -> tuple[float, ...]:
    """Where the slider with this key can stand, in order; ValueError for none of an element-wise function."""
    owner, _, name = key.partition(".")
    try:
        p = next(p for p in elementwise(owner).params if p.name == name)
    except (KeyError, TypeError, StopIteration) as unknown:
        raise ValueError("no slider of an element-wise function") from unknown
    count = round((p.high - p.low) / p.step)
    return p.offered or tuple(map(p.stop, np.linspace(p.low, p.high, count + 1)))


def _write(turns: Iterable[Turn]) -> str:
    groups: dict[str, str] = {}
    for step, key, value in turns:
        digits = f"{np.base_repr(step, 36):0>3}{np.base_repr(_stops(key).index(value), 36):0>2}"
        groups[key] = groups.get(key, "") + digits.lower()
    return APART.join(f"{key}-{digits}" for key, digits in groups.items())


def _read(raw: str) -> tuple[Turn, ...]:
    """ValueError for what no run has written."""
    found = []
    for group in raw.split(APART) if raw else ():
        if not (read := SLIDER.fullmatch(group)):
            raise ValueError("no turns")
        key, digits = read.groups()
        stops = _stops(key)
        for i in range(0, len(digits), 5):
            step, place = int(digits[i : i + 3], 36), int(digits[i + 3 : i + 5], 36)
            if step > LONGEST or place >= len(stops):
                raise ValueError("beyond the end")
            found.append(Turn(step, key, stops[place]))
    return tuple(sorted(found, key=lambda turn: turn.step))


TURNS = url.Field("turns", (), _read, _write)


def heard(told: object, sliders: Mapping[str, tuple[str, Param]]) -> tuple[Turn, ...]:
    """What a browser has told, as (step, class of the slider, value); ValueError for what no browser of ours tells.

    `sliders` are those on the page, by class: their keys, and what they move.
    """
    if not isinstance(told, list):
        raise ValueError("no list")
    found = []
    for one in told:
        match one:
            case [int(step), str(name), int() | float() as value] if 0 <= step <= LONGEST and name in sliders:
                key, p = sliders[name]
                found.append(Turn(step, key, p.stop(value)))
            case _:
                raise ValueError("no turn")
    return tuple(found)


def fit(turns: tuple[Turn, ...]) -> bool:
    """Whether an address can hold so many."""
    return len(_write(turns)) <= url.LONGEST
