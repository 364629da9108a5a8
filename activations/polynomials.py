"""Polynomials, given by their coefficients from the highest power down: values, zeros and signs."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations.floats import constant, halves

Coefficients = Sequence[float]
Exact = Sequence[Fraction]


def horner(x: NDArray, coefficients: Coefficients) -> NDArray:
    """The value, by Horner's rule from the highest power that is there, because 0 times infinity would be NaN."""
    first, *others = np.trim_zeros(coefficients, "f") or (0.0,)
    value = constant(x, first)
    for coefficient in others:
        value = value * x + coefficient
    return value


def compensated(x: NDArray, coefficients: Exact) -> NDArray:
    """The value for |x| <= 1 as if computed with twice the digits: what each step loses is computed as well.

    Graillat, Langlois and Louvet's scheme; the coefficients need not be representable.
    """
    high = [float(one) for one in coefficients]
    low = [float(one - Fraction(near)) for one, near in zip(coefficients, high, strict=True)]
    value, lost = constant(x, high[0]), constant(x, low[0])
    (left, right) = halves(x)
    for near, rest in zip(high[1:], low[1:], strict=True):
        product = value * x
        (upper, lower) = halves(value)
        rounded = ((upper * left - product) + upper * right + lower * left) + lower * right
        value = product + near
        back = value - product
        lost = lost * x + (rounded + ((product - (value - back)) + (near - back)) + rest)
    return value + lost


def quotient(x: NDArray, top: Exact, bottom: Exact) -> NDArray:
    """The quotient of two polynomials without zeros below, to a few units in the last place wherever x is."""
    near = np.abs(x) <= 1
    t = np.where(near, x, 1 / x)
    power = len(top) - len(bottom)  # that is left over far out
    inner = compensated(t, top) / compensated(t, bottom)
    outer = compensated(t, top[::-1]) / compensated(t, bottom[::-1])
    return np.where(near, inner, outer * x**power)


def product(p: Exact, q: Exact) -> tuple[Fraction, ...]:
    """The coefficients of the product."""
    total = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            total[i + j] += a * b
    return tuple(total)


def derived(p: Exact) -> tuple[Fraction, ...]:
    """The coefficients of the derivative."""
    return tuple(a * power for a, power in zip(p, range(len(p) - 1, 0, -1), strict=False))


def roots(coefficients: Coefficients, above: float = -np.inf) -> list[float]:
    """Every real zero beyond `above`, in order."""
    return sorted({float(r.real) for r in np.roots(coefficients) if abs(r.imag) <= 1e-9 * abs(r) and r.real > above})


def signs(coefficients: Coefficients, above: float = -np.inf) -> set[int]:
    """Which signs the value has beyond `above` on more than single points: of -1, 0 and 1."""
    zeros = roots(coefficients, above)
    reach = 2 * max([1.0, *map(abs, zeros)])
    ends = sorted({max(above, -reach), *zeros, reach})
    return {int(np.sign(np.polyval(coefficients, (a + b) / 2))) for a, b in pairwise(ends)}
