"""The table of computed properties: in the order that a reader wants, its first column in sight, to be taken away."""

import math
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.measure import properties
from activations.spec import Activation
from activations.traits import has, year
from content import Reader
from ui.shell.lazy_expander import place
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import function_names, function_text, numbers, small_table, spreadsheet, trait_pills

WHICH = ("chosen", "all")
NUMBERS = ("lipschitz", "slope_at_zero", "mean", "variance", "zeros", "forward_gain")
ORDERS = ("as_listed", *NUMBERS, "year")
ROWS = url.choice("table", WHICH, "chosen")
ORDER = url.choice("sort", ORDERS, ORDERS[0])
FIELDS = (ROWS, ORDER)
DIGITS = 5


@dataclass(frozen=True, slots=True)
class Places:
    """Where the table and its Markdown go (nowhere while that is folded), and the functions it is about."""

    table: DeltaGenerator
    markdown: DeltaGenerator | None
    acts: list[Activation]


def rows(acts: list[Activation], params: dict[str, dict[str, float]], say: Reader) -> list[dict[str, Any]]:
    """One row for each function, under headings in the reader's language."""
    words, table = language.reader("card"), []
    for act in acts:
        at = params[act.id]
        m = properties(act, **at)
        table.append(
            {
                say("function"): function_names.name(act.id),
                say("parameters"): ", ".join(f"{p.symbol} = {numbers.signed(at[p.name])}" for p in act.params) or "–",
                words("range"): numbers.interval(act.fact("range", **at)),
                words("monotone"): words(f"monotone_{act.fact('monotone', **at)}"),
                words("smoothness"): words(f"smooth_{function_text.SMOOTH[act.fact('smoothness', **at)]}"),
                **{say(name): round(m[name], 12) if math.isfinite(m[name]) else None for name in NUMBERS},
                say("year"): year(act),
            }
        )
    return table


def places(acts: list[Activation], every: list[Activation], say: Reader) -> Places:
    """What a reader can ask of the table, and room for it: of `acts` at the slider values, or of `every` function."""
    st.subheader(say("table"))
    which, order = st.columns([3, 2], vertical_alignment="bottom")
    shown = which.segmented_control(
        say("rows"), WHICH, format_func=lambda which: say(f"rows_{which}"), key=ROWS.key, required=True
    )
    order.selectbox(say("order"), ORDERS, format_func=say, key=ORDER.key)
    wanted = trait_pills.ask() if shown == "all" else []
    listed = acts if shown == "chosen" else [act for act in every if all(has(act, trait) for trait in wanted)]
    body = small_table.wide("properties").empty()
    if not listed:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(say("no_rows"))
            st.button(say("clear"), on_click=trait_pills.clear, icon=":material/filter_alt_off:", key="clear")
        return Places(body, None, [])
    st.caption(say("sorting"))
    markdown = place(say("copy"), key="fold_table")
    language.prose(say, "reading")
    return Places(body, markdown, listed)


def tell(at: Places, say: Reader) -> None:
    """The table at the slider values, and files of it."""
    if not at.acts:
        return
    lines = _lines(at.acts, say)
    with at.table.container():
        small_table.show(list(lines[0]), [map(_cell, line.values()) for line in lines])
    if at.markdown:
        at.markdown.code(_markdown(lines), language="markdown")
    with st.container(horizontal=True):  # here, because only what holds the sliders may draw buttons that change
        name = "activation-functions"
        st.download_button(say("download_csv"), spreadsheet.as_csv(lines), f"{name}.csv", "text/csv", on_click="ignore")
        st.download_button(say("download_md"), _markdown(lines), f"{name}.md", "text/markdown", on_click="ignore")


def _lines(acts: list[Activation], say: Reader) -> list[dict[str, Any]]:
    """The rows in the order that is wanted, the largest number first; all functions at their defaults."""
    moved = st.session_state[ROWS.key] == "chosen"
    lines = rows(acts, {act.id: Controls.of(act).values() if moved else act.defaults for act in acts}, say)
    if (order := st.session_state[ORDER.key]) != ORDERS[0]:
        lines.sort(key=lambda line: -math.inf if line[say(order)] is None else line[say(order)], reverse=True)
    return lines


def _cell(value: Any) -> str:
    """With a true minus, and as many digits as fit."""
    return "–" if value is None else numbers.signed(value, DIGITS) if isinstance(value, float) else str(value)


def _markdown(lines: list[dict[str, Any]]) -> str:
    """The table as Markdown; numbers with the digits shown on screen."""

    def cell(value: Any) -> str:
        text = f"{value:.{DIGITS}g}" if isinstance(value, float) else str(value)
        return "–" if value is None else small_table.cell(text)

    table = [list(lines[0]), ["-"] * len(lines[0]), *([cell(value) for value in line.values()] for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)
