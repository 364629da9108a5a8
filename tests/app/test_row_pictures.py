"""Pictures of functions of a row, and of a gate and a value, show what the functions say."""

import re

import numpy as np
from conftest import settings
from failures import every

import content
from activations import CATALOGUE
from activations.spec import VectorActivation
from app.test_pictures import Words, bound, point
from figures import rows, samples

ROWS = [f for f in CATALOGUE.values() if isinstance(f, VectorActivation) and f.hidden is None]


@every("row, params", [(f, at) for f in ROWS for at in settings(f)])
def test_a_row_shows_inputs_beside_outputs_and_one_column_of_the_jacobian(row, params):
    family = samples.find(row.id)
    for moving in (-5.0, 0.35, 3.0, 5.0):
        drawing = family.draw(**point(family) | params | {"moving": moving})
        assert drawing["in"][0] == moving and len(drawing["in"]) == 12
        np.testing.assert_array_equal(drawing["out"], row(drawing["in"], **params))
        h = 1e-5
        step = np.eye(12)[0] * h
        follows = (row(drawing["in"] + step, **params) - row(drawing["in"] - step, **params)) / (2 * h)
        np.testing.assert_allclose(drawing["slopes"], follows, atol=1e-6)
    bars, slopes = (bound(build(row, Words()), row.id) for build in (rows.bars, rows.slopes))
    for figure, names in ((bars, ["before", "after"]), (slopes, ["follows"])):
        low, high = figure["layout"]["yaxis"]["range"]
        assert [trace["name"] for trace in figure["data"]] == names
        assert all((low < trace["y"]).all() and (trace["y"] < high).all() for trace in figure["data"])


def test_nothing_about_a_row_is_called_a_share_or_a_probability():
    told = [
        content.load("pages/learn/explore")[slot]
        for slot in ("row", "alt_row", "alt_follows", "follows", "row_reading")
    ]
    told += [text for row in ROWS for text in content.load(f"functions/{row.id}").values()]
    assert ROWS and not [
        text for text in told if re.search(r"\bshares?\b|probabilit|份额|概率", f"{text.en} {text.zh}")
    ]
    assert not [row.id for row in ROWS if row.simplex]


@every("params", lambda gated: settings(gated))
def test_a_landscape_is_the_gate_over_its_grid(gated, params):
    drawing = samples.find(gated.id).draw(gate=1.0, value=2.0, **params)
    np.testing.assert_allclose(drawing["out"], gated(drawing["g"], drawing["v"][:, None], **params), rtol=1e-14)
    for cut, x, there in (
        ("along_gate", "gates", (drawing["gates"], 2.0)),
        ("along_value", "values", (1.0, drawing["values"])),
    ):
        assert drawing[cut].shape == drawing[x].shape
        np.testing.assert_allclose(drawing[cut], gated(*there, **params), rtol=1e-14)


@every("params", lambda gated: settings(gated))
def test_limits_are_in_sight_and_have_a_point_of_their_own(gated, params):
    drawing = samples.find(gated.id).draw(gate=1.0, value=2.0, **params)
    for fact, grids in (("gate_limit", ("g", "gates")), ("value_limit", ("v", "values"))):
        limit = gated.fact(fact, **params)
        assert np.isinf(limit) or all((drawing[grid] == limit).any() and drawing[grid].max() > limit for grid in grids)
