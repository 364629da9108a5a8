"""The page that is served before the lesson runs: Streamlit's own, in the reader's language, and what may go wrong.

Scripts that do not come, a browser too old for them, a network that lets no websocket through and a server that is
away are told of by this one page, which has all words in itself; `assets/arrival.js` finds out which it is.
"""

import hashlib
import json
import re
from functools import cache, lru_cache
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import content
from content.locales import closest
from figures import theme
from figures.svg import icon
from ui import site
from ui.host import page as host
from ui.server import first, hints, sharing, static

SITUATIONS = ("slow", "network", "away", "outdated")
ENGLISH = {  # what Streamlit says in lists to choose from, whatever the language of the page: our slot and its place
    "list_empty": '[data-empty="true"] > [role="option"] > span',
    "list_all": '[data-key="__select_all__"] > div',
}
UNKNOWN = "both"  # languages, for a browser that does not say which its reader reads
COLOURS = ("text", "panel", "paper", "grid", "axis", "f", "slope")  # of the theme, as the style sheet names them
PAGES = {page.address[1:]: name for name, page in site.PAGES.items()}
KEPT = 200  # pages of different addresses, some 30 kB each


def language(request: Request) -> str:
    """The language of the address, else of the browser; the same rule as on the page (`ui/state/language.py`)."""
    asked = request.query_params.get("lang", "")
    if asked in content.languages():
        return asked
    first = re.match(r"\s*([\w-]+)", request.headers.get("accept-language", ""))
    return closest(first[1]) if first else UNKNOWN


def _said(slot: str) -> str:
    """What is said in every language; the style sheet shows those of the reader, the script puts the address in."""
    kind, languages = slot.partition("_")[0], content.languages()
    readers: dict[tuple[str, str], list[str]] = {}
    for choice in languages:
        for part in content.reader("arrival", choice).spoken(slot, socket="{socket}"):
            readers.setdefault(part, []).append(choice)
    return "".join(
        f'<p class="{kind}" lang="{languages[lang].tag}" data-for="{" ".join(choices)}">{escape(text)}</p>'
        for (lang, text), choices in readers.items()
    )


def _notice() -> str:
    """What the page says when it does not come, for each situation; out of sight until then."""
    parts = [f'<div class="{s}">{_said(f"title_{s}")}{_said(f"text_{s}")}</div>' for s in SITUATIONS]
    parts.append(f'<a href="">{_said("again")}</a>')
    return f'<section id="arrival" class="arrival" aria-live="polite">{"".join(parts)}</section>'


def _instead() -> str:
    """A style sheet that writes our words over Streamlit's while the page is not in English."""
    rules = []
    for choice in content.languages():
        say = content.reader("arrival", choice)
        for slot, place in ENGLISH.items():
            if say(slot) != content.load("arrival")[slot].en:
                words = json.dumps(say(slot), ensure_ascii=False)  # quoted as a style sheet has it, too
                rules.append(f"{_page(choice)} {place} {{ font-size: 0; }}")
                rules.append(f"{_page(choice)} {place}::after {{ font-size: 1rem; content: {words}; }}")
    return "\n".join(rules)


def _style() -> str:
    """The style sheet of what may go wrong, in the colours of the lesson."""
    light, dark = (
        ".arrival, html { " + " ".join(f"--{name}: {theme.PALETTE[scheme][name]};" for name in COLOURS) + " }"
        for scheme in ("light", "dark")
    )
    sheet = (static.ASSETS / "arrival.css").read_text(encoding="utf-8")
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n{sheet}"


def _page(choice: str) -> str:
    """The page in one choice of languages, to a style sheet."""
    language = content.languages()[choice]
    return f'html[data-languages="{len(language.shows)}"][lang="{language.tag}"]'


def _for_others() -> str:
    """A style sheet that hides what is said to readers of other languages."""
    return "\n".join(
        f'{_page(choice)} .arrival p:not([data-for~="{choice}"]) {{ display: none; }}' for choice in content.languages()
    )


@cache
def _head() -> str:
    """Icon, styles, and the scripts that have to run before Streamlit's."""
    late = static.script_url("arrival"), static.script_url("places")
    return "".join(
        [
            f'<link rel="shortcut icon" href="{icon.address()}" />',
            f"<style>{_style()}{_for_others()}{_instead()}</style>",
            "<noscript><style>#arrival, .first-words { display: none !important; }</style></noscript>",
            f'<script nomodule defer src="./{static.script_url("outdated")}"></script>',
            *(f'<script defer src="./{url}"></script>' for url in late),
        ]
    )


@lru_cache(KEPT)
def page(lang: str, shared: sharing.Shared = sharing.HOME, origin: str = "", picture: str = "") -> bytes:
    """The whole page for readers of one language, or of several.

    `origin` is the scheme and host of its address, `picture` what is to be seen until the lesson is there.
    """
    language = content.languages()[lang]
    plain = f'<noscript><div class="arrival">{_said("title_plain")}{_said("text_plain")}</div></noscript>'
    shaped = host.index(
        {
            "html": f'<html lang="{language.tag}" data-languages="{len(language.shows)}">',
            "icon": "",
            "title": sharing.tags(shared, lang, origin) + _head() + hints.links(shared),
            "noscript": plain,
            "root": f'<div id="root"></div>{_notice()}{first.words(shared, lang)}{picture}',
        }
    )
    return shaped.encode()


async def serve(request: Request) -> Response:
    """Never kept without asking, because the names of the scripts change with every version."""
    name = PAGES[request.url.path.rpartition("/")[2]]
    shared = sharing.meant(name, request.query_params)
    picture = first.picture(shared, request.query_params)
    body = page(language(request), shared, sharing.origin(request), picture)
    mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "ETag": mark}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/html", headers=headers)


ROUTES = [Route(f"/{address}", serve) for address in PAGES]
