"""Numbers as people type them: 0.25, 1/4, .25, full-width digits, a decimal comma, a true minus, with spaces."""

import re
from math import isfinite
from unicodedata import normalize

LONGEST = 40  # characters; no answer is longer
MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "﹣": "-", "⁄": "/", "÷": "/", "。": ".", "，": ","})
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?"
FRACTION = re.compile(rf"({NUMBER})(?:/({NUMBER}))?(%?)", re.ASCII)


def read(typed: str) -> float:
    """The number that was typed; ValueError if it cannot be read as one."""
    if len(typed) > LONGEST:
        raise ValueError("too long")
    plain = normalize("NFKC", typed.translate(MINUS)).translate(MINUS)
    plain = re.sub(r"\s+", "", plain.lower().replace("×10^", "e").replace("*10^", "e"))
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    found = FRACTION.fullmatch(plain)
    if not found or (found[2] and not float(found[2])):
        raise ValueError("no number")
    number = float(found[1]) / float(found[2] or 1) / (100 if found[3] else 1)
    if not isfinite(number):
        raise ValueError("too large")
    return number
