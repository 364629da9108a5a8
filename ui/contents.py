"""The table of contents, and the script Streamlit runs: every page in reading order, in the reader's language.

It does not stand beside `pages/`, because Streamlit would take that folder for pages of its own
until `st.navigation` has run once, and answer the first deep link after a start with "page not found".
"""

import streamlit as st

from ui import frame, language, url

SECTIONS = {
    "learn": ("home", "why", "gallery", "explore", "compare", "choose", "models"),
    "check": ("facts", "glossary"),
}
HOME = "home"  # the default page has no address of its own, so it is the one without state

url.begin()
url.restore(language.field())
st.set_page_config(
    page_title=language.reader("arrival")("title"), page_icon="💡", layout="wide", initial_sidebar_state=230
)
say = language.reader("ui")


def page(section: str, name: str) -> st.Page:
    title = language.reader(f"pages/{section}/{name}")("menu")
    path = frame.PAGES / section / f"{name}.py"
    return st.Page(path, title=title, url_path=name.replace("_", "-"), default=name == HOME)


here = st.navigation({say(section): [page(section, name) for name in names] for section, names in SECTIONS.items()})
url.enter(here.url_path)
with frame.around(say):
    here.run()
url.publish(language.field())
