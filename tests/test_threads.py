"""Who serves readers computes on one thread; who only imports the lesson keeps the threads it has."""

import subprocess
import sys

ASKED = """if True:
    import asyncio, numpy, threadpoolctl

    def threads():
        return {found["filepath"]: found["num_threads"] for found in threadpoolctl.threadpool_info()}

    before = threads()
    import labs.claims, figures, ui.server.wishes
    assert before.items() <= threads().items(), (before, threads())
    import app
    from ui.server import wishes

    async def served():
        async with app.lifespan(app.app):
            return list(threads().values())

    print(asyncio.run(served()), wishes.SAMPLES.ask(threadpoolctl.threadpool_info).result(30))
"""


def test_serving_limits_them_and_importing_does_not():
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, encoding="utf-8", timeout=60)
    assert told.returncode == 0, told.stderr
    served, worker = told.stdout.split("] [")
    assert set(served.strip("[ ").split(", ")) == {"1"}
    assert worker.count("'num_threads': 1,") == worker.count("'num_threads'") > 0
