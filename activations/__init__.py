"""The catalogue of activation functions: discovered from `functions/`, found by any of their names.

>>> from activations import get
>>> get("relu")([-1.0, 2.0])
array([0., 2.])
"""

from dataclasses import replace
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from typing import overload

from activations import functions, names
from activations.kinds import Elementwise, Gated, Pooling, Vector
from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation

__all__ = [
    "ALIASES",
    "CATALOGUE",
    "Activation",
    "Function",
    "GatedActivation",
    "PoolingActivation",
    "VectorActivation",
    "elementwise",
    "find",
    "get",
    "nearest",
]


def _found(id: str) -> Function:
    spec: Function = import_module(f"activations.functions.{id}").SPEC
    return replace(spec, id=id, aliases=(*spec.aliases, *names.elsewhere(id, *spec.aliases)))


CATALOGUE: dict[str, Function] = {id: _found(id) for id in sorted(m.name for m in iter_modules(functions.__path__))}
ALIASES: dict[str, str] = {alias: spec.id for spec in CATALOGUE.values() for alias in spec.aliases}
_READ: dict[str, str] = {
    reading: spec.id
    for spec in CATALOGUE.values()
    for name in (spec.name, *spec.aliases, spec.id)
    for reading in names.readings(name)
}


def find(name: str) -> str | None:
    """The id of the function that goes by this name, however it is spelled; None for a stranger.

    Capitals, width, separators and modules in front do not count: "GELU", "hard-swish" and "torch.nn.SiLU()" are found.
    """
    return next((_READ[reading] for reading in names.readings(str(name)) if reading in _READ), None)


def nearest(name: str, most: int = 3) -> list[str]:
    """The ids of the functions whose names are spelled most like this one, the nearest first; none if none is near."""
    *_, reading = names.readings(name)
    found = dict.fromkeys(_READ[near] for near in get_close_matches(reading, _READ, n=2 * most))
    return list(found)[:most]


@overload
def get(name: Elementwise) -> Activation: ...
@overload
def get(name: Vector) -> VectorActivation: ...
@overload
def get(name: Gated) -> GatedActivation: ...
@overload
def get(name: Pooling) -> PoolingActivation: ...
@overload
def get(name: str) -> Function: ...
def get(name: str) -> Function:
    """The function called `name`, in any spelling that `find` reads; KeyError with the nearest ids otherwise.

    Type checkers know the kind from an id; of another spelling they know that it can be called (see `elementwise`).
    """
    if id := find(name):
        return CATALOGUE[id]
    near = nearest(str(name))
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise KeyError(f"no activation function is called {str(name)!r:.60}{hint}")


def elementwise(name: str) -> Activation:
    """The element-wise function called `name`, in any spelling; KeyError as `get`, TypeError for another kind."""
    function = get(name)
    if not isinstance(function, Activation):
        raise TypeError(f"{function.name} is not element-wise")
    return function
