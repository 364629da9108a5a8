"""A function as people use it: behind the weights of a layer, initialised as it should be, in each framework."""

from string import Template
from textwrap import indent

from activations import get
from activations.frameworks import FRAMEWORKS, snippets
from activations.spec import GatedActivation

LEVEL = "    "
INITS: dict[str, dict[str, str]] = {  # how each framework says by how much the weights of a layer should vary
    "numpy": {"he": "np.sqrt(2 / 256)", "xavier": "np.sqrt(2 / (256 + 256))", "lecun": "np.sqrt(1 / 256)"},
    "torch": {
        "he": 'torch.nn.init.kaiming_normal_(self.linear.weight, nonlinearity="relu")',
        "xavier": "torch.nn.init.xavier_normal_(self.linear.weight)",
        "lecun": 'torch.nn.init.kaiming_normal_(self.linear.weight, nonlinearity="linear")',
    },
    "keras": {"he": '"he_normal"', "xavier": '"glorot_normal"', "lecun": '"lecun_normal"'},
    "jax": {"he": "he_normal()", "xavier": "glorot_normal()", "lecun": "lecun_normal()"},
}
ON_ARRAYS = """\
def layer(inputs, weight, bias):
    $x = $all
$body
    return y


$random
weight = $weight
bias = $np.zeros($outputs)
y = layer($inputs, weight, bias)"""


def _on_arrays(**blanks: str) -> str:
    """A layer in a framework that has none: a function of arrays, and arrays drawn for it."""
    return Template(ON_ARRAYS).safe_substitute(blanks)


LAYERS: dict[str, str] = {
    "numpy": _on_arrays(
        random="rng = np.random.default_rng(0)",
        weight="rng.normal(0, $init, (256, $outputs))",
        np="np",
        inputs="rng.normal(size=(32, 256))",
    ),
    "torch": """\
class Layer(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.linear = torch.nn.Linear(inputs, $wide)
        $init

    def forward(self, inputs):
        $x = $all
$body
        return y


y = Layer(256, 256)(torch.randn(32, 256))""",
    "keras": """\
class Layer(keras.layers.Layer):
    def __init__(self, outputs):
        super().__init__()
        self.dense = keras.layers.Dense($wide, kernel_initializer=$init)

    def call(self, inputs):
        $x = $all
$body
        return y


y = Layer(256)(keras.random.normal((32, 256)))""",
    "jax": _on_arrays(
        random="key = jax.random.key(0)",
        weight="jax.nn.initializers.$init(key, (256, $outputs))",
        np="jnp",
        inputs="jax.random.normal(key, (32, 256))",
    ),
}
SCORES = {  # what the weights make of the inputs, and how it is cut in two for a function with a gate
    "numpy": ("inputs @ weight + bias", "np.split({}, 2, axis=-1)"),
    "torch": ("self.linear(inputs)", "{}.chunk(2, dim=-1)"),
    "keras": ("self.dense(inputs)", "keras.ops.split({}, 2, axis=-1)"),
    "jax": ("inputs @ weight + bias", "jnp.split({}, 2, axis=-1)"),
}


def layer(function_id: str, framework: str, init: str = "lecun", **params: float) -> str | None:
    """A whole layer that ends in this function, its weights drawn by "he", "xavier" or "lecun"; it runs as it stands.

    None where a framework has no layers. Errors as from `snippets.snippet`; KeyError for another way to draw weights.
    """
    if framework not in LAYERS:
        return None
    where, function = FRAMEWORKS[framework], get(function_id)
    gated = isinstance(function, GatedActivation)
    scores, halves = SCORES[framework]
    deep = LEVEL * (2 if "class" in LAYERS[framework] else 1)
    code = Template(LAYERS[framework]).substitute(
        x=", ".join(snippets.INPUTS[type(function)]),
        all=halves.format(scores) if gated else scores,
        wide="2 * outputs" if gated else "outputs",
        outputs=512 if gated else 256,
        init=INITS[framework][init],
        body=indent(snippets.body(function, framework, params), deep),
    )
    return "\n".join([*snippets.imports(where, code), "", "", code])
