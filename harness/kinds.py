"""`python -m harness.kinds` writes down which function is of which kind, where type checkers and editors read it."""

from pathlib import Path

import activations
from activations import CATALOGUE, Activation, Function, GatedActivation, PoolingActivation, VectorActivation

FILE = Path(activations.__file__).with_name("kinds.py")
HEAD = '"""Which function is of which kind, for type checkers and editors: written by `make format`."""'
KINDS: dict[str, type[Function]] = {
    "Elementwise": Activation,
    "Vector": VectorActivation,
    "Gated": GatedActivation,
    "Pooling": PoolingActivation,
}


def ids(kind: str) -> list[str]:
    """Of all functions of one kind."""
    return [id for id, function in CATALOGUE.items() if isinstance(function, KINDS[kind])]


if __name__ == "__main__":
    tables = "\n".join(f"{kind} = Literal{ids(kind)}" for kind in KINDS)
    FILE.write_text(f"{HEAD}\n\nfrom typing import Literal\n\n{tables}\n", "utf-8")
