"""The facts card of an element-wise function: what is declared and what is measured, in words and numbers."""

import math
from collections.abc import Iterator
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations import measure
from activations.scan import stationary
from activations.spec import Activation
from content import Reader
from ui.shell import lazy_expander, stage
from ui.state import language
from ui.text import function_text, numbers, small_table


def rows(act: Activation, say: Reader, params: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Label and value of every fact, declared ones first."""
    m = measure.shape(act, **params)

    def at(value: str, where: str) -> str:
        return numbers.signed(m[value]) + (f" (x = {numbers.signed(m[where])})" if math.isfinite(m[where]) else "")

    yield say("range"), numbers.interval(act.fact("range", **params))
    yield say("flat"), _beyond(m["flat_left"], m["flat_right"])
    yield say("mean"), numbers.signed(round(m["mean"], 12))
    yield say("monotone"), say(f"monotone_{act.fact('monotone', **params)}")
    yield say("smoothness"), say(f"smooth_{function_text.SMOOTH[act.fact('smoothness', **params)]}")
    yield say("convex"), say(f"convex_{act.fact('convex', **params)}")
    yield say("symmetry"), say(f"symmetry_{act.fact('symmetry', **params)}")
    image = act.fact("range", **params)
    yield say(_bound(image.low, image.closed[0], "minimum", "infimum", "lower")), at("minimum", "argmin")
    yield say(_bound(image.high, image.closed[1], "maximum", "supremum", "upper")), at("maximum", "argmax")
    yield say("steepest"), at("lipschitz", "steepest_at")
    rough = 0.0 in (*act.fact("kinks", **params), *act.fact("jumps", **params))
    slope = numbers.signed(m["slope_at_zero"])
    yield say("slope_at_zero"), say("convention", value=slope) if rough else slope
    yield say("variance"), numbers.signed(m["variance"])
    yield say("zeros"), f"{m['zeros']:.0%}"


def _bound(value: float, closed: bool, reached: str, approached: str, absent: str) -> str:
    return reached if closed else approached if math.isfinite(value) else absent


def _beyond(left: float, right: float) -> str:
    if left == math.inf:
        return "ℝ"
    sides = [f"x < {numbers.signed(left)}"] if math.isfinite(left) else []
    sides += [f"x > {numbers.signed(right)}"] if math.isfinite(right) else []
    return ", ".join(sides) or "–"


Places = tuple[DeltaGenerator, DeltaGenerator | None]
FIRST = 6  # rows that everybody sees, the rest is folded away


def places(say: Reader) -> Places:
    """Where the card will stand, below the stage; what holds the sliders fills it (`show`)."""
    with stage.numbers("card"), st.container(key="card"):
        return st.empty(), lazy_expander.place(say("more_facts"), key="fold_facts")


def show(places: Places, act: Activation, params: dict[str, float], x0: float) -> None:
    """The card as two small tables, which are sent again whenever a slider is released."""
    say = language.reader("card")
    here = [
        ("f(x₀)", numbers.signed(float(act(x0, **params)))),
        ("f′(x₀)", numbers.signed(float(act.derivative(x0, **params)))),
        (say("gradient"), say(f"gradient_{verdict(act, params, x0)}")),
    ]
    lines = [*here, *_kept(act, say, tuple(params.items()))]
    for place, some in zip(filter(None, places), (lines[:FIRST], lines[FIRST:]), strict=False):
        with place:
            small_table.show((say("fact"), say("value")), some)


@lru_cache(maxsize=4096)  # a class moves one slider over the same few stops
def _kept(act: Activation, say: Reader, params: tuple[tuple[str, float], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(rows(act, say, dict(params)))


def verdict(act: Activation, params: dict[str, float], x0: float) -> str:
    """What happens to the gradient at x0: it passes, changes sign, fades, is lost, or is a convention."""
    slope = float(act.derivative(x0, **params))
    if x0 in act.fact("jumps", **params):
        return "jump"
    if x0 in act.fact("kinks", **params):
        return "kink"
    if slope == 0 and not any(abs(x0 - turn) < 1e-6 for turn in stationary(act, **params)):
        return "dead"
    return "flat" if abs(slope) < measure.FLAT else "live" if slope > 0 else "falling"
