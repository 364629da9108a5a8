"""What one framework makes of the functions, written down as data: how it spells them, and what it assumes."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from string import Template

from activations import get
from activations.frameworks.engine import Engine

Value = float | bool | str | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """Code in which `$name` stands for a parameter; it is used where all parameters in `at` have those values.

    `native` says that the framework has the function itself; `note` is the slot of `content/frameworks.toml` that says
    what to mind, if anything. `ascending` names parameters which the framework wants in ascending order.
    """

    code: str
    native: bool
    note: str | None
    at: Mapping[str, float] = field(default_factory=dict)
    ascending: tuple[str, ...] = ()

    def fits(self, values: Mapping[str, float]) -> bool:
        """Whether this is the spelling for these values of all parameters."""
        return all(values[name] == value for name, value in self.at.items())


def own(code: str, note: str | None = None, ascending: tuple[str, ...] = (), **at: float) -> Spelling:
    """The framework has the function itself."""
    return Spelling(code, True, note, at, ascending)


def made(code: str, note: str = "composed", ascending: tuple[str, ...] = (), **at: float) -> Spelling:
    """The function is composed from parts."""
    return Spelling(code, False, note, at, ascending)


@dataclass(frozen=True, slots=True)
class Default:
    """`owner` takes `value` for `argument` unless told; this page has its own `parameter` for it, or fixes `ours`."""

    owner: str
    argument: str
    value: Value
    parameter: str = ""
    ours: Value = None


def last_axis(owner: str, argument: str, value: Value) -> tuple[Default, ...]:
    """An argument that says along which axis, which here is the last."""
    return (Default(owner, argument, value, ours=-1),)


def ours(function_id: str, default: Default) -> Value:
    """What this lesson takes where the framework takes `default.value`; KeyError for an unknown function."""
    return get(function_id).defaults[default.parameter] if default.parameter else default.ours


def signature(default: Default) -> Value:
    """What `owner` takes for the argument unless told, as its signature says."""
    module, _, name = default.owner.rpartition(".")
    return inspect.signature(getattr(import_module(module), name)).parameters[default.argument].default


Table = Mapping[str, Spelling | tuple[Spelling, ...]]  # of several spellings, the first that fits is used
Defaults = Mapping[str, tuple[Default, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """Code of a whole layer, in which `$x = $all` makes the inputs of the function and `$body` is the function.

    `scores` are what the weights make of the inputs, `halves` cuts them in two for a function with a gate; `inits` says
    how the weights are drawn: "he", "xavier" or "lecun".
    """

    code: str
    scores: str
    halves: str
    inits: Mapping[str, str]


ON_ARRAYS = """\
def layer(inputs, weight, bias):
    $x = $all
$body
    return y


$random
weight = $weight
bias = $np.zeros($outputs)
y = layer($inputs, weight, bias)"""


def on_arrays(halves: str, inits: Mapping[str, str], **blanks: str) -> Layer:
    """A layer in a framework that has none: a function of arrays, and arrays drawn for it."""
    return Layer(
        code=Template(ON_ARRAYS).safe_substitute(blanks), scores="inputs @ weight + bias", halves=halves, inits=inits
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """All that is known of one framework, by ids of functions.

    Readers see frameworks in the order of `place`. `given` is the line that makes an example input of {name} and
    {values}; `imports` are lines, each with the pattern in the code that asks for it. `portable` spells functions in
    older operators, for runtimes that do not know those in `spellings`. `defaults` are the arguments that it fills in
    by itself, and `stated` asks it for one of them. `engines` are what runs its code when it is measured, by name.
    """

    name: str
    place: int
    given: str
    imports: Mapping[str, str]
    spellings: Table
    defaults: Defaults
    engines: Mapping[str, Engine]
    layer: Layer | None = None
    portable: Table = field(default_factory=dict)
    stated: Callable[[Default], Value] = signature

    @property
    def packages(self) -> tuple[str, ...]:
        """What its engines are made of."""
        return tuple(dict.fromkeys(package for engine in self.engines.values() for package in engine.packages))

    @property
    def differentiates(self) -> bool:
        """Whether it gives slopes."""
        return any(engine.differentiates for engine in self.engines.values())
