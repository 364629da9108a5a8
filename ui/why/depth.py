"""A gradient goes back through many layers: sigmoids leave nothing of it, ReLUs all, if their weights are right."""

from functools import partial

import streamlit as st

from activations.measure import properties
from content import Reader
from figures.depth import lanes
from labs.why import depth
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.text import function_names, numbers
from ui.why import experiments

OWNER = "depth"
KNOBS = experiments.KNOBS[OWNER]
OTHER_SIZES = {"small": 0.5, "large": 2.0}  # too small and too large for ReLU


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    with picture:
        chart.show(
            lanes({name: function_names.short(name) for name in depth.LANES}, why.slots(say, "back")),
            key="depth",
            alt=say("alt_depth"),
            live=[chart.Live(OWNER, KNOBS.followed())],
            height=440,
        )
    with handles:
        _numbers(say)
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader) -> None:
    """The sliders, what is left at the first layer, and what that means."""
    at = why.knobs(say, KNOBS)
    layers, size = int(at["layers"]), at["weights"]
    found = {name: depth.left(act, layers, size) for name, act in depth.LANES.items()}
    with stage.numbers("depth"):
        why.metrics(
            *(
                (say("left", name=function_names.spelled(name)), numbers.signed(left[1], 2))
                for name, left in found.items()
            )
        )
        low, _, high = found["relu"]
        st.caption(
            say("spread_depth", seeds=len(depth.SEEDS), low=numbers.signed(low, 2), high=numbers.signed(high, 2))
        )
        language.prose(say, "see_depth", layers=layers, steepest=properties(depth.SIGMOID)["steepest"])
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    layers = int(depth.DEPTH.default)
    elsewhere = {name: numbers.signed(depth.left(depth.RELU, layers, at)[1], 2) for name, at in OTHER_SIZES.items()}
    elsewhere["sigmoid_large"] = numbers.signed(depth.left(depth.SIGMOID, layers, OTHER_SIZES["large"])[1], 2)
    elsewhere["sigmoid_large"] = numbers.signed(depth.left(depth.SIGMOID, layers, OTHER_SIZES["large"])[1], 2)
    elsewhere["sigmoid_large"] = numbers.signed(depth.left(depth.SIGMOID, layers, OTHER_SIZES["large"])[1], 2)
    sizes = {f"size_{name}": f"{at:g}" for name, at in OTHER_SIZES.items()}
    setting = {"seeds": len(depth.SEEDS), "width": depth.WIDTH, "batch": depth.BATCH}
    facts = {"layers": layers, **elsewhere, **sizes, **setting, "steepest": properties(depth.SIGMOID)["steepest"]}
    why.words(say, OWNER, **facts)
    why.notes(say, "replaced", "not_alone", "sized", "setting_depth", **facts)
