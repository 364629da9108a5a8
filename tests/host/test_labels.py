"""What Streamlit calls parts of its page is still what our words stand for."""

from failures import every

import content
from ui.host import page
from ui.state.language import LABELLED

SCRIPTS = "\n".join(p.read_text("utf-8") for p in (page.FILES / "static/js").glob("*.js"))


@every("part", LABELLED)
def test_streamlit_still_says_it(part):
    english = content.load("ui")[f"label_{part}"].en.strip("*")
    assert f"`{english}" in SCRIPTS or f'"{english}' in SCRIPTS
