"""Rules about the architecture around a hidden layer."""

from activations.choosing.rule import RECURRENT, TRANSFORMERS, Rule, hidden

RULES = (
    Rule("cnn", hidden(task=("cnn",)), {"relu": 2, "silu": 1, "gelu": 0.8}, "He2015b Tan2019 Liu2022", ("norm",)),
    Rule(
        "transformer",
        hidden(task=("transformer",)),
        {"swiglu": 9, "geglu": 6.5, "squared_relu": 3, "gelu": 2.5},
        "Shazeer2020 Touvron2023 Gemma2024 Nemotron2024",
        ("norm", "residual"),
    ),
    Rule(
        "encoder",
        hidden(task=("encoder",)),
        {"gelu": 5, "geglu": 4, "swiglu": 3},
        "Devlin2018 Dosovitskiy2020 Warner2024 Oquab2023",
        ("norm", "residual"),
    ),
    Rule("transformer_init", hidden(task=TRANSFORMERS), {}, "ViTCode BERTCode", ("small_init",)),
    Rule("rnn", hidden(task=("rnn",)), {"tanh": 6}, "practice", ("clip",)),
    Rule("lstm", hidden(task=("lstm",)), {"tanh": 6}, "Hochreiter1997 Cho2014", ("clip",)),
    Rule(
        "rnn_unbounded",
        hidden(task=RECURRENT),
        dict.fromkeys(("relu", "leaky_relu"), -5) | dict.fromkeys(("elu", "selu", "gelu", "silu", "hard_swish"), -3),
        "Le2015",
    ),
    Rule(
        "rnn_no_exp",
        hidden(task=RECURRENT, engineering=("no_exponentials",)),
        {"softsign": 8, "hard_tanh": 7},
        "Elliott1993",
    ),
    Rule(
        "rnn_vanishing",
        hidden(task=("rnn",), symptom=("vanishing",)),
        {},
        "Hochreiter1997 Le2015",
        ("gated_rnn", "orthogonal"),
    ),
    Rule("lstm_vanishing", hidden(task=("lstm",), symptom=("vanishing",)), {}, "Jozefowicz2015", ("forget_bias",)),
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
        {"silu": 3.5, "hard_swish": 2.5, "leaky_relu": 0.5},
        "UltralyticsCode YOLOv5Release Redmon2018",
        ("norm",),
        params={"leaky_relu": {"alpha": 0.1}},
    ),
    Rule("detection_mish", hidden(task=("detection",)), {"mish": 2.2}, "Bochkovskiy2020"),
    Rule(
        "detection_light",
        hidden(task=("detection",), engineering=("int8", "no_exponentials")),
        {"relu6": 7, "hard_swish": 5.5},
        "EfficientNetLite Howard2019",
    ),
    Rule("reinforcement", hidden(task=("reinforcement",)), {"tanh": 4.1}, "Andrychowicz2020"),
    Rule("off_policy", hidden(task=("off_policy",)), {"relu": 2}, "Mnih2015 DQNCode Haarnoja2018 SACCode"),
    Rule("recommender", hidden(task=("recommender",)), {"relu": 2}, "He2017"),
    Rule(
        "speech",
        hidden(task=("speech",)),
        {"silu": 2.5, "gelu": 2.2, "relu": 0.5},
        "Gulati2020 Baevski2020 Radford2022",
        ("norm",),
    ),
)
