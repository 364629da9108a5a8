"""What the claims about gated units must show; by hand and from 50-digit arithmetic."""

from mpmath import mp, mpf
from pytest import approx

mp.dps = 50


def silu(x):
    return x / (1 + mp.exp(-x))


def gelu(x):
    return x * mp.erfc(-x / mp.sqrt(2)) / 2


def gelu_tanh(x):
    return x / 2 * (1 + mp.tanh(mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3)))


PLAIN = 134217728  # 2 * 4096 * 16384
PAIRS = ((1, 2), (1, -2), (-1, 2), (-1, -2))
BAICHUAN = (("-2", 3), ("0.5", 3), ("2", 3), ("2", -3))

EXPECTED = {
    "C123": {
        "third": 32768 / 3,
        "wide": 11008,
        "more": 0.5,
        "table": [[PLAIN / 1e6, 1], [201.326592, 1.5], [PLAIN / 1e6, 1], [135.266304, 135266304 / PLAIN]],
    },
    "C124": {
        "gap": 0.000473235520687,
        "table": [[float(f(mpf(x))) for f in (gelu_tanh, gelu_tanh, gelu)] for x in ("-3", "-1", "0.5", "2.7")],
    },
    "C125": {
        "most": 0.0125,  # 13824 * 3 / (8 * 5120) = 1.0125
        "table": [
            [32768 / 3, 11008, 1.0078125],
            [40960 / 3, 13824, 1.0125],
            [53248 / 3, 17920, 17920 * 3 / 53248],
            [65536 / 3, 22016, 1.0078125],
        ],
    },
    "C126": {
        "rule": 10922.666666666667,
        "rounded": 11008,
        "table": [[float(silu(mpf(g)) * u)] * 2 for g, u in BAICHUAN],
    },
    "C127": {"table": [[float(gelu_tanh(mpf(a))), float(gelu(a) * b), float(silu(a) * b)] for a, b in PAIRS]},
    "C128": {
        "inside": approx(0.5, abs=0.02),
        "behind": 0.0,
        "table": [[approx(0.5, abs=0.02), approx(0, abs=0.1)], [0.0, approx(7.5, abs=1.5)]],
    },
}
