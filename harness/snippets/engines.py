"""Runs a snippet with other inputs than its examples, and differentiates it where the framework can."""

import importlib
import os
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from activations.frameworks.measured import ENGINES
from harness.snippets.grid import Arrays, Probe, is_vector, names

Outcome = tuple[np.ndarray, list[np.ndarray] | None]  # the value, and its slopes by each input
RUNTIME = ("ReferenceEvaluator(model)", "InferenceSession(model.SerializeToString())")
GIVEN = re.compile(r"^(?:x|z|gate|value) = .*(?:array|tensor)\(\[.*\n", re.MULTILINE)


def prepare(engine: str, precision: str) -> None:
    """What has to be said before a framework is imported."""
    os.environ |= {
        "JAX_ENABLE_X64": str(int(precision == "float64")),
        "JAX_PLATFORMS": "cpu",
        "KERAS_BACKEND": engine.removeprefix("keras_"),
    }
    if engine.startswith("keras"):
        importlib.import_module("keras").config.set_floatx(precision)
    if "torch" in engine:
        torch = importlib.import_module("torch")
        torch.set_default_dtype(getattr(torch, precision))


def formula(code: str, inputs: tuple[str, ...]) -> Callable[..., Any]:
    """The snippet as a function of its inputs; what comes before their first mention, such as a layer, is made once."""
    lines = GIVEN.sub("", code).splitlines()
    mention = re.compile(rf"\b(?:{'|'.join(inputs)})\b")
    first = next(i for i, line in enumerate(lines) if mention.search(line))
    body = [f"    {line}" for line in [*lines[first:], "return y"]]
    space: dict[str, Any] = {}
    exec("\n".join([*lines[:first], f"def formula({', '.join(inputs)}):", *body]), space)
    return space["formula"]


def run(probe: Probe, engine: str) -> Outcome | None:
    """Value and slopes of one snippet in one engine; None where it has none to run."""
    code = probe.code(engine)
    if code is None:
        return None
    with np.errstate(all="ignore"):
        if ENGINES[engine] == "onnx":
            return _onnx(code, probe, engine.startswith("onnxruntime")), None
        made = formula(code, names(probe.function))
        if engine == "numpy":
            return np.asarray(made(*probe.arrays)), None
        differentiate = _torch if "torch" in engine else _jax
        return differentiate(made, probe.arrays, is_vector(probe.function))


def _onnx(code: str, probe: Probe, runtime: bool) -> np.ndarray:
    """In the evaluator that the code names, or in ONNX Runtime."""
    space: dict[str, Any] = dict(zip(names(probe.function), probe.arrays, strict=True))
    if runtime:
        space["InferenceSession"] = importlib.import_module("onnxruntime").InferenceSession
        code = code.replace(*RUNTIME)
    exec(GIVEN.sub("", code), space)
    return np.asarray(space["y"])


def _torch(made: Callable, arrays: Arrays, vector: bool) -> Outcome:
    torch = importlib.import_module("torch")
    points = [torch.from_numpy(a.copy()).requires_grad_() for a in arrays]
    y = made(*points)
    value = y.detach().numpy()
    try:
        if vector:
            rows = [torch.autograd.grad(yi, points, retain_graph=True)[0] for yi in y]
            return value, [torch.stack(rows).numpy()]
        return value, [slope.numpy() for slope in torch.autograd.grad(y, points, torch.ones_like(y))]
    except RuntimeError:  # a function without derivative, such as heaviside
        return value, None


def _jax(made: Callable, arrays: Arrays, vector: bool) -> Outcome:
    jax = importlib.import_module("jax")
    points = [jax.numpy.asarray(a) for a in arrays]
    made(*points)  # a layer makes its weights before anything is traced
    if vector:
        return np.asarray(made(*points)), [np.asarray(jax.jacrev(made)(*points))]
    y, back = jax.vjp(made, *points)
    return np.asarray(y), [np.asarray(slope) for slope in back(jax.numpy.ones_like(y))]
