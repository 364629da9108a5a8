"""Two to four networks learn the same data from the same weights; only their functions differ."""

import streamlit as st

from activations import elementwise
from activations.spec import Activation
from content import Reader
from labs.training.tasks import DEEPEST
from ui import trainer
from ui.shell import lazy_expander, stage
from ui.state import url
from ui.state.controls import Controls
from ui.text import function_names
from ui.trainer import running, settings

MOST = 4
OPTIONS = function_names.by_family(Activation)
PICKS = url.choices("fns", OPTIONS, ("sigmoid", "relu"), MOST)
UNTIL = 300  # steps, after which a run rests by itself
SEEDS = 20
TRIALS = {  # one click each: what is changed for it
    "start": {"fns": ["sigmoid", "tanh"], "data": "spirals"},
    "smooth": {"fns": ["relu", "gelu"], "data": "circles", "units": "2", "layers": 1},
    "straight": {"fns": ["identity", "relu"], "data": "xor"},
}


def deeper(name: str, layer: int) -> url.Field:
    """The function of a layer beyond the first in the network that is named after its first; None is the same."""
    return url.choice(f"{name}.layer{layer}", OPTIONS, None)


def restore() -> list[url.Field]:
    """Before the widgets; the fields of further layers that there are."""
    url.restore(PICKS)
    url.renew(PICKS)
    settings.restore()
    fields = [deeper(name, n) for name in st.session_state[PICKS.key] for n in range(2, DEEPEST + 1)]
    url.restore(*fields)
    url.renew(*fields)
    return fields


def chosen() -> list[list[Activation]]:
    """For each network the functions of its hidden layers."""
    state = st.session_state
    names = [[name, *(state[deeper(name, n).key] or name for n in _further())] for name in state[PICKS.key]]
    return [list(map(elementwise, each)) for each in names]


def _further() -> range:
    return range(2, st.session_state[settings.LAYERS.key] + 1)


def lane(acts: list[Activation]) -> trainer.Lane:
    """The network with these functions, which follow their sliders."""
    layers = [trainer.Layer(act, Controls.of(act).followed()) for act in acts]
    return trainer.Lane(
        " → ".join(function_names.short(name) for name in dict.fromkeys(act.id for act in acts)), layers
    )


def choose(say: Reader) -> None:
    """Which functions."""
    st.multiselect(say("pick"), OPTIONS, format_func=function_names.short, key=PICKS.key, max_selections=MOST)


def further(say: Reader) -> None:
    """Another function for a layer beyond the first, in each network."""
    for name in st.session_state[PICKS.key]:
        for n, place in zip(_further(), st.columns(max(1, len(_further()))), strict=False):
            label = say("layer_of", name=function_names.spelled(name), number=n)
            place.selectbox(
                label,
                [None, *OPTIONS],
                format_func=lambda one: function_names.short(one) if one else say("same"),
                key=deeper(name, n).key,
            )


def tries(say: Reader) -> None:
    """Three things to try, one click each."""
    st.caption(say("tries"))
    with st.container(key="tries_duel", gap="xsmall"):
        for name, changes in TRIALS.items():
            label = say(f"try_{name}")
            icon = ":material/arrow_forward:"
            st.button(label, key=f"try_{name}", on_click=_try, args=(changes,), type="tertiary", icon=icon)


def _try(changes: dict[str, object]) -> None:
    """From the usual settings."""
    url.reset(PICKS, *settings.FIELDS)
    st.session_state.update(changes)


def show(say: Reader) -> None:
    """The stage: networks on one side, what they are and what they learn on the other."""
    fields = restore()
    picture, handles = stage.places("lab_duel")
    with handles:
        sliders = st.container()
        choose(say)
    url.publish(PICKS)
    if not st.session_state[PICKS.key]:
        picture.info(say("empty"))
        return
    with handles:
        tries(say)
        if fold := lazy_expander.place(say("settings"), key="fold_settings"):
            with fold.container():
                settings.draw()
                further(say)
    settings.publish()
    url.publish(*fields)
    networks = chosen()
    moving = [Controls.of(act) for act in {act.id: act for acts in networks for act in acts}.values()]
    for own in moving:
        own.restore()
    with picture:
        running.race([lane(acts) for acts in networks], UNTIL, key="duel", seeds=SEEDS)
    with sliders:
        running.knobs(moving)
