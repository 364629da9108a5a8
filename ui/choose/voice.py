"""What the wizard has to say, in each language that is shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import content
from activations import CATALOGUE
from activations.choosing.advice import Advice, Recommendation
from activations.choosing.rule import Rule
from activations.choosing.shown import SHOWN
from labs.claim import Claim
from ui.state import language
from ui.text import citations, function_names

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
        return function_names.short(function_id, self.lang)

    def listed(self, items: Iterable[str]) -> str:
        return self.say("comma").join(items)

    def titled(self, choice: Recommendation) -> str:
        """The name of a function, with the parameters it should have."""
        symbols = {p.name: p.symbol for p in CATALOGUE[choice.function].params}
        set_to = [f"{symbols[name]} = {value:g}" for name, value in choice.params.items()]
        if not set_to:
            return self.name(choice.function)
        return self.say("with_setting", name=self.short(choice.function), values=self.listed(set_to))

    def reason(self, rule: Rule) -> str:
        """What the rule says, then how good the evidence is and where it stands: works, and a claim tested here."""
        grade = self.words(f"grade_{rule.grade}")
        claims = (
            f"[{claim}](facts?claim={claim}&lang={st.session_state.lang})" for claim in SHOWN.get(rule.id, ())[:1]
        )
        grounds = self.listed([*map(citations.short, rule.sources), *claims])
        shown = self.say("evidence_source", grade=grade, source=grounds)
        return f"{self.words(f'rule_{rule.id}')} :small[{shown}]"

    def claim(self, claim: Claim) -> str:
        """What is said, after its verdict, so that nobody takes a wrong claim for a right one."""
        verdict = content.reader("pages/check/facts", self.lang)(f"verdict_{claim.verdict}")
        said = content.reader(f"facts/{claim.topic}", self.lang)(f"said_{claim.id}")
        return self.say("experiment", id=claim.id, verdict=verdict, said=said)

    def grounds(self, rules: Iterable[Rule], advice: Advice) -> str:
        """The answers by which rules hold; the position alone only where a rule asks for nothing else."""
        held = {**advice.answers, "position": frozenset([str(advice.scope)])}
        found: dict[str, None] = {}
        for rule in rules:
            more = {d: options for d, options in rule.when.items() if d != "position"} or rule.when
            found |= dict.fromkeys(o for d, options in more.items() for o in options if o in held[d])
        return self.listed(self.words(f"option_{option}") for option in found)

    def reasons(self, choice: Recommendation, advice: Advice) -> str:
        """For and against; what the symptoms have said already is only pointed to."""
        against = self._argued(choice.reasons_against, advice)
        heading = f"\n\n**{self.say('against')}**\n\n" if against else ""
        return self._argued(choice.reasons_for, advice) + heading + against

    def _argued(self, rules: Sequence[Rule], advice: Advice) -> str:
        told = [rule for rule in rules if rule in advice.symptoms]
        lines = [self.reason(rule) for rule in rules if rule not in told]
        if told:
            lines.append(self.say("not", names=self.grounds(told, advice), reason=self.say("above")))
        return bullets(lines)


def voices() -> list[Voice]:
    return [Voice(lang) for lang in language.shown()]


def line(write: Callable[[Voice], str]) -> str:
    """A label: what both languages say, joined unless it is the same."""
    return " · ".join(dict.fromkeys(map(write, voices())))


def abreast(
    write: Callable[[Voice], str], put: Callable[[DeltaGenerator, str], object] = DeltaGenerator.markdown
) -> None:
    """The same in every language that is shown, one column each."""
    texts = [write(voice) for voice in voices()]
    places = st.columns(len(texts)) if len(texts) > 1 else [st.container()]
    for place, text in zip(places, texts, strict=True):
        put(place, text)


def section(heading: str, write: Callable[[Voice], str]) -> None:
    """A heading with its text, or nothing if there is nothing under it."""
    if any(map(write, voices())):
        abreast(lambda voice: f"**{voice.say(heading)}**\n\n{write(voice)}")


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
