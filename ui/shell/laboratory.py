"""Ways into the laboratory: which of its pages shows what a page or a claim says."""

from collections.abc import Sequence

from activations.spec import Activation, Function
from ui.shell import page_shell
from ui.state import language

# what a claim of each topic is best watched as: a page of the laboratory, and the state it opens with
SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    **{"sigmoid": ("duel", {}), "tanh": ("duel", {"fns": "sigmoid,tanh"}), "gradients": ("surrogate", {})},
    **{"relu": ("dead_units", {}), "leaky": ("dead_units", {"treat": "slope"}), "elu": ("duel", {"fns": "elu,relu"})},
    **{"self_gated": ("duel", {"fns": "relu,gelu"}), "pieces": ("duel", {"fns": "identity,relu", "data": "xor"})},
    **{"theory": ("duel", {"fns": "identity,relu", "data": "xor"}), "practice": ("swap", {})},
}
MOST = 4  # networks side by side
RIVALS = ("relu", "gelu")  # whom a function is put beside, and whom the first of them
SILENT = "rectifier"  # the family whose units fall silent


def of_function(function: Function) -> None:
    """Let it learn beside another one; functions of one number only."""
    if not isinstance(function, Activation):
        return
    rival = next(name for name in RIVALS if name != function.id)
    _way("duel", fns=f"{function.id},{rival}")
    if function.family == SILENT:
        _way("dead_units")


def between(names: Sequence[str], **states: str) -> None:
    """Let the first of these element-wise functions learn beside each other, their sliders as in `states`."""
    _way("duel", fns=",".join(names[:MOST]), **states)


def of_topic(topic: str) -> None:
    """What a claim of this topic is about, in motion; softmax and gates are not in the laboratory."""
    if topic in SHOWN:
        page, query = SHOWN[topic]
        _way(page, **query)


def _way(page: str, **query: str) -> None:
    page_shell.link(page, language.reader("ui")(f"lab_{page}"), **query)
