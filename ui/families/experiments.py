"""The families of pictures that experiments draw, by name."""

from labs import dimmer
from labs.claim import Plot
from labs.claims import CLAIMS
from ui.chart.family import Family
from ui.families.window import TOLERANCE
from ui.plots.claims import height

PIXELS = 400.0  # the height of a claim's picture


def _of_claim(plot: Plot) -> Family:
    low, high = height(plot)
    return Family(plot.draw, plot.knobs, (high - low) / PIXELS / 2, 2 * max(abs(low), abs(high)))


EXPERIMENTS = {
    "dimmer": Family(dimmer.picture, dimmer.PARAMS, TOLERANCE),
    **{claim.id: _of_claim(claim.plot) for claim in CLAIMS.values() if claim.plot},
}
