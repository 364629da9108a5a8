"""The catalogue of activation functions: discovered from `functions/`, found by id or alias."""

from dataclasses import replace
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules

from activations import functions
from activations.spec import Activation, Function


def _discover() -> dict[str, Function]:
    names = sorted(module.name for module in iter_modules(functions.__path__))
    return {name: replace(import_module(f"activations.functions.{name}").SPEC, id=name) for name in names}


CATALOGUE: dict[str, Function] = _discover()
ALIASES: dict[str, str] = {alias: spec.id for spec in CATALOGUE.values() for alias in spec.aliases}


def get(name: str) -> Function:
    """The function called `name` (an id or an alias); KeyError with the nearest names otherwise."""
    key = str(name).strip().lower()
    key = ALIASES.get(key, key)
    if key in CATALOGUE:
        return CATALOGUE[key]
    nearest = get_close_matches(key, [*CATALOGUE, *ALIASES], n=3)
    hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
    raise KeyError(f"no activation function is called {key!r:.60}{hint}")


def elementwise(name: str) -> Activation:
    """The same for an element-wise function; TypeError if it is of another kind."""
    function = get(name)
    if not isinstance(function, Activation):
        raise TypeError(f"{function.name} is not element-wise")
    return function
