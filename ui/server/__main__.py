"""`python -m ui.server` prepares the static files, so that no start has to."""

import sys
from io import TextIOWrapper

from ui.server.static import build

if isinstance(sys.stdout, TextIOWrapper):
    sys.stdout.reconfigure(errors="backslashreplace")  # a folder may be called what a terminal cannot print
print(f"Static files are ready in {build()}.")
