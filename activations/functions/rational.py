"""Rational: a quotient of polynomials whose coefficients are learned, the Padé activation unit; it begins as tanh."""

from fractions import Fraction
from functools import lru_cache

from activations.polynomials import derived, product, quotient, signs
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Param

A3, A5, B4 = Fraction(1, 9), Fraction(1, 945), Fraction(1, 63)  # with b2 = 4/9, those of tanh


@lru_cache(maxsize=64)
def polynomials(a0, a1, a2, b2):
    """Exactly, the numerator P, the denominator Q, P'Q - PQ' and Q^2."""
    p = (A5, Fraction(0), A3, Fraction(a2), Fraction(a1), Fraction(a0))
    q = (B4, Fraction(0), Fraction(b2), Fraction(0), Fraction(1))
    rise = tuple(a - b for a, b in zip(product(derived(p), q), product(p, derived(q)), strict=True))
    return p, q, rise, product(q, q)


def rational(x, a0, a1, a2, b2):
    p, q, _, _ = polynomials(a0, a1, a2, b2)
    return quotient(x, p, q)


def derivative(x, a0, a1, a2, b2):
    _, _, rise, square = polynomials(a0, a1, a2, b2)
    return quotient(x, rise, square)


def monotone(a0, a1, a2, b2):
    rise = [float(one) for one in polynomials(a0, a1, a2, b2)[2]]
    return "no" if -1 in signs(rise) else "increasing"


SPEC = Activation(
    name="Rational",
    family="learned",
    latex=r"f(x)=\frac{a_0+a_1x+a_2x^2+a_3x^3+a_4x^4+a_5x^5}{1+|b_1x+b_2x^2+b_3x^3+b_4x^4|}",
    derivative_latex=r"f'(x)=\frac{P'(x)\,Q(x)-P(x)\,Q'(x)}{Q(x)^2},\qquad f(x)=\frac{P(x)}{Q(x)}",
    fn=rational,
    derivative_fn=derivative,
    params=(
        Param("a0", "a₀", default=0.0, low=-1.0, high=1.0, step=0.01),
        Param("a1", "a₁", default=1.0, low=0.2, high=2.0, step=0.01),
        Param("a2", "a₂", default=0.0, low=-1.0, high=1.0, step=0.01),
        Param("b2", "b₂", default=4 / 9, low=0.0, high=2.0, step=0.02, domain=NON_NEGATIVE),
    ),
    monotone=monotone,
    symmetry=lambda a0, a1, a2, b2: "none" if a0 or a2 else "odd",
    aliases=("pau", "pade_activation_unit"),
    sources=cite("Molina2019"),
)
