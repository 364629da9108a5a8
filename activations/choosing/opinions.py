"""Opinions that go round, dated, to be laid beside what is computed: a ladder of stars, and rules of thumb."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from activations.choosing.advice import Advice, advise


@dataclass(frozen=True, slots=True)
class Stars:
    """One rung of the ladder: stars out of five, given by one author without a measurement."""

    function: str
    speed: int
    stability: int
    novelty: int
    use: str


LADDER_YEAR = 2024
LADDER = (
    Stars("relu", 5, 4, 2, "vision"),
    Stars("gelu", 4, 5, 4, "transformer"),
    Stars("swish", 4, 4, 4, "large"),
    Stars("mish", 3, 5, 4, "detection"),
    Stars("leaky_relu", 4, 4, 2, "discriminator"),
)


@dataclass(frozen=True, slots=True)
class Thumb:
    """A rule of thumb: in this situation, take one of these; `asked` puts the situation to the wizard.

    `measures` are companions the rule asks for instead of a function.
    """

    id: str
    functions: tuple[str, ...]
    asked: Mapping[str, str | tuple[str, ...]]
    measures: tuple[str, ...] = field(default=())

    @property
    def situation(self) -> dict[str, tuple[str, ...]]:
        """What was asked, as options by dimension."""
        return {where: (given,) if isinstance(given, str) else given for where, given in self.asked.items()}

    @property
    def answer(self) -> Advice:
        """What the wizard says to the situation."""
        return advise(**self.asked)  # type: ignore[arg-type]

    @property
    def by_measures(self) -> bool:
        """Is it a rule about what to do beside the function, whichever that is?"""
        return not self.functions

    @property
    def agrees(self) -> bool:
        """Does the wizard put one of these functions first, and ask for the same companions?"""
        answer = self.answer
        first = not self.functions or answer.ranking[0].function in self.functions
        return first and set(self.measures) <= set(answer.measures)


RULES_YEAR = 2025
RULES_OF_THUMB = (
    Thumb("hidden", ("relu", "gelu"), {"position": "hidden"}),
    Thumb("cnn", ("relu", "leaky_relu"), {"position": "hidden", "task": "cnn"}),
    Thumb("large", ("gelu", "swish"), {"position": "hidden", "task": "transformer"}),
    Thumb("recurrent", ("tanh", "sigmoid"), {"position": "hidden", "task": "rnn"}),
    Thumb("deep", ("elu", "gelu"), {"position": "hidden", "engineering": ("very_deep",)}),
    Thumb("binary", ("sigmoid",), {"position": "output", "task": "binary"}),
    Thumb("classes", ("softmax",), {"position": "output", "task": "multiclass"}),
    Thumb("value", ("identity",), {"position": "output", "task": "regression"}),
    Thumb("actions", ("tanh",), {"task": "reinforcement"}),
    Thumb("speed", ("relu",), {"engineering": ("training_speed",)}),
    Thumb("memory", ("relu",), {"engineering": ("memory",)}),
    Thumb("vanishing", ("relu", "swish"), {"symptom": ("vanishing",)}),
    Thumb("dead", ("leaky_relu",), {"symptom": ("dead_units",)}),
    Thumb("exploding", (), {"symptom": ("exploding",)}, ("he_init", "norm")),
    Thumb("oscillating", ("selu",), {"symptom": ("oscillation",)}, ("alpha_dropout",)),
)
