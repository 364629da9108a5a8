"""`python -m bench` prints what it measures; `--write` also puts it into the README."""

import argparse
import time

from bench import accuracy, speed
from bench.report import machine, write


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into bench/README.md")
    wanted, start = parser.parse_args(), time.perf_counter()
    parts = [f"Measured on {time.strftime('%Y-%m-%d')}: {machine()}"]
    for title, part in (("Accuracy", accuracy), ("Speed", speed)):
        parts.append(f"## {title}\n\n{part.report()}")
    parts.append(f"The whole run took {(time.perf_counter() - start) / 60:.1f} minutes.")
    text = "\n\n".join(parts)
    print(text)
    if wanted.write:
        write(text)


main()
