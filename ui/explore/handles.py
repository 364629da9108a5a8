"""The words at the handles of a function: what each does, then perhaps what its two ends mean."""

from collections.abc import Callable, Sequence

from activations.spec import Function, Param
from content import Reader
from ui.state import language


def words(function: Function, say: Reader) -> Callable[[Param], Sequence[str]]:
    """Those of the function's own parameters stand in its text, those of its inputs in `say`."""
    own = language.reader(f"functions/{function.id}")
    mine = {p.name for p in function.params}
    return lambda p: (own if p.name in mine else say).cells(f"handle_{p.name}")
