"""Cases that have happened, each with what it does to the small networks, and where it is told."""

from functools import partial

import streamlit as st

from activations.sources import cite
from content import Reader
from labs.swap import nets
from labs.swap.cases import CASES, Case
from labs.swap.forms import WIDE, gap
from ui.shell.lazy_expander import lazy_expander
from ui.state import language
from ui.swap.experiment import form
from ui.text import citations, numbers, small_table


def show(say: Reader) -> None:
    """What the numbers are, and each case folded away."""
    st.caption(say("case_note", reach=numbers.signed(WIDE[-1]), nets=len(nets.SEEDS), points=nets.POINTS))
    for case in CASES:
        lazy_expander(say(f"case_{case.id}"), partial(_tell, say, case), key=f"fold_case_{case.id}")


def _tell(say: Reader, case: Case) -> None:
    language.prose(say, f"told_{case.id}")
    with small_table.wide(f"case_{case.id}"):
        small_table.show(say.cells("case_head"), [_row(say, *pair) for pair in case.pairs])
    st.caption("  \n".join(citations.full(source) for source in cite(*case.sources)))


def _row(say: Reader, trained: str, served: str) -> tuple[str, ...]:
    """What was trained, what served, how far apart the functions are, what changes, and how to see it."""
    most, at = gap(trained, served)
    found = nets.changed(trained, served)
    least, median, highest = nets.spread(found.answers)
    before, now = (nets.spread(errors)[1] for errors in found.errors)
    address = f"swap?trained={trained}&served={served}&t=1&lang={st.session_state.lang}"
    return (
        form(trained),
        form(served),
        f"{numbers.signed(most, 3)} (x = {numbers.signed(round(at, 3), 3)})",
        f"{median:.1%} ({least:.1%} – {highest:.1%})",
        f"{before:.1%} → {now:.1%}",
        f"[{say('case_show')}]({address})",
    )
