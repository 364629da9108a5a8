"""An answer of the wizard laid out: the choice with its curve, reasons for and against, runners-up, measures."""

import streamlit as st

from activations import CATALOGUE
from activations.advice import Advice, Recommendation
from activations.rule import Rule
from activations.spec import Activation, VectorActivation
from content import Reader
from ui import chart, families, frame, menu, sliders
from ui.plots import curves, vectors

RUNNERS_UP = 3


def show(advice: Advice, say: Reader, words: Reader) -> None:
    """Everything there is to say about one set of answers."""
    for conflict in advice.conflicts:
        st.warning(words(f"conflict_{conflict.id}"))
    first, *others = advice.ranking
    about = say("about_assumed" if advice.assumed else "about", scope=words(f"option_{advice.scope}"))
    st.subheader(say("answer", name=menu.name(first.function) + _setting(first)))
    st.markdown(about)
    picture, reasons = st.columns([2, 3], gap="large")
    with picture:
        _picture(first, say)
        frame.link("learn", "explore", say("explore"), fn=first.function, **_state(first))
    with reasons:
        _reasons(first, say, words)
    if advice.measures:
        st.markdown(f"**{say('measures')}**\n" + "".join(f"\n- {words(f'measure_{m}')}" for m in advice.measures))
    close = [other for other in others if other.weight > 0][:RUNNERS_UP]
    if close:
        st.markdown(f"**{say('others')}**")
    for other in close:
        with st.expander(menu.name(other.function) + _setting(other)):
            _reasons(other, say, words)
    rejected = [other for other in others if other.weight <= 0]
    if rejected:
        st.caption(say("rejected", names=say("comma").join(menu.name(other.function) for other in rejected)))
    both = [r.function for r in (first, *close) if isinstance(CATALOGUE[r.function], Activation)]
    if len(both) > 1:
        frame.link("learn", "compare", say("compare"), fns=",".join(both))


def _setting(choice: Recommendation) -> str:
    symbols = {p.name: p.symbol for p in CATALOGUE[choice.function].params}
    set_to = [f"{symbols[name]} = {value:g}" for name, value in choice.params.items()]
    return f" ({', '.join(set_to)})" if set_to else ""


def _state(choice: Recommendation) -> dict[str, str]:
    return {f"{choice.function}.{name}": f"{value:g}" for name, value in choice.params.items()}


def _picture(choice: Recommendation, say: Reader) -> None:
    function, name = CATALOGUE[choice.function], menu.name(choice.function)
    live = [chart.Live(function.id, sliders.fixed(families.find(function.id).axes, choice.params))]
    if isinstance(function, Activation):
        chart.show(curves.sketch(function), key="answer", alt=say("alt", name=name), live=live, height=280)
    elif isinstance(function, VectorActivation):
        figure = vectors.shares(function, {"share": say("share")})
        chart.show(figure, key="answer", alt=say("alt_shares", name=name), live=live, height=280)


def _reasons(choice: Recommendation, say: Reader, words: Reader) -> None:
    st.markdown("\n".join(f"- {_reason(rule, words)}" for rule in choice.reasons_for))
    if choice.reasons_against:
        st.markdown(f"**{say('against')}**")
        st.markdown("\n".join(f"- {_reason(rule, words)}" for rule in choice.reasons_against))


def _reason(rule: Rule, words: Reader) -> str:
    """The reason, then how good the evidence is and where it comes from."""
    grade = words(f"grade_{rule.grade}")
    return f"{words(f'rule_{rule.id}')} *[{': '.join(filter(None, (grade, rule.source)))}]*"
