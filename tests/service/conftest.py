"""The lesson served by a process of its own, without a browser."""

import pytest

from bench.process import Process


@pytest.fixture(scope="package")
def lesson():
    with Process() as server:
        yield server
