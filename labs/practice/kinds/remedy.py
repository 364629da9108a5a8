"""Training goes wrong in a certain way: what helps? As the rules of the wizard have it."""

from random import Random

from labs.practice.exercise import Exercise, Kind, Option, Phrase

FITTING = {  # for each symptom the remedy, and three that are tried in vain
    "vanishing": ("residual", ("clip", "sigmoid", "lower_rate")),
    "exploding": ("clip", ("raise_rate", "leaky_relu", "logits")),
    "dead_units": ("leaky_relu", ("raise_rate", "relu6", "logits")),
    "oscillation": ("lower_rate", ("raise_rate", "leaky_relu", "logits")),
    "nan": ("logits", ("raise_rate", "leaky_relu", "sigmoid")),
    "equal_outputs": ("break_symmetry", ("raise_rate", "leaky_relu", "clip")),
}
EASY = 2  # the level up to which the symptom is called by its name


def draw(rng: Random, level: int) -> Exercise:
    symptom = rng.choice(sorted(FITTING))
    right, wrong = FITTING[symptom]
    options = [Option(words=Phrase(f"remedy_{right}", {"remedy": right}))]
    for name in wrong:
        words = Phrase(f"remedy_{name}", {"remedy": name})
        options.append(Option(words=words, error=Phrase(f"vain_{symptom}_{name}")))
    rng.shuffle(options)
    asked = f"named_{symptom}" if level <= EASY else f"seen_{symptom}"
    return Exercise(ask=Phrase(asked), why=Phrase(f"cure_{symptom}", {"symptom": symptom}), options=tuple(options))


KIND = Kind(10, draw)
