"""The entry that `streamlit run app.py` serves: the lesson, its routes, and a process made ready for many readers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from ui.host import theme, version
from ui.server import memory, routes, threads, wishes


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Before the first reader comes."""
    version.check()
    wishes.SAMPLES.start()
    theme.keep()
    threads.one()
    memory.freeze()
    yield


app = st.App("ui/main.py", lifespan=lifespan, routes=routes.ROUTES, middleware=routes.middleware())
