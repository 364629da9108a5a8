"""`python -m bench PART ...` prints what it measures; `--write` also puts each part in its place in the README."""

import argparse
import signal
import sys
import time
from importlib import import_module
from io import TextIOWrapper

from bench.report import machine, write

FRAMEWORKS = ("numpy", "scipy", "torch", "jax", "jaxlib", "keras")
READERS = ("streamlit", "plotly", "playwright")
PARTS = {  # the module, imported only when asked for because environments differ, and the packages that matter
    "accuracy": ("digits.accuracy", FRAMEWORKS),
    "speed": ("digits.speed", FRAMEWORKS),
    "drag": ("drag.libraries", READERS),
    "sliders": ("drag.sliders", READERS),
    "class": ("crowd.classroom", READERS),
    "flood": ("crowd.flood", READERS),
    "hour": ("crowd.hour", READERS),
    "visit": ("visit.first", READERS),
    "train": ("train.pictures", READERS),
    "image": ("image.report", ("streamlit",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="+", choices=PARTS, metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--write", action="store_true", help="put the tables into bench/README.md")
    wanted = parser.parse_args()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal of another encoding must not stop a measurement
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that servers are stopped as well
    for name in wanted.parts:
        text = measured(name)
        print(f"## {name}\n\n{text}\n", flush=True)
        if wanted.write:
            write(name, text)


def measured(name: str) -> str:
    """The report of one part, and what it was measured on."""
    module, packages = PARTS[name]
    room = import_module(f"bench.{module.partition('.')[0]}")
    if hasattr(room, "prepare"):
        room.prepare()
    part, start = import_module(f"bench.{module}"), time.perf_counter()
    text, minutes = part.report(), (time.perf_counter() - start) / 60
    return f"{text}\n\nMeasured on {time.strftime('%Y-%m-%d')} in {minutes:.1f} minutes: {machine(packages)}"


main()
