"""In which order did these functions come? By the years of the earliest works that the catalogue cites."""

from functools import cache
from itertools import pairwise, permutations
from random import Random

from activations import CATALOGUE
from activations.traits import year
from labs.practice.exercise import Exercise, Kind, Option, Phrase

KNOWN = {  # from the best known to the others
    1: ("step", "relu", "leaky_relu", "swish"),
    2: ("softmax", "gelu", "elu", "mish", "swiglu"),
    3: ("softplus", "selu", "hard_swish", "squared_relu", "maxout"),
    4: ("softsign", "relu6", "snake", "glu", "sparsemax", "celu", "acon_c"),
    5: ("entmax15", "squareplus", "star_relu", "telu", "xielu", "dyt", "b_silu"),
}
APART = {1: 3, 2: 3, 3: 2, 4: 2, 5: 1}  # years between two neighbours


@cache
def dated(level: int) -> tuple[tuple[int, str], ...]:
    """The functions up to a level after their years."""
    names = [name for some in range(1, level + 1) for name in KNOWN[some]]
    return tuple(sorted((found, name) for name in names if (found := year(CATALOGUE[name]))))


def draw(rng: Random, level: int) -> Exercise:
    count = 3 if level < 4 else 4
    while True:
        row = sorted(rng.sample(dated(level), count))
        if all(b[0] - a[0] >= APART[level] for a, b in pairwise(row)):
            break
    names = [name for _, name in row]
    wrong = rng.sample([list(order) for order in permutations(names) if list(order) != names], 3)
    when = {name: found for found, name in row}
    options = [Option(words=_order(names)), *(Option(words=_order(w), error=_mixed(w, when)) for w in wrong)]
    rng.shuffle(options)
    told = {f"n{i}": name for i, name in enumerate(names)} | {f"y{i}": str(when[name]) for i, name in enumerate(names)}
    return Exercise(ask=Phrase("years_ask"), why=Phrase(f"years_{count}", told), options=tuple(options))


def _order(names: list[str]) -> Phrase:
    return Phrase(f"order_{len(names)}", {f"n{i}": name for i, name in enumerate(names)})


def _mixed(names: list[str], when: dict[str, int]) -> Phrase:
    """The first two neighbours that stand the wrong way round."""
    late, early = next((a, b) for a, b in pairwise(names) if when[a] > when[b])
    facts = {"late": late, "early": early, "late_year": str(when[late]), "early_year": str(when[early])}
    return Phrase("error_years", facts)


KIND = Kind(8, draw)
