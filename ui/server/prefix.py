"""The path below which the lesson is served, for a host that has other things to serve as well."""

import streamlit as st


def prefix() -> str:
    """Streamlit's `server.baseUrlPath` with a slash before it and none after it; empty at the root of the host."""
    path = st.get_option("server.baseUrlPath").strip("/")
    return f"/{path}" if path else ""
