"""What a browser says to Streamlit over the websocket, as far as one has to understand it to let it through."""

from dataclasses import dataclass

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg


@dataclass(frozen=True, slots=True)
class Said:
    """The kind of a message ("rerun_script", ...; "" for none), and how many widgets' states it carries."""

    kind: str
    widgets: int


def read(data: bytes) -> Said:
    """ValueError for what is no such message."""
    try:
        message = BackMsg.FromString(data)
    except DecodeError as error:
        raise ValueError(str(error)) from error
    return Said(message.WhichOneof("type") or "", len(message.rerun_script.widget_states.widgets))
