"""The wizard: one question at a time, then a ranked answer with the argument for and against it."""

import streamlit as st

from activations.choosing.advice import advise
from ui.choose import answer, opinions, wizard
from ui.state import language, url

say = language.reader("pages/learn/choose")

url.restore(*wizard.FIELDS.values())
url.restore(wizard.step())
url.renew(*wizard.FIELDS.values())
st.title(say("title"))
with st.container(key="screen_path"):  # what only serves on a screen is left out in print
    language.prose(say, "lead")
    wizard.cases(say)
    at = wizard.path(say)
if at == "answer":
    answer.show(advise(**wizard.answers()))
    with st.container(key="screen_opinions"):
        opinions.rules_of_thumb()
else:
    wizard.ask(at, say)
url.publish(*wizard.FIELDS.values())
url.publish(wizard.step())
