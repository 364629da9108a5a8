"""What frameworks make of the functions: code for them, what they fill in, and what was measured of both."""

from activations.frameworks import jax, keras, numpy, onnx, torch
from activations.frameworks.framework import Framework

FRAMEWORKS: dict[str, Framework] = {  # in the order in which readers see them
    "numpy": numpy.FRAMEWORK,
    "torch": torch.FRAMEWORK,
    "keras": keras.FRAMEWORK,
    "jax": jax.FRAMEWORK,
    "onnx": onnx.FRAMEWORK,
}
