"""The formulas of one family, one below the other."""

import streamlit as st

from activations import CATALOGUE
from ui.state import language, url
from ui.text import function_names, function_text

say = language.reader("pages/check/formulas")
family = url.choice("family", function_names.FAMILIES, "rectifier")
ui = language.reader("ui")

url.restore(family)
st.title(say("title"))
language.prose(say, "lead")
st.pills(
    say("pick"),
    function_names.FAMILIES,
    format_func=lambda f: ui(f"family_{f}"),
    key=family.key,
    required=True,
    wrap=True,
)
url.publish(family)
for function in map(CATALOGUE.get, function_names.by_family()):
    if function and function.family == st.session_state[family.key]:
        st.subheader(function_names.short(function.id))
        function_text.formulas(function)
