"""The told part of the page about models: dates put right, waves, fields, trends; every card with its sources."""

from collections.abc import Sequence
from functools import cache
from math import log10

import numpy as np
import streamlit as st

from activations import CATALOGUE, elementwise, measure
from activations.history.models import AS_OF, EVENTS, REPORTED, feed_forward, models, waited
from activations.sources import Source, cite
from content import Reader
from figures import waves as figures
from ui import chart
from ui.models.timeline import cited, name
from ui.state import language

SINCE, DEPTH = 2022, 20
KINDS = ("relu", "gelu", "gated", "squared_relu", "learned")
STORIES = {
    "step": ("McCullochPitts1943", "Rosenblatt1958"),
    "sigmoid": ("Rumelhart1986",),
    "relu": (
        "Householder1941",
        "Fukushima1969",
        "Hahnloser2000",
        "Jarrett2009",
        "NairHinton2010",
        "Glorot2011",
        "Krizhevsky2012",
    ),
    "silu": ("Goodfellow2013", "Agostinelli2014", "He2015", "Hendrycks2016", "Elfwing2017", "Ramachandran2017"),
    "gelu": ("Hendrycks2016", "Vaswani2017", "Radford2018", "Devlin2018", "Shazeer2020"),
}
FIELDS = {
    "vision": ("Krizhevsky2012", "He2015b", "Liu2022"),
    "language": ("Le2015", "Vaswani2017", "Devlin2018", "Touvron2023"),
    "speech": ("Maas2013", "Gulati2020", "ConformerCode", "WhisperCode", "Lee2022"),
    "recommendation": ("He2017", "DLRMCode"),
    "control": ("Mnih2015", "DQNCode", "SACCode", "Andrychowicz2020"),
}
CARDS: dict[str, dict[str, tuple[str, ...]]] = {
    "trends": {
        "kinds": ("Kunc2024", "Clevert2015", "Klambauer2017", "Ramachandran2017"),
        "deep": ("He2015", "Huang2024", "Liu2024"),
        "fusion": ("Dauphin2016", "Shazeer2020"),
        "adaptive": ("Goodfellow2013", "Agostinelli2014", "He2015", "Chen2020", "ApertusConfig", "Huang2024"),
        "cheaper": ("Mirzadeh2023", "Sandler2018", "Howard2019", "GptOssCode", "DeepSeekV4Docs"),
        "search": ("Ramachandran2017", "So2021", "Narang2021"),
    },
    "challenges": {
        "vanish": ("GlorotBengio2010", "He2015", "Yang2019"),
        "dead": ("Lu2019", "He2015", "Li2022"),
        "cost": (),
        "interpretable": (),
    },
    "ahead": {"ahead": ("Martins2016", "Elfwing2017", "Sokar2023")},
}


@cache
def numbers() -> dict[str, object]:
    """Everything the texts have blanks for, counted, computed or reported by others."""
    recent = [kind for _, kind in feed_forward(SINCE)]
    x = np.linspace(-8, 8, 160_001)
    steepest = measure.properties(CATALOGUE["sigmoid"])["lipschitz"]
    return {
        **{key: reported.value for key, reported in REPORTED.items()},
        "as_of": AS_OF,
        "relu_wait": waited("relu", "alexnet"),
        "since": SINCE,
        "llm": len(recent),
        "gated": recent.count("gated"),
        "squared": recent.count("squared_relu"),
        "models": len(models()),
        "used": len({use.function for m in models() for use in m.uses}),
        "catalogue": len(CATALOGUE),
        "gap": float(np.abs(elementwise("silu")(x) - elementwise("gelu")(x)).max()),
        "sigmoid_max": steepest,
        "depth": DEPTH,
        "orders": -DEPTH * log10(steepest),
    }


def _grid(say: Reader, slots: Sequence[str], keys: dict[str, tuple[str, ...]]) -> None:
    """Cards two abreast, or below one another while two languages share the width."""
    facts = numbers()
    for row in (slots[i : i + 2] for i in range(0, len(slots), 2)):
        for slot, place in zip(row, language.pair(row[0]) if len(row) > 1 else [st.container()], strict=False):
            with place.container(border=True, height="stretch"):
                language.prose(say, slot, **facts)
                if f"example_{slot}" in say:
                    language.prose(say, f"example_{slot}", **facts)
                if keys[slot]:
                    cited(*cite(*keys[slot]))


def stories() -> None:
    _grid(language.reader("history"), list(STORIES), STORIES)


def fields() -> None:
    _grid(language.reader("fields"), list(FIELDS), FIELDS)


def cards(section: str) -> None:
    _grid(language.reader("outlook"), list(CARDS[section]), CARDS[section])


def sources() -> list[Source]:
    """Everything the page cites, oldest first."""
    told = [keys for part in (STORIES, FIELDS, *CARDS.values()) for keys in part.values()]
    keys = [e.key for e in EVENTS] + [k for ks in (*(m.keys for m in models()), *told) for k in ks]
    return sorted(cite(*dict.fromkeys(keys)), key=lambda source: (source.year, source.names))


def waves(say: Reader) -> None:
    """The bricks, and what they show."""
    kinds = {kind: say(f"kind_{kind}") for kind in KINDS}
    found = [(m.year, name(m), kind) for m, kind in feed_forward()]
    height = figures.height([year for year, _, _ in found])
    chart.show(figures.bricks(found, kinds), key="waves", alt=say("waves_alt"), height=height, width=figures.PIXELS)
    language.prose(say, "waves_text", **numbers())
    language.prose(say, "waves_place")
