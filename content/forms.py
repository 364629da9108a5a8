"""What a slot says in one language: with blanks, and in the forms that the number in one of them asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from babel.plural import PluralRule

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
BLANK = re.compile(r"<<(\w+)(?::([^>]+))?>>")


def fill(text: str, facts: Mapping[str, object]) -> str:
    """Put numbers into the `<<name:format>>` blanks, with a true minus; KeyError where one is missing."""

    def written(blank: re.Match[str]) -> str:
        value = facts[blank[1]]
        shown = format(value, blank[2] or "")
        return shown if isinstance(value, str) else shown.replace("-", "\N{MINUS SIGN}")

    return BLANK.sub(written, text)


@dataclass(frozen=True, slots=True)
class Forms:
    """`other` is said of most numbers; `special` has what is said of those in another of CLDR's plural categories.

    The number that decides is the one in the blank `by`.
    """

    other: str
    special: Mapping[str, str] = field(default_factory=dict, hash=False)
    by: str = ""

    def filled(self, facts: Mapping[str, object], plural: PluralRule) -> str:
        """The form for these numbers, with them in its blanks."""
        text = self.special.get(self._category(facts, plural), self.other) if self.special else self.other
        return fill(text, facts) if "<<" in text else text

    def _category(self, facts: Mapping[str, object], plural: PluralRule) -> str:
        """Of the number as it is shown, because 1.0 is no 1 in many languages."""
        value = facts[self.by]
        if isinstance(value, str):  # filled in by the browser
            return "other"
        shown = next(form for name, form in BLANK.findall(self.other) if name == self.by)
        return plural(Decimal(format(value, shown).replace(",", "")))


def read(said: str | Mapping[str, str]) -> Forms:
    """A text, or a table of its forms by category, with `by` if several blanks could decide; else a ValueError."""
    if isinstance(said, str):
        return Forms(said.strip("\n"))
    special = {category: text.strip("\n") for category, text in said.items() if category not in ("other", "by")}
    if "other" not in said or not set(special) <= set(CATEGORIES):
        raise ValueError(f"forms are {', '.join(CATEGORIES)}, and the last of them is needed, not {', '.join(said)}")
    blanks = {name for name, _ in BLANK.findall(said["other"])}
    by = said.get("by") or (min(blanks) if len(blanks) == 1 else "")
    if by not in blanks:
        raise ValueError(f"`by` has to name the blank that decides, one of {', '.join(sorted(blanks)) or 'none'}")
    return Forms(said["other"].strip("\n"), special, by)
