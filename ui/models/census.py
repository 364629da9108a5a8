"""What the configuration files of a library name as their default activation: all of them, counted."""

from activations.history.census import census, share
from activations.history.models import lane
from activations.names import libraries
from content import Reader
from figures import census as figures
from ui import chart
from ui.state import language
from ui.text import function_names


def rows() -> list[tuple[str, list[tuple[str, int]]]]:
    """Each function with the keys that mean it or a variant of it, the most frequent first."""
    names = libraries()["transformers"].names
    found: dict[str, list[tuple[str, int]]] = {}
    for key, number in census().defaults.items():
        found.setdefault(lane(names.get(key, key)), []).append((key, number))
    order = sorted(found, key=lambda function: -sum(number for _, number in found[function]))
    return [(function_names.short(function), found[function]) for function in order]


def show(say: Reader) -> None:
    """The bars, what they count, and what they do not."""
    kept = census()
    facts = {
        **{name: getattr(kept, name) for name in ("source", "as_of", "files", "folders", "naming", "gated")},
        **{function: share(function) for function in ("gelu", "silu", "relu")},
        "silu_folders": kept.defaults["silu"],
    }
    figure, height = figures.bars(rows(), {"axis": say("census_axis")})
    chart.show(figure, key="census", alt=say("census_alt", **facts), height=height)
    language.prose(say, "census_text", **facts)
