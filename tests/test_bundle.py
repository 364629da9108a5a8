"""The bundle of Plotly that is served is the one of the package that is pinned; of another version it is not served."""

import logging

import pytest

from ui.server import plotly


@pytest.fixture
def fresh():
    plotly.script.cache_clear()
    yield
    plotly.script.cache_clear()


def test_the_bundle_is_of_the_pinned_version(fresh):
    assert plotly.version(plotly.BUNDLE) == plotly.version(plotly.whole()) != ""
    assert plotly.script() == plotly.BUNDLE
    assert plotly.BUNDLE.stat().st_size < plotly.whole().stat().st_size / 2


@pytest.mark.parametrize("head", ["", "/**\n* plotly.js (cartesian - minified) v0.1.0\n*/", None])
def test_a_bundle_of_another_version_gives_way_to_the_whole_script(fresh, tmp_path, monkeypatch, caplog, head):
    other = tmp_path / "bundle.js"
    if head is not None:
        other.write_text(head, encoding="utf-8")
    monkeypatch.setattr(plotly, "BUNDLE", other)
    with caplog.at_level(logging.WARNING):
        assert plotly.script() == plotly.whole()
    assert "make plotly" in caplog.text
