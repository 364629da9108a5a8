"""Numbers and intervals as print sets them."""

import math

from activations.spec import Interval

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def signed(x: float, digits: int = 4) -> str:
    """A number as print sets it: true minus, infinity sign, no needless zeros."""
    if math.isnan(x):
        return "–"
    if math.isinf(x):
        return "∞" if x > 0 else "−∞"
    mantissa, _, power = f"{x + 0.0:.{digits}g}".replace("-", "−").partition("e")
    return f"{mantissa}×10{str(int(power.replace('−', '-'))).translate(RAISED)}" if power else mantissa


def interval(image: Interval) -> str:
    left, right = "[" if image.closed[0] else "(", "]" if image.closed[1] else ")"
    return f"{left}{signed(image.low)}, {signed(image.high)}{right}"
