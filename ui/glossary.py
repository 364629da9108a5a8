"""The glossary on the page: topic by topic, or whatever a search finds, with the functions that show it."""

import streamlit as st

import content
from activations import CATALOGUE
from content import Reader
from content.glossary import Spellings, Term, terms
from ui import frame, language, menu, url

UNIT = "pages/check/glossary"
TOPICS = tuple(dict.fromkeys(term.topic for term in terms()))
QUERY = url.words("q")
TOPIC = url.choice("about", TOPICS, None)
EXPLORE = frame.PAGES / "learn" / "explore.py"
MOST = 8  # links to functions below one table


def spelt(term: Term, spellings: Spellings) -> list[str]:
    """Both languages of some spellings of a term."""
    return [*spellings.zh, *spellings.en]


def rank(term: Term, wanted: str) -> int | None:
    """How well a term answers a search: 0 by its name, 1 by the beginning of it or another spelling, and so on."""
    names = [term.name.zh.casefold(), term.name.en.casefold()]
    others = [s.casefold() for s in (*spelt(term, term.also), *spelt(term, term.avoid))]
    meanings = [term.meaning.zh.casefold(), term.meaning.en.casefold()]
    hits = (
        wanted in names,
        wanted in others or any(name.startswith(wanted) for name in names),
        any(wanted in s for s in (*names, *others)),
        any(wanted in s for s in meanings),
    )
    return hits.index(True) if any(hits) else None


def find(query: str) -> list[Term]:
    """The terms a search finds, best first; all of them for an empty search."""
    wanted = query.strip().casefold()
    if not wanted:
        return list(terms())
    ranked = [(hit, term) for term in terms() if (hit := rank(term, wanted)) is not None]
    return [term for _, term in sorted(ranked, key=lambda pair: pair[0])]


def named(query: str) -> list[str]:
    """The functions whose name in either language, id or alias has the words searched for, the very ones first."""
    wanted = query.strip().casefold()
    hits = [name for name in menu.by_family() if wanted and any(wanted in s for s in _names(name))]
    return sorted(hits, key=lambda name: (wanted not in _names(name), not name.startswith(wanted)))


def _names(function_id: str) -> list[str]:
    text = content.load(f"functions/{function_id}")["name"]
    return [s.casefold() for s in (function_id, text.zh, text.en, *CATALOGUE[function_id].aliases)]


def table(found: list[Term], lang: str, query: str = "") -> str:
    """Terms and their meanings in one language as a table."""
    say = content.reader(UNIT, lang)
    lines = [(_called(term, lang), _meaning(term, lang, query, say)) for term in found]
    return "\n".join("|".join(line) for line in [(say("term"), say("meaning")), ("-", "-"), *lines])


def _called(term: Term, lang: str) -> str:
    first, second = (term.name.en, term.name.zh) if lang == "en" else (term.name.zh, term.name.en)
    return f"**{first}**" if first == second else f"**{first}** {second}"


def _meaning(term: Term, lang: str, query: str, say: Reader) -> str:
    """The meaning and, if the search was for a spelling this lesson does not use, that spelling."""
    wanted = query.strip().casefold()
    elsewhere = [s for s in spelt(term, term.avoid) if wanted and wanted in s.casefold()]
    note = say("also_found", words=" / ".join(elsewhere)) if elsewhere else ""
    return getattr(term.meaning, lang).strip() + note


def links(function_ids: list[str], say: Reader) -> None:
    """The way to the pages of some functions, side by side."""
    if not function_ids:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(say("functions"), width="content")
        for name in function_ids[:MOST]:
            st.page_link(EXPLORE, label=menu.short(name), icon=":material/show_chart:", query_params={"fn": name})


def shown_by(found: list[Term]) -> list[str]:
    """The functions that show these terms, each once."""
    return list(dict.fromkeys(name for term in found for name in term.functions))


def show(say: Reader) -> None:
    """Search box, topics, count and tables; part of a fragment."""
    url.renew(QUERY, TOPIC)
    st.text_input(
        say("search"), key=QUERY.key, type="search", max_chars=url.LONGEST_WORDS, live=True, placeholder=say("example")
    )
    st.pills(
        say("topic"),
        TOPICS,
        format_func=lambda t: say(f"topic_{t}"),
        key=TOPIC.key,
        label_visibility="collapsed",
        wrap=True,
    )
    url.publish(QUERY, TOPIC)
    query, topic = st.session_state[QUERY.key], st.session_state[TOPIC.key]
    found = [term for term in find(query) if topic in (None, term.topic)]
    functions = named(query)
    st.caption(say("hits", hits=len(found), all=len(terms())) if found or functions else say("nothing"))
    with st.container(key="words"):
        if query.strip():
            _block(found, [*functions, *shown_by(found[:3])], say, query)
            return
        for members in ([term for term in found if term.topic == topic] for topic in TOPICS):
            if members:
                st.markdown(f"#### {say(f'topic_{members[0].topic}')}")
                _block(members, shown_by(members), say)


def _block(found: list[Term], functions: list[str], say: Reader, query: str = "") -> None:
    langs = language.shown()
    for column, lang in zip(st.columns(len(langs)) if found else (), langs, strict=False):
        column.markdown(table(found, lang, query))
    links(list(dict.fromkeys(functions)), say)
