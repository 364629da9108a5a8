"""What the claims about Leaky ReLU and its relatives must show: closed forms and hand calculation."""

from math import ceil, exp, inf, log, pi, tanh

import numpy as np

from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import stated


def said(*names):
    """What frameworks answered when they were asked for these, in order, with the owner of each number."""
    rows = [row for framework in FRAMEWORKS for row in stated(framework).items()]
    found = [(owner, slope) for (owner, _), slope in rows if owner.split(".")[-1].replace("_", "").lower() in names]
    return [(owner, round(slope, 6)) for owner, slope in found if isinstance(slope, float)]  # some say it in single


def bent(alpha):
    """Leaky ReLU is a line plus a multiple of |x|, which no line can follow and whose variance is 1 - 2 / pi."""
    line, corner = ((1 + alpha) / 2) ** 2, ((1 - alpha) / 2) ** 2 * (1 - 2 / pi)
    return corner / (line + corner)


def steps_until_on(alpha, target=1.0, start=-3.0):
    """Each step brings z closer to target / alpha by the factor 1 - alpha^2 / 2."""
    return ceil(log((target / alpha) / (target / alpha - start)) / log(1 - alpha**2 / 2))


def left(alpha, seed, depth=20, width=256, batch=128):
    """The gradient that is left below `depth` layers with He weights, slopes taken as diagonal matrices."""
    random = np.random.default_rng(seed)
    x, layers = random.standard_normal((batch, width)), []
    for _ in range(depth):
        w = (2 / width) ** 0.5 * random.standard_normal((width, width))
        slope = np.where(np.einsum("bi,ij->bj", x, w) > 0, 1.0, alpha)
        x = np.einsum("bi,ij,bj->bj", x, w, slope, optimize=True)
        layers.append((w, slope))
    g = random.standard_normal((batch, width))
    back = g
    for w, slope in layers[::-1]:
        back = np.einsum("ij,bj,bj->bi", w, slope, back, optimize=True)
    return float(np.sqrt((back**2).sum() / (g**2).sum()))


def scatter():
    relu, leaky = ([left(alpha, seed) for seed in range(12)] for alpha in (0.0, 0.01))
    middle = [[min(y), float(np.median(y)), max(y)] for y in (relu, leaky)]
    apart = max(abs(a - b) for a, b in zip(relu, leaky, strict=True))
    return {"draws": 12, "apart": apart, "scatter": max(relu) - min(relu), "table": middle}


EXPECTED = {
    "C057": {"table": [[-0.03, -0.03], [2, 2], [6, 3], [-3, -6]]},
    "C058": {"table": [[0.01, 0.01], [0.01, 1], [1, 1]]},
    "C059": {"mild": bent(0.01), "steep": bent(0.9)},
    "C060": scatter(),
    "C061": {"ratio": 30, "table": [[a, -a] for owner, a in said("leakyrelu", "prelu") if "." in owner]},
    "C062": {"table": [[-1], [0], [1], [1.5]]},
    "C063": {"table": [[-1, 0, 0], [-0.375, 0, -0.375], [1.5, 1.5, 1.5 * 4.5 / 6], [8, 6, 8]]},
    "C064": {"table": [[-inf, -2], [-inf, -0.04], [0, 0], [0, 2]]},
    "C065": {"table": [[0.5, inf], *([0, steps_until_on(a)] for a in (0.01, 0.1, 0.3))]},
    "C066": {"table": [[-1, 0], [0, 0], [-0.3, 0.1], [exp(-3) - 1, exp(-3)]]},
    "C067": {"gap": 0, "table": [[tanh(m), -2 * tanh(m)] for m in (-1, 0, 1)]},
}
