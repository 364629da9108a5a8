"""Every function as a small picture, family by family, filtered by what is computed about it."""

import streamlit as st

from activations import CATALOGUE
from activations.traits import TRAITS
from figures.samples import years
from figures.years import COUNT, strip
from ui import chart
from ui.server import pictures
from ui.shell import page_shell
from ui.state import language, sliders, url
from ui.text import function_names

ROW = 4
say = language.reader("pages/learn/gallery")
wanted = url.choices("with", TRAITS, (), len(TRAITS))
since = sliders.field(years.SINCE)

url.restore(wanted, since)
st.title(say("title"))
language.prose(say, "lead")
left, right = st.columns([3, 2], gap="medium")
with left:
    st.pills(
        say("with"), TRAITS, selection_mode="multi", format_func=lambda t: say(f"trait_{t}"), key=wanted.key, wrap=True
    )
with right:
    earliest = sliders.draw(years.SINCE, since.key, say("since"))
url.publish(wanted, since)
dots = years.name(st.session_state[wanted.key])
having = years.members(tuple(sorted(st.session_state[wanted.key])))
chosen = [f for f in map(CATALOGUE.get, function_names.by_family()) if f in having and years.remains(f, earliest)]
chart.show(
    strip(dots, [function_names.short(f.id) for f in having], {w: say(w, count=COUNT) for w in ("undated", "left")}),
    key="years",
    alt=say("alt_years"),
    # always from the same start: the page reruns when the slider is released, and the picture need not be sent again
    live=[chart.Live(dots, {since.key: chart.Slider(since.key, since.default)})],
    height=130,
)
st.caption(say("count", count=len(chosen), all=len(CATALOGUE)))


def card(function) -> None:
    """A picture and the way to its page."""
    alt = say("alt", name=function_names.short(function.id))
    st.markdown(f"![{alt}]({pictures.thumbnail_url(function.id)})")
    page_shell.link("explore", function_names.short(function.id), fn=function.id)


for family in function_names.FAMILIES:
    members = [f for f in chosen if f.family == family]
    if members:
        st.subheader(language.reader("ui")(f"family_{family}"))
    for start in range(0, len(members), ROW):
        for function, column in zip(members[start : start + ROW], st.columns(ROW), strict=False):
            with column.container(border=True, key=f"thumb_{function.id}"):
                card(function)
