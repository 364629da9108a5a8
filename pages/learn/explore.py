"""One function: its curve and derivative in motion, its facts, its story and its code."""

import streamlit as st

from activations import CATALOGUE
from ui.claims import judging
from ui.explore import neighbours, stage
from ui.shell import course, laboratory, page_shell
from ui.state import language, url
from ui.text import code, function_names, function_text

say = language.reader("pages/learn/explore")
pick = neighbours.PICK

url.restore(pick)
heading, which = st.columns([3, 2], vertical_alignment="bottom")
heading.title(say("title"))
chosen = which.selectbox(say("pick"), function_names.by_family(), format_func=function_names.label, key=pick.key)
function = CATALOGUE[chosen]
page_shell.title(function_names.short(chosen))
url.publish(pick)

language.prose(language.reader(f"functions/{chosen}"), "tagline")
above, below = st.container(), st.container()
with below:
    place = code.ask(say("framework"))
with above:
    stage.show(function, say, place)
function_text.tell(function, say)
judging.about(chosen, say)
code.source(function, say)
course.way_in(course.SHOWN_BY[function.family])
laboratory.of_function(function)
