"""What one row of the advice says: a rule for and against functions, a conflict of answers, or a limit of a measure."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from activations.sources import Source, cite

GRADES = ("paper", "measured", "practice")
When = Mapping[str, tuple[str, ...]]
Held = Mapping[str, Set[str]]


def _holds(when: When, held: Held) -> bool:
    return all(held[dimension] & set(options) for dimension, options in when.items())


@dataclass(frozen=True, slots=True)
class Rule:
    """One row; `id` is the slot of its reason in the texts, `measures` are companions beside the function.

    `evidence` is "measured", "practice", or the keys of papers with spaces between. `unless` silences
    the rule where a more specific one speaks. A rule without weights is a remark.
    """

    id: str
    when: When
    weights: Mapping[str, float]
    evidence: str
    measures: tuple[str, ...] = ()
    params: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    unless: When = field(default_factory=dict)

    @property
    def grade(self) -> str:
        """One of GRADES: on what the rule rests."""
        return self.evidence if self.evidence in GRADES else "paper"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The papers, if the evidence is one."""
        return cite(*self.evidence.split()) if self.grade == "paper" else ()

    def holds(self, held: Held) -> bool:
        """Whether the rule speaks where these options hold; KeyError if a dimension it asks about is missing."""
        return _holds(self.when, held) and not (self.unless and _holds(self.unless, held))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers that pull against each other, or do not bear on the question; named, never averaged away."""

    id: str
    when: When

    def holds(self, held: Held) -> bool:
        """Whether these options are in this conflict; KeyError as for a rule."""
        return _holds(self.when, held)


@dataclass(frozen=True, slots=True)
class Limit:
    """Where a companion measure makes sense: beside these functions (none named: any) but never beside some, and not
    with these answers."""

    functions: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    unless: When = field(default_factory=dict)

    def allows(self, function: str, held: Held) -> bool:
        """Whether the measure makes sense beside this function where these options hold; KeyError as for a rule."""
        fits = function not in self.never and (not self.functions or function in self.functions)
        return fits and not (self.unless and _holds(self.unless, held))


NEVER = -20.0  # a weight that outweighs whatever else speaks for a function
LABELS = ("binary", "multilabel")
ANSWER_KINDS = (*LABELS, "multiclass", "regression", "unit_interval", "bounded", "positive", "counts")
LEARNERS = ("reinforcement", "off_policy")  # of behaviour: a kind of network that tells the kind of answer as well
TRANSFORMERS = ("transformer", "encoder")
ATTENTIVE = (*TRANSFORMERS, "speech")  # wide matrix products take nearly all of the time
RECURRENT = ("rnn", "lstm")
ARCHITECTURES = ("cnn", "mlp", "gan_discriminator", "detection", "recommender", *ATTENTIVE, *RECURRENT)
NOT_PLAIN = ("cnn", "gan_discriminator", "detection", *ATTENTIVE, *RECURRENT)  # no place for self-normalisation


def hidden(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """These options, in a hidden layer."""
    return {"position": ("hidden",)} | when


def output(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """These options, in the output layer."""
    return {"position": ("output",)} | when


def gate(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """These options, at a gate."""
    return {"position": ("gate",)} | when


def attention(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """These options, for the weights of attention."""
    return {"position": ("attention",)} | when
