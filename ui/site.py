"""The site map: sections and their pages in reading order, each with its address, its script and its words."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "pages"
HOME = "home"  # has no address of its own
SECTIONS = {
    "learn": ("home", "why", "gallery", "explore", "compare", "choose", "models"),
    "check": ("facts", "glossary"),
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
