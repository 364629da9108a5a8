"""Worked cases: what eight common projects would answer the wizard."""

from collections.abc import Mapping

Answers = Mapping[str, str | tuple[str, ...]]

CASES: dict[str, Answers] = {
    "classifier": {"position": "hidden", "task": "cnn"},
    "language_model": {"position": "hidden", "task": "transformer"},
    "lstm": {"position": "hidden", "task": "lstm", "symptom": ("vanishing",)},
    "gan": {"position": "hidden", "task": "gan_discriminator"},
    "deep_mlp": {"position": "hidden", "task": "mlp", "engineering": ("very_deep",)},
    "policy": {"position": "hidden", "task": "reinforcement"},
    "tagger": {"position": "output", "task": "multilabel"},
    "price": {"position": "output", "task": "positive"},
}
