"""Readers of one server, each a session of its own that speaks Streamlit's protocol without a browser."""
