"""`python -m ui.server` prepares the static files, so that no start has to."""

from ui.server.static import build

print(f"Static files are ready in {build()}.")
