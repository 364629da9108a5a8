"""The rules of choosing, one row each: when it holds, what it speaks for (+) and against (-), on what evidence.

`when` names, for each dimension that matters, the options of which at least one must hold. Evidence:
"measured" (the numbers of this catalogue show it), "practice" (common usage), or the keys of the works that say so;
`shown.py` names the claims that test it. Every rule has one or the other.
Only the order of the sums matters; tenths in the weights keep two sums from being equal.
"""

from activations.choosing import architectures, engineering, outputs, symptoms
from activations.choosing.rule import Rule, hidden

RULES: tuple[Rule, ...] = (
    Rule("hidden_start", hidden(), {"relu": 2, "gelu": 1.7, "silu": 1.6, "leaky_relu": 1.3, "elu": 0.9}, "practice"),
    Rule("hidden_init", hidden(), {}, "He2015", ("he_init", "xavier_init", "lecun_init")),
    *outputs.RULES,
    *architectures.RULES,
    *engineering.RULES,
    *symptoms.RULES,
)
