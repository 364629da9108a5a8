"""What the lesson's charts fetch beside the websocket: samples of a picture, anew when one of several sliders rests."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the samples of one picture are, and the key of the slider of each of its axes."""

    url: str
    sliders: dict[str, str]
    start: dict[str, float]

    def address(self, values: dict[str, float]) -> str:
        """The address of the samples around the values of the sliders, as the chart asks for it."""
        if len(self.sliders) < 2:
            return f"/{self.url}"
        point = {name: values.get(key, self.start[name]) for name, key in self.sliders.items()}
        return f"/{self.url}&" + "&".join(f"{name}={value:.10g}" for name, value in point.items())


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
        re.sub(r"[^a-zA-Z0-9_-]", "-", key.split("-", 2)[2]): state.double_array_value.data[0]
        for key, state in states.items()
        if len(state.double_array_value.data) == 1
    }
