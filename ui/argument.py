"""An answer of the wizard laid out: symptoms, the choice with its curve, reasons, measures, runners-up."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import content
from activations import CATALOGUE
from activations.advice import Advice, Recommendation, turns
from activations.rule import Conflict, Rule
from activations.spec import Activation, VectorActivation
from ui import chart, families, frame, sliders, story
from ui.plots import curves, vectors

PAGE = "pages/learn/choose"


@dataclass(frozen=True, slots=True)
class Voice:
    """The argument in one language, so that names and reasons stand in the language of their sentence."""

    lang: str

    def say(self, slot: str, **facts: object) -> str:
        return content.reader(PAGE, self.lang)(slot, **facts)

    def words(self, slot: str) -> str:
        return content.reader("advice", self.lang)(slot)

    def name(self, function_id: str) -> str:
        return content.reader(f"functions/{function_id}", self.lang)("name")

    def short(self, function_id: str) -> str:
        """The name without what follows in brackets."""
        return re.split("[(\N{FULLWIDTH LEFT PARENTHESIS}]", self.name(function_id))[0].strip()

    def listed(self, items: Iterable[str]) -> str:
        return getattr(content.load(PAGE)["comma"], self.lang).join(items)

    def titled(self, choice: Recommendation) -> str:
        """The name of a function, with the parameters it should have."""
        symbols = {p.name: p.symbol for p in CATALOGUE[choice.function].params}
        set_to = [f"{symbols[name]} = {value:g}" for name, value in choice.params.items()]
        if not set_to:
            return self.name(choice.function)
        return self.say("with_setting", name=self.short(choice.function), values=self.listed(set_to))

    def reason(self, rule: Rule) -> str:
        """What the rule says, then how good the evidence is and where it comes from."""
        grade = self.words(f"grade_{rule.grade}")
        papers = self.listed(
            f"[{paper.short}]({paper.where})" if paper.where else paper.short for paper in rule.sources
        )
        shown = self.say("evidence_source", grade=grade, source=papers) if papers else self.say("evidence", grade=grade)
        return f"{self.words(f'rule_{rule.id}')} :small[{shown}]"

    def reasons(self, choice: Recommendation) -> str:
        against = _bullets(map(self.reason, choice.reasons_against))
        heading = f"\n\n**{self.say('against')}**\n\n" if against else ""
        return _bullets(map(self.reason, choice.reasons_for)) + heading + against


def show(advice: Advice) -> None:
    """Everything there is to say about one set of answers."""
    for conflict in advice.conflicts:
        _warn(conflict)
    _section("symptoms", lambda voice: _bullets(map(voice.reason, advice.symptoms)))
    first = advice.ranking[0]
    _abreast(lambda voice: voice.say("answer", name=voice.titled(first)), DeltaGenerator.subheader)
    _abreast(lambda voice: _about(advice, voice))
    _choice(first)
    _section("measures", lambda voice: _to_do(advice, voice))
    if advice.runners_up:
        _abreast(lambda voice: f"**{voice.say('others')}**")
    for other in advice.runners_up:
        _runner_up(other)
    _section("rejected", lambda voice: _rejected(advice, voice))
    _section("turns", lambda voice: _turns(advice, voice))
    _link_to_compare([first, *advice.runners_up])
    story.as_code(CATALOGUE[first.function], first.params, _line(lambda voice: voice.say("code")))
    st.caption(_line(lambda voice: voice.say("print")))


def _voices() -> list[Voice]:
    lang = st.session_state.lang
    return [Voice(one) for one in (content.LANGS if lang == "both" else (lang,))]


def _line(write: Callable[[Voice], str]) -> str:
    """A label: what both languages say, joined unless it is the same."""
    return " · ".join(dict.fromkeys(map(write, _voices())))


def _abreast(
    write: Callable[[Voice], str], put: Callable[[DeltaGenerator, str], object] = DeltaGenerator.markdown
) -> None:
    """The same in every language that is shown, one column each."""
    texts = [write(voice) for voice in _voices()]
    places = st.columns(len(texts)) if len(texts) > 1 else [st.container()]
    for place, text in zip(places, texts, strict=True):
        put(place, text)


def _warn(conflict: Conflict) -> None:
    _abreast(lambda voice: voice.words(f"conflict_{conflict.id}"), DeltaGenerator.warning)


def _section(heading: str, write: Callable[[Voice], str]) -> None:
    """A heading with its text, or nothing if there is nothing under it."""
    if any(map(write, _voices())):
        _abreast(lambda voice: f"**{voice.say(heading)}**\n\n{write(voice)}")


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _about(advice: Advice, voice: Voice) -> str:
    slot = "about_blank" if advice.blank else "about_assumed" if advice.assumed else "about"
    return voice.say(slot, scope=voice.words(f"option_{advice.scope}"))


def _to_do(advice: Advice, voice: Voice) -> str:
    measures = [voice.words(f"measure_{measure}") for measure in advice.measures]
    return _bullets([*map(voice.reason, advice.remarks), *measures])


def _choice(first: Recommendation) -> None:
    """The curve beside its reasons; below each other while two languages share the width."""
    wide = len(_voices()) > 1
    picture, reasons = [st.container(), st.container()] if wide else st.columns([2, 3], gap="large")
    with picture:
        _picture(first)
        frame.link("learn", "explore", _line(lambda v: v.say("explore")), fn=first.function, **_state(first))
    with reasons:
        _abreast(lambda voice: voice.reasons(first))


def _runner_up(other: Recommendation) -> None:
    with st.expander(_line(lambda voice: voice.titled(other))):
        _abreast(lambda voice: voice.reasons(other))


def _rejected(advice: Advice, voice: Voice) -> str:
    """The functions the answers speak against, gathered by the strongest reason."""
    by_rule: dict[str, list[str]] = {}
    strongest = {other.function: other.reasons_against[0] for other in advice.rejected}
    for function, rule in strongest.items():
        reason = voice.say("above") if rule in advice.symptoms else voice.reason(rule)
        by_rule.setdefault(reason, []).append(voice.short(function))
    return _bullets(voice.say("not", names=voice.listed(names), reason=why) for why, names in by_rule.items())


def _turns(advice: Advice, voice: Voice) -> str:
    """The functions that a single other answer would put first, each with those answers."""
    by_function: dict[str, list[str]] = {}
    for turn in turns(advice):
        option = voice.words(f"option_{turn.option}")
        given = voice.say("turn_dropped" if turn.dropped else "turn_given", option=option)
        by_function.setdefault(turn.function, []).append(given)
    lines = (voice.say("turn", name=voice.short(name), answers=voice.listed(a)) for name, a in by_function.items())
    return _bullets(lines) or voice.say("steady")


def _link_to_compare(candidates: Sequence[Recommendation]) -> None:
    drawable = [c for c in candidates if isinstance(CATALOGUE[c.function], Activation)]
    states = {name: value for c in drawable for name, value in _state(c).items()}
    if len(drawable) > 1:
        fns = ",".join(c.function for c in drawable)
        frame.link("learn", "compare", _line(lambda voice: voice.say("compare")), fns=fns, **states)


def _state(choice: Recommendation) -> dict[str, str]:
    return {f"{choice.function}.{name}": f"{value:g}" for name, value in choice.params.items()}


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
        alt=_line(lambda voice: voice.say(alt, name=voice.name(function.id))),
        live=[chart.Live(function.id, sliders.fixed(families.knobs(function), choice.params))],
        height=280,
    )
