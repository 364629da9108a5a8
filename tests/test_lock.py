"""The lock is what the requirements ask for, whole and with nothing besides, and what is installed is what it says."""

import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from failures import every
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAMES = ("requirements", "requirements-dev", "requirements-tools")
HASH = re.compile(r" +--hash=sha256:[0-9a-f]{64}( \\)?")
WHERE = [  # everywhere that the lock is for
    {"python_version": version, "python_full_version": f"{version}.0"} | system
    for version in ("3.11", "3.12", "3.13", "3.14")
    for system in (
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    )
]


def wanted(name):
    """What a list of requirements asks for, with the lists that it takes in."""
    for line in (ROOT / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("-r "):
            yield from wanted(line.removeprefix("-r ").removesuffix(".txt"))
        elif line and not line.startswith("#"):
            yield Requirement(line)


def locked(name):
    """Each locked requirement with its lines of hashes."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / f"{name}.lock").read_text("utf-8"), flags=re.M)
    for block in re.split(r"\n(?! )", text.strip()):
        first, *hashes = block.splitlines()
        yield Requirement(first.removesuffix(" \\")), hashes


def applies(marker: Marker | None, where, extras=()):
    return marker is None or any(marker.evaluate(where | {"extra": extra}) for extra in (*extras, ""))


def needed(requirements, where):
    """The names of all that these need there, by what the installed distributions say of themselves."""
    found, todo = {}, list(requirements)
    while todo:
        one = todo.pop()
        name, before = canonicalize_name(one.name), found.get(canonicalize_name(one.name), set())
        if name in found and one.extras <= before:
            continue
        found[name] = before | one.extras
        asked = (metadata.requires(name) or []) if installed(name) else []
        todo += [r for r in map(Requirement, asked) if applies(r.marker, where, found[name])]
    return set(found)


@every("name", NAMES)
def test_every_locked_line_is_exact_and_hashed_and_says_not_where_it_is_from(name):
    for requirement, hashes in locked(name):
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)) and not requirement.url, requirement
        assert hashes and all(HASH.fullmatch(line) for line in hashes), requirement
    assert not re.search(r"://|^-", (ROOT / f"{name}.lock").read_text("utf-8"), re.M)


@every("name", NAMES)
def test_what_is_asked_for_is_locked(name):
    lines = {canonicalize_name(one.name): one for one, _ in locked(name)}
    for asked in wanted(name):
        line = lines[canonicalize_name(asked.name)]
        assert (line.specifier, line.marker) == (asked.specifier, asked.marker), "run `make lock`"


@pytest.mark.parametrize("name", NAMES[:2])  # the tools live in an environment of their own
def test_all_that_is_needed_is_locked_and_nothing_else(name):
    lines = list(locked(name))
    used = set()
    for where in WHERE:
        here = needed([r for r in wanted(name) if applies(r.marker, where)], where)
        assert here <= {canonicalize_name(one.name) for one, _ in lines if applies(one.marker, where)}
        used |= here
    spare = {canonicalize_name(one.name) for one, _ in lines} - used
    foreign = {name for name in used if not installed(name)} | spare
    assert all(parents and parents <= foreign for parents in map(asked_by(name).get, spare)), spare


def installed(name):
    try:
        return bool(metadata.version(name))
    except metadata.PackageNotFoundError:  # of another system: what it needs in turn is known to the lock alone
        return False


def asked_by(name):
    """The packages that each locked one is there for, as the lock says."""
    found = {}
    for line in (ROOT / f"{name}.lock").read_text("utf-8").splitlines():
        if start := re.match(r"([\w.-]+)==", line):
            found[canonicalize_name(start[1])] = parents = set()
        elif said := re.match(r"    #(?: via)? +([a-z][\w.-]*)$", line):
            parents.add(canonicalize_name(said[1]))
    return found


def test_the_tests_run_on_what_the_lesson_runs_on():
    tests = {one.name: (one, hashes) for one, hashes in locked("requirements-dev")}
    assert all(tests[one.name] == (one, hashes) for one, hashes in locked("requirements"))


def test_what_is_installed_is_what_is_locked():
    for one, _ in locked("requirements-dev"):
        if applies(one.marker, {}):
            assert one.specifier.contains(metadata.version(one.name)), one


@pytest.mark.parametrize("answers", ["pypi", "osv", "none"])
def test_a_silent_database_is_no_clean_bill(answers, tmp_path):
    audit = tmp_path / "pip-audit"
    finds = f'case "$*" in *strict*) ;; *" {answers} "*) echo "Found 5 known vulnerabilities" >&2; exit 1;; esac'
    audit.write_text(f"#!/bin/sh\n{finds}\n", "utf-8")
    audit.chmod(0o755)
    done = subprocess.run(["sh", ROOT / "deploy/audit.sh", audit, "a.lock"], capture_output=True, encoding="utf-8")
    assert (f"a.lock, by {answers}:" in done.stdout) == (done.returncode == 0) == (answers != "none")
