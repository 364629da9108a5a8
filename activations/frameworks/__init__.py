"""What frameworks make of the functions: code for them, what they fill in, and what was measured of both.

There is a folder for each framework, which holds all that is known of it in `FRAMEWORK`. It is named like the
framework's own package, so that the core reads names behind it (`activations/names.py`).
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from activations.frameworks.framework import Framework


def _found() -> Iterator[tuple[str, Framework]]:
    for module in iter_modules(__path__):
        if module.ispkg:
            yield module.name, import_module(f"{__name__}.{module.name}").FRAMEWORK


# in the order in which readers see them
FRAMEWORKS: dict[str, Framework] = dict(sorted(_found(), key=lambda found: found[1].place))
