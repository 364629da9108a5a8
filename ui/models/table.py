"""The table of models: sortable on screen, downloadable as CSV."""

from typing import Any

import streamlit as st

from activations.history.models import OUTSIDE, Model, models
from content import Reader
from ui.models.timeline import followed, function_name, name, wanted, words
from ui.text import citations, spreadsheet


def show(say: Reader) -> None:
    """One row for each place in each model, sortable, with a link to the function; the same as CSV."""
    lines = [line for m in wanted() for line in _rows(m, say)]
    if not lines:
        return
    config = {
        say("function"): st.column_config.LinkColumn(display_text=r"#(.+)$"),
        say("address"): st.column_config.LinkColumn(display_text=r"^https?://(?:www\.)?([^/]+)"),
        say("year"): st.column_config.NumberColumn(format="%d"),
    }
    st.caption(say("count", count=len({line[say("model")] for line in lines}), all=len(models()), rows=len(lines)))
    st.dataframe(lines, hide_index=True, column_config=config, placeholder="–", key="models")
    st.download_button(say("download"), _csv(lines, say), "models.csv", "text/csv", on_click="ignore")


def _rows(model: Model, say: Reader) -> list[dict[str, Any]]:
    shared = {say("model"): name(model), say("year"): model.year, say("field"): words()(f"field_{model.field}")}
    source = {
        say("source"): "; ".join(map(citations.plain, model.sources)),
        say("grade"): ", ".join(s.grade for s in model.sources),
        say("address"): next((s.where for s in model.sources if s.where), None),
    }
    return [
        shared | {say("place"): words()(f"place_{use.place}"), say("function"): _link(use.function)} | source
        for use in model.uses
        if followed(use.function)
    ]


def _link(function: str) -> str:
    """Where to read on about a function, in the reader's language, with its name as the part that is shown."""
    page = f"models?follow={function}" if function in OUTSIDE else f"explore?fn={function}"
    return f"{page}&lang={st.session_state.lang}#{function_name(function)}"


def _csv(lines: list[dict[str, Any]], say: Reader) -> bytes:
    """The same lines with functions by name instead of by link."""
    return spreadsheet.as_csv([line | {say("function"): line[say("function")].partition("#")[2]} for line in lines])
