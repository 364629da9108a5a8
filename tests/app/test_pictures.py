"""Sampled families are accurate to half a pixel, and every figure is a figure Plotly accepts."""

import gzip
import json
from itertools import combinations

import numpy as np
import plotly.graph_objects as go
import pytest
from conftest import ACTS, settings
from core.test_measure import KNOTS
from failures import every

from activations import CATALOGUE
from activations.spec import Activation, GatedActivation, PoolingActivation, VectorActivation
from activations.traits import TRAITS, has, year
from figures import claims, curves, gates, lamp, rows, samples, theme, vectors
from figures.heights import CEILING, FLOOR
from figures.overlays import VIEWS, overlay
from figures.samples import years
from figures.samples.curves import curves as drawn
from figures.samples.encoding import encode
from figures.samples.experiments import EXPERIMENTS
from figures.samples.sampling import stops
from figures.years import COUNT, strip
from labs import dimmer
from labs.claims import CLAIMS, TOPICS

DERIVED = [f"{kind}-{name}" for kind in ("second", "tails") for name, act in ACTS.items() if act.params]
YEARS = ["-".join(["years", *traits]) for n in range(len(TRAITS) + 1) for traits in combinations(sorted(TRAITS), n)]
NAMES = [
    *CATALOGUE,
    *EXPERIMENTS,
    *DERIVED,
    "far-swish",
    "far-hard_tanh",
    "gap-elu-swish",
    "swap-gelu-silu",
    "swap-tanh-sigmoid",
    *YEARS[:3],
    YEARS[-1],
]


def point(family, sliders="axes"):
    return {axis.name: axis.default for axis in getattr(family, sliders)}


def decoded(data):
    """The sections of a family's bytes, as the browser reads them."""
    length = int.from_bytes(data[:4], "little")
    sections = json.loads(data[4 : 4 + length])
    for array in (array for section in sections for array in section["arrays"]):
        shape, bits = (len(array["stops"]), *array["shape"]), array.get("bits")
        numbers = np.frombuffer(
            data, f"<i{bits // 8}" if bits else "<f4", int(np.prod(shape)), 4 + length + array["at"]
        )
        if bits:
            summed = numbers.reshape(shape).cumsum(-1, numbers.dtype).cumsum(-1, numbers.dtype)
            numbers = np.where(summed == np.iinfo(summed.dtype).min, np.nan, summed * array["quantum"])
        array["rows"] = numbers.reshape(shape)
    assert length % 4 == 0
    return sections


def between(array, last):
    """The array at every stop of its slider, by linear interpolation between the rows that are kept."""
    kept, rows = array["stops"], array["rows"].reshape(len(array["stops"]), int(np.prod(array["shape"])))
    if len(kept) == 1:
        return np.repeat(rows, last + 1, axis=0)
    i = np.clip(np.searchsorted(kept, np.arange(last + 1), side="right") - 1, 0, len(kept) - 2)
    w = ((np.arange(last + 1) - np.take(kept, i)) / np.diff(kept)[i])[:, None]
    return np.where(w == 0, rows[i], np.where(w == 1, rows[i + 1], (1 - w) * rows[i] + w * rows[i + 1]))


def drawn_by_lot(family, n=1):
    """The defaults and, for several sliders, another point."""
    lot = np.random.default_rng(7)
    yield point(family)
    for _ in range(n if len(family.axes) > 1 else 0):
        yield {axis.name: float(lot.choice(stops(axis))) for axis in family.axes}


@pytest.mark.parametrize("name", [n for n in NAMES if samples.find(n).axes])
@every("at", lambda name: drawn_by_lot(samples.find(name)))
def test_what_is_drawn_is_within_half_a_pixel_at_every_slider_position(name, at):
    half_a_pixel_around(samples.find(name), at)


def half_a_pixel_around(family, at):
    for axis, section in zip(family.axes, decoded(encode(family, at)), strict=False):
        values = stops(axis)
        drawings = [family.draw(**at | {axis.name: float(v)}) for v in values]
        assert section["axis"]["name"] == axis.name and section["axis"]["last"] == len(values) - 1
        for array in section["arrays"]:
            exact = np.stack([d[array["name"]].ravel() for d in drawings])
            drawn, shown = between(array, len(values) - 1), np.abs(exact) < family.limit
            error = np.abs(drawn - exact)[shown]
            single = 0.0 if array.get("bits") else np.spacing(np.float32(np.nanmax(np.abs(exact)[shown], initial=0)))
            tolerance = family.finer.get(array["name"], family.tolerance)
            assert np.array_equal(np.isnan(drawn), np.isnan(exact))
            assert np.nanmax(error, initial=0) <= tolerance * 1.0001 + single


@every("name", NAMES)
def test_the_bytes_hold_each_picture_and_are_few(name):
    family = samples.find(name)
    data = encode(family, point(family))
    assert len(data) < 650_000 and len(gzip.compress(data, 6)) < 130_000
    if not family.axes:
        (section,) = decoded(data)
        for array in section["arrays"]:
            exact = family.draw()[array["name"]]
            np.testing.assert_allclose(array["rows"][0], exact, rtol=1e-6, atol=family.tolerance / 8)
            assert np.array_equal(array["rows"][0] == 0, np.float32(exact) == 0), "only zeros are zero"


@every("name", [n for n in NAMES if len(samples.find(n).axes) > 1])
def test_a_family_along_one_axis_is_that_part_of_the_whole(name):
    family = samples.find(name)
    for axis, section in zip(family.axes, decoded(encode(family, point(family))), strict=True):
        (part,) = decoded(encode(samples.find(f"{name}~{axis.name}"), point(family)))
        assert part["axis"] == section["axis"]
        for a, b in zip(part["arrays"], section["arrays"], strict=True):
            assert a["name"] == b["name"] and np.array_equal(a["rows"], b["rows"], equal_nan=True)
    with pytest.raises(KeyError):
        samples.find(f"{name}~nothing")


@every("act, params", [(act, params) for act in ACTS.values() for params in settings(act)])
def test_jumps_and_corners_leave_gaps(act, params):
    drawing = drawn(act, params)
    inside = [k for fact in ("jumps", "kinks") for k in act.fact(fact, **params) if abs(k) < 5.9]
    jumps = act.fact("jumps", **params)
    for k in (k for k in inside if k in jumps):
        assert np.isnan(drawing["f"][drawing["x"] == k]).all()
    for k in (k for k in inside if k not in jumps):
        at = drawing["x"] == k
        assert at.any() and np.isnan(drawing["slope"][at]).all() and np.isfinite(drawing["f"][at]).all()
    assert np.all(np.diff(drawing["x"]) > 0)


@every("params", lambda act: settings(act))
def test_zones_agree_with_the_measured_thresholds(act, params):
    from activations.measure import properties

    low, high = (drawing := drawn(act, params))["ends"]
    found = np.clip(np.nan_to_num([properties(act, **params)["flat_left"]], nan=low, posinf=high), low, high)[0]
    assert abs(drawing["zones"][0] - found) < 0.03


def test_a_dead_zone_in_the_middle_is_found():
    for lambd in (0.5, 2.0):
        for name in ("soft_shrink", "hard_shrink"):
            np.testing.assert_allclose(drawn(ACTS[name], {"lambd": lambd})["zones"][4:], [-lambd, lambd], atol=1e-9)
    gap = drawn(ACTS["gaussian"], {})["zones"][4:]
    assert gap[0] == gap[1], "a single point of zero slope is no zone"


def bound(figure, *names):
    """The figure with its samples and colours filled in, as the browser would."""
    drawings = {name: samples.find(name).draw(**point(samples.find(name))) for name in names}
    arrays = {f"{name}/{k}": v for name, drawing in drawings.items() for k, v in drawing.items()}
    arrays |= {k: np.zeros(2) for k in ("tangent/x", "tangent/y", "point/x", "point/y", "point/slope")}

    def fill(node):
        if isinstance(node, dict):
            return {k: fill(v) for k, v in node.items()}
        if isinstance(node, list):
            return [fill(v) for v in node]
        if isinstance(node, str) and node[:1] == "$":
            return theme.PALETTE["dark"][node[1:]]
        if isinstance(node, str) and node[:1] == "@":
            key, _, index = node[1:].partition(":")
            return np.asarray(arrays[key])[int(index)].tolist() if index else arrays[key]
        return node

    return fill(figure)


class Words(dict):
    """Any word that a figure may want."""

    def __missing__(self, slot):
        return slot


def figures():
    for name, function in CATALOGUE.items():
        match function:
            case Activation():
                yield name, lambda f=function: curves.with_derivative(f, Words())
                yield name, lambda f=function: curves.sketch(f)
            case VectorActivation(hidden=None):
                yield name, lambda f=function: rows.bars(f, Words())
                yield name, lambda f=function: rows.slopes(f, Words())
            case VectorActivation():
                yield name, lambda f=function: vectors.bars(f)
                yield name, lambda f=function: vectors.jacobian(f, Words())
                if function.simplex:
                    yield name, lambda f=function: vectors.simplex(f, Words())
            case GatedActivation():
                yield name, lambda f=function: gates.surface(f, Words())
                yield name, lambda f=function: gates.slices(f, Words())
            case PoolingActivation():
                yield name, lambda f=function: gates.envelope(f, Words())
    yield "dimmer", lambda: lamp.dimmer(Words())


@every("name, build", figures())
def test_figures_are_valid_plotly(name, build):
    figure = bound(build(), name)
    assert go.Figure(figure).data


def drawn_by(figure):
    """What each line of a filled figure shows, by its name."""
    return {
        trace["name"]: (np.asarray(trace["x"]), np.asarray(trace["y"])) for trace in figure["data"] if "name" in trace
    }


@every("act", ACTS.values())
def test_lines_show_what_they_are_called(act):
    figure = bound(curves.with_derivative(act, Words()), act.id)
    lines = drawn_by(figure)
    for name, face in (("f(x)", act), ("f′(x)", act.derivative)):
        x, y = lines[name]
        shown = np.isfinite(y)
        assert shown.mean() > 0.99, "only corners and jumps leave gaps"
        np.testing.assert_array_equal(y[shown], face(x[shown]))
    assert figure["layout"]["xaxis"]["title"]["text"] == "x"


NAMED = {"slope": ["ours′"], "both": ["ours", "ours′"], "second": ["ours″"], "slope_tails": ["ours′"]}


@every("view", VIEWS)
def test_lines_laid_over_one_another_show_what_they_are_called_and_fit(act, view):
    arrays, name = VIEWS[view].arrays, VIEWS[view].family(act, ACTS["sigmoid"])
    figure = bound(overlay([act], {act.id: "ours"}, VIEWS[view], ACTS["sigmoid"]), name)
    lines, exact = drawn_by(figure), samples.find(name).draw(**point(samples.find(name)))
    assert list(lines) == NAMED.get(view, ["ours"]) and figure["layout"]["xaxis"]["title"]["text"] == "x"
    low, high = figure["layout"]["yaxis"]["range"]
    for array, (_, y) in zip(arrays, lines.values(), strict=True):
        np.testing.assert_array_equal(y, exact[array])
        assert "tails" in view or (low <= max(np.nanmin(y), FLOOR) and high >= min(np.nanmax(y), CEILING))


@every(
    "name, shown",
    [("Softplus", "Softplus"), ("GELU tanh approximation", "GELU tanh app…"), ("GELU 的 tanh 近似", "GELU 的 tanh…")],
)
def test_one_of_many_pictures_bears_its_name_as_far_as_there_is_room(name, shown):
    one, other = ACTS["gelu_tanh"], ACTS["relu"]
    layout = overlay([one], {one.id: name}, VIEWS["f"], other, [one, other])["layout"]
    alone = overlay([one], {one.id: name}, VIEWS["f"], other)["layout"]
    assert [told["text"] for told in layout["annotations"]] == [shown] and "annotations" not in alone
    assert (
        layout["yaxis"]["range"]
        == overlay([one, other], {one.id: "", other.id: ""}, VIEWS["f"], other)["layout"]["yaxis"]["range"]
    )


@every("view", VIEWS.values())
def test_overlays_are_valid_plotly(view):
    acts, reference = [ACTS[n] for n in ("relu", "tanh")], ACTS["sigmoid"]
    small = overlay(acts[:1], {"relu": "ReLU"}, view, reference, acts)
    assert go.Figure(bound(small, view.family(acts[0], reference))).layout.annotations[0].text == "ReLU"
    assert len(small["layout"]["yaxis"].get("ticktext", "")) == len(small["layout"]["yaxis"].get("tickvals", "")) < 5
    figure = overlay(acts, {"relu": "ReLU", "tanh": "tanh"}, view, reference)
    assert len(figure["data"]) == 2 * len(view.arrays)
    assert go.Figure(bound(figure, *(view.family(act, reference) for act in acts))).data
    json.dumps(figure)


@every("name", YEARS)
def test_the_strip_of_years_shows_who_remains(name):
    traits = name.split("-")[1:]
    (since,), members = samples.find(name).axes, years.members(tuple(traits))
    assert {f.id for f in members} == {f.id for f in CATALOGUE.values() if all(has(f, t) for t in traits)}
    for stop in stops(since)[::25]:
        drawing = samples.find(name).draw(since=float(stop))
        kept = {f.id for f, y in zip(members, drawing["kept"], strict=True) if np.isfinite(y)}
        assert kept == {f.id for f in members if stop == since.low or (year(f) or 0) >= stop}
        assert drawing["count"].tolist() == [len(kept)] * 2
        assert np.array_equal(np.isnan(drawing["kept"]), np.isfinite(drawing["gone"]))
    dots = years.places(tuple(traits))
    assert len({tuple(dot) for dot in dots}) == len(members), "one on top of another"
    figure = strip(name, [f.id for f in members], {"undated": "undated", "left": f"{COUNT} left"})
    assert go.Figure(bound(figure, name)).data


@every("kind", ["second", "tails"])
@every("params", lambda act: settings(act))
def test_derived_pictures_agree_with_their_definition(act, kind, params):
    drawing = samples.find(f"{kind}-{act.id}").draw(**params)
    x = drawing["x"]
    if kind == "tails":
        for array, y in (("f", act(x, **params)), ("slope", act.derivative(x, **params))):
            visible = np.abs(y) > 1e-12
            np.testing.assert_allclose(drawing[array][visible], np.log10(np.abs(y[visible])), atol=1e-9)
            assert (drawing[array][~visible] <= -12 + 1e-9).all()
    else:
        breaks = (*act.fact("kinks", **params), *act.fact("jumps", **params), *KNOTS.get(act.id, ()))
        near = [0.0, *breaks]  # f'' itself may jump at 0
        away, shown = np.abs(x[:, None] - near).min(axis=1) > 0.02, np.isfinite(drawing["f"])
        h, inside = 1e-4, away & shown
        assert shown.sum() > 0.9 * len(x)
        quotient = (act.derivative(x + h, **params) - act.derivative(x - h, **params)) / (2 * h)
        np.testing.assert_allclose(drawing["f"][inside], quotient[inside], atol=2e-4, rtol=2e-4)


def test_a_difference_is_one_function_minus_the_other_at_the_values_of_both():
    elu, swish = ACTS["elu"], ACTS["swish"]
    drawing = samples.find("gap-elu-swish").draw(**{"elu.alpha": 2.0, "swish.beta": 0.5})
    expected = elu(drawing["x"], alpha=2.0) - swish(drawing["x"], beta=0.5)
    np.testing.assert_allclose(drawing["f"], expected, atol=1e-12)


@pytest.mark.parametrize("topic", TOPICS)
@every("claim", lambda topic: [c for c in CLAIMS.values() if c.plot and c.topic == topic])
def test_the_picture_of_a_claim_is_valid_and_shows_its_lines(claim):
    words = {name: name for name in (*claim.plot.bars, *claim.plot.draw(**point(claim.plot, "knobs")))}
    figure = bound(claims.figure(claim, words, "x", "y"), claim.id)
    assert go.Figure(figure).data
    low, high = figure["layout"]["yaxis"]["range"]
    drawn_y = np.concatenate([np.asarray(trace["y"], dtype=float) for trace in figure["data"]])
    drawn_y = drawn_y[np.isfinite(drawn_y)]
    if claim.plot.log:
        drawn_y = np.log10(drawn_y[drawn_y > 0])
    inside = (drawn_y >= low) & (drawn_y <= high)
    assert inside.all() if not claim.plot.limits else inside.mean() > 0.4, (low, high)


def test_both_palettes_name_the_same_colours():
    assert set(theme.PALETTE["light"]) == set(theme.PALETTE["dark"])


def test_the_lamp_numbers_are_those_of_its_curve():
    for steepness in (0.5, 1.0, 20.0):
        drawn = dimmer.picture(steepness)
        slope = np.gradient(drawn["f"], dimmer.WISH)
        assert drawn["slope"].max() == pytest.approx(steepness / 4)
        assert drawn["slope"] == pytest.approx(slope, abs=0.002 * steepness)
        assert -drawn["responds"] == pytest.approx(drawn["responds"][::-1])
        w = drawn["responds"][1]
        h = 1e-6
        from activations import get

        at = (get("sigmoid")(steepness * (w + h)) - get("sigmoid")(steepness * (w - h))) / (2 * h)
        assert at == pytest.approx(0.01, rel=1e-5)


@every("name", [name for name in CATALOGUE if samples.find(name).sweeps])
def test_drawing_many_stops_at_once_is_drawing_each(name):
    family = samples.find(name)
    at = {axis.name: axis.low + 0.3 * (axis.high - axis.low) for axis in family.axes}
    for axis in (axis for axis in family.axes if axis.name in family.sweeps):
        values = stops(axis)[::7]
        swept = family.draw(**at | {axis.name: values})
        for value, k in zip(values, range(len(values)), strict=True):
            for array, one in family.draw(**at | {axis.name: float(value)}).items():
                many = swept[array]
                np.testing.assert_allclose(many if many.shape == one.shape else many[k], one, rtol=1e-12, atol=1e-15)


SHARING = [f for f in CATALOGUE.values() if isinstance(f, VectorActivation) and f.simplex]


@every("vector, params", [(f, at) for f in SHARING for at in settings(f)])
def test_the_path_of_all_temperatures_leads_through_the_point(vector, params):
    family = samples.find(vector.id)
    drawing = family.draw(**point(family) | params)
    near = np.abs(drawing["path"] - drawing["here"]).max(axis=0)
    assert near.min() < 0.05 and np.allclose(drawing["path"].sum(axis=0), 1)
