"""What the page consists of in Dash, before it follows its slider."""

from dash import dcc, html

from bench.apps import elu

LAYOUT = html.Div(
    [
        html.H1(elu.TITLE),
        html.Label("α", htmlFor="alpha"),
        dcc.Slider(elu.LOW, elu.HIGH, elu.STEP, value=elu.START, updatemode="drag", marks=None, id="alpha"),
        dcc.Graph(figure=elu.figure(elu.START), id="picture"),
        html.P(elu.numbers(elu.START), id="numbers"),
    ]
)
