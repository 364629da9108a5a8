"""Rules about the limits of engineering that bear on a hidden layer."""

from activations.choosing.rule import ATTENTIVE, LEARNERS, NEVER, NOT_PLAIN, RECURRENT, TRANSFORMERS, Rule, hidden

SMALL_IMAGES = {"task": (*ATTENTIVE, *RECURRENT, *LEARNERS, "mlp", "gan_discriminator", "recommender")}

RULES = (
    Rule(
        "cheap",
        hidden(engineering=("training_speed", "mobile")),
        {"relu": 1, "leaky_relu": 0.8, "relu6": 0.7}
        | dict.fromkeys(("elu", "selu", "silu", "tanh"), -0.3)
        | dict.fromkeys(("gelu", "mish"), -0.5),
        "practice",
        unless={"task": ATTENTIVE},
    ),
    Rule(
        "products_dominate", hidden(task=ATTENTIVE, engineering=("training_speed", "mobile", "memory")), {}, "Chen2016"
    ),
    Rule(
        "mobile",
        hidden(engineering=("mobile",)),
        {"relu6": 8, "hard_swish": 5.5},
        "Sandler2018 Howard2019",
        unless=SMALL_IMAGES,
    ),
    Rule(
        "sparse",
        hidden(engineering=("memory",)),
        {"relu": 1.5},
        "practice",
        ("in_place", "checkpoint"),
        unless={"task": ATTENTIVE},
    ),
    Rule(
        "int8",
        hidden(engineering=("int8",)),
        {"relu": 2}
        | dict.fromkeys(("gelu", "silu", "mish"), -1)
        | dict.fromkeys(("leaky_relu", "elu", "selu", "tanh"), -0.5),
        "Jacob2017",
        ("quantise",),
        unless={"task": ATTENTIVE},
    ),
    Rule(
        "int8_cap",
        hidden(engineering=("int8",)),
        {"relu6": 1.5},
        "Sandler2018 EfficientNetLite",
        unless={"task": ATTENTIVE},
    ),
    Rule("int8_attentive", hidden(task=ATTENTIVE, engineering=("int8",)), {}, "Kim2021", ("quantise",)),
    Rule("half", hidden(engineering=("half_precision",)), {}, "practice", ("loss_scaling",)),
    Rule(
        "no_exp",
        hidden(engineering=("no_exponentials",)),
        {"relu": 3, "leaky_relu": 3, "softsign": 1, "hard_swish": 1}
        | dict.fromkeys(("gelu", "silu", "elu", "selu", "tanh", "mish"), NEVER),
        "Howard2019",
    ),
    Rule(
        "transformer_no_exp",
        hidden(task=TRANSFORMERS, engineering=("no_exponentials",)),
        {"squared_relu": 4, "reglu": 3, "swiglu": NEVER, "geglu": NEVER},
        "So2021 Shazeer2020",
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
)
