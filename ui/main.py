"""The table of contents, and the script Streamlit runs: every page in reading order, in the reader's language.

It does not stand beside `pages/`, because Streamlit would take that folder for pages of its own
until `st.navigation` has run once, and answer the first deep link after a start with "page not found".
"""

import streamlit as st

from figures.svg import icon
from ui import site
from ui.shell import course, page_shell
from ui.state import asking, language, url

url.begin()
url.restore(language.field(), asking.ASK)
st.set_page_config(
    page_title=language.reader("arrival")("title"), page_icon=icon.address(), layout="wide", initial_sidebar_state=230
)
say = language.reader("ui")


def listed(page: site.Page) -> st.Page:
    title = language.reader(page.words)("menu")
    return st.Page(page.script, title=title, url_path=page.address[1:], default=page.name == site.HOME)


here = st.navigation(
    {say(section): [listed(site.PAGES[name]) for name in names] for section, names in site.SECTIONS.items()}
)
url.enter(here.url_path)
with page_shell.around(say):
    page_shell.title()
    here.run()
    course.foot(here.url_path.replace("-", "_") or site.HOME)
url.publish(language.field(), asking.ASK)
