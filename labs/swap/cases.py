"""Cases in which networks were run with another function than they had learned with, and where that is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """What was trained with and served with, in one pair or several; `sources` are keys of the bibliography."""

    id: str
    pairs: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


CASES = (
    Case("silu", (("gelu_tanh", "silu"),), ("CandleIssue3745", "GemmaConfig")),
    Case("quick", (("gelu_sigmoid", "gelu"), ("gelu", "gelu_sigmoid")), ("OpenClipIssue771", "CLIPCode")),
    Case(
        "hard",
        (("hard_sigmoid_keras2", "hard_sigmoid"), ("hard_sigmoid", "hard_sigmoid_keras2")),
        ("KerasBackend", "KerasCode", "TensorFlowIssue65381", "OnnxSchemas"),
    ),
    Case(
        "leaky",
        (("leaky_relu_keras", "leaky_relu"), ("leaky_relu_darknet", "leaky_relu_tensorflow")),
        ("DW2TFIssue2", "KerasCode", "OnnxSchemas", "PaddleRun", "MindSporeRun"),
    ),
    Case("clamp", (("relu6", "relu"), ("relu6", "identity")), ("MMdnnIssue72", "NcnnIssue1609")),
)
