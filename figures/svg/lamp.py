"""A lamp that hangs behind a picture; what is of the class `light` is as opaque as it shines."""

from figures import theme

ON, QUIET = theme.PALETTE["light"]["lamp_on"], theme.EITHER["axis"]
BULB = "M60 78a55 55 0 0 0-34 98c6 5 8 11 8 17h52c0-6 2-12 8-17a55 55 0 0 0-34-98z"


def svg() -> str:
    """Cord, glow and bulb."""
    stops = f'<stop stop-color="{ON}"/><stop offset="1" stop-color="{ON}" stop-opacity="0"/>'
    return (
        '<svg viewBox="0 0 120 236" xmlns="http://www.w3.org/2000/svg">'
        f'<defs><radialGradient id="glow">{stops}</radialGradient></defs>'
        '<circle class="light" cx="60" cy="135" r="150" fill="url(#glow)"/>'
        f'<g transform="rotate(180 60 137)" fill="none" stroke="{QUIET}" stroke-width="4" stroke-linecap="round">'
        f'<path class="light" d="{BULB}" fill="{ON}" stroke="none"/>'
        f'<path d="{BULB}M35 205h50M38 217h44M46 229h28M60 231V272"/></g></svg>'
    )
