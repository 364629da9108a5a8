"""A multilayer perceptron trained from scratch: several copies at once, one for each seed."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.sigmoid import SPEC as SIGMOID
from labs.depth.propagation import HE
from labs.training.data import Dataset
from labs.training.optimisers import Optimiser

Array = NDArray[np.float64]
Loss = Callable[[Array, Array], tuple[Array, Array]]


def cross_entropy(logits: Array, wanted: Array) -> tuple[Array, Array]:
    """The loss of each logit for a label 0 or 1, and its derivative by the logit."""
    return np.logaddexp(0.0, logits) - wanted * logits, SIGMOID(logits) - wanted


def squared_error(outputs: Array, wanted: Array) -> tuple[Array, Array]:
    """The loss of each output for a wanted value, and its derivative by the output."""
    missed = outputs - wanted
    return missed * missed, 2 * missed


class MLP:
    """Copies of one network with one output, computed together: each matrix is an array copies x inputs x outputs.

    `name` is an element-wise function, `widths` are those of the input and of the hidden layers. Weights
    start with variance `variance` / inputs and biases at 0. Data may be shared or differ from copy to copy.
    """

    def __init__(
        self,
        name: str,
        widths: Sequence[int],
        seeds: Sequence[int],
        *,
        loss: Loss = cross_entropy,
        variance: float = HE,
        **params: float,
    ) -> None:
        self.act, self.act_params, self.loss = elementwise(name), params, loss
        draws = [np.random.default_rng(seed) for seed in seeds]
        self.params: list[Array] = []  # weights and biases in turn
        for inputs, outputs in pairwise((*widths, 1)):
            weights = np.stack([draw.standard_normal((inputs, outputs)) for draw in draws])
            self.params += [weights * np.sqrt(variance / inputs), np.zeros((len(seeds), 1, outputs))]

    def forward(self, x: Array) -> tuple[list[Array], list[Array]]:
        """What enters each layer, and its weighted sums; the last of these are the outputs."""
        entering: list[Array] = [np.broadcast_to(x, (len(self.params[0]), *x.shape[-2:]))]
        sums: list[Array] = []
        for weights, bias in zip(self.params[::2], self.params[1::2], strict=True):
            if sums:
                entering.append(self.act(sums[-1], **self.act_params))
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
                back = (back @ np.swapaxes(self.params[2 * k], 1, 2)) * self.act.derivative(
                    sums[k - 1], **self.act_params
                )
        return sums[-1][..., 0], grads

    def descend(self, data: Dataset, optimiser: Optimiser) -> Iterator[Array]:
        """Step after step on all points at once, without end; gives the outputs from which each step set out."""
        while True:
            outputs, grads = self.grads(data)
            optimiser.step(self.params, grads)
            yield outputs

    def train(self, data: Dataset, optimiser: Optimiser, steps: int) -> "MLP":
        """The copies themselves, after so many steps."""
        deque(islice(self.descend(data, optimiser), steps), maxlen=0)
        return self
