"""The frameworks' side: functions made of the code that the lesson shows for them, with their own derivatives."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jax
import keras
import numpy as np
import torch

from activations.frameworks.snippets import snippet
from activations.spec import Activation

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
keras.config.set_floatx("float64")


@dataclass(frozen=True, slots=True)
class Peer:
    """`formula` maps the framework's arrays to each other; `native` says that the framework has it by name."""

    formula: Callable[[Any], Any]
    native: bool
    code: str


def peer(framework: str, act: Activation) -> Peer:
    """The framework's function at our defaults; what comes before the first mention of x runs once."""
    told = snippet(act.id, framework)
    lines = [line for line in told.code.splitlines() if not line.startswith("x = ")]
    first = next(i for i, line in enumerate(lines) if re.search(r"\bx\b", line))
    body = [f"    {line}" for line in [*lines[first:], "return y"]]
    space: dict[str, Any] = {}
    exec("\n".join([*lines[:first], "def formula(x):", *body]), space)
    return Peer(space["formula"], told.native, told.code)


def torch_call(formula: Callable, x: np.ndarray) -> Callable[[], tuple] | None:
    """Forward and backward at x, or None where PyTorch has no derivative."""
    point, ones = torch.from_numpy(x).requires_grad_(), torch.ones(x.shape)

    def call():
        y = formula(point)
        return y.detach(), torch.autograd.grad(y, point, ones)[0]

    try:
        call()
    except RuntimeError:  # as for heaviside
        return None
    return call


def jax_call(formula: Callable, x: np.ndarray) -> Callable[[], tuple]:
    """Value and gradient at x, compiled."""
    compiled, point = jax.jit(jax.vmap(jax.value_and_grad(formula))), jax.numpy.asarray(x)
    return lambda: jax.block_until_ready(compiled(point))


CALLS: dict[str, Callable] = {"torch": torch_call, "jax": jax_call, "keras": torch_call}
