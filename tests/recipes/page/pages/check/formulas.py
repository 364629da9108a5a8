"""The formulas of one family, one below the other."""

import streamlit as st

from activations import CATALOGUE
from ui import language, menu, story, url

say = language.reader("pages/check/formulas")
family = url.choice("family", menu.FAMILIES, "rectifier")
ui = language.reader("ui")

url.restore(family)
st.title(say("title"))
language.prose(say, "lead")
st.pills(say("pick"), menu.FAMILIES, format_func=lambda f: ui(f"family_{f}"), key=family.key, required=True, wrap=True)
url.publish(family)
for function in map(CATALOGUE.get, menu.by_family()):
    if function and function.family == st.session_state[family.key]:
        st.subheader(menu.short(function.id))
        story.formulas(function)
