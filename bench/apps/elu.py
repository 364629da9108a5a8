"""What every page shows: two curves with 401 points each, a heading, and a line of numbers, all from one slider."""

from typing import Any

import numpy as np

from activations import get

ELU = get("elu")
TITLE = "ELU"
ALPHA = ELU.params[0]
LOW, HIGH, STEP, START = ALPHA.low, ALPHA.high, ALPHA.step, ALPHA.default
X = np.linspace(-6, 6, 401)


def curves(alpha: float) -> tuple[np.ndarray, np.ndarray]:
    """f and f′ over X."""
    return ELU(X, alpha=alpha), ELU.derivative(X, alpha=alpha)


def figure(alpha: float) -> dict[str, Any]:
    """Both curves as a Plotly figure with axes that stand still."""
    f, slope = curves(alpha)
    return {
        "data": [
            {"type": "scatter", "mode": "lines", "x": X, "y": f, "name": "f(x)"},
            {"type": "scatter", "mode": "lines", "x": X, "y": slope, "name": "f′(x)", "line": {"dash": "dash"}},
        ],
        "layout": {"height": 420, "xaxis": {"range": [-6, 6]}, "yaxis": {"range": [-3.5, 6.5]}},
    }


def numbers(alpha: float) -> str:
    """The line of numbers."""
    f, _ = curves(alpha)
    return f"minimum {f.min():.3f}, slope at 0 {float(ELU.derivative(0.0, alpha=alpha)):.3f}"
