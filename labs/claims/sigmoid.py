"""Claims about the sigmoid."""

from functools import partial

import numpy as np

from activations import elementwise
from activations.domain import POSITIVE, Param
from labs import timing
from labs.claim import Claim, Evidence, Plot
from labs.studies import costs, losses, lost_digits, rows, secants, squashed_normal, uncentred_inputs
from labs.studies.softmax_shares import first_share, softmax

SIGMOID, RELU, SCALED = elementwise("sigmoid"), elementwise("relu"), elementwise("scaled_sigmoid")
X = np.linspace(-8.0, 8.0, 401)
H = 1e-3  # a short run
OUTPUTS = 1024


def the_slope_is_the_rise_over_a_short_run() -> Evidence:
    """Both forms of the derivative, and a difference quotient."""
    x = np.array([-2.0, 0.0, 2.0, 5.0])
    s, e = SIGMOID(x), np.exp(-x)
    rise = SIGMOID(x + H) - SIGMOID(x - H)
    table = rows.at("x", x, s, s * (1 - s), e / (1 + e) ** 2, rise / (2 * H))
    return Evidence({"value": float(s[2]), "slope": float(s[2] * (1 - s[2]))}, table)


def an_exponential_beside_a_product() -> Evidence:
    """The time of a layer's matrix product and of its activation, for layers with more and more inputs."""
    shares: list[float] = []
    table: list[rows.Row] = []
    for inputs in (256, 1024, 4096):
        x, weights = costs.operands(inputs, OUTPUTS)
        z = x @ weights
        work = (partial(np.matmul, x, weights), partial(RELU, z), partial(SIGMOID, z))
        product, theirs, ours = (timing.run(w).median / 1e6 for w in work)
        share = ours / (product + ours)
        shares.append(share)
        table.append((f"{inputs} → {OUTPUTS}", *map(costs.rounded, (product, theirs, ours, 100 * share))))
    return Evidence({"narrow": shares[0], "wide": shares[-1]}, tuple(table))


def two_labels_at_once() -> Evidence:
    """Three scores as shares of one whole, and each on its own."""
    z = np.array([5.0, 5.0, -5.0])
    table = rows.at("z", z, softmax(z), SIGMOID(z))
    return Evidence({"share": float(softmax(z)[0]), "own": float(SIGMOID(z)[0])}, table)


def with_a_rival(rival: float) -> dict[str, np.ndarray]:
    return {"x": X, "softmax": first_share(X, rival, -5.0), "sigmoid": SIGMOID(X)}


def a_tanh_twice_as_wide_and_high() -> Evidence:
    """The coded formula, the stretched tanh, and the slope."""
    x = np.array([-3.0, 0.0, 2.0])
    table = rows.at("x", x, 4 / (1 + np.exp(-x)) - 2, SCALED(x), SCALED.derivative(x))
    return Evidence({"slope": float(SCALED.derivative(0.0))}, table)


def stretched(k: float) -> dict[str, np.ndarray]:
    return {"x": X, "scaled_sigmoid": SCALED(X), "stretched": k * np.tanh(X / k)}


CLAIMS = (
    Claim(
        id="C029",
        verdict="correct",
        functions=("sigmoid",),
        evidence=the_slope_is_the_rise_over_a_short_run,
    ),
    Claim(
        id="C030",
        verdict="conditions",
        functions=("sigmoid",),
        evidence=lost_digits.floats_reach_both_ends,
        plot=Plot(lost_digits.what_is_left_to_one),
    ),
    Claim(
        id="C031",
        verdict="misleading",
        functions=("sigmoid",),
        sources=("Clevert2015",),
        evidence=squashed_normal.squashed_is_not_normalised,
    ),
    Claim(
        id="C032",
        verdict="wrong",
        functions=("sigmoid",),
        evidence=secants.secants_of_sigmoid_settle,
        plot=Plot(
            secants.secant_and_tangent,
            knobs=(Param("h", "h", default=4.0, low=0.1, high=5.0, step=0.1, domain=POSITIVE),),
            limits=(-0.2, 1.4),
        ),
    ),
    Claim(
        id="C033",
        verdict="misleading",
        functions=("sigmoid",),
        sources=("Guo2017",),
        evidence=squashed_normal.logits_decide_where_outputs_lie,
        plot=Plot(
            squashed_normal.outputs_of_sigmoid,
            knobs=(Param("spread", "s", default=1.0, low=0.3, high=5.0, step=0.1, domain=POSITIVE),),
            limits=(0.0, 5.0),
        ),
    ),
    Claim(
        id="C034",
        verdict="conditions",
        functions=("sigmoid", "tanh"),
        sources=("LeCun1998", "Clevert2015"),
        evidence=uncentred_inputs.gradients_share_a_sign,
        plot=Plot(uncentred_inputs.walks),
    ),
    Claim(
        id="C035",
        verdict="conditions",
        functions=("sigmoid",),
        evidence=lost_digits.one_minus_s_loses_digits,
        plot=Plot(lost_digits.error_of_the_slope, log=True),
    ),
    Claim(
        id="C036",
        verdict="outdated",
        functions=("sigmoid",),
        trial=an_exponential_beside_a_product,
    ),
    Claim(
        id="C037",
        verdict="conditions",
        functions=("sigmoid",),
        sources=("Guo2017",),
        evidence=losses.the_loss_decides_about_saturation,
        plot=Plot(losses.sizes_of_slopes),
    ),
    Claim(
        id="C038",
        verdict="correct",
        functions=("softmax", "sigmoid"),
        evidence=two_labels_at_once,
        plot=Plot(with_a_rival, knobs=(Param("rival", "z₂", default=5.0, low=-5.0, high=8.0, step=0.1),)),
    ),
    Claim(
        id="C039",
        verdict="correct",
        functions=("scaled_sigmoid", "sigmoid", "tanh"),
        sources=("LeCun1998",),
        evidence=a_tanh_twice_as_wide_and_high,
        plot=Plot(stretched, knobs=(Param("k", "k", default=1.0, low=0.5, high=4.0, step=0.05, domain=POSITIVE),)),
    ),
)
