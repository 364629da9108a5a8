"""What an activation function is, written down as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from activations.axes import Axis, computed_along
from activations.domain import NON_NEGATIVE, POSITIVE, REAL_LINE, Interval, Param
from activations.floats import as_float, common_floats, computed_in_blocks, computed_wide
from activations.sources import Source

__all__ = ["NON_NEGATIVE", "POSITIVE", "REAL_LINE", "Activation", "GatedActivation", "Interval", "Param"]

Array = NDArray[np.float64]
Formula = Callable[..., Array]
Monotone = Literal["increasing", "non-decreasing", "decreasing", "non-increasing", "constant", "no"]
Convex = Literal["convex", "concave", "affine", "no"]
Symmetry = Literal["odd", "even", "none"]


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
    returns our convention (those of frameworks differ, see `frameworks/measured.py`). `smoothness` is the order of the
    last continuous derivative (-1: f itself jumps). `oscillates` names what has no limit at infinity ("f", "slope"),
    `envelope` two formulas between which f lies where its slope is drawn at random.
    """

    derivative_fn: Formula
    range: Interval | Callable[..., Interval] = REAL_LINE
    kinks: tuple[float, ...] | Callable[..., tuple[float, ...]] = ()
    jumps: tuple[float, ...] | Callable[..., tuple[float, ...]] = ()
    monotone: Monotone | Callable[..., Monotone] = "no"
    convex: Convex | Callable[..., Convex] = "no"
    smoothness: float | Callable[..., float] = inf
    symmetry: Symmetry | Callable[..., Symmetry] = "none"
    oscillates: tuple[str, ...] = ()
    envelope: tuple[Formula, Formula] | None = None

    def __call__(self, x: ArrayLike, **params: float) -> Array:
        """f(x), element by element, in the shape and float type of `x` (integers become float64)."""
        return computed_in_blocks(self.fn, x, self.resolve(params))

    def derivative(self, x: ArrayLike, **params: float) -> Array:
        """f'(x), element by element, in the shape and float type of `x` (integers become float64)."""
        return computed_in_blocks(self.derivative_fn, x, self.resolve(params))

    def fact(self, name: str, **params: float) -> Any:
        """A declared fact at these parameters."""
        value = getattr(self, name)
        return value(**self.resolve(params)) if callable(value) else value


@dataclass(frozen=True, kw_only=True)
class VectorActivation(Function):
    """A function of a whole vector; `jacobian_fn` gives d out_i / d in_j for the vectors along the last axis.

    `range` is where each output lies; `simplex` says that they are shares, which add up to one.
    A score that is left out enters as `hidden` (the one that gets nothing) and comes out as `absent`.
    """

    jacobian_fn: Formula
    range: Interval = REAL_LINE
    simplex: bool = False
    hidden: float = -inf
    absent: float = 0.0

    def __call__(self, z: ArrayLike, axis: Axis = -1, where: ArrayLike | None = None, **params: float) -> Array:
        """Apply along `axis`, one or several taken together; the shape and float type of `z` are kept.

        `where` (boolean, broadcast to the shape of `z`) leaves scores out: their outputs are 0 (-inf for a logarithm),
        and so is a row that is left out as a whole. Raises AxisError, ValueError or TypeError for an axis or a mask
        that does not fit.
        """
        values = self.resolve(params)
        return computed_along(lambda v: self.fn(v, **values), z, axis, where, self.hidden, self.absent)

    def jacobian(self, z: ArrayLike, **params: float) -> Array:
        """The partial derivatives at every vector along the last axis: shape (..., K) to (..., K, K)."""
        if np.ndim(z) < 1:
            raise ValueError("jacobian needs a vector, got a single number")
        if not np.size(z):
            return np.empty((*np.shape(z), np.shape(z)[-1]), as_float(z).dtype)
        return computed_wide(self.jacobian_fn, z, self.resolve(params))


@dataclass(frozen=True, kw_only=True)
class GatedActivation(Function):
    """A product of a gate's activation and a value; `partials_fn` gives d/d gate and d/d value."""

    partials_fn: Callable[..., tuple[Array, Array]]

    def __call__(self, gate: ArrayLike, value: ArrayLike, **params: float) -> Array:
        """act(gate) * value, element by element, broadcast; the wider of the two float types is kept."""
        both, values = common_floats(gate, value), self.resolve(params)
        return computed_wide(lambda pair: self.fn(pair[0], pair[1], **values), both, {})

    def derivative(self, gate: ArrayLike, value: ArrayLike, **params: float) -> tuple[Array, Array]:
        """The two partial derivatives, with respect to the gate and to the value."""
        both, values = common_floats(gate, value), self.resolve(params)
        result = computed_wide(lambda pair: np.stack(self.partials_fn(pair[0], pair[1], **values)), both, {})
        return result[0], result[1]


@dataclass(frozen=True, kw_only=True)
class PoolingActivation(Function):
    """A function that reduces several pieces to one, as Maxout does; `gradient_fn` says which piece it came from."""

    gradient_fn: Formula

    def __call__(self, x: ArrayLike, axis: int = -1) -> Array:
        """Reduce the pieces along `axis`; the float type of `x` is kept."""
        return computed_wide(lambda z: self.fn(np.moveaxis(z, axis, -1)), x, {})

    def gradient(self, z: ArrayLike) -> Array:
        """d out / d piece for one 1-D vector of pieces."""
        if np.ndim(z) != 1:
            raise ValueError(f"gradient needs a 1-D vector, got {np.ndim(z)} dimensions")
        return computed_wide(self.gradient_fn, z, {})
