"""Formulas speak no language, and one letter means one thing: σ is the sigmoid and never a deviation."""

import ast
import re

from failures import every
from test_house import CODE, nodes

import content
from activations import CATALOGUE
from content.glossary import terms

FORMULA = re.compile(r"\$[^$]+\$")
QUOTED = re.compile(r"```.*?```|`[^`]*`", re.S)
COMMAND = re.compile(r"\\(?:begin|end)\{\w+\}|\\[A-Za-z]+|<<[^>]*>>")
SAID = re.compile(r"\\(?:text\w*|mbox)\{+[^{}]*\}")
NAMED = re.compile(r"\\(?:operatorname|math[a-z]+)\*?\{+([^{}]*)\}")
WORD = re.compile(r"[A-Za-z]{3,}|\b(?:or|if|is|in|on|at|as|of|to|by|no)\b|[\u4e00-\u9fff]+")
NAMES = {"erf", "sign", "arcosh", "E", "NaN"}.union(*({name, f.name, *f.aliases} for name, f in CATALOGUE.items()))
each_function = every("function", CATALOGUE.values())
S_FOR_SIGMOID = re.compile(r"(?<![A-Za-z\\])s(?:\\,)?\(")
SIGMA_ALONE = re.compile(r"(?:\\sigma(?![A-Za-z])|σ)(?!\()")


def words(formula):
    """What a formula says in some language: its text, and names that are neither a function's nor mathematics'."""
    names = [name for name in NAMED.findall(formula) if name not in NAMES]
    return [*SAID.findall(formula), *names, *WORD.findall(COMMAND.sub(" ", NAMED.sub(" ", SAID.sub(" ", formula))))]


def slips(text):
    """Where a text calls the sigmoid s, or leaves σ without an argument and does not say that it is the sigmoid."""
    named = text.replace(r"$\sigma$", "") if re.search("sigmoid", text, re.I) else text
    return [*S_FOR_SIGMOID.findall(text), *SIGMA_ALONE.findall(named)]


def texts():
    """Every text in each language, without the code it quotes, and where it stands."""
    told = {f"{unit}:{slot}": text for unit in content.units() for slot, text in content.load(unit).items()}
    told |= {f"glossary:{term.id}": term.meaning for term in terms()}
    return [(place, QUOTED.sub(" ", getattr(text, lang))) for place, text in told.items() for lang in content.LANGS]


def strings():
    """Every string of the code but its docstrings, and where it stands."""
    for path in CODE:
        said = {ast.get_docstring(n, clean=False) for n in nodes(path, ast.Module, ast.ClassDef, ast.FunctionDef)}
        constants = [n for n in nodes(path, ast.Constant) if isinstance(n.value, str) and n.value not in said]
        yield from ((f"{path.name}:{n.lineno}", n.value) for n in constants)


@each_function
def test_formulas_of_functions_say_no_word(function):
    assert not words(function.latex) + words(function.derivative_latex)


def test_formulas_in_texts_and_code_say_no_word():
    told = [(place, formula) for place, text in texts() for formula in FORMULA.findall(text)]
    told += [(place, text) for place, text in strings() if re.search(r"\\(?:text|mbox|math|operatorname)", text)]
    found = {place: words(formula) for place, formula in told if words(formula)}
    assert not found


@each_function
def test_sigma_is_the_sigmoid_everywhere(function):
    assert not slips(function.latex) + slips(function.derivative_latex)


def test_sigma_is_no_deviation_in_texts_and_labels():
    assert not {place: slips(text) for place, text in [*texts(), *strings()] if slips(text)}


@every(
    "formula",
    [
        r"x<0\ \text{or}\ x>6",
        r"x<0\ \mathrm{or}\ x>6",
        r"0\quad\mbox{otherwise}",
        "1 if x>0",
        "$x$ 或 $y$",
        r"a\ or\ b",
    ],
)
def test_a_word_would_be_noticed(formula):
    assert words(formula)


@every("formula", [r"\operatorname{GELU}(xW+b)\odot(xV+c)", r"we^w", r"0\times\mathrm{NaN}"])
def test_names_and_products_are_no_words(formula):
    assert not words(formula)


@every(
    "text",
    ["$s(x)$", r"$4s\,(x)$", "σ²", r"$N(0,\sigma^2)$", r"the deviation $\sigma$", r"sigmoid, $\sigma_x$", "s(1−s)"],
)
def test_a_letter_with_two_meanings_would_be_noticed(text):
    assert slips(text)


def test_the_symmetry_of_the_sigmoid_is_told_once():
    told = [place for place, text in texts() if r"1-\sigma(x)=\sigma(-x)" in text]
    assert set(told) == {"functions/sigmoid:what"} and len(told) == len(content.LANGS)
