"""Where numbers may lie: intervals with open or closed ends, and the parameters that live in them."""

from dataclasses import dataclass, replace
from math import inf, isfinite

REALS = (-inf, inf)


@dataclass(frozen=True, slots=True)
class Interval:
    """A connected set of reals; `closed` says which ends belong to it. NaN is in none."""

    low: float
    high: float
    closed: tuple[bool, bool] = (False, False)

    def __contains__(self, y: float) -> bool:
        above = y >= self.low if self.closed[0] else y > self.low
        below = y <= self.high if self.closed[1] else y < self.high
        return bool(above and below)

    def __str__(self) -> str:
        left, right = "[" if self.closed[0] else "(", "]" if self.closed[1] else ")"
        return f"{left}{_ascii(self.low)}, {_ascii(self.high)}{right}"


def _ascii(bound: float) -> str:
    return f"{bound:.4g}" if isfinite(bound) else "-∞" if bound < 0 else "∞"


REAL_LINE = Interval(*REALS)
POSITIVE = Interval(0.0, inf)
NON_NEGATIVE = Interval(0.0, inf, (True, False))


@dataclass(frozen=True, slots=True)
class Param:
    """One knob: where it is defined (`domain`) and what a slider offers (`low` to `high` by `step`; some of these,
    `offered`, where even steps would crowd what matters at one end)."""

    name: str
    symbol: str
    default: float
    low: float
    high: float
    step: float
    domain: Interval = REAL_LINE
    offered: tuple[float, ...] = ()

    def of(self, owner: str) -> "Param":
        """The same knob under its full name, where several functions have one: "elu.alpha"."""
        return replace(self, name=f"{owner}.{self.name}")

    def check(self, value: float) -> float:
        """`value` as a float; ValueError, with the domain, if not in it or not finite; TypeError for no number."""
        if not (isfinite(number := float(value)) and number in self.domain):
            raise ValueError(f"{self.name} must lie in {self.domain}, got {number:g}")
        return number

    def stop(self, value: float) -> float:
        """The slider's stop nearest to `value`; ValueError beyond its ends, else as `check`."""
        if not self.low <= (number := self.check(value)) <= self.high:
            raise ValueError(f"{self.name} must lie between {self.low:g} and {self.high:g}, got {number:g}")
        if self.offered:
            return min(self.offered, key=lambda one: abs(one - number))
        return min(round(self.low + round((number - self.low) / self.step) * self.step, 10), self.high)
