"""The page in Panel, run with `panel serve`: functions bound to a value that is not throttled."""

import panel as pn

from bench.apps import elu

pn.extension("plotly")
alpha = pn.widgets.FloatSlider(name="α", start=elu.LOW, end=elu.HIGH, step=elu.STEP, value=elu.START)
pn.Column(
    f"# {elu.TITLE}",
    alpha,
    pn.pane.Plotly(pn.bind(elu.figure, alpha), sizing_mode="stretch_width"),
    pn.pane.Markdown(pn.bind(elu.numbers, alpha), css_classes=["numbers"]),
).servable()
