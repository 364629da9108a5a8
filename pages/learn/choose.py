"""The wizard: one question at a time, then a ranked answer with the argument for and against it."""

import streamlit as st

from activations.choosing.advice import advise
from ui.choose import answer, cases, opinions, wizard
from ui.state import language, url

say = language.reader("pages/learn/choose")

url.restore(*wizard.FIELDS.values(), wizard.CASE)
url.restore(wizard.step())
url.renew(*wizard.FIELDS.values(), wizard.CASE, wizard.step())
st.title(say("title"))
at = "answer" if st.session_state.case else st.session_state.step
if at != "answer":
    wizard.head(say)
with st.container(key="turning"):  # what comes next here is brought into view
    with st.container(key="screen_path"):  # what only serves on a screen is left out in print
        if st.session_state.case:
            cases.banner(say)
        else:
            wizard.path(say)
    with st.container(key=f"arrive_{st.session_state.case or at}"):
        if at == "answer":
            answer.show(advise(**wizard.answers()))
        else:
            wizard.ask(at, say)
    with st.container(key="screen_cases"):
        cases.offer(say)
if at == "answer":
    with st.container(key="screen_opinions"):
        opinions.rules_of_thumb()
url.publish(*wizard.FIELDS.values(), wizard.CASE)
url.publish(wizard.step())
