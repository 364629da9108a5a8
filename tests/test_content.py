"""Both languages say the same thing, as far as a machine can tell."""

import re
from pathlib import Path

import pytest
from failures import every

import content
from activations import CATALOGUE
from activations.measure import properties
from activations.spec import Activation
from ui.text import function_names

each_text = pytest.mark.parametrize("unit", content.units())
each_slot = every("slot", lambda unit: content.load(unit))
each_unit = every("unit", content.units())
HAN = re.compile(r"[\u4e00-\u9fff]")
SHARED = {
    "blanks": content.BLANK.pattern,
    "maths": r"\$[^$]+\$",
    "code": r"`[^`]+`",
    "links": r"\]\([^)]+\)",
    "bullets": r"(?m)^\s*(?:[-*]|\d+\.)\s",
    "emphasis": r"\*\*",
}
NOT_PROSE = re.compile(r"\$[^$]+\$|`[^`]+`|<<[^>]+>>|\]\([^)]+\)|https?://\S+")
HANDLE = "handle_"
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?!\d)")


@each_text
@each_slot
def test_the_languages_share_their_parts(unit, slot):
    text = content.load(unit)[slot]
    for what, pattern in SHARED.items():
        zh, en = (sorted(re.findall(pattern, t)) for t in (text.zh, text.en))
        assert zh == en, what


@each_unit
@each_slot
def test_each_language_is_itself(unit, slot):
    text = content.load(unit)[slot]
    assert not HAN.search(text.en)
    assert HAN.search(text.zh) or text.zh == text.en or not re.search(r"\w", NOT_PROSE.sub("", text.zh))
    assert not HALF_WIDTH.search(NOT_PROSE.sub("", text.zh)), "half-width punctuation"
    assert not re.search(r"[，。：；（）、]", text.en)


@each_unit
@each_slot
def test_no_slot_is_empty_or_longer_than_a_screen(unit, slot):
    text = content.load(unit)[slot]
    assert 0 < len(text.zh.strip()) < 700 and 0 < len(text.en.strip()) < 1800


def test_everything_to_be_taught_is_taught_somewhere():
    """`taught.txt` names what the lesson must teach; a slot says in `covers` what it teaches."""
    wanted = set((Path(__file__).parent / "taught.txt").read_text("utf-8").split())
    covered = {name for unit in content.units() for text in content.load(unit).values() for name in text.covers}
    assert len(wanted) == 228 and covered == wanted, sorted(wanted ^ covered)


def test_every_function_has_a_text_and_every_text_a_function():
    told = {u.removeprefix("functions/") for u in content.units() if u.startswith("functions/")}
    assert told == set(CATALOGUE)


def test_every_function_is_told_in_the_same_slots():
    told = {name: list(content.load(f"functions/{name}")) for name in CATALOGUE}
    assert len({tuple(slot for slot in slots if not slot.startswith(HANDLE)) for slots in told.values()}) == 1


@every("slots, params", [({*content.load(f"functions/{f.id}")}, f.params) for f in CATALOGUE.values()])
def test_every_handle_of_a_function_says_what_it_does(slots, params):
    assert {slot for slot in slots if slot.startswith(HANDLE)} == {HANDLE + p.name for p in params}


@pytest.mark.parametrize("lang", content.languages())
def test_no_two_functions_go_by_one_name(lang):
    assert len({function_names.short(name, lang) for name in CATALOGUE}) == len(CATALOGUE)


@every("lang", content.LANGS)
@every("slot", lambda function: content.load(f"functions/{function.id}"))
def test_every_blank_of_a_function_is_a_finite_number(function, slot, lang):
    unit, measured = f"functions/{function.id}", properties(function)
    for name, _ in content.BLANK.findall(getattr(content.load(unit)[slot], lang)):
        assert abs(measured[name]) < 1e300, f"{name} is {measured[name]}"
    content.reader(unit, lang)(slot, **measured)


KEEPS = re.compile(
    r"保持信号|稳住信号|(?:keeps?|holds?|preserves?) (?:the |a )?(?:signal|size)|(?:signal|size) steady", re.I
)


@every("act", [f for f in CATALOGUE.values() if isinstance(f, Activation)])
def test_only_a_balance_that_lasts_in_depth_may_be_said_to_hold_a_signal(act):
    """A gain keeps the mean square of one layer; where deviations grow, its text says by how much in every layer."""
    if properties(act)["growth"] <= 1 + 1e-9:
        return
    for slot, text in content.load(f"functions/{act.id}").items():
        for said in (text.zh, text.en):
            assert "<<forward_gain" not in said or "<<growth" in said, slot
            assert not KEEPS.search(said), slot


def test_numbers_are_written_with_a_true_minus():
    assert content.fill("<<x:.1f>>", {"x": -2.0}) == "\N{MINUS SIGN}2.0"


def test_both_languages_on_one_line_are_joined_once():
    say = content.reader("ui", "both")
    assert say("learn").count(" · ") == 1
    assert content.reader("functions/silu", "both")("name") == "SiLU"
