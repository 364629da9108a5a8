"""What an activation function is, written down as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from activations.floats import computed_wide

Array = NDArray[np.float64]
Formula = Callable[..., Array]
Monotone = Literal["increasing", "non-decreasing", "decreasing", "no"]
Convex = Literal["convex", "concave", "affine", "no"]
Symmetry = Literal["odd", "even", "none"]

REALS = (-inf, inf)


@dataclass(frozen=True, slots=True)
class Interval:
    """A connected set of reals; `closed` says which ends belong to it."""

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
    """One knob: where it is defined (`domain`) and what a slider offers (`low` to `high` by `step`)."""

    name: str
    symbol: str
    default: float
    low: float
    high: float
    step: float
    domain: Interval = REAL_LINE

    def check(self, value: float) -> float:
        """Return `value` as a float, or raise ValueError naming the parameter and its domain."""
        if not (isfinite(number := float(value)) and number in self.domain):
            raise ValueError(f"{self.name} must lie in {self.domain}, got {number:g}")
        return number


@dataclass(frozen=True, slots=True)
class Source:
    """Where a definition comes from; `where` is a DOI or arXiv address, or empty."""

    authors: str
    year: int
    title: str
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class Function:
    """What every kind of activation has: a name, a formula in LaTeX, knobs and an origin.

    `id` is the file name, filled in by discovery.
    """

    name: str
    family: str
    latex: str
    derivative_latex: str
    fn: Formula
    sources: tuple[Source, ...] = ()
    params: tuple[Param, ...] = ()
    aliases: tuple[str, ...] = ()
    id: str = ""

    @property
    def defaults(self) -> dict[str, float]:
        return {p.name: p.default for p in self.params}

    def resolve(self, given: Mapping[str, float]) -> dict[str, float]:
        """Defaults overridden by `given`; TypeError for an unknown name, ValueError outside a domain."""
        known = {p.name: p for p in self.params}
        if unknown := sorted(set(given) - set(known)):
            offered = ", ".join(known) or "none"
            raise TypeError(f"{self.name} has no parameter {unknown[0]!r}; it has: {offered}")
        return self.defaults | {name: known[name].check(value) for name, value in given.items()}


@dataclass(frozen=True, kw_only=True)
class Activation(Function):
    """An element-wise function f, its derivative f', and the facts that tests hold them to.

    A fact is a value, or a function of the parameters where it depends on them (see `fact`).
    `kinks` are the points where f' jumps, `jumps` those where f does; at a kink `derivative_fn`
    returns the convention of the frameworks. `smoothness` is the order of the last continuous
    derivative (-1: f itself jumps).
    """

    derivative_fn: Formula
    range: Interval | Callable[..., Interval] = REAL_LINE
    kinks: tuple[float, ...] | Callable[..., tuple[float, ...]] = ()
    jumps: tuple[float, ...] | Callable[..., tuple[float, ...]] = ()
    monotone: Monotone | Callable[..., Monotone] = "no"
    convex: Convex | Callable[..., Convex] = "no"
    smoothness: float | Callable[..., float] = inf
    symmetry: Symmetry | Callable[..., Symmetry] = "none"

    def __call__(self, x: ArrayLike, **params: float) -> Array:
        """f(x), element by element, in the shape and float type of `x` (integers become float64)."""
        return computed_wide(self.fn, x, self.resolve(params))

    def derivative(self, x: ArrayLike, **params: float) -> Array:
        """f'(x), element by element, in the shape and float type of `x` (integers become float64)."""
        return computed_wide(self.derivative_fn, x, self.resolve(params))

    def fact(self, name: str, **params: float) -> Any:
        """A declared fact at these parameters."""
        value = getattr(self, name)
        return value(**self.resolve(params)) if callable(value) else value


@dataclass(frozen=True, kw_only=True)
class VectorActivation(Function):
    """A function of a whole vector; `jacobian_fn` gives d out_i / d in_j for one vector."""

    jacobian_fn: Formula

    def __call__(self, x: ArrayLike, axis: int = -1, **params: float) -> Array:
        """Apply along `axis`; the shape and float type of `x` are kept."""
        values = self.resolve(params)
        return computed_wide(lambda v: np.moveaxis(self.fn(np.moveaxis(v, axis, -1), **values), -1, axis), x, {})

    def jacobian(self, z: ArrayLike, **params: float) -> Array:
        """The K x K matrix of partial derivatives at the 1-D vector `z` of length K."""
        if np.ndim(z) != 1:
            raise ValueError(f"jacobian needs a 1-D vector, got {np.ndim(z)} dimensions")
        return computed_wide(self.jacobian_fn, z, self.resolve(params))
