"""The nginx files of `deploy/` in front of two replicas: who answers, what is kept, what is refused."""

import asyncio
import http.client
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from browser import hand
from streamlit.web.server.starlette import starlette_server_config as streamlit
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from harness.browser import settle
from harness.stand import FILES, Proxy, ask
from service.raw import beside
from ui.server import pictures, static

CHROME, FIREFOX = "gzip, deflate, br, zstd", "gzip, deflate, br"


def placed(stand, since, path=None):
    """Which replicas have answered since a line of the log, without what came from the cache."""
    lines = [line for line in stand.proxy.lines(since) if path in (None, line["path"])]
    return [line["replica"] for line in lines if line["replica"] != "-"]


def stream(stand, source="127.0.0.1", origin=None, **headers):
    """A websocket as a browser opens it."""
    local = f"http://localhost:{stand.proxy.port}"
    address = local.replace("http", "ws") + "/_stcore/stream"
    return connect(
        address, origin=origin or local, subprotocols=["streamlit"], additional_headers=headers,
        host="127.0.0.1", port=stand.proxy.port, local_addr=(source, 0), proxy=None, ping_interval=None,
    )  # fmt: skip


def test_nginx_accepts_the_files(stand):
    found = stand.proxy.check()
    assert found.returncode == 0 and "[warn]" not in found.stderr, found.stderr


def test_in_a_cluster_a_reader_is_known_by_the_address_traefik_has_seen(stand):
    own = (FILES.parent / "kubernetes/nginx/listen.conf").read_text("utf-8")
    front = Proxy(stand.replicas, own + "set_real_ip_from 127.0.0.0/8;").start()
    try:
        for address in ("203.0.113.7", "2001:db8::7"):
            connection = http.client.HTTPConnection("127.0.0.1", front.port, timeout=10)
            connection.request("GET", "/_stcore/health", headers={"X-Forwarded-For": f"198.51.100.1, {address}"})
            assert connection.getresponse().read() == b"ok"
            connection.request("GET", "/alive")  # by its answer the line of the one before is written
            assert connection.getresponse().read() == b""
            connection.close()
        assert [line["reader"] for line in front.lines()] == ["203.0.113.7", "2001:db8::7"]
    finally:
        front.remove()


def quiet(stand):
    """The length of the log once everything that came before is in it: a websocket is logged when it ends."""
    before, now = -1, len(stand.proxy.lines())
    while before != now:
        time.sleep(1)
        before, now = now, len(stand.proxy.lines())
    return now


def test_a_page_works_through_the_proxy_and_stays_at_one_replica(stand, visit):
    since = quiet(stand)
    (page,) = visit(stand, ["/explore?fn=elu"])
    before = hand.curve(page)
    changed = hand.drag(page, "elu-alpha", moves=30)
    assert changed >= 25 and hand.curve(page)[0] < before[0]
    page.mouse.up()
    settle(page)
    assert f"elu.alpha={hand.value(page, 'elu-alpha'):g}" in page.url
    assert not page.traffic.errors
    page.context.close()
    for _ in range(50):
        if placed(stand, since, "/_stcore/stream"):
            break
        time.sleep(0.1)
    lines = stand.proxy.lines(since)
    assert {"/explore", "/_stcore/stream", "/_stcore/health"} <= {line["path"] for line in lines}
    assert len(set(placed(stand, since))) == 1
    assert not [line for line in lines if int(line["status"]) >= 400]


def test_readers_behind_one_address_are_spread_and_each_comes_back_to_the_same(stand):
    replicas = []
    quiet(stand)
    for _ in range(40):
        since = len(stand.proxy.lines())
        _, headers, _ = ask(stand, "/")
        cookie = headers["set-cookie"].split(";")[0]
        for path in ("/", "/explore", "/_stcore/health", "/_stcore/host-config"):
            assert "reader=" not in ask(stand, path, Cookie=cookie)[1].get("set-cookie", "")
        once = set(placed(stand, since))
        assert len(once) == 1
        replicas += once
    assert len(set(replicas)) == 2
    assert min(replicas.count(r) for r in set(replicas)) >= 8


def test_a_cookie_that_is_not_ours_is_replaced(stand):
    _, headers, _ = ask(stand, "/", Cookie="reader=../../etc")
    assert re.match(r"reader=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax$", headers["set-cookie"])


def test_what_a_page_needs_for_good_is_kept_and_compressed(stand, visit):
    (page,) = visit(stand, ["/explore?fn=softmax"])
    addresses = {urlsplit(u)._replace(scheme="", netloc="").geturl() for u in page.traffic.requests}
    immutable = 0
    for address in sorted(a for a in addresses if a.startswith("/")):
        since = len(stand.proxy.lines())
        status, headers, body = ask(stand, address, Accept_Encoding=CHROME)
        if status != 200 or "immutable" not in headers.get("cache-control", ""):
            assert headers.get("x-cache-status") != "HIT", address
            continue
        immutable += 1
        assert ask(stand, address, Accept_Encoding=FIREFOX)[1].get("x-cache-status") in ("HIT", None), address
        assert ask(stand, address, Accept_Encoding=FIREFOX)[2] == body
        if headers.get("x-cache-status"):
            assert not placed(stand, since), f"{address}: a replica was asked again"
        if len(body) > 1000 and not headers["content-type"].startswith(("image/png", "font")):
            assert headers.get("content-encoding") in ("br", "gzip"), address
    assert immutable > 20


def test_the_cache_gives_what_the_lesson_gives(stand):
    for path in (f"/{url}" for url in (pictures.family_url("elu"), pictures.thumbnail_url("elu"), static.plotly_url())):
        own = http.client.HTTPConnection("127.0.0.1", stand.replicas[0].port)
        own.request("GET", path)
        plain = own.getresponse().read()
        for _ in range(2):
            _, headers, body = ask(stand, path)
            assert body == plain and "content-encoding" not in headers
        assert headers["x-cache-status"] == "HIT"


def test_a_class_that_asks_at_once_is_one_request(stand):
    since = len(stand.proxy.lines())
    with ThreadPoolExecutor(30) as pool:
        bodies = set(pool.map(lambda _: ask(stand, f"/{pictures.family_url('gelu')}&once")[2], range(60)))
    assert len(bodies) == 1
    assert len(placed(stand, since, "/family/gelu")) == 1


@pytest.mark.parametrize("path", ["/", "/explore?fn=elu", "/_stcore/health", "/_stcore/host-config"])
def test_what_may_change_is_never_kept(stand, path):
    for _ in range(3):
        since = len(stand.proxy.lines())
        status, headers, _ = ask(stand, path)
        assert status == 200 and headers["cache-control"] == "no-cache"
        assert len(placed(stand, since, urlsplit(path).path)) == 1


def test_an_idle_websocket_outlives_the_pings():
    block = re.search(
        r"location ~ \S+_stcore/stream\$ \{(.*?)\n\t\t\}", (FILES / "nginx.conf").read_text("utf-8"), re.S
    )[1]
    times = dict(re.findall(r"(proxy_(?:read|send)_timeout) (\d+)s;", block))
    assert set(times) == {"proxy_read_timeout", "proxy_send_timeout"}
    assert min(map(int, times.values())) > 2 * streamlit.DEFAULT_WEBSOCKET_PING_INTERVAL


@pytest.mark.parametrize(
    ("host", "origin", "allowed"),
    [
        ("lab.example.org", "http://lab.example.org", True),
        ("lab.example.org", "https://lab.example.org", True),
        ("lab.example.org:8080", "http://lab.example.org:8080", True),
        ("lab.example.org", "http://elsewhere.example.org", False),
    ],
)
def test_the_websocket_opens_under_any_name_but_not_from_another_site(stand, host, origin, allowed):
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    connection = http.client.HTTPConnection("127.0.0.1", stand.proxy.port, timeout=10)
    connection.request("GET", "/_stcore/stream", headers=upgrade | key | {"Host": host, "Origin": origin})
    assert connection.getresponse().status == (101 if allowed else 403)
    connection.close()


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"])
def test_what_is_not_for_readers_is_hidden(stand, path):
    status, headers, _ = ask(stand, path)
    assert status == 404 and headers["server"] == "nginx"


LOUD = {"method": "POST", "body": b"x" * 100_000}


@pytest.mark.parametrize(
    ("path", "status", "how"),
    [("/", 413, LOUD), ("/x" * 5000, 414, {}), ("/_stcore/metrics", 404, {}), ("/", 405, {"method": "TRACE"})],
)
def test_what_nginx_refuses_itself_carries_the_headers_too(stand, path, status, how):
    found, headers, body = ask(stand, path, **how)
    own = dict(re.findall(r"^add_header (\S+) \"?(.+?)\"? always;$", (FILES / "headers.conf").read_text("utf-8"), re.M))
    assert found == status and "The request was not accepted" in body.decode()
    assert len(own) == 5 and {name: headers.get(name.lower()) for name in own} == own


def test_200_first_visits_in_ten_seconds_stay_below_every_limit(stand, visit):
    conf, limits = (FILES / "nginx.conf").read_text("utf-8"), (FILES / "limits.conf").read_text("utf-8")
    rates = {zone: int(rate) for zone, rate in re.findall(r"zone=(\w+):2m rate=(\d+)r/s", limits)}
    places = re.findall(r"location (=|~|) ?(\S+) \{[^}]*?limit_req zone=(\w+) burst=(\d+) nodelay;", conf)
    places.sort(key=lambda place: (["=", "~", ""].index(place[0]), -len(place[1])))
    since = len(stand.proxy.lines())
    (page,) = visit(stand, ["/facts?lang=en"])
    page.context.close()
    asked = Counter()
    for line in stand.proxy.lines(since):
        asked[next(place for place in places if _meant(place, line["path"]))] += 1
    assert {zone for _, _, zone, _ in asked} >= {"pages", "files", "knocks", "samples"}
    for (*_, zone, burst), requests in asked.items():
        assert 200 * requests <= int(burst) + 10 * rates[zone], f"{zone}: {requests} requests a visit"


def _meant(place, path):
    kind, pattern, *_ = place
    return path == pattern if kind == "=" else re.search(pattern, path) if kind else path.startswith(pattern)


def test_a_flood_is_refused_while_a_class_of_200_is_let_in(stand):
    assert beside(_flood(stand, "127.0.0.2")) == [True] * 200
    assert ask(stand, "/", source="127.0.0.3")[0] == 200, "others are not touched"


async def _flood(stand, source):
    """200 websockets of one address, then 1,000 pages at once from there; which websockets still answer?"""
    sockets = await asyncio.gather(*(stream(stand, source) for _ in range(200)))
    start = time.monotonic()
    with ThreadPoolExecutor(50) as pool:
        found = list(pool.map(lambda _: ask(stand, "/", source=source)[0], range(1000)))
    assert found.count(200) >= 400, "the class itself may arrive"
    assert found.count(200) <= 401 + 20 * (time.monotonic() - start), "the burst, and the rate of the zone `pages`"
    assert set(found) == {200, 429}
    pongs = [await socket.ping() for socket in sockets]
    answered = await asyncio.wait(pongs, timeout=10) if pongs else ((), ())
    alive = [pong in answered[0] for pong in pongs]
    await asyncio.gather(*(socket.close() for socket in sockets))
    return alive


def test_one_address_cannot_hold_all_websockets(stand):
    opened, refused = beside(_crowd_in(stand, "127.0.0.4", 700))
    assert opened == 600 and refused == 100


async def _crowd_in(stand, source, n):
    found = await asyncio.gather(*(stream(stand, source) for _ in range(n)), return_exceptions=True)
    opened = [s for s in found if not isinstance(s, BaseException)]
    refused = [e for e in found if isinstance(e, InvalidStatus) and e.response.status_code == 429]
    await asyncio.gather(*(socket.close() for socket in opened))
    return len(opened), len(refused)


def test_a_table_to_download_is_found_at_whichever_replica_it_lies(stand, visit):
    (page,) = visit(stand, ["/models?lang=en"])
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").locator("button").first.click()
    path = urlsplit(download.value.url).path
    assert path.startswith("/media/")
    since = len(stand.proxy.lines())
    assert [ask(stand, path)[0] for _ in range(12)] == [200] * 12, "each asked without a cookie, so placed by lot"
    assert [replica for replica in placed(stand, since) if "," in replica], "some had to ask a second replica"
