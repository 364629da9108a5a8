"""Can a dead ReLU come back? Half of a layer is silenced, and trained on; the reader bets first."""

from typing import Any

import streamlit as st

from activations import elementwise
from content import Reader
from labs import dead_units
from labs.dead_units import MARGINS, RATE, WIDTHS
from labs.training.tasks import MARGIN, Beginning
from ui.dead_units import table
from ui.shell import stage
from ui.shell.lazy_expander import lazy_expander
from ui.state import url
from ui.state.controls import Controls
from ui.text import function_names
from ui.trainer import Lane, Layer, Rule, running, settings

UNTIL = dead_units.STEPS
LAYERS = ("1", "2")
BETS = ("none", "some", "all")
LAYER = url.choice("layer", LAYERS, LAYERS[0])
DEPTHS = tuple(map(str, MARGINS))
DEPTH = url.choice("margin", DEPTHS, DEPTHS[0])
BET = url.choice("bet", BETS, None)
USUAL = Rule("momentum", rate=RATE, kept=0.0)
# what is done to the second network, beside its function: its rule, and how it begins
TREATMENTS: dict[str, tuple[str, Rule, dict[str, Any]]] = {
    "none": ("relu", USUAL, {}),
    "slope": ("leaky_relu", USUAL, {}),
    "other": ("gelu", USUAL, {}),
    "bias": ("relu", USUAL, {"lift": MARGIN.high}),
    "rate": ("relu", Rule("momentum", rate=10 * RATE, kept=0.0), {}),
    "start": ("relu", USUAL, {"start": "lecun"}),
    "decay": ("relu", Rule("momentum", rate=RATE, kept=0.0, decay=0.1), {}),
}
TREAT = url.choice("treat", TREATMENTS, "none")
FIELDS = (LAYER, DEPTH, TREAT, BET, settings.SEED)


def silenced(**changes: Any) -> Beginning:
    """Half of one layer begins below what any point can lift."""
    state = st.session_state
    layer, margin = int(state[LAYER.key]), float(state[DEPTH.key])
    return Beginning(widths=WIDTHS, seed=state[settings.SEED.key], silenced=layer, margin=margin, **changes)


def show(say: Reader) -> None:
    """The bet, the stage, and what many seeds say."""
    url.restore(*FIELDS, *settings.COURSE)
    url.renew(*FIELDS)
    picture, handles = stage.places("lab_dead_units", (3, 2))
    with handles:
        sliders = st.container()
        _ask(say)
    url.publish(*FIELDS)
    lanes, moving = _lanes(say)
    for own in moving:
        own.restore()
    with picture:
        bet = st.session_state[BET.key]
        running.race(
            lanes,
            UNTIL,
            key="dead_units",
            beginning=silenced(),
            rule=USUAL,
            plays=bet is not None,
            watch=True,
        )
    with sliders:
        running.knobs(moving)
    lazy_expander(say("many"), lambda: table.show(say), key="fold_many")


def _ask(say: Reader) -> None:
    """Which units, how deep, what the reader expects, and what may help."""
    st.pills(say("layer"), LAYERS, key=LAYER.key, format_func=lambda one: say(f"layer_{one}"), required=True)
    st.pills(say("margin"), DEPTHS, key=DEPTH.key, format_func=lambda one: f"{float(one):g}", required=True)
    st.pills(say("bet"), BETS, key=BET.key, format_func=lambda one: say(f"bet_{one}"), wrap=True)
    st.caption(say("bet_first" if st.session_state[BET.key] is None else "bet_made"))
    st.pills(
        say("treat"), TREATMENTS, key=TREAT.key, format_func=lambda one: say(f"treat_{one}"), required=True, wrap=True
    )


def _lanes(say: Reader) -> tuple[list[Lane], list[Controls]]:
    """The network as it is and, if there is a treatment, the same one treated; the sliders that follow."""
    name, rule, changes = TREATMENTS[st.session_state[TREAT.key]]
    relu = Layer(elementwise("relu"))
    lanes = [Lane(function_names.short("relu"), [relu, relu])]
    if st.session_state[TREAT.key] == "none":
        return lanes, []
    own = Controls.of(elementwise(name))
    own.restore()
    layer = Layer(elementwise(name), own.followed())
    begins = silenced(**changes)
    label = say(f"treat_{st.session_state[TREAT.key]}")
    return [*lanes, Lane(label, [layer, layer], begins, rule)], [own]
