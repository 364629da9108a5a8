"""Compares what came out with the core: a loss is where more than half of the digits are gone."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from activations.frameworks.engine import Arrays, Outcome
from activations.frameworks.measured import Loss, Order, Where
from activations.spec import Activation, Function, GatedActivation, PoolingActivation, VectorActivation
from harness.snippets.grid import Probe, known, probes

NEAR = 100.0  # farther out is told apart, so that the far does not hide the near
STEPS = 4  # rounding an input this far is nobody's fault, however steep the function
ORDERS: tuple[Order, ...] = ("value", "slope")


def core(function: Function, params: dict[str, float], arrays: Arrays) -> list[list[NDArray]]:
    """[[value], slopes] of ours."""
    value = np.asarray(function(*arrays, **params))
    if isinstance(function, GatedActivation):
        return [[value], [np.asarray(slope) for slope in function.derivative(*arrays, **params)]]
    if isinstance(function, VectorActivation):
        return [[value], [function.jacobian(arrays[0], **params)]]
    if isinstance(function, PoolingActivation):
        return [[value], [np.asarray(function.gradient(arrays[0]))]]
    assert isinstance(function, Activation)
    return [[value], [np.asarray(function.derivative(arrays[0], **params))]]


def allowed(probe: Probe, order: int, part: int, exact: NDArray) -> NDArray:
    """Half of the digits, what a slight change of an input makes, and what a factor too small to be normal makes."""
    first = probe.arrays[0]
    sizes = np.multiply.reduce([np.where(np.isfinite(a), np.maximum(np.abs(a), 1.0), 1.0) for a in probe.arrays])
    scale = max(1.0, *map(abs, probe.params.values()), 0.0) * (sizes if exact.shape == first.shape else sizes.max())
    room = np.zeros(exact.shape)
    with np.errstate(all="ignore"):
        for moved in _neighbours(probe):
            there = core(probe.function, probe.params, moved)[order][part]
            room = np.fmax(room, np.nan_to_num(np.abs(there.astype(float) - exact), nan=0.0))
        return np.sqrt(np.finfo(first.dtype).eps) * np.abs(exact) + room + 2 * np.finfo(first.dtype).tiny * scale


def _neighbours(probe: Probe) -> Iterator[Arrays]:
    """The first input a few roundings away: together, and of a vector each score alone as well."""
    first, *others = probe.arrays
    step = np.abs(np.spacing(np.where(np.isfinite(first), first, 1).astype(first.dtype)))
    alone = list(np.eye(len(first), dtype=first.dtype)) if _joined(probe) else []
    for which in (np.ones_like(first), *alone):
        for steps in range(-STEPS, STEPS + 1):
            yield (first + steps * which * step, *others)


def wrong(got: NDArray, exact: NDArray, room: NDArray, where: NDArray) -> NDArray:
    """Which entries lost more than they may; where there is no limit at infinity, anything is right."""
    with np.errstate(all="ignore"):
        close = (got == exact) | (np.abs(got - exact) <= np.where(np.isfinite(exact), room, 0.0))
    return ~np.where(np.isnan(exact), np.isnan(got) | (where == "infinite"), close)


def regions(probe: Probe, shape: tuple[int, ...]) -> NDArray:
    """For every entry of a result, what kind of point it belongs to."""
    together = np.stack(probe.arrays)
    axes = tuple(range(together.ndim)) if shape != probe.arrays[0].shape or _joined(probe) else (0,)
    nan, size = np.isnan(together).any(axis=axes), np.abs(together).max(axis=axes)
    named = np.where(nan, "nan", np.where(np.isinf(size), "infinite", np.where(size > NEAR, "far", "near")))
    return np.broadcast_to(named, shape)


def _joined(probe: Probe) -> bool:
    return isinstance(probe.function, (VectorActivation, PoolingActivation))


def run(probe: Probe, engine: str) -> Outcome | None:
    """Value and slopes in one engine; None where it has nothing to run."""
    program = probe.program(engine)
    with np.errstate(all="ignore"):
        return known(engine).run(program) if program else None


def losses(function: Function, engine: str, precision: str) -> Iterator[Loss]:
    """The worst loss of each kind; at other settings only what the defaults do not show."""
    worst: dict[tuple[str, str], Loss] = {}
    for probe in probes(function, precision):
        outcome = run(probe, engine)
        found = list(compare(probe, outcome, engine, precision)) if outcome else []
        shown = {key for key, loss in worst.items() if loss.params != _moved(probe)}
        for loss in found:
            key = (loss.order, loss.where)
            if key not in shown and (key not in worst or _badness(loss) > _badness(worst[key])):
                worst[key] = loss
    yield from worst.values()


def _moved(probe: Probe) -> dict[str, float] | None:
    return {k: v for k, v in probe.params.items() if v != probe.function.defaults[k]} or None


def _badness(loss: Loss) -> tuple[float, float]:
    """First what is not finite, then the larger error up to the whole value, then the nearer point."""
    error = 2.0 if not np.isfinite(loss.got) else min(loss.error, 1.0)
    return error, -float(np.nan_to_num(np.abs(loss.x), nan=0.0).max())


def compare(probe: Probe, outcome: Outcome, engine: str, precision: str) -> Iterator[Loss]:
    """Every loss at one setting."""
    value, slopes = outcome
    exact = core(probe.function, probe.params, probe.arrays)
    for order, parts in enumerate(([value], slopes or [])):
        for part, got in enumerate(parts):
            yield from _entries(probe, (engine, precision), (order, part), got, exact[order][part])


def _entries(
    probe: Probe, made: tuple[str, str], what: tuple[int, int], got: NDArray, exact: NDArray
) -> Iterator[Loss]:
    if got.shape != exact.shape:
        raise ValueError(f"{probe.function.id} in {made[0]} has the shape {got.shape} instead of {exact.shape}")
    order, part = what
    got, true, where = got.astype(float), exact.astype(float), regions(probe, exact.shape)
    bad = wrong(got, true, allowed(probe, order, part, true), where)
    if order:  # where the value is NaN, so is all that comes back from it
        bad &= where != "nan"
    for index in zip(*np.nonzero(np.atleast_1d(bad)), strict=True):
        yield Loss(
            probe.function.id,
            *made,
            ORDERS[order],
            _as_where(np.atleast_1d(where)[index]),
            _point(probe, index),
            float(np.atleast_1d(true)[index]),
            float(np.atleast_1d(got)[index]),
            part if not _joined(probe) else int(np.ravel_multi_index(index, np.atleast_1d(bad).shape)),
            _moved(probe),
        )


def _as_where(name: str) -> Where:
    return str(name)  # type: ignore[return-value]


def _point(probe: Probe, index: tuple[int, ...]) -> float | list[float]:
    if _joined(probe):
        return probe.arrays[0].astype(float).tolist()
    at = [float(array[index]) for array in probe.arrays]
    return at[0] if len(at) == 1 else at
