"""What many seeds say: how many silenced units come back, by layer and depth."""

from statistics import median

from content import Reader
from labs.dead_units import SEEDS, SILENCED, STEPS, outcomes
from ui.shell import trial
from ui.state import language
from ui.text import numbers, small_table


def show(say: Reader) -> None:
    """The table, and how it was made."""
    found = trial.outcome(say("waiting"), outcomes)
    if found is None:
        return
    language.prose(say, "many_lead", seeds=len(SEEDS), steps=STEPS, silenced=SILENCED)
    rows = [
        (
            say(f"layer_{layer}"),
            f"{margin:g}",
            say("back_of", median=f"{median(one.back):g}", low=min(one.back), high=max(one.back), silenced=SILENCED),
            numbers.signed(float(f"{one.gradient:.2g}")),
        )
        for (layer, margin), one in found.items()
    ]
    small_table.show([say("head_layer"), say("head_margin"), say("head_back"), say("head_gradient")], rows)
