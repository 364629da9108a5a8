"""How a link looks in a chat or among search results: a title, a sentence and a picture of what it opens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import content
from activations import CATALOGUE
from figures import share
from labs.claims import CLAIMS
from ui import site
from ui.host.page import FILES
from ui.server import pictures
from ui.server.prefix import prefix
from ui.server.refusal import refuse
from ui.state import names

SHOWN = "elu"  # on pages that are about no function in particular
SAID = {"fn": CATALOGUE, "claim": CLAIMS}  # what of an address its title tells
HOST = re.compile(r"[\w.-]+(:\d+)?|\[[\da-fA-F:]+\](:\d+)?")
FORMULA = re.compile(r"\\|\^|_\{")  # what no plain title can show
MARKS = re.compile(r"\*\*|[$`]")


@dataclass(frozen=True, slots=True)
class Shared:
    """What an address opens: a page, and on it perhaps a function or a claim, by id."""

    page: str = site.HOME
    fn: str = ""
    claim: str = ""

    @property
    def picture(self) -> str:
        """The function whose curve stands beside the link."""
        return self.fn or next(iter(CLAIMS[self.claim].functions), SHOWN) if self.claim or self.fn else SHOWN

    def query(self, lang: str = "") -> str:
        said = {name: value for name in SAID if (value := getattr(self, name))} | ({"lang": lang} if lang else {})
        return f"?{urlencode(said)}" if said else ""


HOME = Shared()


def meant(page: str, query: Mapping[str, str]) -> Shared:
    """What an address opens; what the page does not know is left out."""
    fn = names.find(query.get("fn", "")) or "" if page == "explore" else ""
    claim = query.get("claim", "") if page == "facts" else ""
    return Shared(page, fn, claim if claim in CLAIMS else "")


def title(shared: Shared, lang: str) -> str:
    """The function or the claim if one is meant, else the page; then the name of the lesson."""
    what = content.reader(site.PAGES[shared.page].words, lang)("title")
    if shared.fn:
        what = content.reader(f"functions/{shared.fn}", lang)("name")
    if shared.claim:
        said = content.reader(f"facts/{CLAIMS[shared.claim].topic}", lang)(f"said_{shared.claim}")
        what = what if FORMULA.search(said) else plain(said)
    return f"{what} | {content.reader('arrival', lang)('title')}"


def description(shared: Shared, lang: str) -> str:
    """One sentence: of the function, or of the page."""
    if shared.fn and not FORMULA.search(line := content.reader(f"functions/{shared.fn}", lang)("tagline")):
        return plain(line)
    return content.reader(site.PAGES[shared.page].words, lang)("description")


def plain(text: str) -> str:
    """Without the signs of Markdown."""
    return " ".join(MARKS.sub("", text).split())


def tags(shared: Shared, lang: str, origin: str) -> str:
    """The tags of the head; those with addresses only where `origin` (scheme and host, no slash) is known."""
    said = {"og:title": title(shared, lang), "og:description": description(shared, lang), "og:type": "website"}
    plain_tags = [
        f"<title>{escape(said['og:title'])}</title>",
        f'<meta name="description" content="{escape(said["og:description"])}" />',
        *(f'<meta property="{name}" content="{escape(text)}" />' for name, text in said.items()),
        f'<meta property="og:locale" content="{content.languages()[lang].tag.replace("-", "_")}" />',
    ]
    return "".join([*plain_tags, *(_addresses(shared, origin) if origin else ())])


def _addresses(shared: Shared, origin: str) -> Iterator[str]:
    where = f"{origin}{prefix()}{site.PAGES[shared.page].address}"
    picture = f"{origin}{prefix()}/{picture_url(shared.picture)}"
    yield f'<link rel="canonical" href="{escape(where + shared.query())}" />'
    for lang, language in content.languages().items():
        if len(language.shows) == 1:
            yield f'<link rel="alternate" hreflang="{language.tag}" href="{escape(where + shared.query(lang))}" />'
    width, height = share.SIZE
    yield f'<meta property="og:url" content="{escape(where + shared.query())}" />'
    yield f'<meta property="og:image" content="{escape(picture)}" />'
    yield f'<meta property="og:image:width" content="{width}" /><meta property="og:image:height" content="{height}" />'
    yield '<meta name="twitter:card" content="summary_large_image" />'


def origin(request: Request) -> str:
    """Scheme and host as the reader's browser knows them; empty if the request names no proper host."""
    host = request.headers.get("host", "")
    scheme = request.headers.get("x-forwarded-proto", request.url.scheme)
    return f"{scheme}://{host}" if HOST.fullmatch(host) and scheme in ("http", "https") else ""


def picture_url(function: str) -> str:
    return f"share/{function}.png?v={pictures.version()}"


@lru_cache
def _picture(function: str) -> bytes:
    font: Path = next((FILES / "static" / "media").glob("SourceSansVF-Upright*.woff2"))
    return share.png(CATALOGUE[function], font)


async def serve(request: Request) -> Response:
    """The picture of one function; 404 for an unknown one."""
    name = request.path_params["name"]
    if name not in CATALOGUE:
        return await refuse(404, "no such function")
    return Response(await to_thread.run_sync(_picture, name), media_type="image/png", headers=pictures.kept(request))


ROUTES = [Route("/share/{name}.png", serve)]
