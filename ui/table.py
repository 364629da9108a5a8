"""The table of computed properties: sortable on screen, downloadable as CSV."""

import csv
import io
import math
from typing import Any

import streamlit as st

from activations.measure import facts
from activations.spec import Activation
from activations.traits import year
from content import Reader
from ui import card, language, menu

NUMBERS = ("lipschitz", "slope_at_zero", "mean", "variance", "zeros", "forward_gain")


def rows(acts: list[Activation], params: dict[str, dict[str, float]], say: Reader) -> list[dict[str, Any]]:
    """One row for each function, under headings in the reader's language."""
    words, table = language.reader("card"), []
    for act in acts:
        at = params[act.id]
        m = facts(act, **at)
        table.append(
            {
                say("function"): menu.name(act.id),
                say("parameters"): ", ".join(f"{p.symbol} = {card.signed(at[p.name])}" for p in act.params) or "–",
                words("range"): card.interval(act.fact("range", **at)),
                words("monotone"): words(f"monotone_{act.fact('monotone', **at)}"),
                words("smoothness"): words(f"smooth_{card.SMOOTH[act.fact('smoothness', **at)]}"),
                **{say(name): round(m[name], 12) if math.isfinite(m[name]) else None for name in NUMBERS},
                say("year"): year(act),
            }
        )
    return table


def show(acts: list[Activation], say: Reader) -> None:
    """The table at the current slider values, and a button that saves it."""
    params = {a.id: {p.name: st.session_state[f"{a.id}.{p.name}"] for p in a.params} for a in acts}
    lines = rows(acts, params, say)
    formats = {say(name): st.column_config.NumberColumn(format="%.5g") for name in NUMBERS}
    formats[say("year")] = st.column_config.NumberColumn(format="%d")
    st.subheader(say("table"))
    st.dataframe(lines, hide_index=True, column_config=formats, placeholder="–", key="properties")
    st.caption(say("sorting"))
    language.prose(say, "reading")
    st.download_button(say("download"), _csv(lines), "activation-functions.csv", "text/csv", on_click="ignore")


def _csv(lines: list[dict[str, Any]]) -> bytes:
    """UTF-8 with a byte-order mark, without which Excel misreads Chinese."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue().encode("utf-8-sig")
