"""What networks in the browser learn with, as the server hands it out."""

import gzip
import json
import struct
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import numpy as np
import pytest

from activations import get
from harness.server import Server
from labs.training.interpolation import nodes
from labs.training.tasks import Beginning
from ui.server import trainings


@pytest.fixture(scope="module")
def ask():
    """Ask a server for an address."""
    with Server() as server:
        yield lambda path, **headers: urlopen(Request(f"{server.url}/{path}", headers=headers))


def arrays(body):
    """The arrays of safetensors, read as its documentation says."""
    (length,) = struct.unpack("<Q", body[:8])
    head = json.loads(body[8 : 8 + length])
    kinds = {"F64": "<f8", "I32": "<i4"}
    return {
        name: np.frombuffer(body[8 + length :][slice(*one["data_offsets"])], kinds[one["dtype"]]).reshape(one["shape"])
        for name, one in head.items()
    }


def test_nodes_are_those_of_the_function_at_the_values_asked_for(ask):
    answer = ask(trainings.nodes_url("elu") + "&alpha=1.5")
    found, expected = arrays(answer.read()), nodes(get("elu"), alpha=1.5).arrays()
    assert "immutable" in answer.headers["cache-control"] and set(found) == set(expected)
    for name, array in expected.items():
        np.testing.assert_array_equal(found[name], array)


def test_a_beginning_is_the_one_that_was_asked_for(ask):
    asked = Beginning("moons", size=150, noise=0.25, widths=(4, 8, 2), start="lecun", batch=16, seed=42, silenced=2)
    answer = ask(trainings.beginning_url(asked))
    found, expected = arrays(answer.read()), asked.arrays()
    assert "immutable" in answer.headers["cache-control"] and set(found) == set(expected)
    for name, array in expected.items():
        np.testing.assert_array_equal(found[name], array)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *(("nodes/softmax", 404), ("nodes/none", 404), ("nodes/elu?alpha=x", 400), ("nodes/elu?alpha=nan", 400)),
        *(("nodes/elu?alpha=99", 400), ("beginning/none", 404), ("beginning/xor?size=1e9", 400)),
        *(("beginning/xor?widths=", 400), ("beginning/xor?widths=8,8,8,8", 400), ("beginning/xor?widths=1e3", 400)),
        *(("beginning/xor?seed=-1", 400), ("beginning/xor?start=x", 400), ("beginning/xor?batch=7", 400)),
        *(
            ("beginning/xor?noise=inf", 400),
            ("beginning/drawn?drawn=abc", 400),
            ("beginning/xor?widths=%D9%A3%D9%A3", 400),
        ),
    ],
)
def test_what_is_not_there_or_out_of_bounds_is_refused(ask, path, status):
    with pytest.raises(HTTPError) as answer:
        ask(path)
    assert answer.value.code == status and "immutable" not in answer.value.headers["cache-control"]
    answer.value.close()


def test_whoever_reads_gzip_gets_it(ask):
    plain, packed = (ask("nodes/gelu", **{"Accept-Encoding": how}) for how in ("identity", "gzip"))
    assert plain.headers["content-encoding"] is None and packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.read()) == plain.read()
