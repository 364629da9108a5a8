"""The catalogue of activation functions: discovered from `functions/`, found by any of their names."""

from dataclasses import replace
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules

from activations import functions, names
from activations.spec import Activation, Function


def _found(id: str) -> Function:
    spec: Function = import_module(f"activations.functions.{id}").SPEC
    return replace(spec, id=id, aliases=tuple(dict.fromkeys((*spec.aliases, *names.elsewhere(id)))))


CATALOGUE: dict[str, Function] = {id: _found(id) for id in sorted(m.name for m in iter_modules(functions.__path__))}
ALIASES: dict[str, str] = {alias: spec.id for spec in CATALOGUE.values() for alias in spec.aliases}
_READ: dict[str, str] = {
    reading: spec.id
    for spec in CATALOGUE.values()
    for name in (spec.name, *spec.aliases, spec.id)
    for reading in names.readings(name)
}


def find(name: str) -> str | None:
    """The id of the function that goes by this name, however it is spelled; None for a stranger."""
    return next((_READ[reading] for reading in names.readings(str(name)) if reading in _READ), None)


def get(name: str) -> Function:
    """The function called `name`, in any spelling; KeyError with the nearest ids otherwise."""
    if id := find(name):
        return CATALOGUE[id]
    *_, reading = names.readings(str(name))
    nearest = dict.fromkeys(_READ[near] for near in get_close_matches(reading, _READ, n=6))
    hint = f"; did you mean {', '.join(list(nearest)[:3])}?" if nearest else ""
    raise KeyError(f"no activation function is called {str(name)!r:.60}{hint}")


def elementwise(name: str) -> Activation:
    """The same for an element-wise function; TypeError if it is of another kind."""
    function = get(name)
    if not isinstance(function, Activation):
        raise TypeError(f"{function.name} is not element-wise")
    return function
