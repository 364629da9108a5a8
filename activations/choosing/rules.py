"""The rules of choosing, one row each: when it holds, what it speaks for (+) and against (-), on what evidence.

`when` names, for each dimension that matters, the options of which at least one must hold. Evidence:
"measured" (the numbers of this catalogue show it), "practice" (common usage), or the keys of the papers that say so.
Only the order of the sums matters; tenths in the weights keep two sums from being equal.
"""

from activations.choosing.rule import ANSWER_KINDS, ARCHITECTURES, NOT_PLAIN, Rule, attention, gate, hidden, output

NEVER = -20.0  # outweighs whatever else speaks for a function

RULES = (
    # where the function stands
    Rule("hidden_start", hidden(), {"relu": 2, "gelu": 1.7, "silu": 1.6, "leaky_relu": 1.3, "elu": 0.9}, "practice"),
    Rule("hidden_init", hidden(), {}, "He2015", ("he_init", "xavier_init", "lecun_init")),
    Rule("gate_sigmoid", gate(), {"sigmoid": 4}, "practice"),
    Rule("gate_silu", gate(), {"silu": 2, "gelu": 1.5}, "Shazeer2020", unless={"task": ARCHITECTURES}),
    Rule("gate_transformer", gate(task=("transformer",)), {"silu": 6, "gelu": 5}, "Touvron2023"),
    Rule(
        "gate_no_exp",
        gate(engineering=("no_exponentials",)),
        {"hard_sigmoid": 4, "sigmoid": NEVER, "silu": NEVER, "gelu": NEVER},
        "Howard2019",
    ),
    Rule(
        "gate_relu",
        gate(task=("transformer",), engineering=("no_exponentials",)),
        {"relu": 5},
        "Shazeer2020",
    ),
    Rule("attention_softmax", attention(), {"softmax": 4}, "Vaswani2017"),
    Rule("attention_sparse", attention(), {"sparsemax": 1}, "Martins2016"),
    Rule(
        "output_open",
        output(),
        {"identity": 1, "softmax": 0.6, "sigmoid": 0.5},
        "practice",
        ("logits",),
        unless={"task": (*ANSWER_KINDS, "reinforcement")},
    ),
    # what the output has to say
    Rule("binary", output(task=("binary",)), {"sigmoid": 4}, "practice", ("logits",)),
    Rule("multiclass", output(task=("multiclass",)), {"softmax": 4}, "practice", ("logits",)),
    Rule("multiclass_not_sigmoid", output(task=("multiclass",)), {"sigmoid": -2}, "practice"),
    Rule("multilabel", output(task=("multilabel",)), {"sigmoid": 4}, "practice", ("logits",)),
    Rule("multilabel_not_softmax", output(task=("multilabel",)), {"softmax": -3}, "practice"),
    Rule("regression", output(task=("regression",)), {"identity": 4}, "practice"),
    Rule("regression_not_squashed", output(task=("regression",)), {"sigmoid": -3, "softmax": -3}, "practice"),
    Rule("bounded", output(task=("bounded",)), {"sigmoid": 3, "tanh": 2.9}, "practice", ("rescale",)),
    Rule("positive", output(task=("positive",)), {"softplus": 4}, "Dugas2001"),
    Rule("counts", output(task=("counts",)), {"softplus": 3, "exponential": 2.5}, "practice", ("poisson",)),
    Rule("q_values", output(task=("reinforcement",)), {"identity": 2, "tanh": 1.5}, "practice"),
    # the architecture around a hidden layer
    Rule("cnn", hidden(task=("cnn",)), {"relu": 2, "silu": 1}, "practice", ("norm",)),
    Rule(
        "transformer",
        hidden(task=("transformer",)),
        {"gelu": 3, "silu": 2, "swiglu": 2.5},
        "Devlin2018 Touvron2023",
        ("norm", "residual"),
    ),
    Rule("rnn", hidden(task=("rnn",)), {"tanh": 6}, "practice", ("clip",)),
    Rule(
        "rnn_unbounded",
        hidden(task=("rnn",)),
        {"relu": -2, "leaky_relu": -2, "elu": -1, "selu": -2, "gelu": -1, "silu": -1},
        "practice",
    ),
    Rule(
        "rnn_no_exp",
        hidden(task=("rnn",), engineering=("no_exponentials",)),
        {"softsign": 8, "hard_tanh": 7},
        "practice",
    ),
    Rule("rnn_vanishing", hidden(task=("rnn",), symptom=("vanishing",)), {}, "practice", ("gated_rnn",)),
    Rule("mlp", hidden(task=("mlp",)), {"relu": 1, "selu": 1.5}, "practice"),
    Rule(
        "gan_discriminator",
        hidden(task=("gan_discriminator",)),
        {"leaky_relu": 4},
        "Radford2015",
        params={"leaky_relu": {"alpha": 0.2}},
    ),
    Rule(
        "detection",
        hidden(task=("detection",)),
        {"silu": 2, "leaky_relu": 1},
        "practice",
        ("norm",),
        params={"leaky_relu": {"alpha": 0.1}},
    ),
    Rule("detection_mish", hidden(task=("detection",)), {"mish": 2.5}, "Bochkovskiy2020"),
    Rule("reinforcement", hidden(task=("reinforcement",)), {"tanh": 4.1}, "Andrychowicz2020"),
    Rule("recommender", hidden(task=("recommender",)), {"relu": 2}, "He2017"),
    Rule("speech", hidden(task=("speech",)), {"silu": 2.5, "relu": 1}, "Gulati2020", ("norm",)),
    # engineering limits
    Rule(
        "cheap",
        hidden(engineering=("training_speed", "mobile")),
        {"relu": 2, "leaky_relu": 1.5, "relu6": 1.5}
        | {"elu": -0.5, "selu": -0.5, "gelu": -1, "silu": -0.5, "mish": -1, "tanh": -0.5, "swiglu": -1},
        "practice",
    ),
    Rule(
        "mobile",
        hidden(engineering=("mobile",)),
        {"relu6": 8, "hard_swish": 5.5},
        "Sandler2018 Howard2019",
        unless={"task": ("transformer", "rnn", "mlp", "gan_discriminator", "reinforcement", "recommender", "speech")},
    ),
    Rule("sparse", hidden(engineering=("memory",)), {"relu": 1.5}, "practice", ("in_place", "checkpoint")),
    Rule(
        "int8",
        hidden(engineering=("int8",)),
        {"relu": 2}
        | dict.fromkeys(("gelu", "silu", "mish", "swiglu"), -1)
        | dict.fromkeys(("leaky_relu", "elu", "selu", "tanh"), -0.5),
        "practice",
        ("quantise",),
    ),
    Rule("int8_cap", hidden(engineering=("int8",)), {"relu6": 1.5}, "practice"),
    Rule("half", hidden(engineering=("half_precision",)), {}, "practice", ("loss_scaling",)),
    Rule(
        "no_exp",
        hidden(engineering=("no_exponentials",)),
        {"relu": 3, "leaky_relu": 3, "softsign": 1}
        | dict.fromkeys(("gelu", "silu", "elu", "selu", "tanh", "mish", "swiglu"), NEVER),
        "practice",
    ),
    Rule(
        "very_deep",
        hidden(engineering=("very_deep",)),
        {"selu": 12},
        "Klambauer2017",
        ("lecun_init", "alpha_dropout", "residual"),
        unless={"task": NOT_PLAIN},
    ),
    Rule(
        "very_deep_elsewhere",
        hidden(engineering=("very_deep",), task=NOT_PLAIN),
        {},
        "He2015b",
        ("residual", "norm_after_all"),
    ),
    # symptoms
    Rule(
        "vanishing",
        hidden(symptom=("vanishing",)),
        {"relu": 1.5, "gelu": 1, "silu": 1, "leaky_relu": 1.5, "tanh": -2, "sigmoid": -3},
        "measured",
        ("norm", "residual"),
        unless={"task": ("rnn",)},
    ),
    Rule("exploding", hidden(symptom=("exploding",)), {"tanh": 0.5}, "practice", ("norm", "clip", "lower_rate")),
    Rule(
        "dead",
        hidden(symptom=("dead_units",)),
        {"leaky_relu": 3, "elu": 2, "gelu": 1.5, "silu": 1.5, "relu": -3, "relu6": -5},
        "measured",
        ("lower_rate",),
    ),
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
    Rule("masked_row", attention(symptom=("nan",)), {}, "practice", ("open_position", "replace_twice")),
    Rule("equal_outputs", {"symptom": ("equal_outputs",)}, {}, "practice", ("break_symmetry", "check_data")),
    Rule(
        "slow",
        hidden(symptom=("slow_convergence",)),
        {"elu": 2.5, "sigmoid": -2},
        "Clevert2015",
        ("norm", "raise_rate"),
    ),
)
