"""Networks that learn in the reader's browser: the component, and what a page hands to it.

`ui/chart/assets/trainer/` learns and draws; the functions come as nodes, everything else that is random or has to be
the same for all from `labs/training/tasks.py`.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from activations.spec import Activation, Param
from content import Reader
from figures import theme
from labs.training.tasks import COLUMNS, DRAWN, HIGHEST, LEVELS, TASKS, Beginning
from ui import chart
from ui.host import page
from ui.server import trainings
from ui.state import language
from ui.state.controls import Slider
from ui.trainer.turns import LONGEST, Turn, heard

UNIT = "trainer"  # of words
WORDS = (  # what a race says
    *("bar", "restart", "play", "pause", "once", "scrub", "speed", "at", "numbers", "numbers_fit", "told", "told_fit"),
    *("back", "angle", "no_gradient", "strip", "unit", "unit_of", "unit_alive", "unit_silent"),
    *("loss", "right", "diverged", "missing", "unable"),
    *("seeds", "seeds_under_way", "seeds_one", "seeds_clear", "seeds_open"),
)
FACTS = (
    *("name", "step", "steps", "loss", "right", "done", "count", "first", "second", "a", "b", "ahead", "behind"),
    *("back", "silent", "angle", "layer", "unit", "share", "gradient", "highest"),
)
BLANKS = {fact: f"{{{fact}}}" for fact in FACTS}  # filled in the browser


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

    def moving(self) -> dict[str, tuple[str, Param]]:
        """The sliders by their classes on the page: their keys, and what they move."""
        own = {self.sliders[p.name].key: p for p in self.act.params if p.name in self.sliders}
        lent = self.surrogate.moving() if self.surrogate else {}
        return lent | {page.widget_class(key): (key, p) for key, p in own.items()}


@dataclass(frozen=True, slots=True)
class Lane:
    """One network: what it is called, its hidden layers, and what it does not share with the others."""

    name: str
    layers: Sequence[Layer]
    beginning: Beginning | None = None
    rule: "Rule | None" = None


@dataclass(frozen=True, slots=True)
class Rule:
    """How weights go downhill: an optimiser of `ui/chart/assets/trainer/optimiser.js`; a `most` of 0 is no limit."""

    rule: str = "adam"
    rate: float = 0.01
    kept: float = 0.9
    decay: float = 0.0
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class Course:
    """How a race goes: it begins at `step`, reached with these `turns`; if that is 0 and it `plays`, it goes
    on to `until` by itself. It can be run from so many `seeds` as well; to `watch` is to show every unit over time."""

    step: int
    until: int
    turns: tuple[Turn, ...] = ()
    plays: bool = True
    seeds: int = 0
    watch: bool = False


def show(lanes: Sequence[Lane], beginning: Beginning, rule: Rule, course: Course, *, key: str) -> tuple[Course, Any]:
    """The networks side by side; the course with the step at which a hand has stopped them and with what it has turned,
    and what it has drawn, as it was told."""
    say = language.reader(UNIT)
    sliders = {name: one for lane in lanes for layer in lane.layers for name, one in layer.moving().items()}
    turns = [(turn.step, page.widget_class(turn.key), turn.value) for turn in course.turns]
    data = {
        **{"beginning": trainings.beginning_url(beginning), "widths": beginning.all_widths()},
        **{"loss": TASKS[beginning.task].loss.__name__, "rule": asdict(rule)},
        "lanes": [_lane(lane, i, say) for i, lane in enumerate(lanes)],
        **{"step": course.step, "until": course.until, "plays": course.plays, "watch": course.watch},
        **{"longest": LONGEST, "seeds": course.seeds, "turns": [turn for turn in turns if turn[1] in sliders]},
        **{"draws": beginning.task == DRAWN, "columns": COLUMNS, "levels": LEVELS, "highest": HIGHEST},
        "palette": theme.PALETTE,
        "words": {slot: say(slot, **BLANKS) for slot in WORDS},
    }
    on = {"on_rest_change": _heard, "on_drawn_change": _heard}
    told = chart.component("trainer")(key=key, data=[data], default={"rest": None, "drawn": None}, **on)
    with suppress(ValueError):  # a browser may send anything
        match told.rest:
            case {"step": int(step), "turns": turned} if 0 <= step <= LONGEST:
                course = replace(course, step=int(step), turns=heard(turned, sliders))
    return course, told.drawn


def _heard() -> None:
    """Streamlit keeps what the browser tells only if somebody listens."""


def _lane(lane: Lane, i: int, say: Reader) -> dict[str, Any]:
    layers = [one.as_data() | {"label": say("layer", number=n)} for n, one in enumerate(lane.layers, start=1)]
    look = {"colour": theme.SERIES[i].removeprefix("$"), "dash": theme.DASHES[i]}
    own = {
        "beginning": trainings.beginning_url(lane.beginning) if lane.beginning else None,
        "rule": asdict(lane.rule) if lane.rule else None,
    }
    return {"name": lane.name, "layers": layers, **look, **own}
