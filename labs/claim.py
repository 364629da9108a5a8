"""A claim that is commonly made about activation functions, and what there is to be seen about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from activations.domain import Param

Verdict = Literal["wrong", "misleading", "outdated", "conditions", "correct"]
VERDICTS: tuple[Verdict, ...] = ("wrong", "misleading", "outdated", "conditions", "correct")
Cell = str | float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was computed: numbers, by the names of the blanks they fill, and rows of a table.

    A cell that is the id of a function is shown as its name, any other string as it is.
    """

    numbers: Mapping[str, float] = field(default_factory=dict)
    table: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """Lines over x, or bars: `draw` gives "x" and an array for each line, or one array "bars".

    A line is named by the id of a function, or by a word its text explains (slot `line_<name>`).
    `knobs` are the sliders that `draw` takes; the shapes it returns do not depend on them.
    `bars` are the ids of functions below the bars. `limits` cut the y axis.
    """

    draw: Callable[..., dict[str, NDArray[np.floating]]]
    knobs: tuple[Param, ...] = ()
    bars: tuple[str, ...] = ()
    log: bool = False
    limits: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: the verdict, the functions it is about, and where each number beside it comes from.

    `sources` are keys of the bibliography, `reported` numbers taken from them, `evidence` computes
    its numbers on the spot, `trial` is an experiment that takes a while or depends on the machine.
    `topic` is the module it stands in, filled in by discovery.
    """

    id: str
    verdict: Verdict
    functions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reported: Mapping[str, float] = field(default_factory=dict)
    evidence: Callable[[], Evidence] | None = None
    plot: Plot | None = None
    trial: Callable[[], Evidence] | None = None
    topic: str = ""
