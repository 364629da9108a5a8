"""Who used which activation function, where and when: papers, models, and numbers others report."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from activations import CATALOGUE
from activations.sources import Source, cite

AS_OF = "2026-11"
FIELDS = ("general", "vision", "language", "speech", "recommendation", "control", "science")
PERIODS = {"early": (1940, 2010), "tens": (2010, 2020), "twenties": (2020, 2027)}
VARIANTS = {
    "dyt": "tanh",
    "gaussian_topk": "relu",
    "geglu_tanh": "geglu",
    "gelu_clipped": "gelu",
    "gelu_tanh": "gelu",
    "gelu_sigmoid": "gelu",
    "lecun_tanh": "tanh",
    "snake_beta": "snake",
    "soft_cap": "tanh",
    "sqrt_softplus": "softplus",
    "star_relu": "squared_relu",
    "swiglu_clamped": "swiglu",
    "swiglu_limited": "swiglu",
    "swiglu_step": "swiglu",
    "swish": "silu",
}
LEARNED = ("xielu",)  # their coefficients are trained


def time(when: str) -> float:
    """A date, "year-month" or a year alone, as a number of years: the middle of the month, or of the year.

    ValueError for what is no number.
    """
    year, _, month = when.partition("-")
    return int(year) + ((int(month) - 0.5) / 12 if month else 0.5)


def lane(function: str) -> str:
    """The function whose history a variant belongs to."""
    return VARIANTS.get(function, function)


@dataclass(frozen=True, slots=True)
class Event:
    """A paper about a function; `when` is its first public version, "year-month" or a year alone."""

    function: str
    when: str
    key: str

    @property
    def source(self) -> Source:
        """The paper."""
        return cite(self.key)[0]


@dataclass(frozen=True, slots=True)
class Use:
    """One function at one place of a network."""

    place: str
    function: str


@dataclass(frozen=True, slots=True)
class Model:
    """A network: its field, its first public version, and which function it has where."""

    id: str
    name: str
    field: str
    when: str
    keys: tuple[str, ...]
    uses: tuple[Use, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its functions are written down."""
        return cite(*self.keys)

    @property
    def year(self) -> int:
        """Of its first public version."""
        return int(self.when[:4])


@dataclass(frozen=True, slots=True)
class Reported:
    """A number that somebody else measured or wrote, and where it is written."""

    value: float
    key: str


EVENTS = (
    Event("step", "1943", "McCullochPitts1943"),
    Event("relu", "1969", "Fukushima1969"),
    Event("sigmoid", "1986-10", "Rumelhart1986"),
    Event("softmax", "1990", "Bridle1990"),
    Event("lecun_tanh", "1998", "LeCun1998"),
    Event("relu", "2000-06", "Hahnloser2000"),
    Event("softplus", "2001", "Dugas2001"),
    Event("relu", "2009", "Jarrett2009"),
    Event("relu", "2010", "NairHinton2010"),
    Event("relu6", "2010", "Krizhevsky2010"),
    Event("relu", "2011", "Glorot2011"),
    Event("maxout", "2013-02", "Goodfellow2013"),
    Event("leaky_relu", "2013", "Maas2013"),
    Event("step", "2013-08", "Bengio2013"),
    Event("prelu", "2015-02", "He2015"),
    Event("elu", "2015-11", "Clevert2015"),
    Event("gelu", "2016-06", "Hendrycks2016"),
    Event("silu", "2016-06", "Hendrycks2016"),
    Event("glu", "2016-12", "Dauphin2016"),
    Event("silu", "2017-02", "Elfwing2017"),
    Event("selu", "2017-06", "Klambauer2017"),
    Event("swish", "2017-10", "Ramachandran2017"),
    Event("hard_swish", "2019-05", "Howard2019"),
    Event("mish", "2019-08", "Misra2019"),
    Event("geglu", "2020-02", "Shazeer2020"),
    Event("swiglu", "2020-02", "Shazeer2020"),
    Event("dynamic_relu", "2020-03", "Chen2020"),
    Event("snake", "2020-06", "Ziyin2020"),
    Event("sine", "2020-06", "Sitzmann2020"),
    Event("squared_relu", "2021-09", "So2021"),
    Event("relu", "2023-10", "Mirzadeh2023"),
    Event("xielu", "2024-11", "Huang2024"),
    Event("dyt", "2025-03", "Zhu2025"),
    Event("sigmoid", "2025-05", "Qiu2025"),
)
REPORTED = {
    "dcgan_slope": Reported(0.2, "Radford2015"),
    "speedup": Reported(6, "Krizhevsky2012"),
    "training_error": Reported(25, "Krizhevsky2012"),
    "convnext": Reported(80.6, "Liu2022"),
    "swish_mobile": Reported(0.9, "Ramachandran2017"),
    "swish_inception": Reported(0.6, "Ramachandran2017"),
    "survey": Reported(400, "Kunc2024"),
    "gate_scale": Reported(1.702, "GptOssCode"),
    "clamp": Reported(7, "GptOssCode"),
}


@cache
def models() -> tuple[Model, ...]:
    """Every network of `models.toml`, oldest first."""
    with Path(__file__).with_name("models.toml").open("rb") as f:
        found = [_read(id, **entry) for id, entry in tomllib.load(f).items()]
    return tuple(sorted(found, key=lambda model: time(model.when)))


def _read(id: str, name: str, field: str, when: str, sources: list[str], uses: dict[str, str]) -> Model:
    return Model(id, name, field, when, tuple(sources), tuple(Use(place, f) for place, f in uses.items()))


def lanes() -> list[str]:
    """Every function that has a paper here, oldest first."""
    first = sorted(EVENTS, key=lambda event: time(event.when))
    return list(dict.fromkeys(lane(event.function) for event in first))


def waited(function: str, model: str) -> int:
    """Years from the first paper on a function to a model.

    KeyError for an unknown model, ValueError for a function that has no paper here.
    """
    first = min(int(event.when[:4]) for event in EVENTS if lane(event.function) == function)
    return {m.id: m.year for m in models()}[model] - first


def feed_forward(since: int = 0) -> list[tuple[Model, str]]:
    """The language models from a year on, with the kind of activation in their feed-forward part."""
    found = [(m, use.function) for m in models() for use in m.uses if use.place == "feed_forward"]
    return [(m, kind(function)) for m, function in found if m.field == "language" and m.year >= since]


def kind(function: str) -> str:
    """Gated units together, variants with their function, and what is learned apart; KeyError for an unknown one."""
    if function in LEARNED:
        return "learned"
    return "gated" if CATALOGUE[function].family == "gated" else lane(function)
