"""What a film of one drag shows: how many pictures there were, how late, and what was missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles
from typing import Any, NamedTuple

from bench.drag.hand import Path

CLOSE = 0.008  # the value read off a curve may be off by this much: less than one stop of the slider


class Frame(NamedTuple):
    """One painted frame: when, the value that the curve shows (None without one), what is new, the slider's value."""

    time: float
    shown: float | None
    picture: bool
    numbers: bool
    value: float


@dataclass(frozen=True, slots=True)
class Take:
    """The figures of one drag; times in ms."""

    pictures: float  # for each move that crossed a stop
    numbers: float  # changes of the numbers, likewise
    single: float  # share of the moves that reached the page one by one
    delays: tuple[float, ...]
    gap: float
    while_dragging: int
    at_release: int
    blank: int
    settled: float

    @property
    def delay(self) -> float:
        return median(self.delays)

    @property
    def slow(self) -> float:
        return quantiles(self.delays, n=20)[-1]


def watch(film: dict[str, Any], path: Path) -> Take:
    """The figures of a film of a hand that went along `path`."""
    frames, released = [Frame(*frame) for frame in film["frames"]], film["released"]
    times = [time for event in film["moves"] for time in event]
    crossings = path.crossings()
    held = [f for f in frames if times[0] <= f.time <= released]
    after = [f for f in frames if f.time > released]
    return Take(
        pictures=sum(f.picture for f in held) / len(crossings),
        numbers=sum(f.numbers for f in held) / len(crossings),
        single=sum(len(event) == 1 for event in film["moves"]) / len(times),
        delays=tuple(_delays(frames, [(times[i], path.values[i + 1]) for i in crossings])),
        gap=_gap([f.time for f in held if f.picture], times),
        while_dragging=film["while_dragging"],
        at_release=film["at_release"],
        blank=sum(f.shown is None for f in [*held, *after]),
        settled=max((f.time - released for f in after if f.picture or f.numbers), default=0.0),
    )


def _delays(frames: Sequence[Frame], moves: Sequence[tuple[float, float]]) -> Iterator[float]:
    """For each move the time until a frame shows its value, or one that a later move has set; inf if none does."""
    for moved, value in moves:
        shown = (f.time for f in frames if f.time >= moved and f.shown is not None and f.shown >= value - CLOSE)
        yield next(shown, float("inf")) - moved


def _gap(pictures: Sequence[float], moves: Sequence[float]) -> float:
    """The longest time without a new picture between the first move and the last, or the picture that ends later."""
    ends = [moves[0], *pictures]
    if ends[-1] < moves[-1]:
        ends.append(moves[-1])
    return max(later - earlier for earlier, later in pairwise(ends))
