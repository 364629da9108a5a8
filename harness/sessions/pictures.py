"""What the lesson's charts fetch beside the websocket: samples of a picture, more as the hand comes to a slider."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.WidgetStates_pb2 import WidgetState

NEAR = 6  # neighbourhoods of one picture that a browser keeps


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the samples of one picture are, and the key of the slider of each of its axes."""

    url: str
    sliders: dict[str, str]
    start: dict[str, float]

    def point(self, values: dict[str, float]) -> dict[str, float]:
        return {name: values.get(key, self.start[name]) for name, key in self.sliders.items()}

    def address(self, point: dict[str, float], axis: str | None) -> str:
        """The address of the samples around a point, along every axis or along one."""
        if len(self.sliders) < 2:
            return f"/{self.url}"
        url = self.url.replace("?", f"~{axis}?") if axis else self.url
        return f"/{url}&" + "&".join(f"{name}={value:.10g}" for name, value in point.items() if name != axis)


@dataclass
class Album:
    """What one browser knows of its pictures: around which points, and along which axes."""

    known: dict[str, deque[tuple[dict[str, float], set[str]]]] = field(default_factory=dict)

    def wanted(self, picture: Picture, values: dict[str, float], key: str | None) -> str | None:
        """What to fetch when a picture appears (no key), or when the hand comes to the slider with this key."""
        point, places = picture.point(values), self.known.setdefault(picture.url, deque(maxlen=NEAR))
        axis = next((name for name, slider in picture.sliders.items() if slider == key), None)
        if (key and not axis) or (not key and places) or any(_enough(place, point, axis) for place in places):
            return None
        axis = axis if len(picture.sliders) > 1 else None
        places.appendleft((point, {axis} if axis else set(picture.sliders)))
        return picture.address(point, axis)


def _enough(place: tuple[dict[str, float], set[str]], point: dict[str, float], axis: str | None) -> bool:
    around, axes = place
    return axis in axes and all(around[name] == value for name, value in point.items() if name != axis)


def pictures(component: BidiComponent) -> Iterator[Picture]:
    """The pictures in one mounted component; none if it is not a chart."""
    kind = component.WhichOneof("data")
    if kind not in ("json", "mixed"):
        return
    data = json.loads(component.json if kind == "json" else component.mixed.json)
    for told in _charts(data):
        sliders = told["sliders"]
        for source in told["families"].values():
            followed = {name: sliders[f"{source['prefix']}{name}"] for name in source["names"]}
            yield Picture(
                source["url"],
                {name: slider["slider"] for name, slider in followed.items()},
                {name: slider["start"] for name, slider in followed.items()},
            )


def _charts(data: Any) -> Iterator[dict[str, Any]]:
    """Wherever in the data of a component a chart is described."""
    if isinstance(data, dict) and "families" in data:
        yield data
    elif isinstance(data, (dict, list)):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _charts(part)


def values(states: dict[str, WidgetState]) -> dict[str, float]:
    """The values of all sliders by their keys as they stand in a page's classes."""
    return {
        class_of(id): state.double_array_value.data[0]
        for id, state in states.items()
        if len(state.double_array_value.data) == 1
    }


def class_of(id: str) -> str:
    """The key of a widget as it stands in a page's classes."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", id.split("-", 2)[2])
