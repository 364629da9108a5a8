"""Where the lesson starts: in any locale, at any path, and as far as can be checked here, on Windows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_house import ROOT

from harness.server import LESSON
from ui.server import pictures

README = (ROOT / "README.md").read_text("utf-8")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
EVERY_PAGE = """if True:
    import locale, sys
    assert locale.getpreferredencoding(False).lower() not in ("utf-8", "utf8"), "this locale proves nothing"
    sys.path.insert(0, "tests")
    from app.test_pages import PAGES, open_page
    opened = 0
    for page in PAGES:
        state = {"lang": "both", **({"fn": "elu", "code": "torch"} if page.endswith("explore") else {})}
        at = open_page(page, ["fold_code", "fold_bibliography"], **state)
        assert not at.exception, (page, at.exception)
        opened += 1
    print(opened)
"""


@pytest.fixture(scope="module")
def gbk(tmp_path_factory):
    """A Chinese machine of before UTF-8; without the means to make one, a machine that knows ASCII only."""
    folder = tmp_path_factory.mktemp("locale")
    made = shutil.which("localedef") and subprocess.run(
        ["localedef", "-i", "zh_CN", "-f", "GBK", str(folder / "zh_CN.GBK")], capture_output=True
    )
    return {**ASCII, "LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK"} if made and made.returncode == 0 else ASCII


def python(code, environment, *arguments, cwd=ROOT):
    environment = {**os.environ, **environment}
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-3000:]
    return done.stdout


def test_every_page_opens_where_text_is_ascii():
    assert int(python(EVERY_PAGE, ASCII).split()[0]) == len(list(ROOT.glob("pages/*/*.py")))


def test_a_chinese_machine_of_before_utf_8_can_start(gbk):
    code = "from ui.server import headers, static; static._key(); headers.policy(); print(static.ENVIRONMENT)"
    assert python(code, gbk).strip().endswith(b"static")


def test_a_folder_that_a_terminal_cannot_print_stops_nothing():
    code = f"""if True:
        import runpy
        from ui.server import static
        static.build = lambda: {"激活 函数"!a}
        runpy.run_module("ui.server", run_name="__main__")
    """
    assert b"Static files are ready" in python(code, ASCII)


def make(folder, *arguments):
    """What `make` would do in a folder, without doing it."""
    given = re.compile("MAKE|VENV$|PYTHON$|PORT$")  # by the make that runs these tests
    environment = {key: value for key, value in os.environ.items() if not given.match(key)}
    command = ["make", "--no-print-directory", "-n", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=True, encoding="utf-8"
    ).stdout


def test_an_environment_is_filled_again_after_a_move(tmp_path):
    folder = tmp_path / "激活 函数"
    (folder / ".venv/bin").mkdir(parents=True)
    for name in (
        "Makefile",
        "requirements.lock",
        "ui/chart/pyproject.toml",
        "ui/server/static.py",
        "ui/server/fonts.py",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv/bin/python").symlink_to(sys.executable)
    (folder / ".venv/run.stamp").write_text(f"{folder}\n", "utf-8")
    assert make(folder, "run").split("\n", 1)[0].endswith("streamlit run app.py --server.port 8501")
    moved = folder.rename(tmp_path / "elsewhere")
    assert "-e ui/chart" in make(moved, "run") and "-m ui.server" in make(moved, "run")


WINDOWS = """if True:
    import asyncio, importlib.abc, multiprocessing, pathlib, signal, sys
    import brotli, numpy, scipy, secure, servestatic, streamlit, streamlit.runtime, streamlit.web.bootstrap
    import uvicorn
    from concurrent.futures import process
    from streamlit.testing.v1 import AppTest
    import scipy.special, scipy.optimize, scipy.integrate, scipy.stats, anyio._backends._asyncio
    POSIX = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty", "uvloop"}

    class Absent(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name in POSIX:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    sys.meta_path.insert(0, Absent())
    for name in POSIX:
        sys.modules.pop(name, None)
    sys.platform = "win32"
    signal.SIGBREAK = signal.SIGTERM
    from ui.server import static
    for path in sorted(p for d in sys.argv[1:] for p in pathlib.Path(d).rglob("*.py") if p.name != "__main__.py"):
        if "assets" not in path.parts and path.name != "main.py":
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    static.build = pathlib.Path.cwd
    import app
    print("started")
"""


def test_every_module_of_the_lesson_can_be_imported_on_windows():
    assert b"started" in python(WINDOWS, {}, *(package.__name__ for package in pictures.PACKAGES))


def test_nothing_that_windows_lacks_is_required():
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("uvloop")] == ['uvloop==0.23.0; sys_platform != "win32"']


def test_the_way_without_make_is_told_in_both_languages_and_is_how_servers_are_started_here():
    told = re.search(r"```powershell\n(.*?)```", README, re.S)[1].splitlines()
    assert told == [
        "py -m venv .venv",
        r".venv\Scripts\python -m pip install --only-binary :all: --require-hashes -r requirements.lock",
        r".venv\Scripts\python -m pip install --no-deps --no-build-isolation -e ui/chart",
        r".venv\Scripts\python -m streamlit run app.py",
    ]
    assert " ".join(LESSON.command[1:]).startswith(told[-1].split(" ", 1)[1])
    before = README[: README.index("```powershell")].split("\n\n")[-3:]
    assert "Windows" in before[0] and "Windows" in before[1] and re.search("[\u4e00-\u9fff]", before[1])
    assert Path(LESSON.folder, "app.py").exists()
