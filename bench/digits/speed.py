"""The time of f and f' together, on one thread: ours beside PyTorch's and JAX's."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import geometric_mean, median, quantiles

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.spec import Activation
from bench.digits.peers import CALLS, Peer, peer
from bench.report import short, table

SIZES = {401: "µs", 1_000_000: "ms"}
PER_SECOND = {"µs": 1e6, "ms": 1e3}
SAMPLE, ROUNDS = 2e-3, 41  # seconds that one sample lasts at least, and how many are taken
FRAMEWORKS = ("torch", "jax")


@dataclass(frozen=True, slots=True)
class Timing:
    """The median of the samples in seconds, and the distance between their quartiles as a share of it."""

    seconds: float
    spread: float


@dataclass(frozen=True, slots=True)
class Row:
    """One function at one size."""

    name: str
    times: Mapping[str, Timing]
    native: frozenset[str]

    def ratio(self, framework: str) -> float | None:
        theirs = self.times.get(framework)
        return self.times["ours"].seconds / theirs.seconds if theirs else None

    @property
    def spread(self) -> float:
        return max(timing.spread for timing in self.times.values())


def sample(call: Callable[[], object], loops: int) -> float:
    start = time.perf_counter()
    for _ in range(loops):
        call()
    return (time.perf_counter() - start) / loops


def race(calls: Mapping[str, Callable[[], object]]) -> dict[str, Timing]:
    """Everyone takes turns, so that what disturbs the machine disturbs all alike."""
    for call in calls.values():
        call()  # compiles, and touches the memory
    loops = {name: 1 + int(SAMPLE / min(sample(call, 1) for _ in range(3))) for name, call in calls.items()}
    taken = [{name: sample(call, loops[name]) for name, call in calls.items()} for _ in range(ROUNDS)]
    return {name: timing([turn[name] for turn in taken]) for name in calls}


def timing(samples: list[float]) -> Timing:
    low, _, high = quantiles(samples, n=4)
    return Timing(median(samples), (high - low) / median(samples))


def row(act: Activation, peers: Mapping[str, Peer], x: NDArray) -> Row:
    calls: dict[str, Callable | None] = {"ours": lambda: (act(x), act.derivative(x))}
    calls |= {framework: CALLS[framework](told.formula, x) for framework, told in peers.items()}
    native = frozenset(framework for framework, told in peers.items() if told.native)
    return Row(act.id, race({name: call for name, call in calls.items() if call}), native)


def mean(rows: list[Row], framework: str, native: bool) -> str:
    chosen = [r.ratio(framework) for r in rows if framework in r.native or not native]
    return short(geometric_mean(ratio for ratio in chosen if ratio is not None))


def written(rows: list[Row], size: int) -> str:
    """The slowest beside torch first; a star where the framework has no such function and composes it."""
    unit = SIZES[size]
    head = ["function", *(f"{name}, {unit}" for name in ("ours", *FRAMEWORKS)), "ours/torch", "ours/jax", "noise"]

    def taken(r: Row, name: str) -> str:
        timed = r.times.get(name)
        star = "" if name in (r.native | {"ours"}) or not timed else "*"
        return short(timed.seconds * PER_SECOND[unit] if timed else None) + star

    def line(r: Row) -> list[str]:
        ratios = (short(r.ratio(framework)) for framework in FRAMEWORKS)
        return [r.name, *(taken(r, name) for name in ("ours", *FRAMEWORKS)), *ratios, f"{r.spread:.0%}"]

    body = [line(r) for r in sorted(rows, key=lambda r: -(r.ratio("torch") or 0))]
    noise = f"{median(r.spread for r in rows):.0%}"
    foot = [
        [f"**geometric mean, {say}**", "", "", "", *(f"**{mean(rows, f, native)}**" for f in FRAMEWORKS), noise]
        for say, native in (("all", False), ("without *", True))
    ]
    return table(head, body + foot)


def report() -> str:
    """A table for each size, and how many processors were busy meanwhile."""
    acts = [act for act in CATALOGUE.values() if isinstance(act, Activation)]
    peers = {act.id: {framework: peer(framework, act) for framework in FRAMEWORKS} for act in acts}
    wall, busy = time.perf_counter(), time.process_time()
    parts = []
    for size in SIZES:
        x = np.random.default_rng(size).uniform(-8, 8, size)
        parts.append(f"### {size:,} points\n\n{written([row(act, peers[act.id], x) for act in acts], size)}")
    threads = (time.process_time() - busy) / (time.perf_counter() - wall)
    return "\n\n".join([*parts, f"Processors busy while timing: {threads:.2f}."])
