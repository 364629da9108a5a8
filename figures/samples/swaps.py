"""The family of pictures of networks that are trained with one function and served with another."""

from functools import partial

from figures.samples.sampling import SampledPicture
from labs.swap import nets
from labs.swap.forms import SERVED, TRAINED

KIND = "swap"
TOLERANCE = 0.01  # of points on the map
OWN = {
    **dict.fromkeys(("field", "border"), 0.03),  # from -1 to 1; only the border is seen, where it is steep
    **dict.fromkeys(("bars", "tops", "ends"), 0.003),
    **dict.fromkeys(("exact", "count", "least", "median", "most"), 0.02),
}


def name(trained: str, served: str) -> str:
    """What the family of one pair is called."""
    return f"{KIND}-{trained}-{served}"


def family(ids: list[str]) -> SampledPicture:
    """The family of one pair; else a KeyError."""
    match ids:
        case [trained, served] if trained in TRAINED and served in SERVED:
            return SampledPicture(partial(nets.picture, trained, served), nets.PARAMS, TOLERANCE, finer=OWN)
    raise KeyError(KIND)
