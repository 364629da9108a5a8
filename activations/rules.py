"""The rules of choosing, one row each: when it holds, what it speaks for (+) and against (-), on what evidence.

`when` names, for each dimension that matters, the options of which at least one must hold. Grades:
"paper" (the source says so), "measured" (the numbers of this catalogue show it), "practice"
(common usage), "opinion" (a view that is worth knowing).
"""

from activations.rule import ANSWER_KINDS, ATTENTION, GATE, HIDDEN, OUTPUT, Rule, hidden, output

RULES = (
    # where the function stands
    Rule("hidden_start", HIDDEN, {"relu": 2, "gelu": 1.5, "silu": 1.5, "leaky_relu": 1, "elu": 1}, "practice"),
    Rule("hidden_init", HIDDEN, {}, "paper", ("init",), source="He et al. 2015, arXiv 1502.01852"),
    Rule("gate_sigmoid", GATE, {"sigmoid": 4}, "practice"),
    Rule("gate_silu", GATE, {"silu": 2, "gelu": 1.5}, "paper", source="Shazeer 2020, arXiv 2002.05202"),
    Rule("attention_softmax", ATTENTION, {"softmax": 4}, "paper", source="Vaswani et al. 2017, arXiv 1706.03762"),
    Rule(
        "output_open",
        OUTPUT,
        {"identity": 1, "softmax": 0.6, "sigmoid": 0.5},
        "practice",
        ("logits",),
        unless={"task": ANSWER_KINDS},
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
    Rule("positive", output(task=("positive",)), {"softplus": 4}, "paper", source="Dugas et al. 2001"),
    Rule("counts", output(task=("counts",)), {"softplus": 3}, "practice", ("poisson",)),
    Rule("q_values", output(task=("reinforcement",)), {"identity": 2, "tanh": 1.5}, "practice"),
    # the architecture around a hidden layer
    Rule("cnn", hidden(task=("cnn",)), {"relu": 2, "silu": 1, "leaky_relu": 0.5}, "practice", ("norm",)),
    Rule(
        "transformer",
        hidden(task=("transformer",)),
        {"gelu": 3, "silu": 2},
        "paper",
        ("norm", "residual"),
        source="Devlin et al. 2018, arXiv 1810.04805",
    ),
    Rule("rnn", hidden(task=("rnn",)), {"tanh": 4}, "practice", ("clip",)),
    Rule("rnn_unbounded", hidden(task=("rnn",)), {"relu": -2, "gelu": -1, "silu": -1}, "practice"),
    Rule("mlp", hidden(task=("mlp",)), {"relu": 1, "selu": 1.5, "elu": 0.5}, "practice"),
    Rule(
        "gan_discriminator",
        hidden(task=("gan_discriminator",)),
        {"leaky_relu": 4},
        "paper",
        params={"leaky_relu": {"alpha": 0.2}},
        source="Radford et al. 2015, arXiv 1511.06434",
    ),
    Rule(
        "detection",
        hidden(task=("detection",)),
        {"silu": 2, "leaky_relu": 1.5},
        "practice",
        ("norm",),
        params={"leaky_relu": {"alpha": 0.1}},
    ),
    Rule(
        "reinforcement",
        hidden(task=("reinforcement",)),
        {"tanh": 3, "relu": 1},
        "paper",
        source="Andrychowicz et al. 2020, arXiv 2006.05990",
    ),
    Rule("recommender", hidden(task=("recommender",)), {"relu": 2}, "paper", source="He et al. 2017, arXiv 1708.05031"),
    Rule("speech", hidden(task=("speech",)), {"relu": 1, "silu": 1.5}, "practice", ("norm",)),
    # engineering limits
    Rule(
        "cheap",
        hidden(engineering=("training_speed", "mobile")),
        {"relu": 2, "leaky_relu": 1.5, "elu": -0.5, "gelu": -1, "silu": -0.5, "tanh": -0.5},
        "practice",
    ),
    Rule("sparse", hidden(engineering=("memory",)), {"relu": 1.5}, "practice", ("in_place", "checkpoint")),
    Rule(
        "int8",
        hidden(engineering=("int8",)),
        {"relu": 2, "gelu": -1, "silu": -1, "elu": -0.5},
        "practice",
        ("quantise",),
    ),
    Rule("half", hidden(engineering=("half_precision",)), {"gelu": 0.5, "tanh": 0.5}, "practice", ("loss_scaling",)),
    Rule(
        "no_exp",
        hidden(engineering=("no_exponentials",)),
        {"relu": 3, "leaky_relu": 3, "softsign": 1, "gelu": -4, "silu": -4, "elu": -4, "selu": -4, "tanh": -4},
        "practice",
    ),
    Rule(
        "very_deep",
        hidden(engineering=("very_deep",)),
        {"selu": 4, "sigmoid": -3},
        "paper",
        ("lecun_init", "alpha_dropout", "residual"),
        source="Klambauer et al. 2017, arXiv 1706.02515",
    ),
    # symptoms
    Rule(
        "vanishing",
        hidden(symptom=("vanishing",)),
        {"relu": 1.5, "gelu": 1, "silu": 1, "leaky_relu": 1.5, "tanh": -2, "sigmoid": -3},
        "measured",
        ("init", "norm", "residual"),
    ),
    Rule(
        "exploding", hidden(symptom=("exploding",)), {"tanh": 0.5}, "practice", ("init", "norm", "clip", "lower_rate")
    ),
    Rule(
        "dead",
        hidden(symptom=("dead_units",)),
        {"leaky_relu": 3, "elu": 2, "gelu": 1.5, "silu": 1.5, "relu": -3},
        "measured",
        ("lower_rate", "init"),
        params={"leaky_relu": {"alpha": 0.01}},
    ),
    Rule(
        "oscillation",
        hidden(symptom=("oscillation",)),
        {"selu": 0.5, "elu": 0.5},
        "opinion",
        ("lower_rate", "norm", "alpha_dropout"),
    ),
    Rule(
        "loss_flat",
        hidden(symptom=("loss_flat",)),
        {"leaky_relu": 1, "sigmoid": -2},
        "practice",
        ("check_data", "init", "raise_rate"),
    ),
    Rule("nan", {"symptom": ("nan",)}, {}, "practice", ("logits", "lower_rate", "clip", "loss_scaling")),
    Rule("equal_outputs", {"symptom": ("equal_outputs",)}, {}, "practice", ("break_symmetry", "check_data")),
    Rule(
        "slow",
        hidden(symptom=("slow_convergence",)),
        {"elu": 1.5, "relu": 0.5, "sigmoid": -2},
        "paper",
        ("norm", "raise_rate"),
        source="Clevert et al. 2015, arXiv 1511.07289",
    ),
)
