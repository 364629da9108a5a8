"""The questions students ask, each with a short answer, code where it helps, and the way to where one can see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import log

import numpy as np
import streamlit as st

import content
from activations import CATALOGUE, measure
from activations.functions.log_sigmoid import SPEC as LOG_SIGMOID
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.functions.softmax import SPEC as SOFTMAX
from activations.sources import cite
from content import Reader
from ui import site
from ui.shell import page_shell
from ui.shell.lazy_expander import lazy_expander
from ui.state import language
from ui.text import citations, function_names, numbers

Link = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What stands below one answer: ways into the lesson, as a page and its state, and keys of the bibliography."""

    links: tuple[Link, ...]
    sources: tuple[str, ...] = ()


QUESTIONS: dict[str, Question] = {
    "choose": Question((("choose", {"position": "hidden"}), ("explore", {"fn": "relu"}))),
    "replaced": Question(
        (("why", {"experiment": "depth"}), ("compare", {"fns": "sigmoid,relu", "view": "slope"})),
        ("GlorotBengio2010", "Glorot2011", "Krizhevsky2012", "He2015"),
    ),
    "dying": Question((("compare", {"fns": "relu,leaky_relu,elu,gelu", "view": "slope"}),), ("Lu2019", "He2015")),
    "notice": Question(
        (("choose", {"position": "hidden", "symptom": "dead_units"}), ("explore", {"fn": "leaky_relu"}))
    ),
    "zeros": Question((("explore", {"fn": "relu"}), ("explore", {"fn": "squared_relu"})), ("Glorot2011", "Li2022")),
    "kink": Question((("explore", {"fn": "relu", "x0": "0"}), ("explore", {"fn": "softplus"})), ("Bertoin2021",)),
    "polynomial": Question((("why", {}), ("explore", {"fn": "bilinear"})), ("Leshno1993",)),
    "softmax_hidden": Question((("explore", {"fn": "softmax"}), ("explore", {"fn": "sparsemax"})), ("Vaswani2017",)),
    "better": Question((("compare", {"fns": "relu,gelu"}),), ("Hendrycks2016", "Narang2021")),
    "everywhere": Question((("choose", {"position": "gate"}), ("explore", {"fn": "hard_swish"})), ("Howard2019",)),
    "two_classes": Question((("explore", {"fn": "sigmoid"}), ("explore", {"fn": "softmax"}))),
    "silu": Question(
        (("explore", {"fn": "swish"}), ("compare", {"fns": "relu,silu,swish"})),
        ("Hendrycks2016", "Elfwing2017", "Ramachandran2017"),
    ),
    "floating": Question((("explore", {"fn": "log_sigmoid"}), ("explore", {"fn": "log_softmax"}))),
}


def facts() -> dict[str, float | str]:
    """The numbers in the answers, computed."""
    relu = measure.properties(CATALOGUE["relu"])
    layers = 10
    width, (first, second), point = 512, (2.0, 0.5), -800.0
    probability = float(SIGMOID(point))
    with np.errstate(divide="ignore"):
        naive = float(np.log(probability))
    return {
        "steepest": measure.properties(SIGMOID)["steepest"],
        "layers": layers,
        "left": numbers.signed(measure.properties(SIGMOID)["steepest"] ** layers, 2),
        "zeros": relu["zeros"],
        "slope_at_zero": relu["slope_at_zero"],
        "gap": -measure.properties(CATALOGUE["gelu"])["minimum"],  # GELU and ReLU differ by as much on both sides
        "grown": 2.0**2**5,
        "width": width,
        "share": float(SOFTMAX(np.zeros(width))[0]),
        "first": first,
        "second": second,
        "difference": first - second,
        "softmax": float(SOFTMAX(np.array([first, second]))[0]),
        "sigmoid": float(SIGMOID(first - second)),
        "exp32": log(np.finfo(np.float32).max),
        "exp64": log(np.finfo(np.float64).max),
        "point": point,
        "naive_sigmoid": probability,
        "naive": numbers.signed(naive),
        "exact": float(LOG_SIGMOID(point)),
    }


def _menu(page: str, lang: str) -> str:
    return content.reader(site.PAGES[page].words, lang)("menu")


def label(page: str, state: dict[str, str], say: Reader) -> str:
    """The name of a page and of the functions it opens with."""
    name = partial(_menu, page)
    if functions := list(filter(None, (state.get("fn") or state.get("fns", "")).split(","))):
        return say("link", page=name, functions=function_names.spelled(*functions, by=" / "))
    return say("link_page" if state else "link_open", page=name)


def show(say: Reader) -> None:
    """Every question as an expander, the first one open."""
    numbers = facts()
    for number, (name, question) in enumerate(QUESTIONS.items()):
        tell = partial(_answer, name, question, numbers, say)
        lazy_expander(f"**{say(f'question_{name}')}**", tell, key=f"fold_{name}", expanded=not number)


def _answer(name: str, question: Question, numbers: Mapping[str, float | str], say: Reader) -> None:
    language.prose(say, f"answer_{name}", **numbers)
    if f"code_{name}" in say:
        st.code(say(f"code_{name}"), language="python")
    if f"more_{name}" in say:
        language.prose(say, f"more_{name}", **numbers)
    for page, state in question.links:
        page_shell.link(page, label(page, state, say), **state)
    if question.sources:
        st.caption(" ".join([say("sources"), *map(citations.full, cite(*question.sources))]))
