"""One page, the ELU function with a slider, written plainly in each of the libraries that are compared."""

from pathlib import Path

from harness.server import streamlit

APPS = Path(__file__).parent
PEERS = APPS / ".venv" / "bin"  # the peers live in an environment of their own, with nothing of ours beside them
PLAIN = streamlit("Streamlit", f"{PEERS}/python", "with_streamlit.py", APPS)  # and with no settings in the folder
