"""`slim.py ENVIRONMENT WHEN` takes out of an installed lesson what `slim.toml` names, with the reasons there.

WHEN is before or after the static files are laid out.
"""

import os
import re
import sys
import sysconfig
import tomllib
from fnmatch import translate
from functools import cache
from pathlib import Path

RULES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["rule"]


def folders(environment: Path) -> dict[str, Path]:
    """Where the patterns of each kind of rule begin."""
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment), "platbase": str(environment)})
    return {"packages": Path(packages), "share": environment / "share"}


@cache
def files(folder: Path) -> dict[str, Path]:
    """Every file below a folder by its path from there."""
    paths = [Path(inside, name) for inside, _, names in os.walk(folder) for name in names]
    return {path.relative_to(folder).as_posix(): path for path in paths}


def matching(folder: Path, patterns: list[str]) -> set[Path]:
    """The files below a folder that patterns name, or whose folder they name."""
    named = re.compile("|".join(f"{translate(one)}|{translate(f'{one}/*')}" for one in patterns) or "$.")
    return {path for name, path in files(folder).items() if named.match(name)}


def left_out(rule: dict, where: dict[str, Path]) -> set[Path]:
    """The files that one rule leaves out."""
    folder = where[rule["folder"]]
    return matching(folder, rule["leave_out"]) - matching(folder, rule.get("keep", []))


def main(environment: Path, when: str) -> None:
    where, gone = folders(environment), set[Path]()
    for rule in (rule for rule in RULES if rule.get("when", "after") == when):
        unwanted = left_out(rule, where) - gone
        gone |= unwanted
        print(f"{sum(path.lstat().st_size for path in unwanted) / 1e6:6.1f} MB: {rule['why']}")
        for path in unwanted:
            path.unlink()
    for folder in where.values():
        for inside, _, _ in os.walk(folder, topdown=False):
            if not any(Path(inside).iterdir()):
                Path(inside).rmdir()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
