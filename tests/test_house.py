"""The rules of the house, kept by machine: which way imports point, how long things are, where words stand."""

import ast
import gc
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from failures import every

import content
from activations.sources import bibliography
from ui import site
from ui.server.pictures import PACKAGES

ROOT = Path(__file__).parents[1]
LESSON = [*(package.__name__ for package in PACKAGES), "pages"]
CODE = sorted(p for d in LESSON for p in (ROOT / d).rglob("*.py"))
CODE.append(ROOT / "app.py")
BENCH = sorted(p for d in ("bench", "bench/[a-z]*", "harness", "harness/*") for p in ROOT.glob(f"{d}/*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
OURS = {*LESSON, "app", "harness", "bench", "tests"}
MAY_IMPORT = {
    "activations": {"activations"},
    "labs": {"activations", "labs"},
    "content": {"content"},
    "figures": {"activations", "labs", "figures"},
    "ui": {"activations", "labs", "content", "figures", "ui"},
    "pages": {"activations", "labs", "content", "figures", "ui"},
    "harness": {"activations", "content", "figures", "ui", "harness"},
    "bench": {"activations", "labs", "content", "figures", "ui", "harness", "bench"},
    "tests": {"activations", "labs", "content", "figures", "ui", "harness", "app", "tests"},
}
ON_THE_CORE = {"frameworks", "choosing", "history"}  # parts of activations: the core knows none, nor they each other
FORBIDDEN = {
    "activations": {"streamlit", "plotly", "starlette"},
    "labs": {"streamlit", "plotly", "starlette"},
    "figures": {"streamlit", "plotly", "starlette"},
    "content": {"streamlit", "plotly", "starlette", "numpy"},
}
SHOWN = {
    *("title", "header", "subheader", "caption", "markdown", "write", "text", "info", "warning", "error"),
    *("success", "selectbox", "multiselect", "radio", "segmented_control", "slider", "button", "download_button"),
    *("expander", "lazy_expander", "metric", "page_link", "toggle", "checkbox", "text_input"),
}
each = every("path", CODE)
each_measured_too = every("path", CODE + BENCH)


@cache
def tree(path):
    """Read once, with the garbage collector at rest: what it calls in the middle of parsing confuses Python 3.11."""
    text, was_on = path.read_text("utf-8"), gc.isenabled()
    gc.disable()
    try:
        return ast.parse(text)
    finally:
        if was_on:
            gc.enable()


def nodes(path, *kinds):
    return [n for n in ast.walk(tree(path)) if isinstance(n, kinds)]


def imported(path):
    """Dotted names of modules, and of what is taken out of them."""
    names = [a.name for n in nodes(path, ast.Import) for a in n.names]
    for n in nodes(path, ast.ImportFrom):
        names += [n.module, *(f"{n.module}.{a.name}" for a in n.names)]
    return names


def imports(path):
    return {name.split(".")[0] for name in imported(path)}


@every("folder, path", [(f, p) for f in MAY_IMPORT for p in CODE + BENCH + TESTS if p.is_relative_to(ROOT / f)])
def test_arrows_point_inwards(folder, path):
    used = imports(path)
    assert used & OURS <= MAY_IMPORT[folder] and not used & FORBIDDEN.get(folder, set())


def test_the_core_knows_nothing_that_stands_on_it():
    core = ROOT / "activations"
    for path in core.rglob("*.py"):
        used = {name.split(".")[1] for name in imported(path) if name.startswith("activations.")}
        assert used & ON_THE_CORE <= {path.relative_to(core).parts[0]}, path


def modules():
    """Our modules by name, without the tests."""
    return {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in CODE + BENCH}


def test_imports_go_round_in_no_circle():
    """Faces of packages included: who imports something of a package imports its face."""
    known, arrows = modules(), {}
    for name, path in known.items():
        names = imported(path)
        faces = {".".join(parts[:i]) for parts in (one.split(".") for one in names) for i in range(1, len(parts) + 1)}
        inner = {face for face in faces if name.startswith(f"{face}.") and face not in names}
        arrows[name] = faces & set(known) - inner - {name}
    TopologicalSorter(arrows).prepare()


@each_measured_too
def test_files_are_short(path):
    limit = 60 if path in PAGES or path.parent.name == "functions" else 200
    assert len(path.read_text("utf-8").splitlines()) <= limit


@each_measured_too
def test_functions_are_short(path):
    for f in nodes(path, ast.FunctionDef, ast.AsyncFunctionDef):
        assert f.end_lineno - f.lineno < 30 or only_data(f), f"{f.name}: {f.end_lineno - f.lineno + 1} lines"


def only_data(f):
    """A function that does little but return one literal may be as long as the literal."""
    literal = [n for n in ast.walk(f) if isinstance(n, (ast.Dict, ast.Return))]
    return sum(isinstance(n, ast.stmt) for n in ast.walk(f)) <= 9 and len(literal) >= 2


@each_measured_too
def test_modules_open_with_a_sentence(path):
    assert ast.get_docstring(tree(path))


@each
def test_no_sentence_of_the_interface_stands_in_code(path):
    for call in nodes(path, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in SHOWN and ast.unparse(call.func.value) != "_log":
            texts = [a for a in call.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            assert not any(re.search(r"[A-Za-z]{3}", t.value) for t in texts), ast.unparse(call)


@each_measured_too
def test_code_contains_no_chinese(path):
    assert not re.search(r"[\u4e00-\u9fff]", path.read_text("utf-8"))


@each_measured_too
def test_no_function_is_named_in_a_condition(path):
    names = "|".join(p.stem for p in (ROOT / "activations/functions").glob("[a-z]*.py"))
    assert not re.search(rf'==\s*"(?:{names})"', path.read_text("utf-8"))


def encodings_left_to_chance(path):
    """Calls that read or write text in whatever encoding the machine is set to."""
    for call in nodes(path, ast.Call):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        named = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        most = {"read_text": 0, "write_text": 1, "open": 9, "TemporaryFile": 9, "NamedTemporaryFile": 9, "fdopen": 9}
        binary = any(
            re.fullmatch(r"'[rwax+]*b[rwaxb+]*'", value) for value in (*map(ast.unparse, call.args), *named.values())
        )
        text = "True" in (named.get("text"), named.get("universal_newlines")) or (
            len(call.args) <= most.get(name, -1) and not binary
        )
        another = isinstance(call.func, ast.Attribute) and name == "open" and call.args  # a tab, say, opens an address
        if another and not re.fullmatch(r"'[rwaxt+]+'", ast.unparse(call.args[0])):
            continue
        if text and "encoding" not in named:
            yield f"{path.name}:{call.lineno}"


@every("folder", [*sorted(OURS - {"app"}), "deploy"])
def test_text_is_read_and_written_as_utf_8_everywhere(folder):
    files = [p for p in (ROOT / folder).rglob("*.py") if ".venv" not in p.parts]
    assert not [place for path in files for place in encodings_left_to_chance(path)]


@every(
    "line, chance",
    [
        ("p.read_text()", True),
        ("p.read_text('utf-8')", False),
        ("p.write_text(x)", True),
        ("p.open()", True),
        ("p.open('w')", True),
        ("tab.open(address)", False),
        ("open(p, 'a')", True),
        ("open(p, 'rb')", False),
        ("p.open('a', encoding='utf-8')", False),
        ("run(x, text=True)", True),
        ("run(x, text=True, encoding='utf-8')", False),
        ("TemporaryFile('w+')", True),
        ("urlopen(x)", False),
    ],
)
def test_an_encoding_left_to_chance_would_be_noticed(line, chance, tmp_path):
    path = tmp_path / f"line{len(list(tmp_path.iterdir()))}.py"
    path.write_text(line, "utf-8")
    assert bool(list(encodings_left_to_chance(path))) == chance


def test_the_pages_folder_holds_sections_only():
    assert not list((ROOT / "pages").glob("*.py"))
    assert not (ROOT / "ui" / "pages").exists(), "beside the script that runs, Streamlit would take it for its own"


def test_the_site_map_lists_every_page():
    assert sorted(page.script for page in site.PAGES.values()) == PAGES


def test_every_slot_is_said_somewhere():
    """Texts that no code asks for are dead; slots made up at run time share a prefix."""
    code = "\n".join(p.read_text("utf-8") for p in CODE)
    prefixes = tuple(re.findall(r"""f["']([a-z]+_)\{""", code))
    dead = [
        f"{unit}:{slot}"
        for unit in content.units()
        for slot in content.load(unit)
        if not (f'"{slot}"' in code or f"'{slot}'" in code or slot.startswith(prefixes))
    ]
    assert not dead


def test_every_work_in_the_bibliography_is_cited():
    tables = (p for p in (ROOT / "activations").rglob("*.toml") if p.name != "bibliography.toml")
    told = "".join(path.read_text("utf-8") for path in [*CODE, *tables])
    assert not set(bibliography()) - set(re.findall(r"(?<=[\" ])\w+(?=[\" ])", told))


def test_requirements_are_pinned_exactly():
    for path in [*ROOT.glob("requirements*.txt"), *ROOT.glob("bench/requirements.txt"), *ROOT.glob("bench/apps/*.txt")]:
        for line in path.read_text("utf-8").splitlines():
            assert re.match(r"#|-r |[\w.-]+==[\w.]+(; sys_platform [!=]= \"\w+\")?$|$", line), line


SHARED = ("state", "shell", "text", "chart", "trainer", "host", "server")
ROOMS = {p.parent.name for p in (ROOT / "ui").glob("*/__init__.py")} - set(SHARED)


@every("path", [p for room in sorted(ROOMS) for p in (ROOT / "ui" / room).rglob("*.py")])
def test_a_room_of_a_page_uses_no_other_page_s_room(path):
    own = path.relative_to(ROOT / "ui").parts[0]
    used = {name.split(".")[1] for name in imported(path) if name.startswith("ui.")}
    assert not used & (ROOMS - {own})


@every("path", [p for room in SHARED for p in (ROOT / "ui" / room).rglob("*.py")])
def test_what_pages_share_knows_no_page(path):
    assert not {name.split(".")[1] for name in imported(path) if name.startswith("ui.")} & ROOMS
