"""Tests are generated from the catalogue: a test that asks for `function`, `act` or `case` runs for each of them."""

import pytest

from activations import CATALOGUE
from activations.spec import Activation, VectorActivation

ACTS = {name: f for name, f in CATALOGUE.items() if isinstance(f, Activation)}
VECTORS = {name: f for name, f in CATALOGUE.items() if isinstance(f, VectorActivation)}


def settings(function):
    """The defaults and both ends of every slider, as parameter dicts."""
    ends = [{p.name: end} for p in function.params for end in (p.low, p.high)]
    return [function.defaults, *(function.defaults | end for end in ends)]


def _cases():
    for name, act in ACTS.items():
        for params in settings(act):
            label = ",".join(f"{k}={v:g}" for k, v in params.items())
            yield pytest.param((act, params), id=f"{name}({label})")


def pytest_generate_tests(metafunc):
    for fixture, chosen in (("function", CATALOGUE), ("act", ACTS), ("vector", VECTORS)):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, chosen.values(), ids=list(chosen))
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", list(_cases()))
