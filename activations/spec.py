"""What an activation function is, written down as data."""

from abc import ABC, abstractmethod
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

__all__ = [
    "NON_NEGATIVE",
    "POSITIVE",
    "REAL_LINE",
    "Activation",
    "Function",
    "GatedActivation",
    "Interval",
    "Param",
    "PoolingActivation",
    "VectorActivation",
]

Array = NDArray[Any]  # in the float type of what was given; for a single number a NumPy scalar, as from NumPy itself
Formula = Callable[..., NDArray[np.float64]]
Monotone = Literal["increasing", "non-decreasing", "decreasing", "non-increasing", "constant", "no"]
Convex = Literal["convex", "concave", "affine", "no"]
Symmetry = Literal["odd", "even", "none"]


@dataclass(frozen=True, kw_only=True)
class Function(ABC):
    """What every kind of activation has: a name, a formula in LaTeX, knobs and an origin.

    `fn` is the formula for arrays of float64, `latex` the same in print; `id` is the file name, filled in by discovery.
    Whatever the kind, real numbers of at most 64 bits go in, and come out in the float type that was given (float16,
    bfloat16, float32 or float64; of integers and booleans, float64), computed in float64, rounded once, without a
    warning. TypeError for what is no real number, for masked arrays, wider floats and a parameter that the function has
    not; ValueError for a parameter outside its domain.
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

    @abstractmethod
    def __call__(self, *inputs: Any, **options: Any) -> Array:
        """f of the inputs: how many there are, and what the options mean beside parameters, is up to the kind."""

    @property
    def defaults(self) -> dict[str, float]:
        """The value of every parameter where none is given."""
        return {p.name: p.default for p in self.params}

    def fact(self, name: str, **params: float) -> Any:
        """What the field of this name says at these parameters; AttributeError if there is none, else as a call."""
        value = getattr(self, name)
        return value(**self.resolve(params)) if callable(value) else value

    def resolve(self, given: Mapping[str, float]) -> dict[str, float]:
        """Every parameter by name: what is given, else its default; TypeError for an unknown name, ValueError outside a
        domain."""
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
    `period` is after how much of x the slope repeats (0: never), `envelope` two formulas between which f lies where its
    slope is drawn at random.
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
    period: float | Callable[..., float] = 0.0
    envelope: tuple[Formula, Formula] | None = None

    def __call__(self, x: ArrayLike, **params: float) -> Array:
        """f(x), element by element, in the shape of `x`.

        NaN stays NaN; infinity gives the limit, or NaN where f `oscillates`.
        """
        return computed_in_blocks(self.fn, x, self.resolve(params))

    def derivative(self, x: ArrayLike, **params: float) -> Array:
        """f'(x), element by element, in the shape of `x`; NaN and infinity as for f, our convention at kinks."""
        return computed_in_blocks(self.derivative_fn, x, self.resolve(params))


@dataclass(frozen=True, kw_only=True)
class VectorActivation(Function):
    """A function of a whole vector; `jacobian_fn` gives d out_i / d in_j for the vectors along the last axis.

    `range` is where each output lies; `simplex` says that they are shares, which add up to one.
    What is left out enters as `hidden` (the score that gets nothing) and comes out as `absent`. Where it matters how
    many there are, as for a mean, no number can stand for it: then `hidden` is None, and the formula sees the others.
    """

    jacobian_fn: Formula
    range: Interval = REAL_LINE
    simplex: bool = False
    hidden: float | None = -inf
    absent: float = 0.0

    def __call__(self, z: ArrayLike, axis: Axis = -1, where: ArrayLike | None = None, **params: float) -> Array:
        """f of the vectors along `axis`, one or several taken together, in the shape of `z`.

        NaN among the scores gives NaN in the whole vector, and so does, where more is done than compare, an infinite
        score that would win (or any, where `hidden` is None).
        `where` (boolean, broadcast to the shape of `z`) leaves scores out: their outputs are 0 (-inf for a logarithm),
        and so is a row that is left out as a whole. AxisError for an axis that is not there; ValueError for one named
        twice and for a mask of another shape, TypeError for one that is not boolean.
        """
        values = self.resolve(params)
        return computed_along(lambda v: self.fn(v, **values), z, axis, where, self.hidden, self.absent)

    def jacobian(self, z: ArrayLike, **params: float) -> Array:
        """d out_i / d in_j at every vector along the last axis: shape (..., K) to (..., K, K).

        ValueError for a single number.
        """
        if np.ndim(z) < 1:
            raise ValueError("jacobian needs a vector, got a single number")
        if not np.size(z):
            return np.empty((*np.shape(z), np.shape(z)[-1]), as_float(z).dtype)
        return computed_wide(self.jacobian_fn, z, self.resolve(params))


@dataclass(frozen=True, kw_only=True)
class GatedActivation(Function):
    """What a gate lets through of a value, mostly act(gate) * value; `partials_fn` gives d/d gate and d/d value.

    f stands still above `gate_limit` and beyond +-`value_limit`; it is proportional to a value that has no limit.
    """

    partials_fn: Callable[..., tuple[Array, Array]]
    gate_limit: float | Callable[..., float] = inf
    value_limit: float | Callable[..., float] = inf

    def __call__(self, gate: ArrayLike, value: ArrayLike, **params: float) -> Array:
        """f(gate, value), element by element, broadcast, in the wider of the two float types; 0 * inf is NaN.

        ValueError for shapes that cannot be broadcast, TypeError for bfloat16 beside float16.
        """
        both, values = common_floats(gate, value), self.resolve(params)
        return computed_wide(lambda pair: self.fn(pair[0], pair[1], **values), both, {})

    def derivative(self, gate: ArrayLike, value: ArrayLike, **params: float) -> tuple[Array, Array]:
        """The partial derivatives by the gate and by the value, each in the shape and type of f; errors as there."""
        both, values = common_floats(gate, value), self.resolve(params)
        result = computed_wide(lambda pair: np.stack(self.partials_fn(pair[0], pair[1], **values)), both, {})
        return result[0], result[1]


@dataclass(frozen=True, kw_only=True)
class PoolingActivation(Function):
    """A function that reduces several pieces to one, as Maxout does; `gradient_fn` says which piece it came from."""

    gradient_fn: Formula

    def __call__(self, z: ArrayLike, axis: int = -1) -> Array:
        """f of the pieces along `axis`, in the shape of `z` without it.

        AxisError for an axis that is not there, ValueError for no pieces.
        """
        return computed_wide(lambda pieces: self.fn(np.moveaxis(pieces, axis, -1)), z, {})

    def gradient(self, z: ArrayLike) -> Array:
        """d out / d piece for one vector of K pieces: shape (K,) to (K,); ValueError for other shapes and for K = 0."""
        if np.ndim(z) != 1:
            raise ValueError(f"gradient needs a 1-D vector, got {np.ndim(z)} dimensions")
        return computed_wide(self.gradient_fn, z, {})
