"""Names that a library has among its activation functions and that mean no function of this lesson: what they mean."""

from activations import names
from ui.state import language


def reasons(name: str) -> list[str]:
    """What the name means, in each language that is shown; nothing if it is no such name."""
    if not (found := names.absent(name)):
        return []
    key, reason = found
    return language.reader("absent").each(f"means_{reason}", name=key)


def tell(name: str) -> bool:
    """Say it, if it is such a name."""
    if said := reasons(name):
        language.abreast(said)
    return bool(said)
