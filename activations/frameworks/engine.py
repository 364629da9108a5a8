"""What runs the code of a framework when it is measured: the framework itself, or what it takes its arithmetic from."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from typing import Any

from numpy.typing import NDArray

Arrays = tuple[NDArray, ...]
Outcome = tuple[NDArray, list[NDArray] | None]  # the value, and its slopes by each input


@dataclass(frozen=True, slots=True)
class Program:
    """A snippet without its examples, and what it is given instead; `matrix` says that its slopes are a Jacobian."""

    code: str
    inputs: Mapping[str, NDArray]
    matrix: bool

    @property
    def arrays(self) -> Arrays:
        """The inputs in order."""
        return tuple(self.inputs.values())

    def formula(self) -> Callable[..., Any]:
        """The code as a function of its inputs; what comes before their first mention, such as a layer, runs once."""
        lines = self.code.splitlines()
        mention = re.compile(rf"\b(?:{'|'.join(self.inputs)})\b")
        first = next(i for i, line in enumerate(lines) if mention.search(line))
        body = [f"    {line}" for line in [*lines[first:], "return y"]]
        space: dict[str, Any] = {}
        exec("\n".join([*lines[:first], f"def formula({', '.join(self.inputs)}):", *body]), space)
        return space["formula"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """`packages` are those whose versions matter, and `run` gives what a program gives, with slopes if it can.

    `prepare` says before anything is imported in which precision to compute; without it, inputs say. An engine that
    `refuses` may know less than the framework, and one that is `portable` runs what is spelled for such.
    """

    packages: tuple[str, ...]
    run: Callable[[Program], Outcome]
    prepare: Callable[[str], None] | None = None
    precisions: tuple[str, ...] = ("float32", "float64")
    differentiates: bool = True
    refuses: bool = False
    portable: bool = False

    @property
    def installed(self) -> bool:
        """Whether all of its packages are here."""
        return all(any(distributions(name=package)) for package in self.packages)
