"""Many readers of one server at once, each a session of its own that speaks Streamlit's protocol without a browser."""
