"""The core as others install it: the wheel and nothing else, beside NumPy and SciPy and nothing else."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import get_args

import pytest
from packaging.requirements import Requirement
from test_lock import wanted
from test_recipes import LEFT

from activations import kinds
from harness.kinds import KINDS, ids

ROOT = Path(__file__).parents[1]
BESIDE = ("numpy", "scipy")
EXAMPLE = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[1]
PROMISED = re.findall(r"^print\(.*\)  # (.*)$", EXAMPLE, re.MULTILINE)
EVERYTHING = """
import site, sys
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules, walk_packages
import activations
for module in walk_packages(activations.__path__, "activations."):
    import_module(module.name)
from activations.frameworks.measured import losses
from activations.history.models import models
assert activations.__file__.startswith(sys.prefix) and losses() and models()
assert not [name for name in ("streamlit", "plotly", "ui", "labs", "content", "figures", "tests") if find_spec(name)]
print(*(module.name for module in iter_modules(["", *site.getsitepackages()])))
"""
WRONG = """\
from activations import get

get("softmax").derivative([1.0])  # error: attr-defined
get("elu")([1.0], alpha="deep")  # error: arg-type
get("swiglu")([1.0])  # error: call-arg
get("maxout")([1.0], beta=1.0)  # error: call-arg
get("GELU")([1.0], [2.0], any=3)
get("GELU").derivative([1.0])  # error: attr-defined
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links take a right of their own there")


def run(*command, **options):
    """What a command says, without our folders on its path."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, env=env | {"PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of it."""
    place = tmp_path_factory.mktemp("project") / "lab"
    return shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*LEFT))


@pytest.fixture(scope="module")
def wheel(project, tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    offline = ("--no-build-isolation", "--no-deps", "--no-index")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", *offline, "-w", target, ".", cwd=project)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def bare(wheel, tmp_path_factory):
    """Python in an environment that has links to NumPy and SciPy, and the wheel, which finds them enough."""
    place = tmp_path_factory.mktemp("bare")
    run(sys.executable, "-m", "venv", "--without-pip", place)
    python = place / "bin/python"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    for name in BESIDE:
        files = metadata.distribution(name)
        for top in {file.parts[0] for file in files.files} - {".."}:
            (packages / top).symlink_to(files.locate_file(top))
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-compile")
    run(*pip, wheel)
    return python


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    core = ROOT / "activations"
    ours = {p.relative_to(ROOT).as_posix() for p in core.rglob("*.*") if "__pycache__" not in p.parts}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == ours and "activations/py.typed" in packed


def test_building_leaves_nothing_behind_that_another_wheel_would_hold(project, wheel):
    assert wheel.exists() and not [*project.glob("build"), *project.rglob("*.egg-info")]


def test_it_asks_for_numpy_and_scipy_and_the_lesson_for_its_requirements(wheel):
    (info,) = (path for path in zipfile.Path(wheel).iterdir() if path.name.endswith(".dist-info"))
    asked = [Requirement(line) for line in metadata.PathDistribution(info).requires]
    assert {one.name for one in asked if one.marker is None} == set(BESIDE)
    app = [f'{one}{" and" if one.marker else ";"} extra == "app"' for one in wanted("requirements")]
    assert [str(one) for one in asked if one.marker] == app


def test_every_module_loads_beside_numpy_and_scipy_alone(bare, tmp_path):
    there = run(bare, "-c", EVERYTHING, cwd=tmp_path).split()
    assert set(there) == {"activations", *BESIDE}


def test_the_example_of_the_readme_prints_what_it_says(bare, tmp_path):
    (tmp_path / "example.py").write_text(EXAMPLE, "utf-8")
    told = run(bare, "-W", "error", "example.py", cwd=tmp_path).splitlines()
    assert told == PROMISED and len(told) == EXAMPLE.count("print(")


def test_type_checkers_pass_the_example_and_know_what_is_wrong(bare, tmp_path):
    (tmp_path / "example.py").write_text(EXAMPLE, "utf-8")
    (tmp_path / "wrong.py").write_text(WRONG, "utf-8")
    strict = ("-m", "mypy", "--strict", "--python-executable", bare, "--no-error-summary", "--cache-dir", tmp_path)
    command = [sys.executable, *strict, "example.py", "wrong.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    told = re.findall(r"^(\S+):(\d+): error: .*\[([\w-]+)\]$", done.stdout, re.MULTILINE)
    lines = enumerate(WRONG.splitlines(), 1)
    expected = [("wrong.py", str(i), line.partition("# error: ")[2]) for i, line in lines if "# error" in line]
    assert told == expected, done.stdout + done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_type_checkers_are_told_the_kind_of_every_function(kind):
    assert list(get_args(getattr(kinds, kind))) == ids(kind), "run `make format`"
