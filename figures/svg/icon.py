"""The icon of the lesson: a curve that a lamp shines at the end of, on a ground of its own, for light and dark tabs."""

from base64 import b64encode
from functools import cache

import numpy as np

from activations import get
from figures import theme

SIDE, STEPS, REACH = 32, 12, 5.0
LEFT, RIGHT, LOW, HIGH = 5.0, 25.0, 24.5, 8.5  # where the curve begins and ends


def svg() -> str:
    """A square of 32 units, in which nothing is finer than what 16 pixels show."""
    x = np.linspace(-REACH, REACH, STEPS + 1)
    across, up = np.linspace(LEFT, RIGHT, STEPS + 1), LOW + (HIGH - LOW) * get("sigmoid")(x)
    points = "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(across, up, strict=True))
    light = theme.PALETTE["light"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
        f'<rect width="{SIDE}" height="{SIDE}" rx="7" fill="{theme.EITHER["f"]}"/>'
        f'<path d="M{points}" fill="none" stroke="{light["paper"]}" stroke-width="4" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
        f'<circle cx="{RIGHT}" cy="{HIGH}" r="5" fill="{light["lamp_on"]}"/></svg>'
    )


@cache
def address() -> str:
    """The icon in an address of its own."""
    return f"data:image/svg+xml;base64,{b64encode(svg().encode()).decode()}"
