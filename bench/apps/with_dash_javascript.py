"""The page in Dash with a callback in JavaScript, which computes the curves anew in the browser."""

import os

from dash import Dash, Input, Output, State, clientside_callback

from bench.apps.dash_page import LAYOUT

FOLLOW = """(alpha, figure) => {
    const f = (x) => (x > 0 ? x : alpha * Math.expm1(x));
    const slope = (x) => (x > 0 ? 1 : alpha * Math.exp(x));
    const x = Array.from({ length: 401 }, (_, i) => -6 + (12 * i) / 400);
    const data = [f, slope].map((curve, i) => ({ ...figure.data[i], y: x.map(curve) }));
    return [{ ...figure, data }, `minimum ${f(-6).toFixed(3)}, slope at 0 ${slope(0).toFixed(3)}`];
}"""

if __name__ == "__main__":
    app = Dash()
    app.layout = LAYOUT
    clientside_callback(
        FOLLOW,
        Output("picture", "figure"),
        Output("numbers", "children"),
        Input("alpha", "value"),
        State("picture", "figure"),
        prevent_initial_call=True,
    )
    app.run(port=int(os.environ["PORT"]))
