"""How the lesson is delivered: compressed, kept for good, and running no script but its own."""

import gzip
import io
import re
import urllib.error
import urllib.request

import brotli
import pytest
from fontTools.ttLib import TTFont

from harness.browser import VIOLATIONS
from harness.server import ROOT
from ui.server import fonts, pictures, static

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


def fetch(server, address, encoding):
    request = urllib.request.Request(f"{server.url}/{address}", headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read(), {name.lower(): value for name, value in response.headers.items()}


def first_files():
    """What the index page asks for at once, and Plotly."""
    index = (static.STREAMLIT / "index.html").read_text("utf-8")
    return [*re.findall(r'(?:href|src)="\./(static/[^"]+)"', index), static.plotly_url()]


@pytest.mark.parametrize("encoding", UNPACK)
def test_static_files_arrive_whole_compressed_and_for_good(server, encoding):
    plain, sent = 0, 0
    for address in first_files():
        body, headers = fetch(server, address, encoding)
        whole = UNPACK[headers.get("content-encoding", "identity")](body)
        source = static.sources()[address.removeprefix("static/")]
        assert whole == source.read_bytes() or fonts.smaller(source.name), address
        assert "immutable" in headers["cache-control"] and "max-age" in headers["cache-control"], address
        assert headers["x-content-type-options"] == "nosniff"
        plain, sent = plain + len(whole), sent + len(body)
    assert len(first_files()) > 20
    assert (sent < plain / 3) == (encoding != "identity")


@pytest.mark.parametrize("address", [pictures.family_url("elu"), pictures.thumbnail_url("elu")])
def test_a_picture_is_kept_only_under_its_own_version(server, address):
    assert "immutable" in fetch(server, address, "gzip")[1]["cache-control"]
    for other in (address.split("?")[0], f"{address}0"):
        assert fetch(server, other, "gzip")[1]["cache-control"] == "no-store"


def test_what_is_not_there_is_not_found(server):
    for address in ("family/nonsense", "thumbnail/nonsense.svg", "network/xx.svg", "family/softmax?z1=nan"):
        with pytest.raises(urllib.error.HTTPError) as caught:
            fetch(server, address, "gzip")
        assert caught.value.code in (400, 404)


def test_the_page_allows_only_its_own_scripts(server):
    _, headers = fetch(server, "explore", "gzip")
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/=]+')?", policy["script-src"])
    assert policy["object-src"] == "'none'" and policy["default-src"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"]
    assert "immutable" not in headers["cache-control"]


def test_a_foreign_script_is_refused(browser, server):
    context = browser.new_context()
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    page.goto(f"{server.url}/", wait_until="commit")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.pwned = 1';
        document.documentElement.append(script);
    }""")
    assert page.evaluate("window.pwned") is None
    assert any("script-src" in violation for violation in page.evaluate("window.violations"))
    context.close()


SLANTED = re.compile(r"(?<=[ \N{FULLWIDTH COMMA}])\*(\w[^*\n]*\w)\*(?=[ .,])")


def test_the_icon_font_keeps_every_icon_in_use():
    small = next((static.build() / "media").glob(f"{fonts.ICONS}*"))
    whole = TTFont(next((static.STREAMLIT / "static" / "media").glob(f"{fonts.ICONS}*")))
    kept = fonts.ligatures(TTFont(io.BytesIO(small.read_bytes())))
    assert fonts.ours() and fonts.ours() <= set(kept)
    assert {"keyboard_arrow_down", "keyboard_double_arrow_left", "content_copy", "error"} <= set(kept)
    assert len(kept) < len(fonts.ligatures(whole)) / 20
    scripts = (path.read_text("utf-8") for path in (static.STREAMLIT / "static" / "js").glob("*.js"))
    drawn = {name for script in scripts for name in re.findall(r"iconValue:`([^`]+)`", script)}
    assert {name for name in drawn if not fonts.NAMED.fullmatch(name)} <= {"spinner"}, (
        "an icon that is spelled otherwise"
    )


def test_the_fonts_keep_every_letter_of_the_texts():
    """Of those they had: Chinese has always come from the reader's own fonts."""
    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("content/**/*.toml"))]
    slanted = {letter for text in texts for title in SLANTED.findall(text) for letter in title}
    assert slanted
    for whole in (static.STREAMLIT / "static" / "media").glob(f"{fonts.TEXT}*"):
        written = slanted if fonts.SLANTED in whole.name else {letter for text in texts for letter in text}
        kept = set(TTFont(static.build() / "media" / whole.name).getBestCmap())
        assert kept >= {ord(letter) for letter in written} & set(TTFont(whole).getBestCmap()), whole.name
