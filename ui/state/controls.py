"""One set of sliders: its values, how it is drawn, what a picture follows of it, and its part of an address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from activations.spec import Function, Param
from ui.host import page
from ui.state import language, url


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider that a picture follows: the key of its widget ("" if it stands still), the value it starts from, and its
    stops if they are not even."""

    key: str
    start: float
    stops: tuple[float, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return {"slider": page.widget_class(self.key), "start": self.start, "stops": self.stops}


def spoken(p: Param) -> str:
    """The symbol of a parameter, or its name in the reader's language if it has one."""
    say = language.reader("ui")
    return say(f"param_{p.name}") if f"param_{p.name}" in say else p.symbol


@dataclass(frozen=True, slots=True)
class Controls:
    """The sliders of `owner`, a function or an experiment, one for each parameter; without an owner, those of the page.

    Where one set is `alone` on its page, an address need not name the owner: `alpha` is read like `elu.alpha`.
    """

    owner: str
    params: tuple[Param, ...]
    alone: bool = False

    @classmethod
    def of(cls, function: Function, alone: bool = False) -> "Controls":
        """Those of a function's own parameters."""
        return cls(function.id, function.params, alone)

    def fields(self) -> list[url.Field]:
        """The state of each slider, in order."""
        return [self._field(p) for p in self.params]

    def _field(self, p: Param) -> url.Field:
        return replace(url.number(self._key(p), p), short=p.name if self.owner and self.alone else "")

    def _key(self, p: Param) -> str:
        return p.of(self.owner).name if self.owner else p.name

    def restore(self) -> None:
        """Before anything is drawn: the values from the address, else the session."""
        url.restore(*self.fields())

    def publish(self) -> None:
        """After the sliders: what differs from the defaults goes into the address."""
        url.publish(*self.fields())

    def values(self) -> dict[str, float]:
        """Where the sliders are now, by parameter name."""
        return {p.name: st.session_state[self._key(p)] for p in self.params}

    def draw(self, label: Callable[[Param], str] = spoken) -> dict[str, float]:
        """The sliders and their values. They show plain numbers, which pictures read while they move."""
        return {p.name: self._slider(p, label(p)) for p in self.params}

    def handles(self, words: Callable[[Param], Sequence[str]]) -> dict[str, float]:
        """The same for a stage: `words` says what a slider does, then perhaps what its lower and upper end mean."""
        return {p.name: self._handle(p, *words(p)) for p in self.params}

    def _handle(self, p: Param, label: str, *ends: str) -> float:
        with st.container(key=f"handle_{self._key(p)}", gap=None):
            value = self._slider(p, label)
            if ends:
                st.caption("{} :gray[{}]".format(*ends))  # two parts, which the style sheet sets at the two ends
        return value

    def _slider(self, p: Param, label: str) -> float:
        if p.offered:
            return float(st.select_slider(label, p.offered, format_func=lambda value: f"{value:g}", key=self._key(p)))
        decimals = len(f"{p.step:g}".partition(".")[2])
        return float(st.slider(label, p.low, p.high, step=p.step, format=f"%.{decimals}f", key=self._key(p)))

    def followed(self) -> dict[str, Slider]:
        """What a picture needs to follow them, by parameter name."""
        return {p.name: Slider(self._key(p), st.session_state[self._key(p)], p.offered) for p in self.params}

    def stand(self) -> dict[str, float]:
        """Where the sliders are now, by the class of their widgets."""
        return {page.widget_class(self._key(p)): round(st.session_state[self._key(p)], 10) for p in self.params}

    def query(self, values: Mapping[str, float]) -> dict[str, str]:
        """An address in which they stand at these values."""
        return {self._key(p): self._field(p).write(values[p.name]) for p in self.params if p.name in values}


def fixed(params: Iterable[Param], values: Mapping[str, float]) -> dict[str, Slider]:
    """For a picture without sliders: the values it stands still at, defaults where none are given."""
    return {p.name: Slider("", values.get(p.name, p.default)) for p in params}
