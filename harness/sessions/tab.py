"""What a browser tab knows of a Streamlit page and says to its server: Streamlit's own messages, without a network.

Follows Streamlit's frontend: the values of all widgets go with every rerun, large messages are kept
for two runs and announced by their hashes, and the query string is whatever the server last made it.
"""

import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

KEPT_FOR = 2  # runs that a large message is kept for: Streamlit's global.maxCachedMessageAge
DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider of the page and the fragment that a release reruns ("" is the whole page).

    One whose stops are not even has them as `options`, numbers as they are shown, and counts them from `low` to `high`.
    """

    id: str
    fragment: str
    low: float
    high: float
    step: float
    options: tuple[str, ...] = ()

    @property
    def stops(self) -> int:
        return round((self.high - self.low) / self.step)

    def at(self, stop: int) -> float:
        return float(self.options[stop]) if self.options else round(self.low + stop * self.step, 10)

    def elsewhere(self, value: float, dice: random.Random) -> float:
        """A stop drawn by lot, other than the one at `value`."""
        now = min(range(self.stops + 1), key=lambda stop: abs(self.at(stop) - value))
        return self.at(dice.choice([stop for stop in range(self.stops + 1) if stop != now]))


def _chosen(widget) -> list[str]:
    """The labels that are chosen in a widget with options."""
    if widget.set_value:
        return list(widget.raw_values)
    return [getattr(widget.options[i], "content", widget.options[i]) for i in widget.default]


def _one(widget) -> str | None:
    """The label chosen in a widget with one choice; None if there is none."""
    if widget.set_value:
        return widget.raw_value
    return widget.options[widget.default] if widget.HasField("default") else None


def first_state(kind: str, widget) -> WidgetState | None:
    """What the frontend takes for the value of a widget that has just appeared; None if it keeps none."""
    state = WidgetState(id=widget.id)
    if kind == "slider" and widget.options:
        raw = widget.raw_value if widget.set_value else [widget.options[int(at)] for at in widget.default]
        state.string_array_value.data.extend(raw)
    elif kind == "slider":
        state.double_array_value.data.extend(widget.value if widget.set_value else widget.default)
    elif kind in ("button_group", "multiselect"):
        state.string_array_value.data.extend(_chosen(widget))
    elif kind in ("selectbox", "radio"):
        if (label := _one(widget)) is not None:
            state.string_value = label
    elif kind == "text_input":
        state.string_value = widget.value if widget.set_value else widget.default
    elif kind == "checkbox":
        state.bool_value = widget.value if widget.set_value else widget.default
    else:
        return None
    return state


class Tab:
    """One open page: `hear` what the server says, `rerun` to say what the browser would."""

    def __init__(self, base: str, path: str, locale: str = "en-US") -> None:
        address = urlsplit(path)
        self.base, self.page, self.locale = base.rstrip("/"), address.path, locale
        self.query, self.page_hash, self.session_id = address.query, "", ""
        self.states: dict[str, WidgetState] = {}
        self.sliders: dict[str, Slider] = {}
        self.components: dict[str, BidiComponent] = {}
        self.kept: dict[str, tuple[int, str]] = {}
        self.errors: list[str] = []
        self.running, self.runs, self.repeats = False, 0, False
        self.ran_fragments: tuple[str, ...] = ()
        self._seen: set[str] = set()

    def rerun(self, fragment: str = "") -> bytes:
        """The message that asks for a run of the page or of one fragment."""
        message = BackMsg()
        ask = message.rerun_script
        ask.query_string, ask.fragment_id = self.query, fragment
        ask.widget_states.widgets.extend(self.states.values())
        if self.page_hash:
            ask.page_script_hash = self.page_hash
        else:
            ask.page_name = self.page.strip("/")
        ask.cached_message_hashes.extend(self.kept)
        here = ask.context_info
        here.timezone, here.timezone_offset, here.locale = "UTC", 0, self.locale
        here.url, here.is_embedded, here.color_scheme = self.base + self.page, False, "light"
        return message.SerializeToString()

    def move(self, slider: Slider, value: float) -> bytes:
        """The message sent when the slider is released at `value`."""
        if slider.options:
            self.states[slider.id].string_array_value.data[:] = [one for one in slider.options if float(one) == value]
        else:
            self.states[slider.id].double_array_value.data[:] = [value]
        return self.rerun(slider.fragment)

    def value(self, slider: Slider) -> float:
        state = self.states[slider.id]
        return float(state.string_array_value.data[0]) if slider.options else state.double_array_value.data[0]

    def hear(self, data: bytes) -> str:
        """Take in one message; "started" or "finished" if it says so of a run."""
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._keep(message)
            self._draw(message.delta)
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "new_session":
            return self._start(message)
        elif kind == "script_finished":
            return self._finish(message.script_finished)
        elif kind == "auto_rerun":
            self.repeats = True
        elif kind == "ref_hash" and message.ref_hash not in self.kept:
            self.errors.append("a reference to a message that the browser has not kept")
        elif kind in ("page_not_found", "auth_redirect"):
            self.errors.append(kind)
        return ""

    def _start(self, message: ForwardMsg) -> str:
        told = message.new_session
        self.page_hash, self.session_id = told.page_script_hash, told.initialize.session_id
        self.running, self.ran_fragments = True, tuple(message.metadata.run.fragment_ids)
        self._seen = set()
        return "started"

    def _finish(self, status: int) -> str:
        self.running = False
        if status not in DONE:
            if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                self.errors.append("the script does not compile")
            return ""
        if not self.ran_fragments:
            self.states = {key: state for key, state in self.states.items() if key in self._seen}
            self.sliders = {key: slider for key, slider in self.sliders.items() if key in self._seen}
            self.components = {key: one for key, one in self.components.items() if key in self._seen}
        self.runs += 1
        self.kept = {key: (run, owner) for key, (run, owner) in self.kept.items() if not self._expired(run, owner)}
        return "finished"

    def _expired(self, run: int, owner: str) -> bool:
        if self.ran_fragments and owner not in self.ran_fragments:
            return True
        return self.runs - run > KEPT_FOR

    def _keep(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable and message.hash:
            self.kept[message.hash] = self.runs, message.delta.fragment_id

    def _draw(self, delta: Delta) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        kind = str(delta.new_element.WhichOneof("type"))
        widget: Any = getattr(delta.new_element, kind, None)
        if kind == "exception":
            self.errors.append(f"{widget.type}: {widget.message}")
        if kind == "bidi_component":
            self.components[widget.id] = widget
            self._seen.add(widget.id)
        state = first_state(kind, widget) if hasattr(widget, "id") else None
        if not state:
            return
        self._seen.add(widget.id)
        if widget.set_value or widget.id not in self.states:
            self.states[widget.id] = state
        if kind == "slider" and len(widget.default) == 1:  # not a range
            ends = widget.min, widget.max, widget.step
            self.sliders[widget.id] = Slider(widget.id, delta.fragment_id, *ends, tuple(widget.options))
