"""Answers that pull against each other, or that do not bear on the layer in question, one row each."""

from activations.rule import ANSWER_KINDS, ATTENTION, GATE, Conflict, hidden, output

ARCHITECTURES = ("cnn", "transformer", "rnn", "mlp", "gan_discriminator", "detection", "recommender", "speech")

CONFLICTS = (
    Conflict("answer_does_not_shape_hidden", hidden(task=ANSWER_KINDS)),
    Conflict("architecture_does_not_shape_output", output(task=ARCHITECTURES)),
    Conflict("attention_is_fixed", ATTENTION | {"task": ANSWER_KINDS}),
    Conflict("gate_is_fixed", GATE | {"task": ANSWER_KINDS}),
    Conflict("softmax_has_exponentials", ATTENTION | {"engineering": ("no_exponentials",)}),
    Conflict("gate_has_exponentials", GATE | {"engineering": ("no_exponentials",)}),
    Conflict(
        "output_has_exponentials",
        output(
            task=("binary", "multiclass", "multilabel", "bounded", "positive", "counts"),
            engineering=("no_exponentials",),
        ),
    ),
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
    Conflict(
        "selu_wants_plain_layers", hidden(task=("cnn", "transformer", "rnn", "detection"), engineering=("very_deep",))
    ),
)
