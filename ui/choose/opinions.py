"""Opinions on screen: rules of thumb beside the wizard's answer, and the ladder of stars beside a measurement."""

from functools import partial

import streamlit as st

from activations.choosing.opinions import LADDER, LADDER_YEAR, RULES_OF_THUMB, RULES_YEAR, Stars, Thumb
from content import Reader
from labs import timing
from ui.shell.lazy_expander import lazy_expander
from ui.shell.trial import outcome
from ui.state import language
from ui.text import function_names, numbers, small_table


def rules_of_thumb() -> None:
    """Each rule, the wizard's first answer to the same situation, and why they differ if they do."""
    say = language.reader("opinions")
    lazy_expander(say("thumbs"), partial(_thumbs, say), key="fold_thumbs")


def _thumbs(say: Reader) -> None:
    language.prose(say, "thumbs_lead", year=RULES_YEAR)
    head = [say(column) for column in ("situation", "rule", "ours")]
    small_table.show(head, [[say(f"thumb_{rule.id}"), _named(rule), _verdict(rule)] for rule in RULES_OF_THUMB])
    language.prose(say, "thumbs_after")


def _named(rule: Thumb) -> str:
    """The functions it names, else what it would do instead of changing the function."""
    measures = [language.reader("opinions")(f"measure_{measure}") for measure in rule.measures]
    return ", ".join(map(function_names.short, rule.functions)) or ", ".join(measures)


def _verdict(rule: Thumb) -> str:
    """Our first answer and whether it is the same; to a rule without a function, what we would do as well."""
    say = language.reader("opinions")
    reason = say("agrees") if rule.agrees else say(f"differs_{rule.id}")
    first = function_names.short(rule.answer.ranking[0].function)
    return f"{say('same_measures')} :small[{reason}]" if rule.by_measures else f"**{first}** :small[{reason}]"


@st.fragment
def ladder() -> None:
    """The stars, and beside them, once asked for, the time this server takes."""
    say = language.reader("opinions")
    st.subheader(say("ladder", year=LADDER_YEAR))
    language.prose(say, "ladder_lead", year=LADDER_YEAR)
    head, rows = say.cells("stars_head"), [_stars(rung) for rung in LADDER]
    if st.button(say("measure"), icon=":material/timer:", key="measure"):
        functions = tuple(rung.function for rung in LADDER)
        if times := outcome(say("measuring"), timing.per_element_of, functions):
            head += say.cells("measured_head")
            rows = [row + _timed(times[name]) for row, name in zip(rows, functions, strict=True)]
    small_table.show(head, rows)


def _stars(rung: Stars) -> list[str]:
    use = language.reader("opinions")(f"use_{rung.use}")
    return [function_names.short(rung.function), *("★" * n for n in (rung.speed, rung.stability, rung.novelty)), use]


def _timed(time: timing.Time) -> list[str]:
    return [numbers.signed(time.median, 3), f"{numbers.signed(time.low, 3)} – {numbers.signed(time.high, 3)}"]
