"""How values are read from an address and written to it."""

import pytest
from failures import every

from activations.spec import Param
from ui.state import url
from ui.state.controls import Controls

(ALPHA,) = Controls("elu", (Param("alpha", "α", 1.0, 0.0, 3.0, 0.01),)).fields()


@every("raw, value", [("1.5", 1.5), ("0", 0.0), ("3", 3.0), ("1.499999", 1.5), ("1e-1", 0.1)])
def test_numbers_land_on_a_stop_of_the_slider(raw, value):
    assert ALPHA.parse(raw) == value


@every("raw", ["", "nan", "inf", "1e999", "-0.01", "3.01", "abc", "1,5", "0x10", "--1"])
def test_numbers_that_are_not_on_the_slider_are_refused(raw):
    with pytest.raises(ValueError):
        ALPHA.parse(raw)


@every("value", [0.0, 0.07, 1.1, 2.99, 3.0])
def test_what_is_written_is_read_back(value):
    assert ALPHA.parse(ALPHA.write(value)) == value


def test_lists_of_ids_are_read_back_and_bounded():
    field = url.choices("fns", ["a", "b", "c"], ("a",), 2)
    assert field.parse("b,a") == ["b", "a"] and field.parse("-") == []
    assert field.parse(field.write([])) == []
    for raw in ("a,b,c", "a,a", "d", "a,", ""):
        with pytest.raises(ValueError):
            field.parse(raw)


def test_a_choice_may_be_spelled_in_other_capitals_or_by_another_name():
    field = url.choice("fn", ["silu", "elu", "C001"], "elu")
    assert [field.parse(raw) for raw in ("SiLU", "swish1", "c001", "C001", "ELU")] == [
        "silu",
        "silu",
        "C001",
        "C001",
        "elu",
    ]
    assert url.choices("fns", ["silu", "elu"], (), 2).parse("ELU,Swish-1") == ["elu", "silu"]
    assert field.parse("elu ") == field.parse("ＥＬＵ") == field.parse("nn.ELU()") == "elu"
    for raw in ("gelu", "", "e", "nan", "elu,silu", "e" * 10_000):
        with pytest.raises(ValueError):
            field.parse(raw)


def test_a_list_is_a_new_one_for_everybody():
    field = url.choices("fns", ["a", "b"], ("a",), 2)
    for read in (lambda: url._read(field, None, "fns"), lambda: url._sound(field, ["c"])):
        read().append("b")
        assert read() == ["a"] == field.default
