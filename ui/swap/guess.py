"""A question to predict first: how much one swap changes, asked before it is shown."""

import streamlit as st

from content import Reader
from labs.swap import nets
from labs.swap.forms import gap
from ui.state import language, url

PAIR = ("gelu", "silu")
SHARES = {"few": (0.0, 0.01), "some": (0.01, 0.25), "many": (0.25, 1.01)}  # of answers that change
TOLD = "told"
GUESS = url.choice("guess", (*SHARES, TOLD), None)


def ask(say: Reader) -> None:
    """The question with its answers, and what this very answer deserves."""
    url.restore(GUESS)
    limits = {f"low_{name}": f"{low:.0%}" for name, (low, _) in SHARES.items()}
    limits |= {f"high_{name}": f"{high:.0%}" for name, (_, high) in SHARES.items()}
    st.pills(
        say("guess", gap=gap(*PAIR)[0]),
        (*SHARES, TOLD),
        format_func=lambda one: say(f"guess_{one}", **limits),
        key=GUESS.key,
    )
    url.publish(GUESS)
    if guess := st.session_state[GUESS.key]:
        _reply(say, guess)


def _reply(say: Reader, guess: str) -> None:
    least, median, most = nets.spread(nets.changed(*PAIR).answers)
    facts = {"least": f"{least:.1%}", "median": f"{median:.1%}", "most": f"{most:.1%}", "nets": len(nets.SEEDS)}
    low, high = SHARES.get(guess, (0.0, 0.0))
    right = "told" if guess == TOLD else "right" if low <= median < high else "low" if median >= high else "high"
    language.prose(say, f"reply_{right}", **facts)
