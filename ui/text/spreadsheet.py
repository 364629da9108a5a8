"""A table to take away."""

import csv
import io
from typing import Any


def as_csv(lines: list[dict[str, Any]]) -> bytes:
    """UTF-8 with a byte-order mark, without which Excel misreads Chinese."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue().encode("utf-8-sig")
