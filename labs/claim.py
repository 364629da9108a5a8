"""A claim that is commonly made about activation functions, and what there is to be seen about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from activations.domain import Param

# How a claim is judged, word for word as it goes round:
# * wrong: the point it makes does not hold;
# * misleading: what is true of it leads to a wrong conclusion, or it mixes up two things or asks the wrong question;
# * outdated: it was right once;
# * conditions: its point holds in part, or once a condition is added that it does not name;
# * correct: it holds, whatever may be added.
# Code that copies a formula is judged by what it gives itself, in single precision, for inputs up to `MET` in size,
# which learners do meet: wrong if that may be NaN or an infinity where the true value is none; conditions if the worst
# is that tiny results lose their digits, or if one of several ways to write it fails and another does not.
Verdict = Literal["wrong", "misleading", "outdated", "conditions", "correct"]
MET = 100.0
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
    `printed` says that pages for learners draw or list the mistake as a fact, which was checked in them.
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
    printed: bool = False
    topic: str = ""
