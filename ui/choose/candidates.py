"""Everybody who was considered, in one table with numbers, and why each lost."""

from functools import partial
from math import inf, isfinite

from activations import CATALOGUE
from activations.choosing.advice import Advice
from activations.choosing.candidates import Candidate, candidates
from activations.choosing.rule import Rule
from activations.measure import properties
from activations.spec import Activation
from labs import eight_bits, exponentials
from ui.choose.voice import Voice, bullets, line, voices
from ui.text import numbers, small_table

COLUMNS = ("function", "for", "risk", "int8", "exponentials", "verdict")
STEEP = 1.01  # a slope above this makes signals grow


def table(advice: Advice) -> str:
    """One row each: what speaks for it, its risk, its digits in 8 bits, its exponentials, the verdict."""
    head = [line(partial(Voice.say, slot=f"column_{column}")) for column in COLUMNS]
    told = [[_row(one, advice, voice) for voice in voices()] for one in candidates(advice)]
    return small_table.text(
        head, [[" · ".join(dict.fromkeys(cell)) for cell in zip(*row, strict=True)] for row in told]
    )


def _row(one: Candidate, advice: Advice, voice: Voice) -> list[str]:
    name, function = voice.short(one.choice.function), CATALOGUE[one.choice.function]
    first = one.verdict == "chosen"
    digits = f"{eight_bits.digits(function, **one.choice.params):.1f}" if isinstance(function, Activation) else "–"
    risks = [voice.grounds(one.choice.reasons_against, advice), _measured(one, voice)]
    return [
        f"**{name}**" if first else name,
        voice.grounds(one.choice.reasons_for, advice) or "–",
        voice.say("semicolon").join(filter(None, risks)) or "–",
        digits,
        ", ".join(exponentials.needed(function)) or voice.say("no_exponentials"),
        voice.say(f"verdict_{one.verdict}"),
    ]


def _measured(one: Candidate, voice: Voice) -> str:
    """The weakest point that the numbers show: no slope, hardly any, or one that makes signals grow."""
    function = CATALOGUE[one.choice.function]
    if not isinstance(function, Activation):
        return ""
    m = properties(function, **one.choice.params)
    for kind in ("dead", "flat"):
        left, right = m[f"{kind}_left"], m[f"{kind}_right"]
        sides = [f"x < {numbers.signed(left, 2)}"] if isfinite(left) else []
        sides += [f"x > {numbers.signed(right, 2)}"] if isfinite(right) else []
        if sides and left != inf:
            return voice.say(f"risk_{kind}", where=voice.say("or").join(sides))
    return voice.say("risk_steep", slope=numbers.signed(m["lipschitz"], 3)) if m["lipschitz"] > STEEP else ""


def lost(advice: Advice, voice: Voice) -> str:
    """Why each of the others lost: by name, gathered by the reason."""
    by_reason: dict[str, list[str]] = {}
    for one in candidates(advice)[1:]:
        by_reason.setdefault(_why(one, advice, voice), []).append(voice.short(one.choice.function))
    return bullets(voice.say("not", names=voice.listed(names), reason=why) for why, names in by_reason.items())


def _why(one: Candidate, advice: Advice, voice: Voice) -> str:
    if one.lost is None:
        return voice.say("unheard_of")
    reason, first = _told(one.lost, advice, voice), voice.short(advice.ranking[0].function)
    if not one.beaten:
        return reason
    same = one.lost in one.choice.reasons_for
    return voice.say("behind" if same else "beaten", first=first, reason=reason)


def _told(rule: Rule, advice: Advice, voice: Voice) -> str:
    """A reason, or where it stands already."""
    if rule in advice.symptoms:
        return voice.say("above")
    first = advice.ranking[0]
    if rule in (*first.reasons_for, *first.reasons_against):
        return voice.say("told", answers=voice.grounds([rule], advice))
    return voice.reason(rule)
