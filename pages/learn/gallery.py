"""Every function as a small picture, family by family, filtered by what is computed about it."""

import streamlit as st

from activations import CATALOGUE
from figures.samples import years
from figures.years import COUNT, strip
from ui import chart
from ui.gallery import shelves
from ui.shell.nothing_found import nothing_found
from ui.state import language
from ui.state.controls import Controls
from ui.text import function_names, trait_pills

SINCE = Controls("", (years.SINCE,))
say = language.reader("pages/learn/gallery")

SINCE.restore()
st.title(say("title"))
language.prose(say, "lead")
traits = trait_pills.ask()
having = years.members(tuple(sorted(traits)))
names = [function_names.short(f.id) for f in having]
line = st.container(key="strip", gap=None)  # the slider lies on the axis of the picture
with line:
    chart.show(
        strip(
            years.name(traits), names, {"undated": "<br>".join(say.each("undated")), "left": say("left", count=COUNT)}
        ),
        key="years",
        alt=say("alt_years"),
        live=[chart.Live(years.name(traits), SINCE.followed())],
        height=160,
    )
below = st.empty()  # filled anew from within the fragment, it keeps nothing of before


@st.fragment
def since() -> None:
    """The slider, and the pictures of what remains."""
    earliest = SINCE.draw(lambda p: say(p.name))[years.SINCE.name]
    SINCE.publish()
    chosen = [f for f in map(CATALOGUE.get, function_names.by_family()) if f in having and years.remains(f, earliest)]
    if not chosen:
        nothing_found(say("nothing"), trait_pills.WITH, *SINCE.fields())
    with below.container(key="shelves"):
        st.caption(say("count", count=len(chosen), all=len(CATALOGUE)))
        shelves.show(chosen, say)


with line:
    since()
