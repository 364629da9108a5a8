"""A function as people use it: behind the weights of a layer, initialised as it should be, in each framework."""

from string import Template
from textwrap import indent

from activations import get
from activations.frameworks import FRAMEWORKS, snippets
from activations.spec import GatedActivation

LEVEL = "    "


def layer(function_id: str, framework: str, init: str = "lecun", **params: float) -> str | None:
    """A whole layer that ends in this function, its weights drawn by "he", "xavier" or "lecun"; it runs as it stands.

    None where a framework has no layers. Errors as from `snippets.snippet`; KeyError for another way to draw weights.
    """
    where, function = FRAMEWORKS[framework], get(function_id)
    if where.layer is None:
        return None
    gated = isinstance(function, GatedActivation)
    deep = LEVEL * (2 if "class" in where.layer.code else 1)
    code = Template(where.layer.code).substitute(
        x=", ".join(snippets.INPUTS[type(function)]),
        all=where.layer.halves.format(where.layer.scores) if gated else where.layer.scores,
        wide="2 * outputs" if gated else "outputs",
        outputs=512 if gated else 256,
        init=where.layer.inits[init],
        body=indent(snippets.body(function, framework, params), deep),
    )
    return "\n".join([*snippets.imports(where, code), "", "", code])
