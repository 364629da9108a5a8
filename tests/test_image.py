"""The image leaves out nothing that a start or a page needs, and names nothing that is not there."""

import asyncio
import re
import runpy
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import streamlit as st
from failures import every
from test_lock import applies, locked

import content
from harness.addresses import pages
from harness.server import LESSON, App, Server
from harness.sessions.session import Session
from harness.sessions.wire import get
from ui.server import static

ROOT = Path(__file__).parents[1]
SLIM = runpy.run_path(str(ROOT / "deploy/image/slim.py"))
WHERE = SLIM["folders"](Path(sys.prefix))
STREAMLIT = "streamlit/static/static/js/"
DRAWS = {  # what draws with the scripts that are left out
    "PlotlyChart": {"plotly_chart"},
    "DeckGlJsonChart": {"pydeck_chart", "st.map"},
    "EChartsChart": {"echarts_chart"},
    "GraphVizChart": {"graphviz_chart"},
}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries are named otherwise here than in the image")


@every("rule", SLIM["RULES"])
def test_every_pattern_finds_something(rule):
    folder = WHERE[rule["folder"]]
    dead = [one for one in rule["leave_out"] + rule.get("keep", []) if not SLIM["matching"](folder, [one])]
    assert not dead and rule["why"]
    assert len(SLIM["left_out"](rule, WHERE) & SLIM["matching"](folder, rule.get("keep", []))) == 0


@pytest.fixture(scope="module")
def slim(tmp_path_factory):
    """Links to what the image installs, without what it leaves out, once the static files are there."""
    static.build()
    left_out = set().union(*(SLIM["left_out"](rule, WHERE) for rule in SLIM["RULES"]))
    target = tmp_path_factory.mktemp("image") / "site-packages"  # by this name Streamlit knows that it is installed
    names = [one.name for one, _ in locked("requirements") if applies(one.marker, {})]
    for name in [*names, "activation-lab-chart"]:
        for file in metadata.distribution(name).files:
            source = WHERE["packages"] / file
            if ".." not in file.parts and source not in left_out and source.exists():
                (target / file).parent.mkdir(parents=True, exist_ok=True)
                (target / file).symlink_to(source)
    return target


def test_every_page_and_every_fold_opens_with_what_the_image_holds(slim):
    command = [sys.executable, "-SB", ROOT / "tests/app/opened.py", slim]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_the_lesson_is_served_with_what_the_image_holds(slim):
    # These are links, elsewhere than in the image: the static files of the tests will do.
    same = f"from ui.server import static; static.ENVIRONMENT = {static.ENVIRONMENT!r}"
    start = f"import site; site.addsitedir({str(slim)!r}); {same}; from streamlit.web.cli import main; main()"
    command = (sys.executable, "-SBc", start, *LESSON.command[3:])
    with Server(App("the slim lesson", command, LESSON.health, ROOT)) as server:
        asyncio.run(read(server.url))


async def read(url):
    """Every page in every language, a slider, and a file of each kind."""
    for path in pages():
        for lang in content.languages():
            reader = Session(url, f"{path}?lang={lang}")
            await reader.arrive()
            await reader.fetch_pictures()
            for slider in list(reader.tab.sliders.values())[:1]:
                await reader.move(slider, slider.high)
            assert not reader.tab.errors, path
            await reader.close()
    script = next(path.name for path in (static.STREAMLIT / "static/js").glob("index.*.js"))
    for path in ("/", f"/{static.plotly_url()}", f"/static/js/{script}", "/favicon.png"):
        assert await get(url, path, {}) == 200, path


def test_scripts_that_are_left_out_are_only_loaded_for_what_the_lesson_does_not_draw():
    patterns = [one for rule in SLIM["RULES"] for one in rule["leave_out"] if one.startswith(STREAMLIT)]
    left = {one.removeprefix(STREAMLIT).removesuffix(".*") for one in patterns}
    assert left == set(DRAWS)
    assert all((rule.get("when") == "before") == (set(rule["leave_out"]) <= set(patterns)) for rule in SLIM["RULES"])
    code = "\n".join(p.read_text("utf-8") for folder in ("ui", "pages") for p in (ROOT / folder).rglob("*.py"))
    assert not [name for names in DRAWS.values() for name in names if re.search(rf"\b{name}\b", code)]
    assert all(hasattr(st, name.removeprefix("st.")) for names in DRAWS.values() for name in names)
