"""The browser's modules that compute, run by Deno beside what the lesson computes itself."""

import base64
import json
import math
import random
from pathlib import Path

import deno
import numpy as np
import pytest

from activations import CATALOGUE
from figures import samples
from figures.samples.encoding import encode
from figures.samples.sampling import stops

ROOT = Path(__file__).parents[1]
SEVERAL = {type(f): f.id for f in sorted(CATALOGUE.values(), key=lambda f: len(samples.axes(f.id)))}  # the richest
MOVED = next(f.id for f in CATALOGUE.values() if len(f.params) == 1)
NAMES = [*SEVERAL.values(), MOVED, f"second-{MOVED}", f"tails-{MOVED}", f"gap-{MOVED}-relu", "years"]
FIVE = np.linspace(0, 1, 5)


def listed(array):
    return [None if math.isnan(value) else value for value in np.ravel(array).tolist()]


def one_family(name):
    """Its bytes around a point, and what it draws there and at five places of each slider."""
    family = samples.find(name)
    point = {axis.name: axis.default for axis in family.axes}
    places = [point]
    for axis in family.axes:
        values = stops(axis)
        places += [point | {axis.name: float(values[round(share * (len(values) - 1))])} for share in FIVE]
    drawings = []
    for place in places:
        arrays = {
            key: {
                "values": listed(array),
                "tolerance": family.finer.get(key, family.tolerance) * 1.001 + float(np.spacing(np.float32(8))),
            }
            for key, array in family.draw(**place).items()
        }
        drawings.append({"point": place, "arrays": arrays})
    return {
        "url": f"family/{name}?v=1",
        "names": list(point),
        "point": point,
        "bytes": base64.b64encode(encode(family, point)).decode(),
        "limit": None if math.isinf(family.limit) else family.limit,
        "drawings": drawings,
    }


def one_slider(owner, p):
    lot = random.Random(f"{owner}.{p.name}")
    shares = [0.0, 1.0, *(lot.random() for _ in range(40))]
    places = [{"share": share, "value": p.stop(p.low + share * (p.high - p.low))} for share in shares]
    places += [{"share": -0.2, "value": p.low}, {"share": 1.7, "value": p.high}]
    return {"name": f"{owner}.{p.name}", "low": p.low, "high": p.high, "step": f"{p.step:g}", "places": places}


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    path = tmp_path_factory.mktemp("javascript") / "cases.json"
    sliders = [one_slider(f.id, p) for f in CATALOGUE.values() for p in f.params]
    path.write_text(json.dumps({"families": [one_family(name) for name in NAMES], "sliders": sliders}), "utf-8")
    return path


@pytest.mark.parametrize("module", sorted((ROOT / "tests/javascript").glob("*_test.js")), ids=lambda path: path.stem)
def test_a_module_computes_what_the_lesson_does(module, cases):
    deno.passes(module, cases)
