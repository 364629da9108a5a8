"""A test that asks for one of the `KINDS`, such as `act` or `vector`, runs for each function of that kind."""

from collections.abc import Mapping

from activations import CATALOGUE, Activation, Function, GatedActivation, VectorActivation
from ui.server import threads

ACTS = {name: f for name, f in CATALOGUE.items() if isinstance(f, Activation)}
KINDS: dict[str, Mapping[str, Function]] = {
    "function": CATALOGUE,
    "act": ACTS,
    "vector": {name: f for name, f in CATALOGUE.items() if isinstance(f, VectorActivation)},
    "gated": {name: f for name, f in CATALOGUE.items() if isinstance(f, GatedActivation)},
    "tunable": {name: f for name, f in CATALOGUE.items() if f.params},
    "broken": {name: act for name, act in ACTS.items() if act.fact("kinks") or act.fact("jumps")},
}


def settings(function):
    """The defaults and both ends of every slider, as parameter dicts."""
    ends = [{p.name: end} for p in function.params for end in (p.low, p.high)]
    return [function.defaults, *(function.defaults | end for end in ends)]


def pytest_generate_tests(metafunc):
    for fixture, chosen in KINDS.items():
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, chosen.values(), ids=list(chosen))


def pytest_configure():
    """As the server has it, because workers share the cores."""
    threads.one()
