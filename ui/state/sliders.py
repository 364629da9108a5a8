"""Parameter sliders: one native slider per parameter, mirrored in the address."""

from collections.abc import Iterable, Mapping

import streamlit as st

from activations.spec import Param
from figures.samples.window import WINDOW
from ui.chart import Slider
from ui.state import language, url

POINT = Param("x0", "x₀", default=-1.0, low=WINDOW[0], high=WINDOW[1], step=0.05)


def field(p: Param) -> url.Field:
    """The state of a slider that belongs to the page."""
    return url.number(p.name, p)


def fields(owner: str, params: Iterable[Param], alone: bool = False) -> list[url.Field]:
    """The state of the sliders of `owner`; `alone` on its page, an address need not name it."""
    return [url.knob(owner, p, alone) for p in params]


def draw(p: Param, key: str, label: str = "") -> float:
    """The slider of one parameter, showing plain numbers, which the picture reads while it moves."""
    decimals = len(f"{p.step:g}".partition(".")[2])
    return float(st.slider(label or p.symbol, p.low, p.high, step=p.step, format=f"%.{decimals}f", key=key))


def draw_all(owner: str, params: Iterable[Param], prefix: str = "") -> dict[str, float]:
    """All sliders of `owner`, in order; their values by parameter name."""
    return {p.name: draw(p, f"{owner}.{p.name}", f"{prefix}{_spoken(p)}") for p in params}


def _spoken(p: Param) -> str:
    """The symbol of a parameter, or its name in the reader's language if it has one."""
    say = language.reader("ui")
    return say(f"param_{p.name}") if f"param_{p.name}" in say else p.symbol


def followed(owner: str, params: Iterable[Param]) -> dict[str, Slider]:
    """What the picture needs to follow them."""
    return {p.name: Slider(f"{owner}.{p.name}", st.session_state[f"{owner}.{p.name}"]) for p in params}


def follow(p: Param) -> Slider:
    """The same for a slider that belongs to the page."""
    return Slider(p.name, st.session_state[p.name])


def fixed(params: Iterable[Param], values: Mapping[str, float]) -> dict[str, Slider]:
    """For a picture without sliders: the values it stands still at, defaults where none are given."""
    return {p.name: Slider("", values.get(p.name, p.default)) for p in params}
