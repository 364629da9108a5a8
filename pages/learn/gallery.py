"""Every function as a small picture, family by family, filtered by what is computed about it."""

import streamlit as st

from activations import CATALOGUE
from activations.traits import TRAITS, has, year
from ui import frame, language, menu, url
from ui.server import pictures

ROW = 4
FIRST, LAST = 1950.0, 2025.0
say = language.reader("pages/learn/gallery")
wanted = url.choices("with", TRAITS, (), len(TRAITS))
since = url.number("since", FIRST, FIRST, LAST, 1.0)

url.restore(wanted, since)
st.title(say("title"))
language.prose(say, "lead")
left, right = st.columns([3, 2], gap="medium")
with left:
    st.pills(
        say("with"), TRAITS, selection_mode="multi", format_func=lambda t: say(f"trait_{t}"), key=wanted.key, wrap=True
    )
with right:
    st.slider(say("since"), FIRST, LAST, step=1.0, format="%.0f", key=since.key)
url.publish(wanted, since)
traits, earliest = st.session_state[wanted.key], st.session_state[since.key]
chosen = [
    f
    for f in map(CATALOGUE.get, menu.by_family())
    if f and all(has(f, trait) for trait in traits) and (earliest == FIRST or (year(f) or 0) >= earliest)
]
st.caption(say("count", count=len(chosen), all=len(CATALOGUE)))


def card(function) -> None:
    """A picture and the way to its page."""
    alt = say("alt", name=menu.short(function.id))
    st.markdown(f"![{alt}]({pictures.thumbnail_url(function.id)})")
    frame.link("learn", "explore", menu.short(function.id), fn=function.id)


for family in menu.FAMILIES:
    members = [f for f in chosen if f.family == family]
    if members:
        st.subheader(language.reader("ui")(f"family_{family}"))
    for start in range(0, len(members), ROW):
        for function, column in zip(members[start : start + ROW], st.columns(ROW), strict=False):
            with column.container(border=True, key=f"thumb_{function.id}"):
                card(function)
