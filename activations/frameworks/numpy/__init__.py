"""NumPy and SciPy: every function in a form that neither overflows nor cancels."""

import numpy as np

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Defaults, Framework, last_axis, on_arrays
from activations.frameworks.numpy.curves import CURVES
from activations.frameworks.numpy.rows import ROWS

DEFAULTS: Defaults = {
    "softmax": last_axis("scipy.special.softmax", "axis", None),
    "softmin": last_axis("scipy.special.softmax", "axis", None),
}

LAYER = on_arrays(
    halves="np.split({}, 2, axis=-1)",
    inits={"he": "np.sqrt(2 / 256)", "xavier": "np.sqrt(2 / (256 + 256))", "lecun": "np.sqrt(1 / 256)"},
    random="rng = np.random.default_rng(0)",
    weight="rng.normal(0, $init, (256, $outputs))",
    np="np",
    inputs="rng.normal(size=(32, 256))",
)


def run(program: Program) -> Outcome:
    """The value alone."""
    return np.asarray(program.formula()(*program.arrays)), None


FRAMEWORK = Framework(
    name="NumPy",
    place=1,
    given="{name} = np.array({values})",
    imports={"import numpy as np": r"\bnp\.", "from scipy import special": r"\bspecial\."},
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    engines={"numpy": Engine(packages=("numpy", "scipy"), run=run, differentiates=False)},
    layer=LAYER,
)
