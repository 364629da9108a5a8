"""`python tests/app/opened.py PACKAGES` opens every page, and every fold on it, with these packages and no others."""

import site
import sys
from pathlib import Path

site.addsitedir(sys.argv[1])
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def main() -> None:
    from streamlit.testing.v1 import AppTest

    import content

    lang = list(content.languages())[-1]  # both at once
    for page in sorted((ROOT / "pages").rglob("*.py")):
        folds: list[str] = []
        for _ in range(2):  # to learn what is folded, and then with all of it open
            at = AppTest.from_file(str(ROOT / "ui/contents.py"), default_timeout=30)
            for key in folds:
                at.session_state[key] = True
            at.switch_page(str(page)).query_params["lang"] = lang
            at.run()
            assert not at.exception and at.title, f"{page}: {at.exception}"
            folds = [key for key in at.session_state._state.filtered_state if key.startswith("fold_")]


main()
