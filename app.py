"""The entry that `streamlit run app.py` serves: the lesson, its routes, and a process made ready for many readers."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from ui import server


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """What is loaded by now stays for good: take it out of garbage collection before the first reader comes."""
    gc.collect()
    gc.freeze()
    yield


app = st.App("ui/contents.py", lifespan=lifespan, routes=server.ROUTES, middleware=server.middleware())
