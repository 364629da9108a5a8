"""Fetches Plotly's bundle of cartesian pictures from npm, with Deno, as the version of the Python package has it."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ui.server import plotly

PACKAGE = "plotly.js-cartesian-dist-min"


def fetch() -> Path:
    """Write the bundle where the lesson looks for it; CalledProcessError if npm has no such version."""
    deno = Path(sys.executable).with_name("deno")
    wanted = f"npm:{PACKAGE}@{plotly.version(plotly.whole())}"
    with TemporaryDirectory() as folder:
        Path(folder, "deno.json").write_text("{}", encoding="utf-8")
        subprocess.run([deno, "install", "--quiet", "--node-modules-dir=auto", wanted], cwd=folder, check=True)
        shutil.copyfile(Path(folder, "node_modules", PACKAGE, plotly.BUNDLE.name), plotly.BUNDLE)
    return plotly.BUNDLE


if __name__ == "__main__":
    print(fetch())
