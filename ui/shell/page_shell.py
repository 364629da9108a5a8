"""What every page shares: the language switch, and lines on what an address got wrong or is not translated yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import streamlit as st

import content
from content import Reader
from ui import chart, site
from ui.server import links
from ui.state import language, url
from ui.text import absent


@contextmanager
def around(say: Reader) -> Iterator[None]:
    """Draw the frame; the page runs inside."""
    chart.document(language.tag(), language.others(), language.labels())
    _come_back()
    with st.container(horizontal=True, horizontal_alignment="right"):
        language.switch(say("language"))
    notice = st.container()
    with content.stand_ins() as others:
        yield
    if others:
        notice.caption(say("partly", language=" · ".join(content.languages()[lang].name for lang in sorted(others))))
    if st.query_params.pop(links.LOST, None):
        notice.info(say("lost"))
    refused, unknown = url.sweep()
    if refused:
        names = ", ".join(f"`{name}`" for name in refused)
        reasons = (why for value in refused.values() for one in value.split(",") for why in absent.reasons(one))
        notice.info("  \n".join((say("refused", names=names), *dict.fromkeys(reasons))))
    elif unknown:
        notice.info(say("unknown", count=unknown))


@st.fragment(run_every=timedelta(days=1))
def _come_back() -> None:
    """Draws nothing: a page that repeats a part of itself is run again by the browser as soon as it is reconnected.

    Otherwise a page that was at rest meets a restarted server without its fragments, and sliders move no number.
    """


def title(*subject: str) -> None:
    """Name the page in the browser's tab and to screen readers: what it is about, the page, the lesson."""
    page = next(page for page in site.PAGES.values() if page.address == f"/{url.here()}")
    names = (*subject, language.reader(page.words)("menu"), language.reader("arrival")("title"))
    st.set_page_config(page_title=" - ".join(names))


def link(name: str, label: str, **query: str) -> None:
    """A link to another page, which opens with `query` as its state."""
    st.page_link(
        site.PAGES[name].script,
        label=label,
        icon=":material/arrow_forward:",
        query_params=query or None,
        width="stretch",
    )
