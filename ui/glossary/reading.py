"""What to read next: shelves of works that exist, each with a sentence on what it is good for, and today's tools."""

import numpy as np
import streamlit as st

from activations.functions.relu import SPEC as RELU
from activations.sources import bibliography
from content import Reader
from ui.shell import page_shell
from ui.state import language
from ui.text import citations, function_names

SHELVES: dict[str, tuple[str, ...]] = {
    "surveys": ("Nwankpa2018", "Dubey2021", "Kunc2024"),
    "papers": (
        *("Rumelhart1986", "LeCun1998", "GlorotBengio2010", "NairHinton2010", "Glorot2011", "Krizhevsky2012"),
        *("Maas2013", "Ioffe2015", "He2015", "He2015b", "Hendrycks2016", "Klambauer2017", "Ramachandran2017"),
        "Shazeer2020",
    ),
    "books": ("Nielsen2015", "Zhang2023", "Goodfellow2016"),
    "courses": ("CS231n", "CS224N", "TFDocs"),
    "tools": ("TorchRun", "TFRun", "KerasRun", "JaxRun", "PaddleRun", "MindSporeRun", "OnnxRun"),
}
SHOWN = np.array([1.0, -2.0, 0.0, 3.0, -1.0])  # the inputs in the snippet of TensorFlow


def entry(key: str, note: str) -> str:
    """One work, where it was printed, how it was checked, and what it is good for."""
    source = bibliography()[key]
    printed_in = f" {source.venue}." if source.venue else ""
    return f"{citations.full(source)}{printed_in} `{source.grade}`  \n  {note}"


def shelf(keys: tuple[str, ...], say: Reader, numbered: bool) -> None:
    """The works on one shelf as a list, once for each language that is shown."""
    notes = zip(*(say.each(f"note_{key}") for key in keys), strict=True)
    lists = [
        "\n".join(f"{'1.' if numbered else '-'} {entry(*pair)}" for pair in zip(keys, n, strict=True)) for n in notes
    ]
    language.abreast(lists)


def printed() -> dict[str, object]:
    """What the snippet prints, from our own ReLU."""
    outputs = RELU(SHOWN)
    return {"rows": len(outputs), "outputs": ", ".join(f"{y:g}" for y in outputs)}


def tools(say: Reader) -> None:
    """How to set up an environment today, and what replaces code from the days of sessions."""
    language.prose(say, "environment")
    st.code(say("code_environment"), language="bash")
    language.prose(say, "old_code")
    st.code(say("code_relu"), language="python")
    language.prose(say, "printed", **printed())


def show(say: Reader) -> None:
    """All shelves, then where to follow new work and what comes after activation functions."""
    language.prose(language.reader("ui"), "grades")
    for name, keys in SHELVES.items():
        st.markdown(f"#### {say(f'shelf_{name}')}")
        if f"about_{name}" in say:
            language.prose(say, f"about_{name}")
        shelf(keys, say, numbered=name == "papers")
    tools(say)
    st.markdown(f"#### {say('shelf_news')}")
    language.prose(say, "follow")
    language.prose(say, "pooling")
    page_shell.link("explore", function_names.short("maxout"), fn="maxout")
