"""The picture that stands in the served page is the one the address asks for, and small."""

import re

import numpy as np
import pytest
from failures import every

from activations import CATALOGUE, elementwise
from activations.spec import Activation
from figures import lamp, overlays, samples
from figures.samples.curves import height
from figures.samples.window import WINDOW
from ui.server import first
from ui.server.sharing import Shared

ELEMENTWISE = [name for name, function in CATALOGUE.items() if isinstance(function, Activation)]
MOST = 25_000  # letters; the whole page has about 40,000


def _curves(html):
    """The lines of each class: their points, in shares of width and height."""
    paths = re.findall(r'<path class="(f|slope)" d="([^"]+)"', html)
    lines = {
        name: [np.array(re.findall(r"[-+\d.e]+", part), dtype=float) for part in d.split("M")[1:]] for name, d in paths
    }
    return {name: [part.reshape(-1, 2) / first.SIDE for part in parts] for name, parts in lines.items()}


@every("name", ELEMENTWISE)
def test_its_lines_are_the_samples_of_the_function(name):
    html = first.picture(Shared("explore", fn=name), {})
    family = samples.find(name)
    drawing = family.draw(**{axis.name: axis.default for axis in family.axes})
    x, (low, high) = drawing["x"], height(CATALOGUE[name])
    assert len(html) < MOST
    across = (x - x[0]) / (x[-1] - x[0])
    for key in ("f", "slope"):
        down, compared = (high - np.asarray(drawing[key])) / (high - low), 0
        for line in _curves(html)[key]:
            along, at = line.T
            within = (across > along[0] + 1e-3) & (
                across < along[-1] - 1e-3
            )  # four digits; many samples stand beside a jump
            off = np.abs(np.interp(across[within], along, at) - down[within])
            off /= np.hypot(1, np.interp(across[within], along, np.gradient(at, along)))  # as seen, across the line
            assert not off.size or (off.max() < 0.02 and np.quantile(off, 0.95) < 0.002)
            compared += off.size
        assert compared > 0.6 * np.count_nonzero((down >= 0) & (down <= 1))


def test_it_follows_the_address_and_forgives_what_no_slider_says():
    page = Shared("explore", fn="elu")
    plain = first.picture(page, {})
    assert first.picture(page, {"elu.alpha": "2"}) == first.picture(page, {"alpha": "2"}) != plain
    floor = _curves(first.picture(page, {"elu.alpha": "2"}))["f"][0][0, 1]
    low, high = height(CATALOGUE["elu"])
    assert high - floor * (high - low) == pytest.approx(-2, abs=0.02)
    for nonsense in ("", "x", "nan", "inf", "-1e9", "1e400", "<svg>"):
        assert first.picture(page, {"elu.alpha": nonsense}) == plain


@pytest.mark.parametrize(
    ("shared", "query"),
    [
        *((Shared("explore", fn="softmax"), {}), (Shared("explore"), {}), (Shared("facts"), {})),
        *((Shared("compare"), {"fns": "relu"}), (Shared("compare"), {"table": "all"})),
    ],
)
def test_pages_that_begin_otherwise_have_none(shared, query):
    assert first.picture(shared, query) == ""


def test_the_lamp_is_as_hard_a_switch_as_the_address_says():
    def brightness(wish, **query):
        (line,) = _curves(first.picture(Shared(), query))["f"]
        low, high = lamp.RANGE
        return high - np.interp((wish - WINDOW[0]) / (WINDOW[1] - WINDOW[0]), *line.T) * (high - low)

    assert brightness(1) == pytest.approx(1 / (1 + np.exp(-1)), abs=0.003)
    assert brightness(0.2, **{"dimmer.steepness": "20"}) == pytest.approx(1 / (1 + np.exp(-4)), abs=0.003)


def test_a_comparison_opens_on_two_slopes():
    curves = _curves(first.picture(Shared("compare"), {"lang": "en"}))
    (sigmoid,), relu = curves["f"], curves["slope"]
    low, high = overlays.span(map(elementwise, ("sigmoid", "relu")), overlays.VIEWS["slope"])
    assert high - sigmoid[:, 1].min() * (high - low) == pytest.approx(0.25, abs=0.005)
    assert [float(high - line[0, 1] * (high - low)) for line in relu] == pytest.approx([0, 1], abs=0.005)
