"""The path below which the lesson is served, for a host that has other things to serve as well."""

from streamlit import config


def prefix() -> str:
    """Streamlit's `server.baseUrlPath` with a slash before it and none after it; empty at the root of the host."""
    path = config.get_option("server.baseUrlPath").strip("/")
    return f"/{path}" if path else ""
