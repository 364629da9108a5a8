"""What the lesson leans on inside of Streamlit: the version that was tried, and each thing leant on."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import streamlit as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from ui.host import messages, page, runs, version

ROOT = Path(__file__).parents[2]
OURS = [p for d in ("chart", "server", "host") for p in (ROOT / f"ui/{d}/assets").glob("*.*s")]  # .js and .css
NAME = re.compile(r"\bst(?:[A-Z][A-Za-z]+)+\b|data-test-[\w-]+\b|--st-[\w-]+|\bst-key|touch-action(?=\"\])")


def test_the_version_tried_is_the_one_that_is_pinned(caplog, monkeypatch):
    assert f"streamlit=={version.TRIED}\n" in (ROOT / "requirements.txt").read_text("utf-8")
    assert version.check() and not caplog.records
    monkeypatch.setattr(st, "__version__", "1.99.0")
    assert not version.check()
    assert "1.99.0" in caplog.text and version.TRIED in caplog.text


def test_streamlit_is_reached_into_from_this_room_only():
    """What `import streamlit as st` gives, its logger and the type of a place are open to everybody."""
    inside = re.compile(r"^\s*(?:from|import) streamlit(?:\.(?!delta_generator\b|logger\b)| import )", re.MULTILINE)
    files = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
    reaching = {p for p in files if inside.search(p.read_text("utf-8"))}
    assert reaching and all(p.parent == ROOT / "ui/host" for p in reaching), reaching


def test_outside_of_any_run_nobody_has_come_and_nothing_is_a_part():
    assert not runs.came_by_history() and not runs.in_fragment() and runs.session() is None


def test_a_run_knows_why_it_began(monkeypatch):
    names = {field.name for field in fields(ScriptRunContext)}
    assert {"is_history_navigation", "fragment_ids_this_run", "session_id"} <= names
    ctx = type("Run", (), {"is_history_navigation": True, "fragment_ids_this_run": ["a"], "session_id": "b"})
    monkeypatch.setattr(runs, "get_script_run_ctx", lambda: ctx)
    assert runs.came_by_history() and runs.in_fragment() and runs.session() == "b"


def test_a_message_is_understood():
    message = BackMsg()
    for id in ("a", "b"):
        message.rerun_script.widget_states.widgets.add(id=id)
    assert messages.read(message.SerializeToString()) == messages.Said("rerun_script", 2)
    assert messages.read(BackMsg(clear_cache=True).SerializeToString()) == messages.Said("clear_cache", 0)
    assert messages.read(b"") == messages.Said("", 0)
    with pytest.raises(ValueError):
        messages.read(b"\xff\xff")


def test_the_first_page_has_every_place_once():
    text = (page.FILES / "index.html").read_text("utf-8")
    assert {name: len(re.findall(pattern, text, re.DOTALL)) for name, pattern in page.PLACES.items()} == dict.fromkeys(
        page.PLACES, 1
    )
    assert "<b>here</b>" in page.index({"root": "<b>here</b>"}) and '<div id="root">' not in page.index({"root": ""})


def test_every_part_of_the_page_that_we_know_is_listed_and_no_other():
    known = {name for path in OURS for name in NAME.findall(path.read_text("utf-8"))}
    assert known == {*page.PARTS, *page.COLOURS}
