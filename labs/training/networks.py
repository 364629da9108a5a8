"""A multilayer perceptron trained from scratch: several copies at once, one for each seed."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice, pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.spec import Activation
from labs.depth.propagation import HE
from labs.training.data import Dataset
from labs.training.optimisers import Optimiser, clip

Array = NDArray[np.float64]
Loss = Callable[[Array, Array], tuple[Array, Array]]


def cross_entropy(logits: Array, wanted: Array) -> tuple[Array, Array]:
    """The loss of each logit for a label 0 or 1, and its derivative by the logit."""
    return np.logaddexp(0.0, logits) - wanted * logits, SIGMOID(logits) - wanted


def squared_error(outputs: Array, wanted: Array) -> tuple[Array, Array]:
    """The loss of each output for a wanted value, and its derivative by the output."""
    missed = outputs - wanted
    return missed * missed, 2 * missed


@dataclass(frozen=True, slots=True)
class Bend:
    """What a hidden layer applies to its sums: an element-wise function with its parameters.

    On the way back it has its own slope, or that of a `surrogate`.
    """

    act: Activation
    params: Mapping[str, float] = field(default_factory=dict)
    surrogate: "Bend | None" = None

    def __call__(self, z: Array) -> Array:
        return np.asarray(self.act(z, **self.params))

    def slope(self, z: Array) -> Array:
        """What a gradient is multiplied by."""
        return self.surrogate.slope(z) if self.surrogate else np.asarray(self.act.derivative(z, **self.params))


def untrained(widths: Sequence[int], seeds: Sequence[int], variance: float) -> list[Array]:
    """Weights and biases in turn of a network with one output, a copy for each seed along the first axis."""
    draws = [np.random.default_rng(seed) for seed in seeds]
    params: list[Array] = []
    for inputs, outputs in pairwise((*widths, 1)):
        weights = np.stack([draw.standard_normal((inputs, outputs)) for draw in draws])
        params += [weights * np.sqrt(variance / inputs), np.zeros((len(seeds), 1, outputs))]
    return params


class MLP:
    """Copies of one network with one output, computed together: each matrix is an array copies x inputs x outputs.

    `bends` is one element-wise function for all hidden layers, named, with `params`, or one `Bend` for each; `widths`
    are those of the input and of the hidden layers. Weights start with variance `variance` / inputs and biases at 0.
    Data may be shared or differ from copy to copy.
    """

    def __init__(
        self,
        bends: str | Sequence[Bend],
        widths: Sequence[int],
        seeds: Sequence[int],
        *,
        loss: Loss = cross_entropy,
        variance: float = HE,
        **params: float,
    ) -> None:
        alike = [Bend(elementwise(bends), params)] * (len(widths) - 1) if isinstance(bends, str) else bends
        self.bends, self.loss = alike, loss
        self.params = untrained(widths, seeds, variance)

    def forward(self, x: Array) -> tuple[list[Array], list[Array]]:
        """What enters each layer, and its weighted sums; the last of these are the outputs."""
        entering: list[Array] = [np.broadcast_to(x, (len(self.params[0]), *x.shape[-2:]))]
        sums: list[Array] = []
        for weights, bias in zip(self.params[::2], self.params[1::2], strict=True):
            if sums:
                entering.append(self.bends[len(sums) - 1](sums[-1]))
            sums.append(entering[-1] @ weights + bias)
        return entering, sums

    def outputs(self, x: Array) -> Array:
        """What each copy answers for each point."""
        return self.forward(x)[1][-1][..., 0]

    def mean_loss(self, data: Dataset) -> Array:
        """The mean loss of each copy."""
        return self.loss(self.outputs(data.x), data.y)[0].mean(axis=1)

    def error_rate(self, data: Dataset) -> Array:
        """The share of points that each copy puts on the wrong side."""
        return np.mean((self.outputs(data.x) > 0) != data.y, axis=1)

    def grads(self, data: Dataset) -> tuple[Array, list[Array]]:
        """The outputs, and the derivative of the mean loss of each copy by every weight and bias."""
        entering, sums = self.forward(data.x)
        back = self.loss(sums[-1], data.y[..., None])[1] / data.y.shape[-1]
        grads: list[Array] = []
        for k in reversed(range(len(sums))):
            grads[:0] = [np.swapaxes(entering[k], 1, 2) @ back, back.sum(axis=1, keepdims=True)]
            if k:
                back = (back @ np.swapaxes(self.params[2 * k], 1, 2)) * self.bends[k - 1].slope(sums[k - 1])
        return sums[-1][..., 0], grads

    def descend(
        self, data: Dataset, optimiser: Optimiser, batches: Array | None = None, most: float = inf
    ) -> Iterator[Array]:
        """Step after step without end; gives the outputs from which each step set out.

        A step looks at all points, or at those of one row of `batches` after the other, and after the last of the first
        again. Gradients longer than `most` are shortened.
        """
        for chosen in cycle([slice(None)] if batches is None else batches):
            outputs, grads = self.grads(Dataset(data.x[..., chosen, :], data.y[..., chosen]))
            if most < inf:
                clip(grads, most)
            optimiser.step(self.params, grads)
            yield outputs

    def train(self, data: Dataset, optimiser: Optimiser, steps: int) -> "MLP":
        """The copies themselves, after so many steps."""
        deque(islice(self.descend(data, optimiser), steps), maxlen=0)
        return self
