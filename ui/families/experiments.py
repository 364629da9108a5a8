"""The families of pictures that experiments draw, by name."""

from labs import dimmer
from ui.chart.family import Family
from ui.families.window import TOLERANCE

EXPERIMENTS = {
    "dimmer": Family(dimmer.picture, dimmer.PARAMS, TOLERANCE),
}
