"""Claims about gated units, and about which model uses what."""

from labs.claim import Claim, Plot
from labs.studies import feedforward, gelu_forms

CLAIMS = (
    Claim(
        id="C123",
        verdict="conditions",
        functions=("swiglu", "geglu"),
        sources=("Dauphin2016", "Shazeer2020"),
        evidence=feedforward.a_layer_not_a_curve,
        plot=Plot(feedforward.one_value, knobs=(feedforward.VALUE,), limits=(-6.0, 6.0)),
    ),
    Claim(
        id="C124",
        verdict="conditions",
        functions=("gelu", "gelu_tanh"),
        sources=("Brown2020", "Radford2019"),
        evidence=gelu_forms.line_of_gpt2,
    ),
    Claim(
        id="C125",
        verdict="correct",
        functions=("swiglu",),
        sources=("Touvron2023", "LlamaCode"),
        evidence=feedforward.widths_of_llama,
    ),
    Claim(
        id="C126",
        verdict="correct",
        functions=("swiglu",),
        sources=("BaichuanRepo",),
        reported={"stated": 11008},
        evidence=feedforward.baichuan_is_swiglu,
    ),
    Claim(
        id="C127",
        verdict="correct",
        functions=("gelu_tanh", "swiglu", "geglu"),
        sources=("ChatGLMCode", "Zeng2022"),
        evidence=feedforward.with_and_without_a_gate,
    ),
    Claim(
        id="C128",
        verdict="misleading",
        functions=("relu", "gelu"),
        sources=("Vaswani2017",),
        evidence=feedforward.relu_behind_the_maps_only_adds,
        plot=Plot(feedforward.mean_of_the_stream),
    ),
)
