"""Deno, which runs the browser's modules beside what the lesson computes itself."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
DENO = Path(sys.executable).with_name("deno")


def passes(module, cases):
    """Run the tests of a module, which reads its cases from a file of JSON; what it says if one fails."""
    rights = [f"--allow-read={cases}", "--allow-env=CASES"]
    done = subprocess.run(
        [DENO, "test", "--quiet", "--no-remote", "--no-prompt", *rights, module],
        cwd=ROOT,
        env=os.environ | {"CASES": str(cases), "NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
