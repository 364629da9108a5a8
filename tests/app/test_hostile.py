"""What no browser of ours would send: every widget of every page with values beyond its limits."""

import math

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from app.test_pages import PAGES, open_page
from ui.state import url

LONG = "x" * 100_000
WAYS = {
    "too much": (LONG, [LONG], [1e308], 2**31 - 1, f'{{"step": {10**300}, "drawn": "{LONG[:300]}"}}'),
    "too many": ("relu,elu", [str(i) for i in range(10_000)], [0.5] * 1000, -5, '{"step": [1, 2], "drawn": [1]}'),
    "nothing": ("", [], [], 0, "{}"),
    "not a number": ("\x00\u2028", ["\x00"] * 3, [math.nan], 3, '{"step": NaN, "drawn": NaN}'),
    "endless": ("None", ["relu"] * 10_000, [-math.inf], 10**9, '{"step": "x", "drawn": {}}'),
    "between two stops": ("-", ["-"], [0.123456789], 1, '{"step": 1.5}'),
}
STATE = {
    "/explore": {"fn": "elu", "code": "torch"},
    "/compare": {"view": "gap", "table": "all"},
    "/choose": {"step": "task"},
    "/duel": {"data": "drawn"},
    "/glossary": {"q": "relu"},
    "/facts": {"q": "relu6", "topic": "leaky"},
}


def opened(page, **more):
    wanted = next((state for end, state in STATE.items() if page.endswith(end)), {})
    return open_page(page, **wanted | {"lang": "en"} | more)


KINDS = {
    **dict.fromkeys(("TextInput", "TextArea", "Selectbox", "Radio"), "string_value"),
    **dict.fromkeys(("ButtonGroup", "MultiSelect"), "string_array_value"),
    **{"Slider": "double_array_value", "Pagination": "int_value", "NumberInput": "int_value"},
    "BidiComponent": "json_value",
}


def kind_of(proto):
    """What a browser sends for a widget; sliders with stops of their own send the words at them."""
    words = type(proto).__name__ == "Slider" and proto.type == proto.SELECT_SLIDER
    return "string_array_value" if words else KINDS.get(type(proto).__name__)


def spoilt(at, way):
    """The values of all widgets, as a browser would send them if it did not keep to their limits."""
    states, values = WidgetStates(), dict(zip(dict.fromkeys(KINDS.values()), WAYS[way], strict=True))
    for node in at._tree:
        proto = getattr(node, "proto", None)
        if kind := kind_of(proto):
            state, value = WidgetState(id=proto.id), values[kind]
            if isinstance(value, list):
                getattr(state, kind).data.extend(value)
            else:
                setattr(state, kind, value)
            states.widgets.append(state)
    return states


@pytest.mark.parametrize("page", PAGES)
def test_no_value_of_a_widget_breaks_a_page_or_its_address(page):
    at = opened(page)
    for way in WAYS:
        states = spoilt(at, way)
        at._run(states)
        assert states.widgets and not at.exception and at.title, way
        kept = at.session_state._state.filtered_state
        for told in (*at.query_params.values(), *(kept[key] for key in kept if not key.startswith("_"))):
            assert len(str(told)) <= url.LONGEST, way
    link = {key: value if isinstance(value, str) else value[-1] for key, value in at.query_params.items()}
    assert not open_page(page, **link).session_state["_refused"]
