"""What the measurements look like on paper: Markdown tables, the machine, and the place in the README."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

README = Path(__file__).with_name("README.md")
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


def machine(packages: Iterable[str]) -> str:
    """The processor, how busy it was, and every version that matters."""
    versions = "".join(f", {name} {version(name)}" for name in packages)
    system = f"{os.cpu_count()} cores, {platform.system()}, load {os.getloadavg()[0]:.1f}"
    return f"{processor()}, {system}; Python {platform.python_version()}{versions}."


def processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", info.read_text("utf-8")) if info.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def write(part: str, text: str) -> None:
    """Put the measurements of one part between its marks in the README."""
    start, end = f"<!-- measured: {part} -->", f"<!-- end: {part} -->"
    before, found, rest = README.read_text("utf-8").partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{README.name} has no place for {part}")
    README.write_text(f"{before}{start}\n\n{text}\n\n{end}{after}", "utf-8")
