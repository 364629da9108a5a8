"""ONNX: functions of a whole row that take many nodes."""

from dataclasses import replace

from activations.frameworks.framework import Spelling, made
from activations.frameworks.onnx.graph import graph, parts

ENTMAX = (
    "peak = ReduceMax(z, last)",
    "below = Sub(z, peak)",
    "half = Div(below, two)",
    "near = Max(half, none)",
    "size = Shape(z)",
    "ranked, order = TopK(near, size)",
    "ones = ConstantOfShape <value = float[1] {1.0}> (size)",
    "counts = CumSum(ones, axis)",
    "sums = CumSum(ranked, axis)",
    "means = Div(sums, counts)",
    "squares = Mul(ranked, ranked)",
    "square_sums = CumSum(squares, axis)",
    "square_means = Div(square_sums, counts)",
    "mean_squares = Mul(means, means)",
    "spreads = Sub(square_means, mean_squares)",
    "shares = Reciprocal(counts)",
    "room = Sub(shares, spreads)",
    "least = Relu(room)",
    "root = Sqrt(least)",
    "edges = Sub(means, root)",
    "stays = LessOrEqual(edges, ranked)",
    "inside = Where(stays, edges, none)",
    "threshold = ReduceMax(inside)",
    "above = Sub(near, threshold)",
    "kept = Relu(above)",
    "y = Mul(kept, kept)",
)
ENTMAX_CONSTANTS = "int64 axis = {-1}, int64[1] last = {-1}, float two = {2.0}, float none = {-1.0}"
GUMBEL = (
    "u = RandomUniformLike <low = 1e-20, high = 1.0, seed = $seed.0> (z)",
    "inner = Log(u)",
    "waited = Neg(inner)",
    "outer = Log(waited)",
    "noise = Neg(outer)",
    "noisy = Add(z, noise)",
    "scaled = Div(noisy, t)",
    "y = Softmax <axis = -1> (scaled)",
)

ENTMAX15 = parts(*ENTMAX, constants=ENTMAX_CONSTANTS)
GUMBEL_SOFTMAX = (
    graph(
        made("scaled = Div(z, t)\ny = Softmax <axis = -1> (scaled)", "without_noise", seed=0),
        "float t = {$temperature}",
    ),
    graph(made("\n".join(GUMBEL), "noise_of_its_own"), "float t = {$temperature}"),
)


def _normed(power: str, scale: str, k: int) -> tuple[str, ...]:
    """A power by its root mean square, times its coefficient; `scale` is what the square was divided by."""
    return (
        f"square{k} = Mul({power}, {power})",
        f"mean{k} = ReduceMean(square{k}, last)",
        f"least{k} = Div(small, {scale})",
        f"sum{k} = Add(mean{k}, least{k})",
        f"root{k} = Sqrt(sum{k})",
        f"norm{k} = Div({power}, root{k})",
        f"part{k} = Mul(norm{k}, a{k})",
    )


SCALED = ("size = Abs(z)", "top = ReduceMax(size, last)", "scale = Max(top, one)", "t = Div(z, scale)")
TOPK = (
    *SCALED,
    "mean = ReduceMean(t, last)",
    "away = Sub(t, mean)",
    "square = Mul(away, away)",
    "variance = ReduceMean(square, last)",
    "spread = Sqrt(variance)",
    "lift = Mul(spread, quantile)",
    "above = Sub(away, lift)",
    "kept = Relu(above)",
    "y = Mul(kept, scale)",
)
POWERS = (
    *SCALED,
    "t2 = Mul(t, t)",
    "t3 = Mul(t2, t)",
    "scale2 = Mul(scale, scale)",
    "scale4 = Mul(scale2, scale2)",
    "scale6 = Mul(scale4, scale2)",
    *(
        node
        for t, scale, k in (("t", "scale2", 1), ("t2", "scale4", 2), ("t3", "scale6", 3))
        for node in _normed(t, scale, k)
    ),
    "two = Add(part1, part2)",
    "three = Add(two, part3)",
    "y = Add(three, b)",
)


def _with_quantile(spelling: Spelling) -> Spelling:
    """The quantile as one more input: no operator gives it."""
    code = spelling.code.replace("$inputs", "$inputs, float[1] quantile").replace(
        "$feed", '$feed, "quantile": quantile'
    )
    given = "quantile = np.array([NormalDist().inv_cdf($sparsity)], dtype=np.float32)"
    return replace(spelling, code=f"{given}\n{code}")


LAST = "int64[1] last = {-1}, float one = {1.0}"
GAUSSIAN_TOPK = _with_quantile(parts(*TOPK, constants=LAST))
POLY_NORM = parts(
    *POWERS,
    constants=f"{LAST}, float small = {{1e-6}}, {', '.join(f'float {a} = {{${a}}}' for a in ('a1', 'a2', 'a3', 'b'))}",
)
