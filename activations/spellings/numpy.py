"""NumPy and SciPy: every function in a form that neither overflows nor cancels."""

from activations.spellings import Table, made, own

LEAKY = made("y = np.where(x > 0, x, $alpha * x)")
SPARSEMAX = """\
ranked = -np.sort(-z, axis=-1)
counts = np.arange(1, z.shape[-1] + 1)
threshold = ((np.cumsum(ranked, axis=-1) - 1) / counts).max(axis=-1, keepdims=True)
y = np.maximum(z - threshold, 0.0)"""
TANH_SHRINK = """\
t = np.minimum(x * x, 0.01)  # near 0, x - tanh(x) would cancel
c = t / (3 + t / (5 + t / (7 + t / 9)))
y = np.where(np.abs(x) < 0.1, x * c / (1 + c), x - np.tanh(x))"""

SPELLINGS: Table = {
    "arctan": own("y = np.arctan(x)"),
    "bilinear": made("y = gate * value"),
    "celu": made("y = np.where(x > 0, x, $alpha * np.expm1(np.minimum(x, 0.0) / $alpha))"),
    "dynamic_relu": made("y = np.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    "elu": made("y = np.where(x > 0, x, $alpha * np.expm1(np.minimum(x, 0.0)))"),
    "exponential": own("y = np.exp(x)"),
    "gaussian": made("y = np.exp(-x * x)"),
    "geglu": made("y = gate * special.ndtr(gate) * value"),
    "gelu": made("y = x * special.ndtr(x)"),
    "gelu_sigmoid": made("y = x * special.expit(1.702 * x)"),
    "gelu_tanh": made("u = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)\ny = x * special.expit(2 * u)"),
    "glu": made("y = special.expit(gate) * value"),
    "hard_shrink": made("y = np.where(np.abs(x) > $lambd, x, 0.0)"),
    "hard_sigmoid": made("y = np.clip((x + 3) / 6, 0.0, 1.0)"),
    "hard_swish": made("y = x * np.clip(x + 3, 0.0, 6.0) / 6"),
    "hard_tanh": own("y = np.clip(x, $low, $high)", "other_name"),
    "hardmax": made("y = np.eye(z.shape[-1])[z.argmax(axis=-1)]"),
    "identity": own("y = np.positive(x)", "other_name"),
    "leaky_relu": LEAKY,
    "lecun_tanh": made("y = 1.7159 * np.tanh(2 * x / 3)"),
    "lisht": made("y = x * np.tanh(x)"),
    "log_sigmoid": own("y = special.log_expit(x)", "other_name"),
    "log_softmax": made(
        "below = z - z.max(axis=-1, keepdims=True)\n"
        "others = np.exp(np.sort(below, axis=-1)[..., :-1])  # all but the largest, which is exp(0)\n"
        "y = below - np.log1p(others.sum(axis=-1, keepdims=True))"
    ),
    "maxout": made("y = z.max(axis=-1)", "pieces"),
    "mish": made("y = x * np.tanh(np.logaddexp(0.0, x))"),
    "prelu": made(LEAKY.code, "trainable"),
    "reglu": made("y = np.maximum(gate, 0.0) * value"),
    "relu": made("y = np.maximum(x, 0.0)"),
    "relu6": own("y = np.clip(x, 0.0, 6.0)", "other_name"),
    "rrelu": (
        made("slope = ($lower + $upper) / 2\ny = np.where(x > 0, x, slope * x)", "drawn_as_here", seed=0),
        made(
            "share = np.random.default_rng($seed).random()\nslope = $lower + ($upper - $lower) * share\n"
            "y = np.where(x > 0, x, slope * x)",
            "drawn_as_here",
        ),
    ),
    "scaled_sigmoid": made("y = 2 * np.tanh(x / 2)"),
    "selu": made(
        "scale, alpha = 1.0507009873554805, 1.6732632423543772\n"
        "y = scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))"
    ),
    "sigmoid": own("y = special.expit(x)", "other_name"),
    "silu": made("y = x * special.expit(x)"),
    "sine": own("y = np.sin(x)"),
    "snake": made("y = x + np.sin($alpha * x) ** 2 / $alpha"),
    "soft_shrink": made("y = x - np.clip(x, -$lambd, $lambd)"),
    "softmax": own("y = special.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = special.softmax(-z, axis=-1)", "default_differs"),
    "softplus": made("y = np.logaddexp(0.0, $beta * x) / $beta"),
    "softsign": made("y = x / (1 + np.abs(x))"),
    "sparse_plus": made("y = np.where(x >= 1, x, (np.clip(x, -1.0, 1.0) + 1) ** 2 / 4)"),
    "sparsemax": made(SPARSEMAX),
    "squared_relu": made("y = np.maximum(x, 0.0) ** 2"),
    "squareplus": (
        made("y = np.maximum(x, 0.0)", beta=0),
        made(
            "gap = $beta / 2 / (np.sqrt(x * x + $beta) + np.abs(x))  # sqrt(x * x + b) - |x| would cancel\n"
            "y = np.maximum(x, 0.0) + gap"
        ),
    ),
    "step": own("y = np.heaviside(x, 0.0)", "value_at_zero"),
    "swiglu": made("y = gate * special.expit($beta * gate) * value"),
    "swish": made("y = x * special.expit($beta * x)"),
    "tanh": own("y = np.tanh(x)"),
    "tanh_shrink": made(TANH_SHRINK),
    "thresholded_relu": made("y = np.where(x > $alpha, x, 0.0)"),
}
