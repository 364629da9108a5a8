"""The recipes of CONTRIBUTING, followed to the letter in a copy of the project: the files they name, and no others."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from activations.frameworks import FRAMEWORKS

ROOT = Path(__file__).parents[1]
NEW = Path(__file__).parent / "recipes"  # the files that each recipe adds, where they belong
LEFT = (".git", ".venv*", "build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
SECTION = re.compile(r"^## Recipe \d+: add a (\w+)[^\n]*\n(.*?)(?=^## )", re.MULTILINE | re.DOTALL)
STEPS = dict(SECTION.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
WORK = """\
[Burbidge1988]
authors = ["Burbidge, J.", "Magee, L.", "Robb, A."]
year = 1988
title = "Alternative transformations to handle extreme values of the dependent variable"
venue = "Journal of the American Statistical Association 83:123-127"
grade = "B"

"""
EVIDENCE = '''\
def steepest_in_the_middle() -> Evidence:
    """The slope of tanh at zero and at one."""
    return Evidence({"middle": float(TANH.derivative(0.0)), "aside": float(TANH.derivative(1.0))})


CLAIMS = (
'''
CLAIM = """\
    Claim(
        id="{id}",
        verdict="correct",
        functions=("tanh",),
        sources=("Burbidge1988",),
        evidence=steepest_in_the_middle,
    ),
)
"""
FACT = """

[said_{id}]
zh = 'tanh 在 0 处最陡。'
en = 'Tanh is steepest at 0.'

[right_{id}]
zh = '对，而且越往两边越平。'
en = 'Right, and it flattens on both sides.'

[shown_{id}]
zh = '它在 0 处的斜率是 <<middle:.2f>>，在 1 处只剩 <<aside:.2f>>。'
en = 'Its slope is <<middle:.2f>> at 0 and only <<aside:.2f>> at 1.'
"""
EXPECTED = '    "{id}": {{"middle": 1.0, "aside": 0.41997434161402607}},\n}}\n'


WORKS = "activations/bibliography.toml"  # a recipe that cites a new work adds it, as the section on sources says
WHOLE = ("test_house.py", "test_content.py")  # what looks at everything at once
TESTS = {  # files that are run whole; of the others only what is asked of the new one
    "function": (*WHOLE, "core/test_contract.py", "core/test_frameworks.py", "core/test_names.py"),
    "page": (*WHOLE, "test_links.py"),
    "claim": WHOLE,
    "framework": (*WHOLE, "core/test_frameworks.py", "core/test_measured.py", "core/test_names.py"),
}
MUST_PASS = {
    "function": (
        "core/test_accuracy.py::test_no_digit_is_lost[arcsinh]",
        "core/test_contract.py::test_no_warning_for_any_finite_input",
        "core/test_facts.py::test_kinks_and_jumps_are_exactly_those_declared[arcsinh]",
        "core/test_frameworks.py::test_every_function_is_spelled_in_every_framework",
        "core/test_frameworks.py::test_numpy_agrees_with_the_catalogue[arcsinh]",
        "core/test_measure.py::test_moments_agree_with_quadrature[arcsinh]",
        "core/test_names.py::test_no_name_is_read_as_two_functions",
        "app/test_pages.py::test_every_function_can_be_explored[arcsinh]",
        "test_content.py::test_the_languages_share_their_parts[functions/arcsinh]",
        "test_library.py::test_type_checkers_are_told_the_kind_of_every_function[Elementwise]",
        "test_content.py::test_every_blank_of_a_function_is_a_finite_number[arcsinh]",
        "test_house.py::test_arrows_point_inwards",
    ),
    "page": (
        "app/test_pages.py::test_every_page_opens[pages/check/formulas]",
        "app/test_hostile.py::test_no_value_of_a_widget_breaks_a_page_or_its_address[pages/check/formulas]",
        "test_content.py::test_the_languages_share_their_parts[pages/check/formulas]",
        "test_house.py::test_files_are_short",
        "test_house.py::test_the_site_map_lists_every_page",
        "test_links.py::test_every_page_is_known",
    ),
    "claim": (
        "core/test_claims.py::test_the_evidence_agrees_with_an_independent_computation[{id}]",
        "core/test_claims.py::test_every_number_in_prose_is_computed_or_reported[tanh]",
        "core/test_claims.py::test_all_claims_are_there",
        "core/test_claims.py::test_texts_belong_to_claims",
        "test_content.py::test_the_languages_share_their_parts[facts/tanh]",
        "test_house.py::test_functions_are_short",
    ),
    "framework": (
        "app/test_measured.py::test_nothing_is_told_of_code_that_loses_nothing",
        "core/test_candidates.py::test_a_layer_runs_and_ends_in_its_function",
        "core/test_claims.py::test_the_evidence_agrees_with_an_independent_computation[C130]",
        "core/test_frameworks.py::test_a_default_is_what_the_framework_says",
        "core/test_frameworks.py::test_every_framework_is_listed_in_its_place",
        "core/test_frameworks.py::test_every_function_is_spelled_in_every_framework",
        "core/test_frameworks.py::test_frameworks_agree_with_the_catalogue[ml_dtypes]",
        "core/test_measured.py::test_every_snippet_was_measured_as_it_is_spelled_now",
        "core/test_measured.py::test_what_is_composed_here_loses_nothing_without_a_reason",
        "core/test_measured.py::test_what_runs_here_gives_what_was_measured[relu]",
        "core/test_measured.py::test_the_versions_are_those_that_the_measurement_asks_for",
        "core/test_names.py::test_names_with_their_modules_are_understood",
        "test_house.py::test_arrows_point_inwards",
        "test_house.py::test_files_are_short",
    ),
}


class Copy:
    """A copy of the project, and which of its files have been written since."""

    def __init__(self, place: Path):
        self.place, self.written = place, set()
        shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*LEFT))

    def add(self, recipe):
        """The new files of a recipe."""
        for path in sorted(p for p in (NEW / recipe).rglob("*.*") if "__pycache__" not in p.parts):
            name = path.relative_to(NEW / recipe).as_posix()
            assert not (self.place / name).exists(), name
            (self.place / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(path, self.place / name)
            self.written.add(name)

    def change(self, name, old, new):
        """Put `new` in the place of the last `old` of a file."""
        before, found, after = (self.place / name).read_text("utf-8").rpartition(old)
        assert found, (name, old)
        (self.place / name).write_text(before + new + after, "utf-8")
        self.written.add(name)

    def run(self, *command):
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
        ran = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.place,
            env=env | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=600,
        )
        assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
        return ran.stdout

    def formatted(self):
        """As `make format` leaves what it writes itself."""
        self.run("harness.kinds")
        self.run("ruff", "format", "activations/kinds.py")

    def sound(self):
        """As `make lint` has it."""
        self.run("ruff", "check", ".")
        self.run("ruff", "format", "--check", ".")

    def test(self, recipe, asked, **blanks):
        """Run some files of the copy's tests whole, and `asked` of others; those that must pass have been run."""
        wanted = [name.format(**blanks) for name in MUST_PASS[recipe]]
        files = {*TESTS[recipe], *(name.partition("::")[0] for name in wanted)}
        chosen = " or ".join([asked, *(Path(name).stem for name in TESTS[recipe])])
        told = self.run("pytest", "-q", "-rp", "-p", "no:cacheprovider", "-k", chosen, *(f"tests/{f}" for f in files))
        passed = re.findall(r"^PASSED tests/(\S+)$", told, re.MULTILINE)
        missing = sorted(set(wanted) - set(passed))
        assert not missing


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path / "lab")


def named(recipe, **blanks):
    """The files that the steps of a recipe name."""
    steps = "".join(re.findall(r"^(?:\d\.| {3}).*\n", STEPS[recipe], re.MULTILINE))
    found = re.findall(r"`([\w<>/]+\.(?:py|toml|txt))`", steps)
    for blank, values in blanks.items():
        found = [name.replace(f"<{blank}>", value) for name in found for value in values]
    return set(found)


def test_a_function(copy):
    copy.add("function")
    for framework in FRAMEWORKS:
        name = f"activations/frameworks/{framework}/curves.py"
        (arctan,) = re.findall(r'^    "arctan".*\n', (ROOT / name).read_text("utf-8"), re.MULTILINE)
        copy.change(name, *before(arctan, arctan.replace("arctan", "arcsinh").replace("tan(", "sinh(")))
    copy.change("harness/oracle.py", *before('    "arctan"', '    "arcsinh": lambda x: mp.asinh(x),\n'))
    copy.change(WORKS, *before("[Bridle1990]", WORK))
    assert copy.written == named("function", id=["arcsinh"], framework=FRAMEWORKS) | {WORKS}
    copy.formatted()
    copy.sound()
    copy.test("function", "arcsinh or kind_of")


def test_a_page(copy):
    copy.add("page")
    copy.change("ui/site.py", '"glossary")', '"glossary", "formulas")')
    assert copy.written == named("page", section=["check"], name=["formulas"])
    copy.sound()
    copy.test("page", "formulas")


def test_a_claim(copy):
    id = f"C{max(map(int, re.findall('said_C([0-9]+)', texts(copy)))) + 1:03d}"
    copy.change("labs/claims/tanh.py", "CLAIMS = (\n", EVIDENCE)
    copy.change("labs/claims/tanh.py", ")\n", CLAIM.format(id=id))
    copy.change("content/facts/tanh.toml", "\n", FACT.format(id=id))
    copy.change("tests/core/expected/tanh.py", "}\n", EXPECTED.format(id=id))
    copy.change(WORKS, *before("[Bridle1990]", WORK))
    assert copy.written == named("claim", topic=["tanh"]) | {WORKS}
    copy.sound()
    copy.test("claim", f"{id} or tanh or all_claims or belong", id=id)


def test_a_framework(copy):
    copy.add("framework")
    copy.change("bench/requirements.txt", *before("mpmath==", "ml_dtypes==0.6.0\n"))
    assert copy.written == named("framework", framework=["ml_dtypes"])
    copy.run("bench.snippets", "ml_dtypes")
    copy.sound()
    copy.test("framework", "loses_nothing or a_layer_runs or C130")


def before(line, more):
    """What to put in the place of what."""
    return line, more + line


def texts(copy):
    return "\n".join(path.read_text("utf-8") for path in (copy.place / "content/facts").glob("*.toml"))
