"""What matters of a function is in its picture: corners, extrema and bounds, wherever its sliders stand."""

import gzip
from itertools import pairwise
from math import isfinite

import numpy as np
import pytest
from conftest import ACTS
from failures import every

from activations import measure
from figures import curves, samples
from figures.samples.curves import curves as drawn
from figures.samples.curves import height
from figures.samples.encoding import encode
from figures.samples.sampling import stops
from figures.samples.sight import windows
from figures.samples.window import NEARER, WINDOW

WELL = 0.03  # of the width, away from the edges
NEAR = 0.055  # of the height, from a bound that is never reached
LOOKS = 9  # stops of a slider
WORDS = dict.fromkeys(("dead", "flat", "band"), "")


def standings(act):
    """The defaults, and stops all along each slider, with the others at theirs."""
    yield act.resolve({})
    for p in act.params:
        yield from (
            act.resolve({p.name: float(v)}) for v in stops(p)[:: max(1, round((p.high - p.low) / p.step / (LOOKS - 1)))]
        )


def inside(x, span, room=WELL):
    low, high = span
    return low + room * (high - low) <= x <= high - room * (high - low)


def turns(act, params):
    """What the core declares and measures: corners, and where the least and the greatest value are taken."""
    found = measure.shape(act, **params)
    there = [*act.fact("kinks", **params), *act.fact("jumps", **params), found["argmin"], found["argmax"]]
    return [x for x in there if isfinite(x)]


def distance(act, params, bound, span):
    """How near f comes to a bound in the window, as a share of the picture's height."""
    low, high = height(act)
    off = np.abs(act(np.linspace(span[0], span[1], 4001), **params) - bound)
    return off.min() / (high - low)


@every("act", ACTS.values())
def test_at_the_defaults_all_that_matters_is_in_the_picture(act):
    figure = curves.with_derivative(act, WORDS)["layout"]
    x, (low, high) = tuple(figure["xaxis"]["range"]), figure["yaxis"]["range"]
    assert windows(act)[NEARER] == x and round(drawn(act, act.defaults)["step"][0]) == NEARER
    assert all(inside(turn, x) for turn in turns(act, act.defaults)), turns(act, act.defaults)
    image = act.fact("range")
    for bound in filter(isfinite, (image.low, image.high)):
        assert low < bound < high and distance(act, act.defaults, bound, x) <= NEAR, bound
    assert x[0] <= WINDOW[0] and x[1] >= WINDOW[1] and x[1] - x[0] <= 1.5 * (WINDOW[1] - WINDOW[0])


@every("params", lambda act: standings(act))
def test_the_step_that_a_drawing_asks_for_shows_what_any_step_shows(act, params):
    spans, step = windows(act), round(drawn(act, params)["step"][0])
    assert NEARER <= step < len(spans)
    image = act.fact("range", **params)
    for turn in turns(act, params):
        assert inside(turn, spans[step]) or not inside(turn, spans[-1], 2 * WELL), turn
    for bound in filter(isfinite, (image.low, image.high)):
        off = distance(act, params, bound, spans[step])
        assert off <= NEAR or distance(act, params, bound, spans[-1]) > NEAR - 0.01, (bound, off)


def test_a_minimum_that_wanders_off_is_followed():
    swish = ACTS["swish"]
    found = [round(drawn(swish, {"beta": beta})["step"][0]) for beta in (1.0, 0.2, 0.1)]
    assert found == sorted(set(found)), "the farther off, the farther one looks"


@every("act", ACTS.values())
def test_windows_hold_one_another_and_the_point_of_no_step_is_lost(act):
    spans = windows(act)
    assert all(b[0] < a[0] < 0 < a[1] < b[1] for a, b in pairwise(spans))
    far = samples.find(f"far-{act.id}").draw(**act.defaults)
    near = drawn(act, act.defaults)
    assert tuple(far["ends"]) == spans[-1] == (far["x"][0], far["x"][-1])
    for array, face in (("f", act), ("slope", act.derivative)):
        shown = np.isfinite(far[array])
        np.testing.assert_array_equal(far[array][shown], face(far["x"][shown]))
    x, f, slope = near["label"]
    assert f == act(x) and slope == act.derivative(x) and inside(x, spans[NEARER])


@every("act", [act for act in ACTS.values() if act.params])
def test_what_is_seen_from_afar_is_not_heavy(act):
    data = encode(samples.find(f"far-{act.id}"), act.defaults)
    assert len(data) < 650_000 and len(gzip.compress(data, 6)) < 250_000


def test_only_curves_are_seen_from_afar():
    for name in ("far-softmax", "far-nothing", "far-elu-relu"):
        with pytest.raises(KeyError):
            samples.find(name)


@every("act", ACTS.values())
def test_the_names_of_the_curves_are_whole_in_the_picture_and_apart(act):
    figure = curves.with_derivative(act, WORDS)
    low, high = figure["layout"]["yaxis"]["range"]
    letters = {trace["text"][0]: trace["textposition"] for trace in figure["data"] if "text" in trace}
    assert list(letters) == ["<b>f</b>", "<b>f′</b>"]
    places = []
    for y, side in zip(drawn(act, act.defaults)["label"][1:], letters.values(), strict=True):
        up = side.startswith("top")
        assert (high - y if up else y - low) >= 0.09 * (high - low), y
        places.append(y + (0.08 if up else -0.08) * (high - low))
    assert abs(places[0] - places[1]) >= 0.12 * (high - low), places
