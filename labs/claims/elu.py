"""Claims about ELU and SELU, and about what is fast."""

from dataclasses import replace

import numpy as np

from activations import elementwise
from activations.domain import Param
from activations.functions.softmax import softmax
from activations.measure import properties
from labs.claim import Claim, Evidence, Plot
from labs.studies import costs, exponential_units, races, self_normalising
from labs.studies.exponential_units import ELU, X

INPUTS, OUTPUTS, PIECES = 784, 128, 2
SCORES = (2.0, 1.0, -1.0)


def elu_gives_no_shares() -> Evidence:
    """The same three scores through ELU and through softmax, and their sums."""
    y, shares = ELU(SCORES), softmax(np.array(SCORES), temperature=1.0)
    rows = [*zip((f"z = {z:g}" for z in SCORES), y, shares, strict=True), ("Σ", y.sum(), shares.sum())]
    table = tuple((name, float(e), float(s)) for name, e, s in rows)
    return Evidence({"sum": float(y.sum()), "lowest": float(y[2])}, table)


def weights_of_a_layer() -> Evidence:
    """What a dense layer has to learn, alone and with two pieces."""
    dense = (INPUTS + 1) * OUTPUTS
    return Evidence({"fixed": float(len(ELU.params)), "dense": float(dense), "maxout": float(PIECES * dense)})


def slope_as_typed() -> Evidence:
    """The slope at -1, for several alpha: right, as typed, and from the output."""

    def row(a: float) -> list[float]:
        return [float(v) for v in (ELU.derivative(-1.0, alpha=a), np.exp(-1.0), ELU(-1.0, alpha=a) + a)]

    return Evidence({}, tuple((f"α = {a:g}", *row(a)) for a in exponential_units.ALPHAS))


def typed_slope(alpha: float) -> dict[str, np.ndarray]:
    right = exponential_units.gap_at_zero(X, ELU.derivative(X, alpha=alpha))
    return {"x": X, "elu": right, "typed_slope": ELU.derivative(X, alpha=1.0)}


def elu_saturates() -> Evidence:
    """The slope of ELU on the way to the left."""
    points = (-1.0, -5.0, -10.0, -20.0)
    table = tuple((f"x = {p:g}", float(ELU.derivative(p)), float(elementwise("sigmoid").derivative(p))) for p in points)
    return Evidence({"flat": properties(ELU)["flat_left"]}, table)


ALPHA = Param("alpha", "α", default=2.0, low=0.0, high=3.0, step=0.02)
SIGMA = Param("sigma", "s", default=1.0, low=0.1, high=3.0, step=0.02)
START = Param("start", "s₀", default=0.5, low=0.2, high=3.0, step=0.02)
ETA = Param("eta", "η", default=1.7, low=0.1, high=1.9, step=0.02)
CURVED = replace(ALPHA, low=0.2)

CLAIMS = (
    Claim(
        id="C068",
        verdict="wrong",
        functions=("elu",),
        sources=("Clevert2015",),
        evidence=exponential_units.elu_leaves_the_band,
        plot=Plot(exponential_units.band, knobs=(replace(CURVED, default=1.0),)),
    ),
    Claim(
        id="C069",
        verdict="misleading",
        functions=("elu", "softmax"),
        sources=("Bridle1990",),
        evidence=elu_gives_no_shares,
    ),
    Claim(
        id="C070",
        verdict="wrong",
        functions=("elu", "prelu", "maxout"),
        sources=("Clevert2015", "TorchRun"),
        reported={"elu": 0, "prelu": 1},
        evidence=weights_of_a_layer,
    ),
    Claim(
        id="C071",
        verdict="misleading",
        functions=("elu",),
        sources=("Clevert2015", "Klambauer2017"),
        evidence=exponential_units.where_elu_is_centred,
        plot=Plot(exponential_units.means, knobs=(SIGMA,), bars=exponential_units.CENTRED),
    ),
    Claim(
        id="C072",
        verdict="conditions",
        functions=("elu", "celu"),
        sources=("Clevert2015", "Barron2017", "TorchRun"),
        reported={"elu": 2.0, "half": 0.5, "celu": 1.0},
        evidence=exponential_units.corners,
        plot=Plot(exponential_units.slopes, knobs=(CURVED,)),
    ),
    Claim(
        id="C073",
        verdict="conditions",
        functions=("elu",),
        sources=("TorchRun", "JaxRun"),
        evidence=exponential_units.lost_digits,
        plot=Plot(exponential_units.relative_error, log=True),
    ),
    Claim(
        id="C074",
        verdict="conditions",
        functions=("elu",),
        evidence=slope_as_typed,
        plot=Plot(typed_slope, knobs=(ALPHA,)),
    ),
    Claim(
        id="C075",
        verdict="conditions",
        functions=("elu",),
        sources=("Clevert2015",),
        evidence=exponential_units.noise_let_through,
        plot=Plot(exponential_units.noise_by_place, log=True),
    ),
    Claim(
        id="C076",
        verdict="correct",
        functions=("elu",),
        sources=("Clevert2015",),
        evidence=elu_saturates,
        plot=Plot(exponential_units.tails, log=True),
    ),
    Claim(
        id="C077",
        verdict="conditions",
        functions=("elu", "relu"),
        sources=("Clevert2015", "Narang2021"),
        trial=costs.beside_the_product,
    ),
    Claim(
        id="C078",
        verdict="conditions",
        functions=("elu", "celu"),
        sources=("Barron2017",),
        evidence=exponential_units.jumps_at_zero,
        plot=Plot(exponential_units.three_orders, knobs=(CURVED,), limits=(-2.0, 2.0)),
    ),
    Claim(
        id="C079",
        verdict="conditions",
        functions=("selu", "elu"),
        sources=("Klambauer2017",),
        evidence=self_normalising.a_fixed_point,
        plot=Plot(self_normalising.thermostat, knobs=(START,), limits=(0.0, 4.0)),
    ),
    Claim(
        id="C080",
        verdict="misleading",
        functions=("selu",),
        sources=("Klambauer2017",),
        evidence=self_normalising.what_alpha_dropout_is_for,
        plot=Plot(exponential_units.swinging, knobs=(ETA,), limits=(0.0, 2.0)),
    ),
    Claim(
        id="C081",
        verdict="misleading",
        functions=("elu", "selu", "relu"),
        sources=("TorchRun",),
        reported={"tensors": 1, "bytes": 16},
        evidence=exponential_units.the_output_is_enough,
    ),
    Claim(
        id="C082",
        verdict="misleading",
        functions=("relu", "leaky_relu", "swish", "silu"),
        trial=costs.prices,
    ),
    Claim(
        id="C083",
        verdict="misleading",
        functions=(*races.LADDER, "silu"),
        sources=("Narang2021", "Dubey2021"),
        trial=races.a_ladder_that_shakes,
    ),
)
