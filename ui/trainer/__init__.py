"""Networks that learn in the reader's browser: the component, and what a page hands to it.

`ui/chart/assets/trainer/` learns and draws; the functions come as nodes, everything else that is random or has to be
the same for all from `labs/training/tasks.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from activations.spec import Activation
from content import Reader
from figures import theme
from labs.training.tasks import TASKS, Beginning
from ui import chart
from ui.server import trainings
from ui.state import language
from ui.state.controls import Slider

UNIT = "trainer"  # of words
WORDS = (  # what a race says
    *("bar", "start", "play", "pause", "once", "scrub", "speed", "at", "numbers", "numbers_fit", "told", "told_fit"),
    *("loss", "right", "diverged", "missing", "unable"),
    *("seeds", "seeds_under_way", "seeds_one", "seeds_clear", "seeds_open"),
)
FACTS = ("name", "step", "steps", "loss", "right", "done", "count", "first", "second", "a", "b", "ahead", "behind")
BLANKS = {fact: f"{{{fact}}}" for fact in FACTS}  # filled in the browser
LONGEST = 5000  # steps of a run, as in `race.js`


@dataclass(frozen=True, slots=True)
class Layer:
    """What a hidden layer applies: a function that follows its sliders, and perhaps another whose slope leads back."""

    act: Activation
    sliders: Mapping[str, Slider] = field(default_factory=dict)
    surrogate: "Layer | None" = None

    def as_data(self) -> dict[str, Any]:
        own = {
            "url": trainings.nodes_url(self.act.id),
            "sliders": {name: slider.as_data() for name, slider in self.sliders.items()},
        }
        return {"forward": own, "backward": self.surrogate.as_data()} if self.surrogate else own


@dataclass(frozen=True, slots=True)
class Lane:
    """One network: what it is called, and its hidden layers."""

    name: str
    layers: Sequence[Layer]


@dataclass(frozen=True, slots=True)
class Rule:
    """How weights go downhill: an optimiser of `ui/chart/assets/trainer/optimiser.js`; a `most` of 0 is no limit."""

    rule: str = "adam"
    rate: float = 0.01
    kept: float = 0.9
    decay: float = 0.0
    most: float = 0.0


def show(
    lanes: Sequence[Lane], beginning: Beginning, rule: Rule, *, key: str, step: int, until: int, seeds: int = 0
) -> int:
    """The networks side by side, and the step at which a hand has stopped them.

    They begin at `step`, or play up to `until`; the same race can be run from so many further `seeds`.
    """
    say = language.reader(UNIT)
    data = {
        **{"beginning": trainings.beginning_url(beginning), "widths": beginning.all_widths()},
        **{"loss": TASKS[beginning.task].loss.__name__, "rule": asdict(rule)},
        "lanes": [_lane(lane, i, say) for i, lane in enumerate(lanes)],
        "others": [trainings.beginning_url(replace(beginning, seed=seed)) for seed in range(seeds)],
        **{"step": step, "until": until, "palette": theme.PALETTE},
        "words": {slot: say(slot, **BLANKS) for slot in WORDS},
    }
    told = chart.component("trainer")(key=key, data=[data], default={"step": step}, on_step_change=_heard).step
    return told if type(told) is int and 0 <= told <= LONGEST else step  # a browser may send anything


def _heard() -> None:
    """Streamlit keeps what the browser tells only if somebody listens."""


def _lane(lane: Lane, i: int, say: Reader) -> dict[str, Any]:
    layers = [one.as_data() | {"label": say("layer", number=n)} for n, one in enumerate(lane.layers, start=1)]
    return {"name": lane.name, "layers": layers, "colour": theme.SERIES[i].removeprefix("$"), "dash": theme.STROKES[i]}
