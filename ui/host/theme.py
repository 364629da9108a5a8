"""The theme as Streamlit sends it with every run of every reader: worked out once, not from 300 settings each time."""

from functools import cache

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_worked_out = app_session._populate_theme_msg


@cache
def _section(name: str) -> CustomThemeConfig:
    message = CustomThemeConfig()
    _worked_out(message, name)
    return message


def fill(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Add what the settings say in `section`."""
    if (known := _section(section)).ByteSize():
        msg.MergeFrom(known)


def keep() -> None:
    """From now on, until the settings are read again."""
    app_session._populate_theme_msg = fill
    config.on_config_parsed(_section.cache_clear, force_connect=True)
