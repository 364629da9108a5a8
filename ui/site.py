"""The site map: sections and their pages in reading order, each with its address and words; the steps of the course."""

from dataclasses import dataclass
from pathlib import Path

from labs.why import LABS

FOLDER = Path(__file__).parents[1] / "pages"
HOME = "home"  # has no address of its own
SECTIONS = {
    "learn": ("home", "why", "gallery", "explore", "compare", "choose", "models"),
    "lab": ("duel", "dead_units", "swap", "surrogate"),
    "check": ("facts", "quiz", "glossary"),
}


@dataclass(frozen=True, slots=True)
class Page:
    section: str
    name: str

    @property
    def address(self) -> str:
        return "/" if self.name == HOME else f"/{self.name.replace('_', '-')}"

    @property
    def script(self) -> Path:
        return FOLDER / self.section / f"{self.name}.py"

    @property
    def words(self) -> str:
        """The unit of `content/` that holds what is said on it."""
        return f"pages/{self.section}/{self.name}"


PAGES = {name: Page(section, name) for section, names in SECTIONS.items() for name in names}
WHY = "why"  # shows one experiment at a time
SUM = "sum"  # what they add up to has nothing to drag
EXPERIMENTS = (*LABS, SUM)  # in reading order


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the course: a page, or one experiment of the page that has several."""

    page: str
    experiment: str = ""

    @property
    def query(self) -> dict[str, str]:
        """The state it opens with."""
        return {"experiment": self.experiment} if self.experiment else {}


STEPS = (
    Step(HOME),
    *(Step(WHY, one) for one in EXPERIMENTS),
    *(Step(name) for name in ("gallery", "explore", "compare", "duel", "facts", "choose", "models")),
)
