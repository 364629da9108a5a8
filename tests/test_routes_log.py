"""What is written down: one line for one event, whoever has caused it, and a few lines for many of a kind."""

import asyncio
import logging

import pytest
from failures import every
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route

from ui.server import admission, headers, log


@every(
    "said, told",
    [
        ("激活函数 ELU, α = 0.5", "激活函数 ELU, α = 0.5"),
        ("a\r\nb\x00\x1b[31m\x7f", r"a\r\nb\x00\x1b[31m\x7f"),
        ("\u202eevil\u2028\x85", r"\u202eevil\u2028\x85"),
        ("\udcff", r"\udcff"),
    ],
)
def test_nothing_that_is_not_seen_reaches_the_log(said, told):
    assert log.printable(said) == told
    for record in (_record(said), _record("%s", said), _record("%s", ValueError(said))):
        assert record.getMessage() == told


def _record(message, *args, error=None, name="ui"):
    return log.Record(name, logging.WARNING, "here.py", 1, message, args, error and (type(error), error, None))


def test_a_line_has_an_end():
    assert len(_record("%s", "x" * 70_000).getMessage()) < log.LONGEST + 10


def test_a_traceback_keeps_its_lines_and_nothing_else():
    text = logging.Formatter().format(_record("broken", error=ValueError("a\x1b[31mb")))
    assert text.splitlines() == ["broken", r"ValueError: a\x1b[31mb"]


def test_a_file_that_is_missing_is_one_line():
    record = _record("Error reading %s", "x", error=FileNotFoundError("no x"), name="streamlit.web.server.routes")
    assert logging.Formatter().format(record) == "Error reading x: no x"


def test_of_a_flood_a_few_lines_and_the_number_are_written(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(log.time, "monotonic", lambda: now[0])
    flood = log.Flood()
    assert sum(flood.filter(_record("again")) for _ in range(1000)) == log.LINES
    now[0] = log.SECONDS + 1
    last = _record("again")
    assert flood.filter(last) and last.getMessage() == f"again [and {1000 - log.LINES} more like it before]"
    assert flood.filter(_record("again")) and "more" not in _record("again").getMessage()


def get(route, path):
    """The status, the headers and the body of an app with one route behind our middleware."""
    app, heard = Starlette(routes=[route], middleware=[headers.middleware(), admission.middleware()]), []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        heard.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": [], "http_version": "1.1"}
    asyncio.run(app(scope | {"asgi": {"spec_version": "2.4"}}, receive, send))
    named = {name.decode().lower(): value.decode() for name, value in heard[0]["headers"]}
    return heard[0]["status"], named, b"".join(message.get("body", b"") for message in heard[1:])


def _breaks(request):
    raise {"gone": FileNotFoundError(2, "no such file"), "broken": KeyError("x\x1b")}[request.path_params["how"]]


def _breaks_off(request):
    def parts():
        yield b"a"
        raise KeyError("x")

    return StreamingResponse(parts(), headers={"Content-Length": "2"})


@pytest.fixture
def told(monkeypatch):
    """What is logged by the one who answers when all else has broken."""
    lines = []

    class Lines(logging.Handler):
        def emit(self, record):
            lines.append(record.getMessage())

    logger = logging.getLogger("test")
    monkeypatch.setattr(logger, "handlers", [Lines()])
    monkeypatch.setattr(admission, "get_logger", lambda name: logger)
    return lines


@pytest.mark.parametrize(("how", "status"), [("gone", 404), ("broken", 500)])
def test_what_breaks_is_an_answer_with_headers_and_one_line(told, how, status):
    found, named, body = get(Route("/{how}", _breaks), f"/{how}")
    assert found == status and named["cache-control"] == "no-store"
    assert {name.lower() for name in headers.policy().headers} <= set(named)
    assert b"x" not in body and len(told) == 1 and f"GET /{how}: " in told[0] and "test_routes_log.py:" in told[0]


def test_an_answer_that_breaks_off_is_one_line(told):
    assert get(Route("/", _breaks_off), "/")[2] == b"a"
    assert len(told) == 1 and "KeyError" in told[0]
