"""Answers that pull against each other or do not bear on the layer in question, and measures that do not suit them."""

from activations.choosing.rule import (
    ANSWER_KINDS,
    ARCHITECTURES,
    LABELS,
    NOT_PLAIN,
    TRANSFORMERS,
    Conflict,
    Limit,
    attention,
    gate,
    hidden,
    output,
)

WITHOUT_EXP = {"engineering": ("no_exponentials",)}

CONFLICTS = (
    Conflict("answer_does_not_shape_hidden", hidden(task=ANSWER_KINDS)),
    Conflict("architecture_does_not_shape_output", output(task=ARCHITECTURES)),
    Conflict("attention_is_fixed", attention(task=ANSWER_KINDS)),
    Conflict("gate_is_fixed", gate(task=ANSWER_KINDS)),
    Conflict("softmax_has_exponentials", attention(**WITHOUT_EXP)),
    Conflict("gate_has_exponentials", gate(**WITHOUT_EXP)),
    Conflict("classes_have_exponentials", output(task=("multiclass",), **WITHOUT_EXP)),
    Conflict("labels_have_exponentials", output(task=LABELS, **WITHOUT_EXP)),
    Conflict("bounds_have_exponentials", output(task=("unit_interval", "bounded"), **WITHOUT_EXP)),
    Conflict("positive_has_exponentials", output(task=("positive", "counts"), **WITHOUT_EXP)),
    Conflict(
        "hidden_symptom",
        {
            "position": ("output", "attention", "gate"),
            "symptom": ("vanishing", "dead_units", "exploding", "oscillation", "slow_convergence", "loss_flat"),
        },
    ),
    Conflict(
        "engineering_elsewhere",
        {
            "position": ("output", "attention", "gate"),
            "engineering": ("training_speed", "memory", "mobile", "int8", "half_precision", "very_deep"),
        },
    ),
    Conflict("selu_wants_plain_layers", hidden(task=NOT_PLAIN, engineering=("very_deep",))),
)

NUMBERS = ("regression", "unit_interval", "bounded", "positive", "counts")  # the loss compares them as they are
RECTIFIERS = ("relu", "relu6", "leaky_relu")
LIMITS = {
    "he_init": Limit((*RECTIFIERS, "elu", "gelu", "silu", "hard_swish", "mish"), unless={"task": TRANSFORMERS}),
    "xavier_init": Limit(("tanh", "softsign", "hard_tanh")),
    "lecun_init": Limit(("selu",)),
    "alpha_dropout": Limit(("selu",)),
    "in_place": Limit(RECTIFIERS),
    "norm": Limit(never=("selu",), unless={"engineering": ("very_deep",)}),
    "residual": Limit(never=("selu",)),  # a sum of two signals is wider than either, and SELU does not draw it back
    "raise_rate": Limit(unless={"symptom": ("exploding", "dead_units", "oscillation", "nan")}),
    "logits": Limit(unless={"task": NUMBERS}),
}
