"""Rules about symptoms: mostly remarks, because another function cures few of them."""

from activations.choosing.rule import RECURRENT, TRANSFORMERS, Rule, attention, hidden

RULES = (
    Rule(
        "vanishing",
        hidden(symptom=("vanishing",)),
        {"relu": 1.5, "gelu": 1, "silu": 1, "leaky_relu": 1.5, "tanh": -2, "sigmoid": -3},
        "measured",
        ("norm", "residual"),
        unless={"task": RECURRENT},
    ),
    Rule("exploding", hidden(symptom=("exploding",)), {"tanh": 0.5}, "practice", ("norm", "clip", "lower_rate")),
    Rule(
        "dead",
        hidden(symptom=("dead_units",)),
        {"leaky_relu": 3, "elu": 2, "gelu": 1.5, "silu": 1.5, "relu": -8, "relu6": -16},
        "measured",
        ("lower_rate",),
    ),
    Rule("dead_squared", hidden(task=TRANSFORMERS, symptom=("dead_units",)), {"squared_relu": -8}, "measured"),
    Rule("oscillation", hidden(symptom=("oscillation",)), {}, "practice", ("lower_rate", "warm_up", "clip")),
    Rule(
        "loss_flat",
        hidden(symptom=("loss_flat",)),
        {"leaky_relu": 0.5, "sigmoid": -2},
        "practice",
        ("check_data", "raise_rate"),
    ),
    Rule(
        "nan",
        {"symptom": ("nan",)},
        {},
        "practice",
        ("logits", "lower_rate", "clip", "loss_scaling"),
        unless={"position": ("attention",)},
    ),
    Rule("masked_row", attention(symptom=("nan",)), {}, "MaskedRowIssue", ("open_position", "replace_twice")),
    Rule("equal_outputs", {"symptom": ("equal_outputs",)}, {}, "Goodfellow2016", ("break_symmetry", "check_data")),
    Rule(
        "slow",
        hidden(symptom=("slow_convergence",)),
        {"elu": 0.5, "sigmoid": -2},
        "Ioffe2015 LeCun1998 Clevert2015",
        ("adaptive", "standardise", "norm", "raise_rate"),
    ),
)
