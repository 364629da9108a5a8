"""A framework that is made up: NumPy's code behind the name of a package that is there."""

from activations.frameworks import numpy
from activations.frameworks.engine import Engine
from activations.frameworks.framework import Framework

FRAMEWORK = Framework(
    name="Made up",
    place=7,
    given="{name} = np.array({values})",
    imports={"import numpy as np": r"\bnp\.", "from scipy import special": r"\bspecial\."},
    spellings=numpy.FRAMEWORK.spellings,
    defaults=numpy.DEFAULTS,
    engines={"ml_dtypes": Engine(packages=("ml_dtypes",), run=numpy.run, differentiates=False)},
    layer=numpy.LAYER,
)
