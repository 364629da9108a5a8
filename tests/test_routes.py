"""No address of any route breaks the server, whatever stands in it, and every answer carries our headers."""

import re
from contextlib import suppress
from unittest.mock import MagicMock
from urllib.parse import quote_from_bytes

import pytest
from failures import every
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from service.raw import Logged, ask, beside, say
from starlette.datastructures import Headers
from starlette.routing import Mount, compile_path
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from activations import CATALOGUE
from harness.sessions.session import Session
from ui.server import headers, static
from ui.server.admission import refused
from ui.server.routes import ROUTES

SECURE = {name.lower(): value for name, value in headers.policy().headers.items()}
READERS = {"/_stcore/health", "/_stcore/host-config", "/_stcore/bidi-components/{path:path}", "/media/{file_id:path}"}
SOCKETS = {"/_stcore/stream"}
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]
PAGES = ["/", "/explore", "/none", "/favicon.png", "/index.html", "/static/{file}", "/{a}/{b}/_stcore/{c}"]
FILES = sorted(static.sources())
# Names of families put together from functions that do not go together.
BROKEN = ["/family/gap-elu-relu-gelu", "/family/second-softmax", "/family/tails-maxout"]
# What is tried is always the same: a test that fails fails for everybody.
thorough = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def lesson():
    """A server whose log is read at the end: nothing that was asked here is worth more than a line of it."""
    with Logged() as server:
        beside(_visit(server.url))  # Streamlit hears of our components when a page first shows them
        yield server
        said = server.log()
    assert "Traceback" not in said
    assert all(line.isprintable() for line in said.splitlines())


async def _visit(url):
    reader = Session(url, "/explore?fn=elu")
    await reader.arrive(60)
    await reader.close()


def test_the_page_runs_only_scripts_of_its_own_server_and_stands_in_no_foreign_frame():
    told = dict(part.split(" ", 1) for part in SECURE["content-security-policy"].split("; "))
    scripts = told.pop("script-src").split()
    assert scripts[0] == "'self'" and all(re.fullmatch("'sha256-[A-Za-z0-9+/]{43}='", one) for one in scripts[1:])
    assert told.pop("style-src") == "'self' 'unsafe-inline'" and told.pop("img-src") == "'self' data: blob:"
    assert told.pop("font-src") == "'self' data:" and told.pop("object-src") == "'none'"
    assert told == dict.fromkeys(("default-src", "base-uri", "form-action", "frame-ancestors"), "'self'")
    assert SECURE["x-frame-options"] == "SAMEORIGIN" and SECURE["x-content-type-options"] == "nosniff"
    assert SECURE["cross-origin-opener-policy"] == SECURE["cross-origin-resource-policy"] == "same-origin"
    assert SECURE["permissions-policy"] == "camera=(), microphone=(), geolocation=()"
    assert SECURE["referrer-policy"] == "strict-origin-when-cross-origin"


def path_of(route):
    return route.path


def streamlit_routes():
    """The addresses Streamlit serves, without the last, which is everything else."""
    return [path_of(route) for route in create_streamlit_routes(MagicMock()) if not isinstance(route, Mount)]


def routes():
    """Every address of ours and of Streamlit's, with what varies in braces."""
    return sorted({*map(path_of, ROUTES), *streamlit_routes(), *PAGES})


def harmless(answer):
    """Understood or turned away, and never a fault of ours."""
    assert answer is not None, "the server hung up without a word"
    assert answer.status < 500 or (answer.status == 503 and "retry-after" in answer.headers), answer
    told = {name: answer.headers.get(name) for name in SECURE}
    assert told == SECURE
    assert "server" not in answer.headers
    if answer.status >= 400:
        assert answer.headers.get("cache-control", "no-store") == "no-store"
        assert not re.search(rb'\.py|Error\b(?<!Server Error)|File "', answer.body)


real = st.sampled_from(sorted(CATALOGUE))
kinds = ["gap", "second", "tails", "curve", "heat", "field", "en", "zh", "none", "-", "~alpha", "~", ".svg"]
ESCAPED = b"%00 %0a %0d%0a %1b[31m %ff % %zz %e4%bd %2e%2e%2f %2f %5c %c0%ae %ed%a0%80 %f0%9f%8e%93 %e2%80%ae %25s"
PLAIN = b". .. nul con ~ ; : @ $ {0} * __init__ nan -inf 1e999"
odd = st.sampled_from([b"", *ESCAPED.split(), *PLAIN.split(), b"a" * 256, b"a" * 10_000, b"9" * 400])
letters = st.text(max_size=12).map(lambda text: quote_from_bytes(text.encode("utf-8", "surrogatepass")).encode())
known = st.lists(st.one_of(real, st.sampled_from(kinds)), min_size=1, max_size=4)
joined = st.builds(lambda parts, dash: dash.join(parts).encode(), known, st.sampled_from(["", "-", "~", "/", "."]))
files = st.sampled_from(FILES).map(str.encode)
piece = st.one_of(joined, odd, letters, files, st.lists(st.one_of(odd, letters), max_size=3).map(b"".join))
names = st.sampled_from([b"v", b"lit", b"alpha", b"beta", b"lang", b"fn", b"fns", b"p.alpha", b"%00", b""])
queries = st.lists(st.tuples(names, piece).map(b"=".join), max_size=4).map(b"&".join)


@st.composite
def targets(draw):
    """An address of one of the routes, filled with something, and perhaps a query."""
    path = draw(st.sampled_from(routes()))
    filled = b"".join(draw(piece) if part.startswith("{") else part.encode() for part in re.split(r"(\{[^}]*\})", path))
    query = draw(queries)
    return filled + (b"?" + query if query else b"")


@every("path", BROKEN)
def test_a_family_of_functions_that_do_not_go_together_is_not_found(lesson, path):
    assert ask(lesson.port, path.encode()).status == 404


@thorough
@given(targets())
@example(b"/_stcore/bidi-components/" + b"a" * 256 + b"/chart.js")
@example(b"/_stcore/bidi-components/activation-lab-chart.chart/" + b"a" * 256)
@example(b"/_stcore/bidi-components/activation-lab-chart.chart/..%2f..%2fpyproject.toml")
@example(b"/static/" + b"a" * 256)
@example(b"/network/en.svg?lit=%00&lit=" + b"a" * 10_000)
@example(b"/family/elu?alpha=nan&alpha=inf")
@example(b"/family/prelu?alpha=" + b"9" * 400)
def test_no_address_breaks_the_server(lesson, target):
    harmless(ask(lesson.port, target))


@settings(thorough, max_examples=100)
@given(
    targets(),
    st.sampled_from(METHODS),
    st.sampled_from(["1.1", "1.0"]),
    st.sampled_from(["localhost", "", "[::1", "a" * 300, "\xff"]),
    st.sampled_from(["", "bytes=0-0", "bytes=-1", "bytes=5-1", "bytes=a-b", "bytes=0-1,2-3", "bytes=0-" + "9" * 400]),
    st.sampled_from(["gzip", "br", "*", "gzip;q=0", "br;q=x", "\xff", "identity;q=0, *;q=0", "gzip," * 500]),
    st.sampled_from(["", '"x"', 'W/"', "*", "Mon, 99 Foo 2000", "\x01", "9" * 400]),
)
def test_no_header_breaks_the_server(lesson, target, method, version, host, span, accepted, known):
    more = {"Range": span, "If_None_Match": known, "If_Modified_Since": known, "If_Range": known}
    given_ = {name: value for name, value in more.items() if value} | {"Accept_Encoding": accepted}
    harmless(ask(lesson.port, target, method, version, host, **given_))


@settings(thorough, max_examples=100)
@given(st.binary(min_size=1, max_size=200))
@example(b"GET / HTTP/9.9")
@example(b"GET /\xe4\xbd\xa0 HTTP/1.1")
@example(b"GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6")
@example(b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 6")
@example(b"GET / HTTP/1.1\r\nX: \x00\x1b[31m")
@example(b"PRI * HTTP/2.0")
def test_what_is_no_request_is_told_so(lesson, said):
    answer = say(lesson.port, said + b"\r\n\r\nGET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    harmless(answer)


@every("path", [path for path in streamlit_routes() if path not in SOCKETS])
def test_of_what_streamlit_serves_only_what_readers_need_is_answered(path):
    filled = re.sub(r"\{[^}]*\}", "x", path)
    assert (refused("GET", filled, Headers()) is None) == (path in READERS)
    for method in METHODS[2:]:
        assert refused(method, filled, Headers()), "no page sends anything but through its websocket"


def test_what_readers_need_is_what_streamlit_serves():
    assert set(streamlit_routes()) >= READERS | SOCKETS
    assert not any(refused("GET", compile_path(path_of(route))[1].format(name="x", lang="en"), Headers())
                   for route in ROUTES)  # fmt: skip


HIDDEN = """
    /_stcore /_stcore/ /_stcore/metrics /_stcore/metrics/ /_stcore%2Fmetrics /_stcore/./metrics /x/../_stcore/metrics
    /_stcore/agent/openapi.json /_stcore/agent/mcp /_stcore/upload_file/a/b /_stcore/script-health-check
    /explore/_stcore/metrics /explore/_stcore/health /component/x/index.html /auth/login /oauth2callback /static/none.js
"""


@every("path", HIDDEN.split())
def test_what_is_not_for_readers_is_not_there(lesson, path):
    answer = ask(lesson.port, path.encode())
    assert answer.status in (400, 404) and len(answer.body) < 20
    harmless(answer)


@every("path", [b"/", b"/_stcore/health", b"/_stcore/upload_file/a/b", b"/family/elu"])
def test_what_is_sent_is_refused_unread(lesson, path):
    before = lesson.memory()
    answer = ask(lesson.port, path, "POST", body=b"x" * 1_000_000, Content_Length="300000000")
    assert answer.status == (404 if b"upload" in path else 405)
    assert answer.status == 404 or answer.headers["allow"] == "GET, HEAD"
    harmless(answer)
    assert ask(lesson.port, path, body=b"x", Content_Length="1").status in (404, 413)
    assert lesson.memory() - before < 5_000_000


def test_a_head_that_never_ends_is_refused(lesson):
    before = lesson.memory()
    for head in (b"GET / HTTP/1.1\r\nX: " + b"x" * 20_000_000, b"GET /" + b"x" * 20_000_000, b"GET / HTTP/1.1\r\n" +
                 b"X: y\r\n" * 1_000_000):  # fmt: skip
        with suppress(ConnectionError):
            answer = say(lesson.port, head)
            assert answer is None or answer.status == 431, "None where the answer was lost as the connection was reset"
    assert lesson.memory() - before < 10_000_000


def test_control_characters_of_a_reader_stay_out_of_the_log(lesson):
    since = len(lesson.log())
    for path in (b"/family/%1b[31mred", b"/x%0d%0a2026-01-01 all is well", b"/_stcore/bidi-components/x%0a/y"):
        harmless(ask(lesson.port, path))
    said = lesson.log(since)
    assert "all is well" not in said and "\x1b" not in said


def test_an_asset_that_is_missing_is_at_most_one_line(lesson):
    since = len(lesson.log())
    component = "/_stcore/bidi-components/activation-lab-chart.chart/none.js"
    assert ask(lesson.port, component.replace("none", "chart").encode()).status == 200
    for path in (b"/static/js/none.js", b"/media/none.csv", component.encode()):
        assert ask(lesson.port, path).status == 404
    (line,) = lesson.log(since).splitlines()
    assert "none.js" in line
