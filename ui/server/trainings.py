"""What networks in the browser learn with, by address: functions as nodes, and what a race begins with.

Their addresses change with all that they are computed from, so browsers may keep them for good.
"""

import gzip
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from activations.spec import Param
from labs.training import bends, tasks
from labs.training.interpolation import nodes
from labs.training.tasks import MARGIN, NOISE, SIZE, Beginning
from labs.training.tensors import tensors
from ui.server.pictures import version, zipped
from ui.server.refusal import refuse

KIND = "application/octet-stream"
NAMED = ("size", "noise", "start", "batch", "seed", "silenced", "margin", "lift", "drawn")
KEPT = 256  # answers, of 1 to 300 kB


def nodes_url(function: str) -> str:
    """Where the nodes of a function are; its parameters come behind."""
    return f"nodes/{function}?v={version()}"


def beginning_url(beginning: Beginning) -> str:
    """Where the data, weights and batches of a race are."""
    own = {name: getattr(beginning, name) for name in NAMED}
    widths = ",".join(map(str, beginning.widths))
    return f"beginning/{beginning.task}?{urlencode(own | {'widths': widths, 'v': version()}, safe=',')}"


async def serve_nodes(request: Request) -> Response:
    """The nodes of an element-wise function at the values in the query; 404 for another, 400 for what no slider has."""
    act = bends.ALL.get(request.path_params["name"])
    if act is None:
        return await refuse(404, "no such function")
    try:
        at = tuple((p.name, _stop(p, request.query_params)) for p in act.params)
    except ValueError:
        return await refuse(400, "a value is not a number inside its slider")
    return zipped(request, await to_thread.run_sync(_nodes, act.id, at), KIND)


async def serve_beginning(request: Request) -> Response:
    """Data, weights and batches of what the query asks for; 404 for an unknown task, 400 for what is out of bounds."""
    if request.path_params["name"] not in tasks.TASKS:
        return await refuse(404, "no such task")
    try:
        asked = _asked(request.path_params["name"], request.query_params)
    except ValueError:
        return await refuse(400, "a value is out of bounds")
    return zipped(request, await to_thread.run_sync(_beginning, asked), KIND)


def _stop(p: Param, given: Mapping[str, str]) -> float:
    return p.stop(float(given.get(p.name, p.default)))


def _asked(task: str, given: Mapping[str, str]) -> Beginning:
    usual = Beginning(task)
    return Beginning(
        task,
        size=int(_stop(SIZE, given)),
        noise=_stop(NOISE, given),
        widths=tuple(map(int, given.get("widths", ",".join(map(str, usual.widths))).split(","))),
        start=given.get("start", usual.start),
        batch=int(given.get("batch", usual.batch)),
        seed=int(given.get("seed", usual.seed)),
        silenced=int(given.get("silenced", usual.silenced)),
        margin=_stop(MARGIN, given),
        lift=float(given.get("lift", usual.lift)),
        drawn=given.get("drawn", usual.drawn),
    )


@lru_cache(KEPT)
def _nodes(name: str, at: tuple[tuple[str, float], ...]) -> bytes:
    return gzip.compress(tensors(nodes(bends.ALL[name], **dict(at)).arrays()), 6)


@lru_cache(KEPT)
def _beginning(asked: Beginning) -> bytes:
    return gzip.compress(tensors(asked.arrays()), 6)


ROUTES = [Route("/nodes/{name}", serve_nodes), Route("/beginning/{name}", serve_beginning)]
