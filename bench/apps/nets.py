"""What the pages show that train networks: two of 2-16-16-1 on 200 points, and the surface of each as it learns."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np

from activations import elementwise
from labs.training.networks import MLP, Bend
from labs.training.optimisers import Adam
from labs.training.tasks import Beginning

NAMES = ("gelu", "tanh")
BEGINNING = Beginning(widths=(16, 16))
STEPS = 4  # to a picture, as the lesson takes them
GRID = np.linspace(-2.6, 2.6, 40)
PLANE = np.stack(np.meshgrid(GRID, GRID), axis=-1).reshape(-1, 2)


def race() -> Iterator[tuple[int, dict[str, Any]]]:
    """The step, and both surfaces as a Plotly figure, again and again."""
    nets = [BEGINNING.network([Bend(elementwise(name))] * 2) for name in NAMES]
    seen, _ = BEGINNING.datasets()
    ways = [net.descend(seen, Adam(0.01)) for net in nets]
    step = 0
    while True:
        for way in ways:
            list(islice(way, STEPS))
        step += STEPS
        yield step, figure(nets)


def figure(nets: list[MLP]) -> dict[str, Any]:
    """Two heat maps side by side."""
    surfaces = [np.tanh(net.outputs(PLANE)[0] / 2).reshape(len(GRID), -1) for net in nets]
    data = [
        {"type": "heatmap", "x": GRID, "y": GRID, "z": z, "zmin": -1, "zmax": 1, "showscale": False, "xaxis": f"x{n}"}
        for n, z in zip(("", "2"), surfaces, strict=True)
    ]
    return {"data": data, "layout": {"height": 420, "xaxis": {"domain": [0, 0.48]}, "xaxis2": {"domain": [0.52, 1]}}}
