"""Figures as plain Plotly dicts; "@family/array" and "$colour" are filled in by the browser."""

from typing import Any

Figure = dict[str, Any]
