"""The same page in Dash with its callback over a websocket, which needs the FastAPI backend."""

import os

from dash import Dash

from bench.apps import with_dash

app = Dash(backend="fastapi", websocket_callbacks=True)
app.layout = with_dash.LAYOUT

if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
