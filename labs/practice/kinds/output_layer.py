"""Which function belongs on the output of a network for this task? As the rules of the wizard have it."""

from random import Random

from labs.practice.exercise import Exercise, Kind, Option, Phrase

FITTING = {  # for each task what the output is given, and what is taken instead with the reason in a slot of its own
    "binary": ("sigmoid", {"softmax": "lone_softmax", "tanh": "negative", "relu": "endless", "identity": "endless"}),
    "multiclass": ("softmax", {"sigmoid": "no_sum", "relu": "no_sum", "tanh": "negative", "identity": "no_sum"}),
    "multilabel": ("sigmoid", {"softmax": "competing", "relu": "endless", "tanh": "negative", "identity": "endless"}),
    "regression": ("identity", {"sigmoid": "squeezed", "tanh": "squeezed", "relu": "half", "softmax": "squeezed"}),
    "unit_interval": ("sigmoid", {"tanh": "negative", "relu": "endless", "identity": "endless", "softplus": "endless"}),
    "bounded": (
        "tanh",
        {"sigmoid": "no_negative", "relu": "no_negative", "softplus": "no_negative", "identity": "free"},
    ),
    "positive": ("softplus", {"sigmoid": "squeezed", "tanh": "squeezed", "relu": "silent", "softmax": "squeezed"}),
}
EASY = {1: ("binary", "multiclass", "regression"), 2: ("binary", "multiclass", "regression", "multilabel")}
SCENES = 3  # stories for each task


def draw(rng: Random, level: int) -> Exercise:
    task = rng.choice(EASY.get(level, tuple(FITTING)))
    right, wrong = FITTING[task]
    chosen = rng.sample(sorted(wrong), 3)
    options = [Option(words=_named(right))]
    options += [Option(words=_named(name), error=Phrase(f"output_{wrong[name]}", {"f": name})) for name in chosen]
    rng.shuffle(options)
    return Exercise(
        ask=Phrase(f"task_{task}_{rng.randint(1, SCENES)}"),
        why=Phrase(f"layer_{task}", {"f": right}),
        options=tuple(options),
    )


def _named(name: str) -> Phrase:
    return Phrase("", {"f": name})


KIND = Kind(9, draw)
