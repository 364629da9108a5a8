"""The page in marimo, run with `marimo run`: three cells, one of which follows the slider."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    import plotly.graph_objects as go

    from bench.apps import elu

    mo.md(f"# {elu.TITLE}")
    return elu, go, mo


@app.cell
def _(elu, mo):
    alpha = mo.ui.slider(elu.LOW, elu.HIGH, elu.STEP, elu.START, label="α")
    alpha  # noqa: B018 what a cell ends with is what it shows
    return (alpha,)


@app.cell
def _(alpha, elu, go, mo):
    mo.vstack([go.Figure(elu.figure(alpha.value)), mo.md(elu.numbers(alpha.value))])


if __name__ == "__main__":
    app.run()
