"""`python tests/app/told.py LANG [queries]`: all that readers are shown, as JSON by page, or by many more addresses."""

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
sys.path.remove(str(Path(__file__).parent))
logging.disable(logging.WARNING)  # Streamlit's, about running without a server

from google.protobuf.descriptor import FieldDescriptor  # noqa: E402

from activations import CATALOGUE  # noqa: E402
from activations.choosing.advice import DIMENSIONS  # noqa: E402
from app.test_pages import PAGES, folds, open_page  # noqa: E402
from figures.overlays import VIEWS  # noqa: E402
from ui.choose.wizard import STEPS  # noqa: E402

READ = {"label", "content", "body", "placeholder", "captions", "options", "help", "code_text", "json", "columns"}
IN_PICTURES = {
    "name",
    "text",
    "ticktext",
    "hovertemplate",
    "texttemplate",
    "hovertext",
    "customdata",
    "alt",
    "words",
    "title",
}
KINDS = {(type(f), bool(f.params)): name for name, f in CATALOGUE.items()}.values()
QUERIES = {
    "home": [{"lost": "1"}],
    "explore": [*({"fn": name} for name in (*KINDS, "gelu")), {"fn": "swiglu", "code": "onnx"}, {"x": "1", "x0": "no"}],
    "compare": [*({"view": view, "fns": "gelu,elu"} for view in VIEWS), {"table": "all"}, {"fns": "-"}],
    "choose": [
        *({"step": step} for step in STEPS),
        *({"position": position, "task": "transformer"} for position in DIMENSIONS["position"]),
        {"position": "hidden", "task": "regression", "symptom": "dead_units"},
        {"position": "output", "task": "multiclass", "symptom": "nan"},
    ],
    "facts": [{"sheet": "2"}, {"claim": "C096", "ask": "off"}, {"q": "qqqq"}, {"claim": "C042", "given": "C042c3"}],
    "glossary": [{"part": "questions"}, {"part": "reading"}, {"q": "neurone"}, {"q": "qqqq"}],
    "swap": [{"guess": "told"}, {"trained": "leaky_relu_keras", "served": "hard_sigmoid_keras2", "code": "torch"}],
    "models": [{"follow": "relu"}, {"follow": "squared_relu", "period": "early"}],
}


def strings(message) -> Iterator[str]:
    """What is read of one of Streamlit's messages to the browser."""
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if field.type == FieldDescriptor.TYPE_MESSAGE:
                yield from strings(one)
            elif field.name in ("json", "columns") and field.name in READ:
                yield from drawn(json.loads(one), "columns" if field.name == "columns" else "")
            elif (
                field.name in READ
                and isinstance(one, str)
                and getattr(message, "language", "") not in ("python", "bash")
            ):
                yield one


def drawn(part, key: str) -> Iterator[str]:
    """What is read in a picture, and the headings of a table."""
    if isinstance(part, dict):
        for name, value in part.items():
            if key == "columns":
                yield from [] if name.startswith("_") else [name]  # Streamlit's own
            else:
                yield from drawn(value, key if key in IN_PICTURES else name)
    elif isinstance(part, list):
        for one in part:
            yield from drawn(one, key)
    elif isinstance(part, str) and key in IN_PICTURES and part[:1] not in "@$":
        yield part


def read(at) -> Iterator[str]:
    """Everything on a page: what is sent to the browser, and the cells of tables."""
    todo = [at._tree]
    while todo:
        node = todo.pop(0)
        todo = [*getattr(node, "children", {}).values(), *todo]
        if proto := getattr(node, "proto", None):
            yield from strings(proto)
    for table in at.dataframe:
        yield from map(str, table.value.columns)
        yield from (cell for cell in table.value.to_numpy().ravel() if isinstance(cell, str))


def main(lang: str, *queries: str) -> None:
    told = {}
    for page in PAGES:
        for query in [{}, *(QUERIES.get(Path(page).name, []) if queries else [])]:
            folded = folds(open_page(page, **query, lang=lang))
            at = open_page(page, folded, **query, lang=lang)
            assert not at.exception, (page, query, at.exception)
            told[" ".join([page, *(f"{key}={value}" for key, value in query.items())])] = list(dict.fromkeys(read(at)))
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
