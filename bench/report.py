"""What the measurements look like on paper: Markdown tables, the machine, and the place in the README."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

README = Path(__file__).with_name("README.md")
START, END = "<!-- measured -->", "<!-- end of what was measured -->"
PACKAGES = ("numpy", "scipy", "torch", "jax", "jaxlib", "keras")
ABSENT = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, numbers to the right."""
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def short(number: float | None) -> str:
    """Two or three digits, as people write them."""
    if number is None:
        return ABSENT
    if not 0 < number < float("inf"):
        return "∞" if number else "0"
    if number < 1000:
        return f"{number:.2f}" if number < 10 else f"{number:.1f}" if number < 100 else f"{number:.0f}"
    mantissa, power = f"{number:.1e}".split("e")
    return f"{mantissa}e{int(power)}"


def machine() -> str:
    """The processor and every version that matters."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    system = f"{os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()}"
    return f"{processor()}, {system}, {packages}."


def processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", info.read_text()) if info.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def write(text: str) -> None:
    """Put the measurements between the markers of the README."""
    before, _, rest = README.read_text().partition(START)
    after = rest.partition(END)[2].strip("\n")
    README.write_text(f"{before}{START}\n\n{text}\n\n{END}\n{after}")
