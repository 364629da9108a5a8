"""The table of computed properties: sortable on screen, downloadable as CSV."""

import math
from functools import partial
from typing import Any

import streamlit as st

from activations.measure import properties
from activations.spec import Activation
from activations.traits import has, year
from content import Reader
from ui.shell.lazy_expander import lazy_expander
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import function_names, function_text, numbers, spreadsheet, trait_pills

WHICH = ("chosen", "all")
ROWS = url.choice("table", WHICH, "chosen")
NUMBERS = ("lipschitz", "slope_at_zero", "mean", "variance", "zeros", "forward_gain")


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


def show(acts: list[Activation], every: list[Activation], say: Reader) -> None:
    """The table of the chosen functions at the slider values, or of `every` one at its defaults; to keep or copy."""
    st.subheader(say("table"))
    shown = st.segmented_control(
        say("rows"), WHICH, format_func=lambda which: say(f"rows_{which}"), key=ROWS.key, required=True
    )
    url.publish(ROWS)
    chosen = {a.id: Controls.of(a).values() for a in acts}
    traits = trait_pills.ask() if shown == "all" else []
    listed = acts if shown == "chosen" else [act for act in every if all(has(act, trait) for trait in traits)]
    lines = rows(listed, {a.id: chosen.get(a.id, a.defaults) if listed is acts else a.defaults for a in listed}, say)
    formats = {say(name): st.column_config.NumberColumn(format="%.5g") for name in NUMBERS}
    formats[say("year")] = st.column_config.NumberColumn(format="%d")
    if not lines:
        st.info(say("no_rows"))
        return
    st.dataframe(lines, hide_index=True, column_config=formats, placeholder="–", key="properties")
    st.caption(say("sorting"))
    _take_away(lines, say)
    language.prose(say, "reading")


def _take_away(lines: list[dict[str, Any]], say: Reader) -> None:
    markdown = _markdown(lines)
    with st.container(horizontal=True):
        name = "activation-functions"
        st.download_button(say("download"), spreadsheet.as_csv(lines), f"{name}.csv", "text/csv", on_click="ignore")
        st.download_button(say("download_markdown"), markdown, f"{name}.md", "text/markdown", on_click="ignore")
    lazy_expander(say("copy"), partial(st.code, markdown, language="markdown"), key="fold_table")


def _markdown(lines: list[dict[str, Any]]) -> str:
    """The table as Markdown; numbers with the digits shown on screen."""

    def cell(value: Any) -> str:
        return "–" if value is None else f"{value:.5g}" if isinstance(value, float) else str(value).replace("|", "\\|")

    table = [list(lines[0]), ["-"] * len(lines[0]), *([cell(value) for value in line.values()] for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)
