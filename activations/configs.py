"""Which activation functions the text of a model's `config.json` names.

The text is data: nothing in it is run, and nothing but the names of functions is taken out of it. The keys and what
they mean were read in the configurations of transformers 5.24.0 (src/transformers/models/*/configuration_*.py).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

import activations
from activations.names import libraries

LONGEST = 20_000  # bytes of a text
DEEPEST = 32  # brackets within brackets
MOST = 12  # names in one text that are told of
KEY = re.compile(r"(?:.*_)?act(?:ivation)?(?:_(?:fn|func|function|type|name))?")
NAME = re.compile(r"[A-Za-z][\w.\-]*")  # a bare one
PROJECTION = "feed_forward_proj"  # of T5 and what followed it: "relu", "gated-gelu"
GATED = "gated-"
PROJECTED = {"gelu": "gelu_new"}  # T5 means another form by the name behind "gated-"
# of these models the function named stands in a gate: act_fn(gate_proj(x)) * up_proj(x) in their modeling_*.py
GATES = {
    *("llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3", "gemma3_text", "olmo2", "deepseek_v3"),
    *("cohere", "granite", "smollm3", "stablelm"),
}
LEGACY = {("gemma", "gelu"): "gelu_pytorch_tanh"}  # a name, and what the model with this `model_type` makes of it
WITH_GATE = {"silu": "swiglu", "gelu": "geglu", "gelu_tanh": "geglu_tanh", "relu": "reglu", "sigmoid": "glu"}
TABLE = libraries()["transformers"]
Reason = Literal["empty", "long", "deep", "number", "broken", "nothing"]


class Unreadable(ValueError):
    """A text in which no name can be found; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a configuration, under its `path` of keys; `key` is what it is looked up by in the library's table.

    `function` is the id that it means, None for a stranger; `gate` is the id of the gated unit that it is part of, if
    it is.
    """

    path: str
    said: str
    key: str
    function: str | None
    gate: str | None = None


def read(text: str) -> tuple[Named, ...]:
    """Every function that a text names: a whole configuration, some lines of one, or a bare name; else `Unreadable`."""
    if not text.strip():
        raise Unreadable("empty")
    if len(text.encode("utf-8", "replace")) > LONGEST:
        raise Unreadable("long")
    named = [_named(*found) for found in _names(_parsed(text.strip("\ufeff \t\r\n")))]
    if not named:
        raise Unreadable("nothing")
    return tuple(dict.fromkeys(named))[:MOST]


def _parsed(text: str) -> Any:
    """The text as JSON, or what it is within braces; a bare name as it is."""
    tried = (text, "{" + text.rstrip(",") + "}") if re.match(r'"[^"]*"\s*:', text) else (text,)
    for one in tried:
        try:
            # numbers are not read: none is needed, and so none can be too large
            return json.loads(one, parse_int=_nothing, parse_float=_nothing, parse_constant=_refuse)
        except json.JSONDecodeError:
            continue
        except RecursionError:
            raise Unreadable("deep") from None
    if NAME.fullmatch(text):
        return text
    raise Unreadable("broken")


def _nothing(number: str) -> None:
    """What a number is taken for."""


def _refuse(constant: str) -> NoReturn:
    """NaN and infinity are no JSON."""
    raise Unreadable("number")


def _names(node: Any, path: str = "", deep: int = 0) -> Iterator[tuple[str, str, str]]:
    """Each name with the path of its key, and the `model_type` beside it."""
    if deep > DEEPEST:
        raise Unreadable("deep")
    if isinstance(node, str) and not deep:
        yield "", node, ""
    if isinstance(node, list):
        for i, one in enumerate(node):
            yield from _names(one, f"{path}[{i}]", deep + 1)
    if not isinstance(node, dict):
        return
    model = str(node.get("model_type", ""))
    for key, value in node.items():
        at = f"{path}.{key}" if path else key
        if key == PROJECTION or KEY.fullmatch(key):
            for one in _spelled(value):
                yield at, one, model
        if isinstance(value, dict | list):
            yield from _names(value, at, deep + 1)


def _spelled(value: Any) -> Iterator[str]:
    """The name or names under a key: a string, a list of them, or an object that has a name."""
    values = value if isinstance(value, list) else [value.get("name")] if isinstance(value, dict) else [value]
    yield from (one for one in values if isinstance(one, str) and one)


def _named(path: str, said: str, model: str) -> Named:
    key, gated = said, model in GATES and not path.rpartition(".")[2].startswith(("pooler", "projector"))
    if said.startswith(GATED):
        key, gated = said.removeprefix(GATED), True
        key = PROJECTED.get(key, key)
    key = LEGACY.get((model, key), key)
    function = TABLE.names.get(key) or activations.find(key)
    gate = WITH_GATE.get(function or "") if gated else None
    return Named(path, said, key, function, gate)
