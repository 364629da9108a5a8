"""What learns in the browser, run by Deno beside the lesson's own networks."""

import base64
import json
from dataclasses import replace
from itertools import cycle, islice

import deno
import numpy as np
import pytest
from conftest import ACTS, settings

from labs.training.bends import ALL, INT8
from labs.training.interpolation import FAR, REACH, nodes
from labs.training.networks import Bend
from labs.training.optimisers import Adam, Momentum
from labs.training.tasks import BATCHES, STARTS, TASKS, Beginning
from labs.training.tensors import tensors

STEPS = 200
SMALL = Beginning(size=100, widths=(8, 8))
RULES = {  # as the browser is told, and as labs has it
    "adam": ({"rule": "adam", "rate": 0.01}, lambda: Adam(0.01)),
    "momentum": ({"rule": "momentum", "rate": 0.05}, lambda: Momentum(0.05)),
    "plain": ({"rule": "momentum", "rate": 0.1, "kept": 0}, lambda: Momentum(0.1, 0.0)),
    "decay": ({"rule": "adam", "rate": 0.02, "decay": 0.1}, lambda: Adam(0.02, 0.1)),
    "decay_plain": ({"rule": "momentum", "rate": 0.05, "decay": 0.1}, lambda: Momentum(0.05, decay=0.1)),
    "clipped": ({"rule": "momentum", "rate": 0.1, "most": 0.05}, lambda: Momentum(0.1)),
}


def encoded(arrays):
    return base64.b64encode(tensors(arrays)).decode()


def listed(array):
    return [value if np.isfinite(value) else None for value in np.ravel(array).tolist()]


def one_curve(act, params):
    """Its nodes, and what the core says between them, beside corners and exactly there, and at the ends."""
    random, found = np.random.default_rng(1), nodes(act, **params)
    corners = found.corners[0]
    spread = [random.uniform(-REACH, REACH, 2000), random.uniform(-6, 6, 2000), found.rows[0]]
    x = np.concatenate([*spread, corners, corners + 1e-7, corners - 1e-7, [-REACH, REACH, 0.0]])
    x = x[np.abs(x) <= REACH]
    far = np.array([-1e6, -300.0, -61.0, 61.0, 300.0, 1e6])
    return {
        **{"nodes": encoded(found.arrays()), "x": listed(x)},
        **{"f": listed(act(x, **params)), "slope": listed(act.derivative(x, **params))},
        "far": listed(far[np.isfinite(act(far, **params))]),
    }


def one_run(name, beginning, bends, rule="adam"):
    """The same steps in labs: losses on the way and weights at the end."""
    told, optimiser = RULES[rule]
    bends = bends[: len(beginning.widths)]
    net, (seen, _), batches = beginning.network(bends), beginning.datasets(), beginning.batches()
    order = cycle([slice(None)] if batches is None else batches)
    way = net.descend(seen, optimiser(), batches, told.get("most", np.inf))
    losses = [net.loss(out, seen.y[next(order)])[0].mean() for out in islice(way, STEPS)]
    return {
        **{"name": name, "rule": told, "steps": STEPS, "losses": losses, "bends": [key(bend) for bend in bends]},
        **{"widths": beginning.all_widths(), "loss": TASKS[beginning.task].loss.__name__},
        "arrays": encoded(beginning.arrays()),
        "params": np.concatenate([param.ravel() for param in net.params]).tolist(),
        **{"alive": alive(net, bends, seen), "angle": angle(net, bends, seen)},
    }


def alive(net, bends, seen):
    """On which share of the points each hidden unit has a slope of its own."""
    sums = net.forward(seen.x)[1][:-1]
    slopes = (bend.act.derivative(z[0], **bend.params) for bend, z in zip(bends, sums, strict=True))
    return np.concatenate([(slope != 0).mean(axis=0) for slope in slopes]).tolist()


def angle(net, bends, seen):
    """In degrees, between what leads back through surrogates and the gradient, in the hidden layers; None for zero."""
    if not any(bend.surrogate for bend in bends):
        return "none"
    lent, net.bends = net.grads(seen)[1][:-2], [Bend(bend.act, bend.params) for bend in bends]
    a, b = (np.concatenate([grad.ravel() for grad in grads]) for grads in (lent, net.grads(seen)[1][:-2]))
    size = np.linalg.norm(a) * np.linalg.norm(b)
    return float(np.degrees(np.arccos(np.clip(a @ b / size, -1, 1)))) if size else None


def shallow(act):
    """Two hidden layers, or only one of a function that is out of reach after two."""
    return SMALL if abs(act(FAR)) < np.finfo(np.float32).max else replace(SMALL, widths=SMALL.widths[:1])


def key(bend):
    """What the nodes of a bend are called in the cases."""
    if bend.surrogate:
        return {"forward": key(Bend(bend.act, bend.params)), "backward": key(bend.surrogate)}
    return " ".join([bend.act.id, *(f"{name}={value:g}" for name, value in bend.act.resolve(bend.params).items())])


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Every function at its defaults and at both ends of its sliders; every rule, kind of data and order."""
    curves = {key(Bend(act, params)): one_curve(act, params) for act in ALL.values() for params in settings(act)}
    gelu, relu, step, elu = (Bend(ACTS[name]) for name in ("gelu", "relu", "step", "elu"))
    runs = [one_run(act.id, shallow(act), (Bend(act), Bend(act))) for act in ACTS.values()]
    runs += [one_run(f"by {rule}", SMALL, (gelu, gelu), rule) for rule in RULES]
    runs += [one_run(task, replace(SMALL, task=task), (gelu, gelu)) for task in TASKS]
    runs += [one_run(f"batches of {batch}", replace(SMALL, batch=batch), (gelu, elu)) for batch in BATCHES]
    runs += [one_run(f"start {start}", replace(SMALL, start=start), (gelu, gelu)) for start in STARTS]
    runs += [
        one_run("three layers, each its own", replace(SMALL, widths=(7, 6, 5)), (relu, gelu, elu)),
        one_run("a surrogate", SMALL, (Bend(step.act, {}, gelu), Bend(relu.act, {}, elu))),
        one_run("its own surrogate", SMALL, (Bend(gelu.act, {}, gelu), elu)),
        one_run("nothing but steps", SMALL, (Bend(step.act, {}, gelu), Bend(step.act, {}, gelu))),
        one_run("rounded", SMALL, (Bend(INT8, {}, Bend(ACTS["identity"])), Bend(INT8, {}, Bend(ACTS["b_silu"])))),
        one_run("half of layer 1 silent", replace(SMALL, silenced=1), (relu, relu)),
        one_run("half of layer 2 silent", replace(SMALL, silenced=2), (relu, relu), "plain"),
    ]
    path = tmp_path_factory.mktemp("trainer") / "cases.json"
    path.write_text(json.dumps({"curves": curves, "runs": runs}), "utf-8")
    return path


def test_the_browser_learns_as_labs_does(cases):
    deno.passes(deno.ROOT / "tests/javascript/trainer.js", cases)
