"""Comparisons without a browser: what an address stands for, and the table."""

from failures import every

from activations.traits import TRAITS
from app.test_pages import open_page

COMPARE = "pages/learn/compare"
OLD = ["sigmoid", "relu", "elu", "gelu"]


def table(at):
    """The rows of the table, cell by cell."""
    text = next(one.value for one in at.markdown if one.value.startswith("Function|"))
    return [line.split("|") for line in text.splitlines()[2:]]


@every(
    "query, functions, view, now",
    [
        ({}, ["sigmoid", "relu"], "slope", {}),
        ({"view": "tails"}, OLD, "tails", {"view": "tails"}),
        ({"elu.alpha": "2"}, OLD, "f", {"view": "f", "elu.alpha": "2"}),
        ({"fns": "sigmoid,relu,elu,gelu"}, OLD, "f", {"view": "f"}),
        ({"fns": "sigmoid,relu"}, ["sigmoid", "relu"], "f", {"fns": "sigmoid,relu"}),
        ({"fns": "sigmoid,relu", "view": "slope"}, ["sigmoid", "relu"], "slope", {}),
        (
            {"fns": "sigmoid,relu", "view": "slope", "table": "all"},
            ["sigmoid", "relu"],
            "slope",
            {"fns": "sigmoid,relu", "view": "slope", "table": "all"},
        ),
    ],
)
def test_an_address_means_what_it_meant_and_silence_is_the_opening_sight(query, functions, view, now):
    at = open_page(COMPARE, lang="en", **query)
    assert not at.exception and (at.session_state.fns, at.session_state.view) == (functions, view)
    assert {name: value for name, value in at.query_params.items() if name != "lang"} == now


def test_functions_and_parameters_come_from_the_address():
    at = open_page(COMPARE, lang="en", fns="elu,swish", view="both", **{"elu.alpha": "2"})
    assert not at.exception and at.multiselect(key="fns").value == ["elu", "swish"]
    assert at.slider(key="elu.alpha").value == 2
    rows = table(at)
    assert len(rows) == 2 and rows[0][1] == "α = 2" and rows[0][2] == "(−2, ∞)"


def test_the_order_of_the_table_is_that_of_a_column():
    rows = table(open_page(COMPARE, lang="en", table="all", sort="lipschitz"))
    slopes = [float(row[5].replace("∞", "inf")) for row in rows if row[5] != "–"]
    assert len(slopes) > 30 and slopes == sorted(slopes, reverse=True)


def test_nothing_chosen_is_said():
    at = open_page(COMPARE, fns="-")
    assert not at.exception and len(at.info) == 1


def test_filters_that_leave_nothing_can_be_cleared():
    at = open_page(COMPARE, lang="en", table="all", **{"with": ",".join(TRAITS)})
    assert not at.exception and len(at.info) == 1
    at = at.button(key="clear").click().run()
    assert not at.exception and not at.info and len(table(at)) > 30 and "with" not in at.query_params


@every("page", [COMPARE, "pages/learn/models"])
def test_what_can_be_downloaded_is_made_before_it_is_asked_for(page):
    """The message by which a browser asks for a file made on a click is none that `ui/server/messages.py` hears."""
    files = [button.proto for button in open_page(page, lang="en").get("download_button")]
    assert files and all(file.url and not file.deferred_file_id for file in files)
