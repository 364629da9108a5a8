"""The feed-forward layer of a Transformer: where its activation sits, what a gate adds, and how wide it is."""

from functools import cache
from math import ceil

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.domain import Param
from activations.functions import geglu, glu, reglu, swiglu
from labs.claim import Evidence

GATED = {"swiglu": swiglu.SPEC, "geglu": geglu.SPEC, "reglu": reglu.SPEC, "glu": glu.SPEC}
SILU, TANH_GELU, RELU = elementwise("silu"), elementwise("gelu_tanh"), elementwise("relu")
VALUE = Param("value", "v", default=1.0, low=-3.0, high=3.0, step=0.1)
MILLION = 1e6
MULTIPLE = 256  # LLaMA rounds widths up to a multiple of this
WIDTH, BATCH, BLOCKS = 128, 64, 12


def rounded_up(width: float) -> int:
    return ceil(width / MULTIPLE) * MULTIPLE


def plain(d: int) -> float:
    """The weights of a feed-forward layer with two matrices and the usual width 4d."""
    return 2.0 * d * 4 * d


def gated(d: int, width: float) -> float:
    """The weights of one with a gate: three matrices."""
    return 3 * d * width


def a_layer_not_a_curve() -> Evidence:
    """How many weights a feed-forward layer has, without and with a gate."""
    d = 4096
    wide = rounded_up(8 * d / 3)
    widths = {"4d": 4.0 * d, "8d/3": 8 * d / 3, str(wide): wide}
    counts = {"2·d·4d": plain(d)} | {f"3·d·{name}": gated(d, width) for name, width in widths.items()}
    rows = tuple((form, n / MILLION, n / plain(d)) for form, n in counts.items())
    return Evidence({"third": 8 * d / 3, "wide": wide, "more": rows[1][2] - 1}, rows)


def one_value(value: float) -> dict[str, NDArray]:
    """Four gated units as functions of the gate, the value held fast."""
    gate = np.linspace(-6.0, 6.0, 481)
    return {"x": gate} | {name: unit(gate, value) for name, unit in GATED.items()}


def widths_of_llama() -> Evidence:
    """The hidden width by the rule two thirds of 4d, rounded up, and the weights beside a plain layer."""
    rows = []
    for d in (4096, 5120, 6656, 8192):
        wide = rounded_up(8 * d / 3)
        rows.append((f"{d}", 8 * d / 3, float(wide), gated(d, wide) / plain(d)))
    return Evidence({"most": max(row[3] for row in rows) - 1}, tuple(rows))


def baichuan_is_swiglu() -> Evidence:
    """The inner line of Baichuan's code beside SwiGLU, and the width by the rule."""
    pairs = ((-2.0, 3.0), (0.5, 3.0), (2.0, 3.0), (2.0, -3.0))
    rows = tuple((f"{g:g}, {u:g}", float(SILU(g) * u), float(swiglu.SPEC(g, u))) for g, u in pairs)
    return Evidence({"rule": 8 * 4096 / 3, "rounded": rounded_up(8 * 4096 / 3)}, rows)


def with_and_without_a_gate() -> Evidence:
    """Two halves a and b: ChatGLM-6B's unit looks at a alone, those of GLM-130B and ChatGLM2-6B at both."""
    pairs = ((1.0, 2.0), (1.0, -2.0), (-1.0, 2.0), (-1.0, -2.0))
    rows = ((f"{a:g}, {b:g}", float(TANH_GELU(a)), float(geglu.SPEC(a, b)), float(swiglu.SPEC(a, b))) for a, b in pairs)
    return Evidence(table=tuple(rows))


@cache
def stream(inside: bool) -> list[NDArray]:
    """What flows past BLOCKS feed-forward layers that add to it, with ReLU between the two maps or behind them."""
    random = np.random.default_rng(0)
    x = random.standard_normal((BATCH, WIDTH))
    flow = [x]
    for _ in range(BLOCKS):
        first = random.standard_normal((WIDTH, 4 * WIDTH)) / np.sqrt(WIDTH)
        second = random.standard_normal((4 * WIDTH, WIDTH)) / np.sqrt(4 * WIDTH)
        hidden = x / x.std() @ first
        x = x + (RELU(hidden) @ second if inside else RELU(hidden @ second))
        flow.append(x)
    return flow


def relu_behind_the_maps_only_adds() -> Evidence:
    """The share of numbers that a dozen blocks have made smaller, and the mean of all."""
    rows = []
    for name, inside in (("W₂ ReLU(W₁ x)", True), ("ReLU(W₂ W₁ x)", False)):
        first, *_, last = stream(inside)
        rows.append((name, float((last < first).mean()), float(last.mean())))
    return Evidence({"inside": rows[0][1], "behind": rows[1][1]}, tuple(rows))


def mean_of_the_stream() -> dict[str, NDArray]:
    drawn = {name: np.array([x.mean() for x in stream(name == "inside")]) for name in ("inside", "behind")}
    return {"x": np.arange(BLOCKS + 1.0)} | drawn
