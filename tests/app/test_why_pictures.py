"""The figures of the page on why networks bend are figures Plotly accepts, and every array they ask for exists."""

import json
import re

import numpy as np
import plotly.graph_objects as go
import pytest
from failures import every

from figures import bars, depth, paper, samples, staircase, theme
from figures import neuron as neurons
from labs.why import neuron, ranges, sparsity


class Words(dict):
    """Any word that a figure may want."""

    def __missing__(self, slot):
        return slot


LABELS = {kind: [act.id for act in ranges.members(kind)] for kind in ranges.KINDS}
FIGURES = {
    "straight": ("collapse", paper.stack("straight")),
    "bent": ("collapse", paper.stack("bent")),
    "folded": ("xor", paper.folded(Words())),
    "side": ("xor", paper.side(Words())),
    **{f"neuron_{act.id}": (f"neuron_{act.id}", neurons.neuron(act, Words())) for act in neuron.functions()},
    "losses": ("threshold", staircase.losses(Words())),
    "lanes": ("depth", depth.lanes({"sigmoid": "Sigmoid", "relu": "ReLU"}, Words())),
    "reaches": ("ranges", bars.reaches(LABELS, Words())),
    "lamps": ("sparsity", bars.lamps()),
    "zeros": ("sparsity", bars.zeros([act.id for act in sparsity.shown()], Words())),
}


def bound(node, arrays):
    """The figure with its samples and colours filled in, as the browser would."""
    if isinstance(node, dict):
        return {k: bound(v, arrays) for k, v in node.items()}
    if isinstance(node, list):
        return [bound(v, arrays) for v in node]
    if isinstance(node, str) and node[:1] == "$":
        return theme.PALETTE["dark"][node[1:]]
    if isinstance(node, str) and node[:1] == "@":
        key, _, index = node[1:].partition(":")
        array = arrays[key][int(index)] if index else arrays[key]
        return array.item() if np.ndim(array) == 0 else array
    return node


@pytest.mark.parametrize("name", FIGURES)
@every("end", ["low", "default", "high"])
def test_figures_are_valid_plotly_at_both_ends_of_every_slider(name, end):
    family_name, figure = FIGURES[name]
    family = samples.find(family_name)
    drawing = family.draw(**{axis.name: getattr(axis, end) for axis in family.axes})
    filled = go.Figure(bound(figure, {f"{family_name}/{key}": array for key, array in drawing.items()}))
    for trace in filled.data:
        lengths = {len(values) for values in (trace["x"], trace["y"]) if values is not None}
        assert len(lengths) <= 1, trace["name"]


def test_every_array_of_a_picture_is_drawn_in_some_figure():
    asked = {}
    for family_name, figure in FIGURES.values():
        found = re.findall(rf'"@{family_name}/(\w+)', json.dumps(figure))
        asked.setdefault(family_name, set()).update(found)
    for family_name, names in asked.items():
        family = samples.find(family_name)
        assert names == set(family.draw(**{axis.name: axis.default for axis in family.axes}))
