"""How SELU brings the size of a signal back to 1, layer by layer, and the dropout made for it."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.selu import ALPHA, SCALE
from activations.measure import properties
from labs.claim import Evidence
from labs.depth.propagation import HE, LECUN, propagate
from labs.studies.mean_field import output_size, second_moment

SELU = elementwise("selu")
DEPTH, RATE = 50, 0.1
FLOOR = -SCALE * ALPHA  # what SELU tends to on the left, and what alpha dropout puts in place of a dropped value


def sizes(name: str, start: float, variance: float, depth: int) -> NDArray[np.float64]:
    """The root mean square of the signal after 0, 1, ... wide layers; `variance` is that of a weight times width."""
    through, found = output_size(name), [start]
    for _ in range(depth):
        found.append(float(through(found[-1] * variance**0.5)))
    return np.array(found)


def alpha_dropout(rate: float) -> tuple[float, float]:
    """Scale and shift that restore mean 0 and variance 1 once a share `rate` of the values has been put to FLOOR."""
    keep = 1 - rate
    scale = (keep + keep * rate * FLOOR**2) ** -0.5
    return scale, -scale * rate * FLOOR


def spreads(rate: float, count: int = 1 << 18) -> tuple[float, float]:
    """The standard deviation of SELU outputs after alpha dropout, and after ordinary dropout."""
    random = np.random.default_rng(0)
    y, kept = SELU(random.standard_normal(count)), random.random(count) >= rate
    scale, shift = alpha_dropout(rate)
    special = scale * np.where(kept, y, FLOOR) + shift
    return float(special.std()), float((y * kept / (1 - rate)).std())


def a_fixed_point() -> Evidence:
    """The two equations SELU solves, its corner, and the spread of real networks after many layers."""
    second = second_moment("selu")
    slopes = [float(SELU.derivative(x)) for x in (np.nextafter(0.0, -1.0), np.nextafter(0.0, 1.0))]
    spreads = {name: float(propagate("selu", DEPTH, v).signal[-1]) for name, v in (("lecun", LECUN), ("he", HE))}
    numbers = {
        "mean": round(properties(SELU)["mean"], 12) + 0.0,
        "second": second,
        "left": slopes[0],
        "right": slopes[1],
    }
    return Evidence({**numbers, **spreads})


def thermostat(start: float) -> dict[str, np.ndarray]:
    starts = {"lecun": LECUN, "he": HE}
    lines = {f"{n}_{s}": sizes(n, start, v, DEPTH) for n in ("selu", "relu") for s, v in starts.items()}
    return {"x": np.arange(DEPTH + 1.0), **lines}


def what_alpha_dropout_is_for() -> Evidence:
    """The constants of alpha dropout, and the spread of SELU outputs after it and after the ordinary one."""
    scale, shift = alpha_dropout(RATE)
    special, plain = spreads(RATE)
    numbers = {"scale": scale, "shift": shift, "dropped": FLOOR}
    return Evidence({**numbers, "rate": RATE, "special": special, "plain": plain})
