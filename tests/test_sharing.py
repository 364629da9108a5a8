"""What a link looks like elsewhere: every page, function and claim has a title, a sentence and a picture of its own."""

import asyncio
import re
from html import unescape
from io import BytesIO

import numpy as np
import pytest
from failures import every
from PIL import Image
from starlette.requests import Request

import content
from activations import CATALOGUE
from figures import share, theme
from labs.claims import CLAIMS
from ui import site
from ui.server import index, sharing

SHARED = [
    *(sharing.Shared(page) for page in site.PAGES),
    *(sharing.Shared("explore", fn=name) for name in CATALOGUE),
    *(sharing.Shared("facts", claim=claim) for claim in CLAIMS),
]
CHINESE = re.compile("[\u4e00-\u9fff]")


def _rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _asked(path, *headers):
    """The request for an address, as the server hands it on."""
    path, _, query = path.partition("?")
    named = [(name.encode(), value.encode()) for name, value in headers]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": named}
    return Request(scope | {"scheme": "http", "server": ("127.0.0.1", 80), "root_path": ""})


def _page(path, *headers):
    return asyncio.run(index.serve(_asked(path, *headers))).body.decode()


def _picture(name):
    request = _asked(f"/share/{name}.png")
    request.scope["path_params"] = {"name": name}
    return asyncio.run(sharing.serve(request))


def _tags(body):
    return {
        name: unescape(text) for name, text in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', body)
    }


@every("shared", SHARED)
def test_titles_and_sentences_are_plain_of_their_language_and_fit(shared):
    for lang in content.LANGS:
        title, text = sharing.title(shared, lang), sharing.description(shared, lang)
        assert 5 <= len(title) <= 200 and 12 <= len(text) <= 300
        assert not re.search(r"[$`\\]|\*\*|<<|\n", title + text)
        assert bool(CHINESE.search(text)) == (lang == "zh")


def test_no_two_pages_or_functions_share_a_title():
    for lang in content.LANGS:
        titles = [sharing.title(shared, lang) for shared in SHARED if not shared.claim]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("lang", content.LANGS)
def test_the_served_page_tells_of_its_function(lang):
    body = _page(f"/explore?fn=gelu&lang={lang}", ("host", "lab.example:8443"), ("x-forwarded-proto", "https"))
    tags = _tags(body)
    name = content.reader("functions/gelu", lang)("name")
    assert f"<title>{name} | " in body and tags["og:title"].startswith(name)
    assert tags["og:url"] == "https://lab.example:8443/explore?fn=gelu"
    assert tags["og:image"].startswith("https://lab.example:8443/share/gelu.png?v=")
    assert f'hreflang="en" href="{tags["og:url"]}&amp;lang=en"' in body


@pytest.mark.parametrize("host", ['x"><script>', "a b", "x/y", "x@y", ""])
def test_a_host_that_is_none_is_not_repeated(host):
    body = _page("/", ("host", host))
    assert "og:image" not in body and "canonical" not in body and "og:title" in body
    assert not host or f"//{host}" not in body


def test_what_is_unknown_is_left_out():
    body = _page("/explore?fn=%3Cscript%3E&claim=C001&lang=en", ("host", "a"))
    assert f"<title>{sharing.title(sharing.Shared('explore'), 'en')}</title>" in body
    assert "fn=" not in body and _picture("nothing").status_code == 404


@every("name", CATALOGUE)
def test_every_function_has_its_picture(name):
    answer = _picture(name)
    image = Image.open(BytesIO(answer.body)).convert("RGB")
    assert image.size == share.SIZE and answer.media_type == "image/png"
    left, top, right, bottom = share.FRAME
    curve, words = (_like(np.asarray(image), theme.PALETTE["light"][colour]) for colour in ("f", "text"))
    assert curve[top:bottom, left:right].sum() > 1000, "no curve"
    assert not curve[:, : left - 8].any(), "the curve runs into the name"
    assert words.sum() > 300, "no name"
    assert not words[:, left - 30 : left].any(), "the name runs into the curve"


def _like(pixels, colour):
    """Where a picture has a colour, to a few steps of each of its parts."""
    return (np.abs(pixels.astype(np.int16) - np.array(_rgb(colour), np.int16)) < 5).all(axis=2)
