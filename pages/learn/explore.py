"""One function: its curve and derivative in motion, its facts, its story and its code."""

import streamlit as st

from activations import CATALOGUE
from ui import claims, language, menu, stage, story, url

say = language.reader("pages/learn/explore")
pick = url.choice("fn", CATALOGUE, "sigmoid")

url.restore(pick)
st.title(say("title"))
language.prose(say, "lead")
chosen = st.selectbox(say("pick"), menu.by_family(), format_func=menu.label, key=pick.key)
function = CATALOGUE[chosen]
url.publish(pick)

language.prose(language.reader(f"functions/{chosen}"), "tagline")
stage.show(function, say)
story.frameworks(function, say)
story.tell(function, say)
claims.about(chosen, say)
story.source(function, say)
