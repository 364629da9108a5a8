"""The stage: which function a network is trained with, which it is served with, and what lies between the two."""

import streamlit as st

from content import Reader
from figures.samples import swaps
from figures.swap import swapped
from labs.swap import nets
from labs.swap.forms import SERVED, TRAINED
from ui import chart
from ui.shell import stage
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import function_names

KNOBS = Controls("swap", nets.PARAMS, alone=True)
FROM, TO = url.choice("trained", TRAINED, "gelu"), url.choice("served", SERVED, "silu")
TRIES = {"alike": ("gelu", "gelu_tanh"), "slope": ("leaky_relu_keras", "leaky_relu"), "scaled": ("tanh", "sigmoid")}
WORDS = ("map", "off", "now", "was", "outer", "inner", "flipped", "output", "flips", "layer")
NUMBERS = {"count": 0, "least": 1, "median": 1, "most": 1}  # of the sentence, and their decimals
SIZES = {"layers": len(nets.WIDTHS) - 1, "width": nets.WIDTHS[-1]}
NONE = 0.01  # percent: no answer at all


def restore() -> None:
    url.restore(FROM, TO)
    KNOBS.restore()


def publish() -> None:
    url.publish(FROM, TO)
    KNOBS.publish()


def form(name: str) -> str:
    """What a function is called; one that has a parameter of its own in some library, with that."""
    say = language.reader("pages/lab/swap")
    return say(f"form_{name}") if f"form_{name}" in say else function_names.short(name)


def show(say: Reader) -> None:
    picture, handles = stage.places("swap")
    trained, served = (st.session_state[field.key] for field in (FROM, TO))
    with handles:
        _choose(say)
        _sliders(say)
        _try(say)
    family = swaps.name(trained, served)
    with picture:
        chart.show(
            swapped(trained, served, {word: "<br>".join(say.each(f"word_{word}")) for word in WORDS}),
            key="swap",
            alt=say("alt", trained=form(trained), served=form(served)),
            live=[chart.Live(family, KNOBS.followed())],
            sentence=_sentence(say, family),
            height=430,
        )


def _sentence(say: Reader, family: str) -> list[chart.Case]:
    """How many answers have changed, of this network and of all."""
    blanks = {name: f"{{{family}/{name}:{digits}}}" for name, digits in NUMBERS.items()}
    facts = {"points": nets.POINTS, "nets": len(nets.SEEDS), **blanks}
    return [
        chart.Case(say.each("say_none", **facts), {f"{family}/most": (None, NONE)}),
        chart.Case(say.each("say_some", **facts)),
    ]


def _choose(say: Reader) -> None:
    columns = st.container(key="forms").columns(2, gap="small")
    for field, options, column in zip((FROM, TO), (TRAINED, SERVED), columns, strict=True):
        names = {name: form(name) for name in options}
        column.selectbox(say(field.key), options, format_func=names.__getitem__, key=field.key)


@st.fragment
def _sliders(say: Reader) -> None:
    KNOBS.handles(lambda p: say.cells(f"handle_{p.name}"))
    publish()


def _try(say: Reader) -> None:
    """Three pairs worth seeing, a press each."""
    st.caption(say("try"))
    for name, pair in TRIES.items():
        st.button(say(f"try_{name}"), key=f"try_{name}", on_click=_put, args=pair, width="stretch")


def _put(trained: str, served: str) -> None:
    st.session_state.update({FROM.key: trained, TO.key: served, **_swapped()})


def _swapped() -> dict[str, float]:
    """The sliders where the swap is complete."""
    return {field.key: p.high for field, p in zip(KNOBS.fields(), KNOBS.params, strict=True) if p is nets.MORPH}
