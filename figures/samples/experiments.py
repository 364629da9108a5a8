"""The families of pictures that experiments draw, by name."""

from collections.abc import Callable
from functools import partial

from figures.heights import of_plot
from figures.samples.sampling import SampledPicture
from figures.samples.window import LIMIT, TOLERANCE
from labs import dimmer
from labs.claim import Claim
from labs.claims import CLAIMS
from labs.why import collapse, depth, neuron, ranges, sparsity, threshold, xor

PIXELS = 400.0  # the height of a claim's picture


def _of_claim(claim: Claim) -> SampledPicture:
    """A family whose height takes some drawing to know, hence made only when it is asked for."""
    assert claim.plot
    low, high = of_plot(claim.plot)
    half_a_pixel = 0.0 if claim.plot.log else (high - low) / PIXELS / 2  # on a logarithmic axis any error may be seen
    return SampledPicture(claim.plot.draw, claim.plot.knobs, half_a_pixel, 2 * max(abs(low), abs(high)))


_SCENES = {
    "dimmer": SampledPicture(dimmer.picture, dimmer.PARAMS, TOLERANCE),
    "collapse": SampledPicture(collapse.picture, collapse.PARAMS, TOLERANCE),
    "xor": SampledPicture(xor.picture, xor.PARAMS, TOLERANCE),
    **{
        f"neuron_{act.id}": SampledPicture(partial(neuron.picture, act), neuron.PARAMS, TOLERANCE, LIMIT)
        for act in neuron.functions()
    },
    "threshold": SampledPicture(threshold.picture, threshold.PARAMS, 0.0005),
    "depth": SampledPicture(depth.picture, depth.PARAMS, 0.02),
    "ranges": SampledPicture(ranges.picture, ranges.PARAMS, 0.01),
    "sparsity": SampledPicture(sparsity.picture, sparsity.PARAMS, TOLERANCE, finer={"share": 1e-6}),
}
EXPERIMENTS: dict[str, Callable[[], SampledPicture]] = {
    **{name: partial(_SCENES.__getitem__, name) for name in _SCENES},
    **{claim.id: partial(_of_claim, claim) for claim in CLAIMS.values() if claim.plot},
}
# the sliders of claims, known without drawing
KNOBS = {claim.id: claim.plot.knobs for claim in CLAIMS.values() if claim.plot}
