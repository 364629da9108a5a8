"""An answer of the wizard laid out: symptoms, the choice with its curve, reasons, measures, all candidates, code."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations import CATALOGUE
from activations.choosing.advice import DIMENSIONS, Advice, Recommendation, turns
from activations.choosing.rule import Conflict, Rule
from activations.choosing.shown import SHOWN
from activations.frameworks import layers
from activations.spec import Activation, VectorActivation
from figures import curves, samples, vectors
from labs.claims import CLAIMS
from labs.eight_bits import REACH
from ui import chart
from ui.choose import candidates, sheet
from ui.choose.voice import Voice, abreast, bullets, line, section, voices
from ui.shell import laboratory, page_shell
from ui.state import controls
from ui.state.controls import Controls
from ui.text import code

WAYS = ("he", "xavier", "lecun")  # of drawing the weights of a layer


def show(advice: Advice) -> None:
    """Everything there is to say about one set of answers."""
    with st.container(key=f"sheet_{sheet.size(advice)}"):
        _show(advice)


def _show(advice: Advice) -> None:
    for conflict in advice.conflicts:
        _warn(conflict)
    section("symptoms", lambda voice: bullets(map(voice.reason, advice.symptoms)))
    first = advice.ranking[0]
    abreast(lambda voice: voice.say("answer", name=voice.titled(first)), DeltaGenerator.header)
    abreast(lambda voice: _about(advice, voice))
    _choice(first, advice)
    section("measures", lambda voice: _to_do(advice, voice))
    with st.container(key="candidates"):
        st.markdown(f"**{line(lambda voice: voice.say('candidates'))}**\n\n{candidates.table(advice)}")
        st.caption(line(lambda voice: voice.say("candidates_note", reach=REACH)))
    section("others", lambda voice: candidates.lost(advice, voice))
    with st.container(key="screen_more"):  # links are of no use on paper, nor are controls
        _link_to_compare([first, *advice.runners_up])
        _layer(advice)
        section("turns", lambda voice: _turns(advice, voice))
        _experiments([*first.reasons_for, *first.reasons_against, *advice.symptoms, *advice.remarks])
        st.caption(line(lambda voice: voice.say("print")))


def _layer(advice: Advice) -> None:
    """A layer with the chosen function and the initialisation that was advised, in the framework that is wanted."""
    first = advice.ranking[0]
    place = code.ask(line(lambda voice: voice.say("code")))
    if framework := st.session_state[code.CODE.key]:
        init = next((way for way in WAYS if f"{way}_init" in advice.measures), "lecun")
        layer = layers.layer(first.function, framework, init, **first.params)
        if layer is None:
            code.tell(place, CATALOGUE[first.function], first.params)
        else:
            place.code(layer, language="python")


def _warn(conflict: Conflict) -> None:
    abreast(lambda voice: voice.words(f"conflict_{conflict.id}"), DeltaGenerator.warning)


def _about(advice: Advice, voice: Voice) -> str:
    given = _given(advice, voice)
    slot = "about_blank" if advice.blank else "about_assumed" if advice.assumed else "about"
    about = voice.say(slot, scope=voice.words(f"option_{advice.scope}"))
    return f"{about} {voice.say('given', answers=given)}" if given else about


def _given(advice: Advice, voice: Voice) -> str:
    options = [o for dimension, known in DIMENSIONS.items() for o in known if o in advice.answers[dimension]]
    return voice.listed(voice.words(f"option_{option}") for option in options)


def _to_do(advice: Advice, voice: Voice) -> str:
    measures = [voice.words(f"measure_{measure}") for measure in advice.measures]
    return bullets([*map(voice.reason, advice.remarks), *measures])


def _choice(first: Recommendation, advice: Advice) -> None:
    """The curve beside its reasons; below each other while two languages share the width."""
    wide = len(voices()) > 1
    picture, reasons = [st.container(), st.container()] if wide else st.columns([2, 3], gap="large")
    with picture:
        _picture(first)
        page_shell.link("explore", line(lambda v: v.say("explore")), fn=first.function, **_state(first))
    with reasons:
        abreast(lambda voice: voice.reasons(first, advice))


def _experiments(rules: Iterable[Rule]) -> None:
    """Links to the experiments behind the rules that decided, each under the claim it settles."""
    shown = [CLAIMS[claim] for claim in dict.fromkeys(claim for rule in rules for claim in SHOWN.get(rule.id, ()))]
    if shown:
        abreast(lambda voice: f"**{voice.say('experiments')}**")
    for claim in shown:
        page_shell.link("facts", line(partial(Voice.claim, claim=claim)), claim=claim.id)


def _turns(advice: Advice, voice: Voice) -> str:
    """The functions that a single other answer would put first, each with those answers."""
    by_function: dict[str, list[str]] = {}
    for turn in turns(advice):
        option = voice.words(f"option_{turn.option}")
        given = voice.say("turn_dropped" if turn.dropped else "turn_given", option=option)
        by_function.setdefault(turn.function, []).append(given)
    lines = (voice.say("turn", name=voice.short(name), answers=voice.listed(a)) for name, a in by_function.items())
    return bullets(lines) or voice.say("steady")


def _link_to_compare(candidates: Sequence[Recommendation]) -> None:
    drawable = [c for c in candidates if isinstance(CATALOGUE[c.function], Activation)]
    states = {name: value for c in drawable for name, value in _state(c).items()}
    if len(drawable) > 1:
        fns = ",".join(c.function for c in drawable)
        page_shell.link("compare", line(lambda voice: voice.say("compare")), fns=fns, **states)
        laboratory.between([c.function for c in drawable], **states)


def _state(choice: Recommendation) -> dict[str, str]:
    return Controls.of(CATALOGUE[choice.function]).query(choice.params)


def _picture(choice: Recommendation) -> None:
    function = CATALOGUE[choice.function]
    if isinstance(function, Activation):
        figure, alt = curves.sketch(function), "alt"
    elif isinstance(function, VectorActivation):
        figure, alt = vectors.bars(function), "alt_shares"
    else:
        return
    chart.show(
        figure,
        key="answer",
        alt=line(lambda voice: voice.say(alt, name=voice.name(function.id))),
        live=[chart.Live(function.id, controls.fixed(samples.knobs(function), choice.params))],
        height=280,
    )
