"""`python tests/app/opened.py PACKAGES` uses these packages and no others.

It imports what any module may ever import, opens every page and every fold on it, and searches in traditional Chinese.
"""

import ast
import importlib
import site
import sys
from pathlib import Path

site.addsitedir(sys.argv[1])
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


BUILDS = {"fontTools", "brotli"}  # what only the laying out of static files imports


def imported() -> set[str]:
    """The modules that the lesson imports anywhere, inside of functions too."""
    paths = [
        ROOT / "app.py",
        *(p for d in ("activations", "labs", "content", "figures", "ui", "pages") for p in (ROOT / d).rglob("*.py")),
    ]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name for name in names if name.partition(".")[0] not in BUILDS}


def main() -> None:
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    from ui import site
    from ui.state import search

    for name in imported():
        importlib.import_module(name)
    assert len(search.query("\u555f\u52d5").readings) > 1
    for page in site.PAGES.values():
        folds: list[str] = []
        for _ in range(2):  # to learn what is folded, and then with all of it open
            at = AppTest.from_file(str(ROOT / "ui/main.py"), default_timeout=30)
            for key in folds:
                at.session_state[key] = True
            at._page_hash = calc_hash(page.address[1:])
            at.query_params.update({"lang": "both", "ask": "off"})
            at.run()
            assert not at.exception and at.title, f"{page}: {at.exception}"
            folds = [key for key in at.session_state._state.filtered_state if key.startswith("fold_")]


main()
