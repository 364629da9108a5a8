"""Links as people pass them on: with punctuation glued to them, encoded twice, in capitals, below a longer path.

What was meant is found here, from text to text; `redirect.py` sends the browser to the address that says so.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import parse_qsl, unquote, unquote_plus, urlencode

import content
from content.locales import match
from ui import site
from ui.state import names

PAGES = tuple(page.address[1:] for page in site.PAGES.values() if page.name != site.HOME)
HOME = ("home", "index", "default")  # other names of the page that has none
LOST = "lost"  # in the address of the first page: what was asked for does not exist
FREE_TEXT = {"q"}  # what a reader looks for may hold any sign, so it is left as it is
FUNCTIONS = {"fn", "ref", "follow", "neuron.fn"}  # hold one function, which people spell in many ways
LISTS = {"fns"}  # hold several of them
LONGEST = 8000  # characters of a query; a longer one is left alone
LAYERS = 5  # of encoding, one for each hand that a link went through
MOST = 20  # parts of a path that are looked at
SIMILAR = 0.75  # how much of a page's name must be right
AND = re.compile(r"&(?:(?:amp|#0*38|#x0*26);)+", re.IGNORECASE)
BETWEEN = re.compile(r"[&?;#]")
READABLE = re.compile(r"[\w.,:+~-]+", re.ASCII)  # ids, numbers and lists of them
GLUED = ".,:"  # what ends a sentence, where it could be read as part of a value
TRACKERS = re.compile(
    r"utm_\w+|\w{1,4}clid|\w{1,3}braid|gclsrc|igshi?d?|mc_[ce]id|mkt_tok|_?openstat|srsltid|_g[al]|__?hs\w+|hsctatracking"
    r"|(?:pk|mtm|matomo|piwik|vero|oly|trk|share|sharer|spm|wechat|weixin)(?:_\w+)?|li_fat_id|wt\.?mc\w*|ref_(?:src|url)|bd_vid"
    r"|vd_source|scm|si|from|isappinstalled|nsukey|mpshare|chksm|srcid|scene|timestamp"
)


def understood(path: str, query: str) -> tuple[str, str] | None:
    """The page ("" is the first one) and the query that an address means; None if it says so already."""
    if len(path) + len(query) > LONGEST:
        return None
    page, said, inside = _path(path)
    pairs = [*_pairs(inside, unquoted=True), *_pairs(query)]
    if LOST in said:
        pairs = [pair for pair in pairs if pair[0] == "lang"]
    pairs = [*((name, value) for name, value in said.items() if name not in dict(pairs)), *pairs]
    if path == f"/{page}" and pairs == parse_qsl(query, keep_blank_values=True):
        return None
    return page, urlencode(pairs, safe=",")


def _peeled(text: str) -> str:
    """Without the layers of encoding, and in the plain forms of letters and signs of full width."""
    for _ in range(LAYERS):
        before, text = text, AND.sub("&", unquote(text))
        if text == before:
            break
    return unicodedata.normalize("NFKC", text)


def _path(path: str) -> tuple[str, dict[str, str], str]:
    """The page a path leads to, what else the path says, and the query that stands in it."""
    whole = _peeled(path).replace("\\", "/")
    where, query = [*BETWEEN.split(whole, maxsplit=1), ""][:2]
    words = re.findall(r"(?:^|/)\s*([a-z0-9_-]{1,40})", where.lower())[:MOST]
    page, said = None, {}
    for word in words:
        if (lang := _language(word)) in content.languages():
            said["lang"] = lang
        elif not page and (name := _page(word)) is not None:
            page = name
        elif page == "explore" and (function := names.find(word)):
            said["fn"] = function
    if page is None and not said and re.search(r"\w", where):
        return "", {LOST: "1"}, ""
    return page or "", said, query


def _page(word: str) -> str | None:
    name = word.replace("_", "-")
    near = get_close_matches(name, (*PAGES, *HOME), n=1, cutoff=SIMILAR)
    return None if not near else "" if near[0] in HOME else near[0]


def _language(tag: str) -> str:
    """The language that is meant, whatever the country: zh by zh-TW."""
    return match(tag) or tag.lower()


def _pairs(query: str, unquoted: bool = False) -> list[tuple[str, str]]:
    """The names and values of a query, without trackers and without what was glued to them."""
    found = []
    for piece in AND.sub("&", query).split("&"):
        name, _, value = piece.partition("=")
        if name.lower() in FREE_TEXT:
            found.append((name.lower(), value if unquoted else unquote_plus(value)))
        else:
            found += _unfolded(_peeled("&" + (piece if unquoted else piece.replace("+", " "))))
    return [(name, value) for name, value in found if not TRACKERS.fullmatch(name)]


def _unfolded(text: str) -> Iterator[tuple[str, str]]:
    """Often one name and value; several where the signs between them had been encoded."""
    for part in BETWEEN.split(text):
        name, _, value = part.partition("=")
        name = re.sub(r"^\W+|\s+$", "", name).lower()
        if name and ("=" in part or "/" not in part):
            yield name, _value(name, value.strip())


def _value(name: str, text: str) -> str:
    """A value without what was glued to it; as it is if nothing readable would remain."""
    if name in FREE_TEXT:
        return text
    text = re.sub(r"\s*[,\N{IDEOGRAPHIC COMMA}]\s*", ",", text.lstrip("\"'<(\N{LEFT DOUBLE QUOTATION MARK}"))
    start = READABLE.match(text)
    value = start[0].rstrip(GLUED) if start else ""
    if name == "lang":
        value = _language(value)
    if name in LISTS:
        return _listed(text) or value or text
    function = name in FUNCTIONS and (names.find(text) or names.find(value))
    return function or value or text


def _listed(text: str) -> str:
    """Functions joined by commas, up to what was glued to the last of them."""
    found = []
    for one in text.split(","):
        start = READABLE.match(one)
        value = start[0].rstrip(GLUED) if start else ""
        found.append(names.find(one) or value)
        if value != one and not names.find(one):
            break
    return ",".join(filter(None, found))
