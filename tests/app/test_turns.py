"""What a hand has moved on the way is told by a browser, kept in an address, and read again as it was."""

import pytest
from failures import every

from activations import CATALOGUE
from activations.spec import Activation
from ui.trainer.turns import LONGEST, TURNS, Turn, fit, heard

SLIDERS = {f"{f.id}.{p.name}": p for f in CATALOGUE.values() if isinstance(f, Activation) for p in f.params}
RUBBISH = ["elu", "elu.alpha-", "elu.alpha-0", "elu.alpha-00000~", "elu.beta-00000", "softmax.temperature-00000"]
STRANGE = [None, {}, [3], [[1, "elu-alpha"]], [[-1, "elu-alpha", 1.0]], [[1.5, "elu-alpha", 1.0]], [[1, "other", 1.0]]]


@every("key", SLIDERS)
def test_every_stop_of_a_slider_comes_back(key):
    p = SLIDERS[key]
    stops = p.offered or [p.stop(min(p.low + i * p.step, p.high)) for i in range(round((p.high - p.low) / p.step) + 1)]
    turns = tuple(Turn(step, key, value) for step, value in zip(range(0, LONGEST, 17), stops, strict=False))
    assert TURNS.parse(TURNS.write(turns)) == turns


def test_turns_of_several_sliders_come_back_in_order():
    turns = (
        Turn(0, "elu.alpha", 1.0),
        Turn(0, "celu.alpha", 2.0),
        Turn(3, "elu.alpha", 1.5),
        Turn(LONGEST, "celu.alpha", 0.5),
    )
    raw = TURNS.write(turns)
    assert TURNS.parse(raw) == turns and TURNS.write(TURNS.parse(raw)) == raw
    assert len(raw) == len("elu.alpha-~celu.alpha-") + 5 * len(turns)


@every("raw", [*RUBBISH, "elu.alpha-3ux00", "elu.alpha-000zz"])
def test_an_address_that_no_run_has_written_is_refused(raw):
    with pytest.raises(ValueError):
        TURNS.parse(raw)


def test_a_browser_tells_classes_and_plain_numbers():
    sliders = {"elu-alpha": ("elu.alpha", SLIDERS["elu.alpha"])}
    assert heard([[0, "elu-alpha", 1], [7, "elu-alpha", 1.5000001]], sliders) == (
        Turn(0, "elu.alpha", 1.0),
        Turn(7, "elu.alpha", 1.5),
    )
    for told in (*STRANGE, [[1, "elu-alpha", float("nan")]], [[1, "elu-alpha", 1e9]]):
        with pytest.raises(ValueError):
            heard(told, sliders)


def test_an_address_holds_a_drag_of_some_seconds():
    assert fit(tuple(Turn(step, "elu.alpha", 1.0) for step in range(150)))
    assert not fit(tuple(Turn(step, "elu.alpha", 1.0) for step in range(200)))
