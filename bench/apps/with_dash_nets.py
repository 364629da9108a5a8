"""Networks that train in Dash, as its guides draw what goes on: a callback that an interval calls."""

import os

from dash import Dash, Input, Output, callback, dcc, html

from bench.apps import nets

RACE = nets.race()
OFTEN = 20  # ms between two calls, if the last one has been answered


@callback(Output("picture", "figure"), Output("told", "children"), Input("clock", "n_intervals"))
def follow(_):
    step, figure = next(RACE)
    return figure, f"step {step}"


if __name__ == "__main__":
    app = Dash()
    app.layout = html.Div([dcc.Interval("clock", OFTEN), dcc.Graph(id="picture"), html.P("", id="told")])
    app.run(port=int(os.environ["PORT"]))
