"""The table of models: in the order that a reader wants, its first column in sight, to be taken away as CSV."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from activations.history.models import FIELDS, Model, Use, models, time
from content import Reader
from ui.models.timeline import followed, name, wanted, words
from ui.state import url
from ui.text import citations, function_names, small_table, spreadsheet

Row = tuple[Model, Use]  # one place in one model
PLACES = list(dict.fromkeys(use.place for model in models() for use in model.uses))  # the oldest first
ORDERS: dict[str, Callable[[Row], Any]] = {
    "oldest": lambda row: time(row[0].when),
    "newest": lambda row: -time(row[0].when),
    "model": lambda row: name(row[0]).casefold(),
    "field": lambda row: FIELDS.index(row[0].field),
    "place": lambda row: PLACES.index(row[1].place),
    "function": lambda row: function_names.taught(row[1].function),
}
ORDER = url.choice("order", ORDERS, "oldest")
COLUMNS = ("model", "function", "place", "year", "field", "source")
FILE = (*COLUMNS, "grade", "address")


def show(say: Reader) -> None:
    """One row for each place in each model, with a link to the function and to the source; the same as CSV."""
    rows = [(model, use) for model in wanted() for use in model.uses if followed(use.function)]
    if not rows:
        return
    st.selectbox(say("order"), ORDERS, format_func=lambda order: say(f"order_{order}"), key=ORDER.key, width=440)
    rows.sort(key=ORDERS[st.session_state[ORDER.key]])
    count = len({model.id for model, _ in rows})
    st.caption(f"{say('count', count=count, all=len(models()), rows=len(rows))}  \n{say('scrolling')}")
    with small_table.wide("models"):
        small_table.show([say(column) for column in COLUMNS], [map(small_table.cell, _shown(row)) for row in rows])
    lines = [dict(zip(map(say, FILE), _plain(row), strict=True)) for row in rows]
    st.download_button(say("download"), spreadsheet.as_csv(lines), "models.csv", "text/csv", on_click="ignore")


def _line(row: Row, function: str, source: str) -> list[str]:
    model, use = row
    say = words()
    return [name(model), function, say(f"place_{use.place}"), str(model.year), say(f"field_{model.field}"), source]


def _shown(row: Row) -> list[str]:
    model, use = row
    sources = "; ".join(f"{citations.short(source)} {source.grade}" for source in model.sources)
    return _line(row, f"[{function_names.short(use.function)}]({_address(use.function)})", sources)


def _plain(row: Row) -> list[str]:
    """For the file: functions by name, sources in full, and where the first of them is."""
    model, use = row
    line = _line(row, function_names.short(use.function), "; ".join(map(citations.plain, model.sources)))
    where = next((source.where for source in model.sources if source.where), "")
    return [*line, ", ".join(source.grade for source in model.sources), where]


def _address(function: str) -> str:
    """Where to read on about a function, in the reader's language."""
    return f"explore?fn={function}&lang={st.session_state.lang}"
