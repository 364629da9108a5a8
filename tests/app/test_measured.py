"""What was measured of the frameworks stands beside their code and below the formulas, where it is true."""

from failures import every

import content
from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import day, slopes, table
from activations.frameworks.snippets import snippet
from app.test_pages import EXPLORE, open_page, shown


@every("lang", content.languages())
@every(
    "query, parts",
    [
        ({"fn": "gelu", "code": "torch"}, ["x = −5.75|f|", "−2.57×10⁻⁸|100 %", "x = −∞|f|", "NaN|0|–"]),
        ({"fn": "gelu_tanh", "code": "keras"}, ["−3.96×10⁻⁸"]),
        ({"fn": "silu", "code": "jax"}, ["x = −∞|f|", "NaN"]),
        ({"fn": "softmax", "code": "torch"}, ["z = (12; −6; −20)|∂y₁/∂z₁|"]),
        ({"fn": "geglu", "code": "torch"}, ["g = −6, v = −1.5|f|"]),
        ({"fn": "squareplus", "code": "jax"}, ["x = −1×10²⁰|f|"]),
    ],
)
def test_a_loss_is_told_with_its_size(lang, query, parts):
    text = shown(open_page(EXPLORE, lang=lang, **query))
    assert all(part in text for part in parts) and str(day(query["code"])) in text


@every("fn, code", [("gelu", "numpy"), ("relu", "torch"), ("squareplus", "torch"), ("hard_shrink", "jax")])
def test_nothing_is_told_of_code_that_loses_nothing(fn, code):
    losses = content.reader("measured", "en").each("losses_head")[0].replace(" | ", "|")
    assert losses not in shown(open_page(EXPLORE, lang="en", fn=fn, code=code))


@every("lang", content.languages())
def test_slopes_at_kinks_are_compared(lang):
    text = shown(open_page(EXPLORE, lang=lang, fn="leaky_relu"))
    names = "".join(f"|{framework.name}" for framework in FRAMEWORKS.values() if framework.differentiates)
    assert names in text and "0|0.01|0.01|" in text
    assert names not in shown(open_page(EXPLORE, lang=lang, fn="tanh")) and not slopes("tanh")


def test_what_a_runtime_cannot_load_comes_twice():
    at = open_page(EXPLORE, lang="en", fn="swiglu", code="onnx")
    told = snippet("swiglu", "onnx")
    assert [told.code, told.portable] == [code.value for code in at.get("code")]
    assert f"ONNX Runtime {table()['versions']['onnxruntime']} cannot load" in shown(at)
