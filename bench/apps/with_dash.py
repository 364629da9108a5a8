"""The page in Dash, run with Python: a callback at every move, which sends only what changes."""

import os

from dash import Dash, Input, Output, Patch, callback

from bench.apps import elu
from bench.apps.dash_page import LAYOUT


@callback(
    Output("picture", "figure"), Output("numbers", "children"), Input("alpha", "value"), prevent_initial_call=True
)
def follow(alpha):
    picture = Patch()
    picture["data"][0]["y"], picture["data"][1]["y"] = elu.curves(alpha)
    return picture, elu.numbers(alpha)


if __name__ == "__main__":
    app = Dash()
    app.layout = LAYOUT
    app.run(port=int(os.environ["PORT"]))
