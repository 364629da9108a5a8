"""The glossary on the page: an index, a topic or whatever a search finds, with the functions that show it."""

from functools import cache

import streamlit as st

import content
from activations import CATALOGUE
from content import Reader
from content.glossary import Term, called, in_every_language, meant, terms
from ui import site
from ui.glossary import index
from ui.shell import course
from ui.shell.nothing_found import nothing_found
from ui.state import language, search, url
from ui.text import absent, function_names, small_table

UNIT = "pages/check/glossary"
TOPICS = tuple(dict.fromkeys(term.topic for term in terms()))
QUERY = url.words("q")
TOPIC = url.choice("about", TOPICS, None)
EXPLORE = site.PAGES["explore"].script
MOST = 8  # links to functions below one table


@cache
def _texts(term: Term) -> tuple[list[search.Text], list[search.Text], search.Text]:
    """A term as it is searched: its names, what else it is called, and everything said about it."""
    told = in_every_language(term)
    names, others = [words.name for words in told], [other for words in told for other in (*words.also, *words.avoid)]
    everything = search.read(*names, *others, *(words.meaning for words in told))
    return [search.read(name) for name in names], [search.read(other) for other in others], everything


def rank(term: Term, wanted: search.Query) -> tuple[int, int] | None:
    """How well a term answers a search, the best first: by its name, by the beginning of it or another spelling, ..."""
    names, others, everything = _texts(term)
    by_name, by_other = search.best(wanted, names), search.best(wanted, others)
    hits = (
        by_name == search.EXACTLY,
        by_other == search.EXACTLY or by_name == search.AT_THE_START,
        (by_name, by_other) != (None, None),
        (anywhere := search.rank(wanted, everything)) is not None,
    )
    return (hits.index(True), anywhere or 0) if any(hits) else None


def find(typed: str) -> list[Term]:
    """The terms a search finds, best first; all of them for an empty search."""
    wanted = search.query(typed)
    if wanted.blank:
        return list(terms())
    ranked = [(hit, term) for term in terms() if (hit := rank(term, wanted)) is not None]
    return [term for _, term in sorted(ranked, key=lambda pair: pair[0])]


def named(typed: str) -> list[str]:
    """The functions whose name in any language, id or alias has the words searched for, the very ones first."""
    ranked = [(search.best(search.query(typed), _names(name)), name) for name in function_names.by_family()]
    hits = [(hit, name) for hit, name in ranked if hit is not None]
    return [name for _, name in sorted(hits, key=lambda pair: pair[0])]


@cache
def _names(function_id: str) -> list[search.Text]:
    names = content.in_every_language(f"functions/{function_id}", "name")
    return [search.read(name) for name in (function_id, *names, *CATALOGUE[function_id].aliases)]


def table(found: list[Term], lang: str, query: str = "") -> str:
    """Terms and their meanings in one language as a table."""
    say = content.reader(UNIT, lang)
    lines = ((_called(term, lang), _meaning(term, lang, query, say)) for term in found)
    return small_table.text((say("term"), say("meaning")), lines)


def _called(term: Term, lang: str) -> str:
    """The name, and the one to look for in other books: in English, beside English in Chinese."""
    first = called(term, lang)
    second = next(getattr(term.name, home) for home in reversed(content.LANGS) if home != lang)
    return f"**{first}**" if first == second else f"**{first}** {second}"


def _meaning(term: Term, lang: str, query: str, say: Reader) -> str:
    """The meaning and, if the search was for a spelling this lesson does not use, that spelling."""
    wanted = search.query(query)
    avoided = [spelling for words in in_every_language(term) for spelling in words.avoid]
    elsewhere = [s for s in avoided if search.rank(wanted, search.read(s)) is not None]
    note = say("also_found", words=" / ".join(elsewhere)) if elsewhere else ""
    return meant(term, lang) + note


def links(function_ids: list[str], say: Reader) -> None:
    """The way to the pages of some functions, side by side."""
    if not function_ids:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(say("functions"), width="content")
        for name in function_ids[:MOST]:
            st.page_link(
                EXPLORE, label=function_names.short(name), icon=":material/show_chart:", query_params={"fn": name}
            )


def shown_by(found: list[Term]) -> list[str]:
    """The functions that show these terms, each once."""
    return list(dict.fromkeys(name for term in found for name in term.functions))


def _ask(say: Reader) -> None:
    """The search box and the topics."""
    st.text_input(
        say("search"), key=QUERY.key, type="search", max_chars=search.LONGEST, live=True, placeholder=say("example")
    )
    st.pills(
        say("topic"),
        TOPICS,
        format_func=lambda t: say(f"topic_{t}"),
        key=TOPIC.key,
        label_visibility="collapsed",
        wrap=True,
    )


def show(say: Reader) -> None:
    """Search box, topics, count, and the index or the words asked for; part of a fragment."""
    url.renew(QUERY, TOPIC)
    _ask(say)
    url.publish(QUERY, TOPIC)
    query, topic = st.session_state[QUERY.key], st.session_state[TOPIC.key]
    found = [term for term in find(query) if topic in (None, term.topic)]
    functions, steps = named(query), course.found(query)
    whole, meant_elsewhere = search.query(query).blank and not topic, absent.tell(query)
    if found or functions or steps:
        order = index.order(found, language.shown()[0], say) if whole else ""
        st.caption("  \n".join(filter(None, [say("hits", hits=len(found), all=len(terms())), order])))
    elif not meant_elsewhere:
        nothing_found(say("nothing"), QUERY, TOPIC)
    course.ways_in(steps)
    with st.container(key="words"):
        if whole:
            _index(found, say)
        else:
            _block(found, [*functions, *shown_by(found if topic else found[:3])], say, query)


def _index(found: list[Term], say: Reader) -> None:
    """Letter by letter, in the order of the first language shown."""
    letters = index.by_letter(found, language.shown()[0])
    index.row(letters, say)
    for letter, members in letters.items():
        with st.container(key=f"letter_{letter}", gap="xsmall"):
            index.heading(letter)
            _block(members, [], say)


def _block(found: list[Term], functions: list[str], say: Reader, query: str = "") -> None:
    langs = language.shown()
    for column, lang in zip(st.columns(len(langs)) if found else (), langs, strict=False):
        column.markdown(table(found, lang, query))
    links(list(dict.fromkeys(functions)), say)
