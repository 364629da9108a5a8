"""The theme that every run sends is what Streamlit itself would send."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from ui.host import theme

OPTIONS = [f"theme{'.' * bool(part.value)}{part.value}" for part in config.CustomThemeCategories] + ["theme"]


@pytest.mark.parametrize("section", OPTIONS)
@pytest.mark.parametrize("colour", [None, "#123456"])
def test_a_section_is_what_streamlit_makes_of_it(section, colour, monkeypatch):
    options = config.get_options_for_section(section) | ({"primaryColor": colour} if colour else {})
    monkeypatch.setattr(config, "get_options_for_section", lambda name: options)
    theme._section.cache_clear()
    theirs, ours = CustomThemeConfig(), CustomThemeConfig()
    theme._worked_out(theirs, section)
    theme.fill(ours, section)
    theme._section.cache_clear()
    assert ours == theirs and bool(colour) <= bool(ours.primary_color)


def test_it_is_worked_out_again_when_the_settings_are_read_again(monkeypatch):
    monkeypatch.setattr(app_session, "_populate_theme_msg", theme._worked_out)
    theme.keep()
    theme._section("theme")
    config._on_config_parsed.send()
    assert theme._section.cache_info().currsize == 0
