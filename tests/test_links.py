"""Links as people pass them on are understood, and lead to no other host."""

import random
import re
from urllib.parse import parse_qsl, quote, urlsplit

from failures import every

import activations
from activations import CATALOGUE
from figures import samples
from harness.server import ROOT
from labs import dimmer
from ui.server import links
from ui.server.redirect import answer

ELU = "/explore?fn=elu&elu.alpha=2"
MEANT = {  # as it was passed on: what was meant
    "/explore?fn=elu&amp;elu.alpha=2": ELU,
    "/explore?fn=elu&amp;amp;elu.alpha=2": ELU,
    "/explore?fn=elu&AMP;elu.alpha=2": ELU,
    "/explore?fn=elu&%2338;elu.alpha=2": ELU,
    "/explore?fn=elu%26amp%3Belu.alpha%3D2": ELU,
    "/explore?fn=elu%26elu.alpha=2": ELU,
    "/explore?fn%3Delu%26elu.alpha%3D2": ELU,
    "/explore?fn=elu;elu.alpha=2": ELU,
    "/explore??fn=elu&elu.alpha=2": ELU,
    "/explore?/explore?fn=elu&elu.alpha=2": ELU,
    "/explore%3Ffn=elu&elu.alpha=2": ELU,
    "/explore%3Ffn%3Delu%26elu.alpha%3D2": ELU,
    "/explore%253Ffn%253Delu%2526elu.alpha%253D2": ELU,
    "/explore&fn=elu&elu.alpha=2": ELU,
    "/explore&amp;fn=elu&amp;elu.alpha=2": ELU,
    "/explore？fn＝elu＆elu.alpha＝2": ELU,
    "/explore?fn＝elu＆elu.alpha＝2": ELU,
    "/explore?ｆｎ=ｅｌｕ&elu.alpha=２": ELU,
    "/Explore?FN=ELU&ELU.Alpha=2": ELU,
    "/EXPLORE/?FN=ELU&elu.alpha=2": ELU,
    "/explore/?fn=elu&elu.alpha=2": ELU,
    "//explore?fn=elu&elu.alpha=2": ELU,
    "///explore//?fn=elu&elu.alpha=2": ELU,
    "/explore/index.html?fn=elu&elu.alpha=2": ELU,
    "/explore.html?fn=elu&elu.alpha=2": ELU,
    "/explore/a/longer/path?fn=elu&elu.alpha=2": ELU,
    "/lesson/explore?fn=elu&elu.alpha=2": ELU,
    "/explor?fn=elu&elu.alpha=2": ELU,
    "/explore/elu?elu.alpha=2": ELU,
    "/https://lab.example.org/explore?fn=elu&elu.alpha=2": ELU,
    "/explore。?fn=elu&elu.alpha=2": ELU,
    "/explore?fn=elu&elu.alpha=2。": ELU,
    "/explore?fn=elu&elu.alpha=2.": ELU,
    "/explore?fn=elu&elu.alpha=2,": ELU,
    "/explore?fn=elu&elu.alpha=2)": ELU,
    "/explore?fn=elu&elu.alpha=2).": ELU,
    "/explore?fn=elu&elu.alpha=2）看这个": ELU,
    "/explore?fn=elu&elu.alpha=2，很有意思": ELU,
    "/explore?fn=elu&elu.alpha=2”": ELU,
    "/explore?fn=elu&elu.alpha=2%3E": ELU,
    "/explore?fn=elu&elu.alpha=2%20and%20more": ELU,
    "/explore?fn=elu&elu.alpha=2%0d%0a": ELU,
    "/explore?fn=elu&elu.alpha=2&utm_source=mail&utm_medium=x": ELU,
    "/explore?fbclid=a&fn=elu&gclid=b&elu.alpha=2&igsh=c&from=singlemessage&isappinstalled=0": ELU,
    "/explore？fn=elu。": "/explore?fn=elu",
    "/explore）看这个": "/explore",
    "/explore.": "/explore",
    "/zh/explore?fn=elu": "/explore?lang=zh&fn=elu",
    "/en": "/?lang=en",
    "/zh-CN/explore": "/explore?lang=zh",
    "/home": "/",
    "/index.html": "/",
    "/?utm_source=mail": "/",
    "/explore?fn=Leaky%20ReLU": "/explore?fn=leaky_relu",
    "/explore?fn=leaky-relu": "/explore?fn=leaky_relu",
    "/explore?fn=SiLU。": "/explore?fn=silu",
    "/explore?fn=gelu_new": "/explore?fn=gelu_tanh",
    "/explore?fn=GELU-New&alpha=1": "/explore?fn=gelu_tanh&alpha=1",
    "/explore?fn=torch.nn.GELU()": "/explore?fn=gelu",
    "/explore?fn=ＧＥＬＵ": "/explore?fn=gelu",
    "/explore?fn=修正线性单元": "/explore?fn=relu",
    "/explore?fn=ReLU（修正线性单元）": "/explore?fn=relu",
    "/explore?fn=elu&ALPHA=0.5。": "/explore?fn=elu&alpha=0.5",
    "/explore?lang=ZH": "/explore?lang=zh",
    "/explore?lang=zh-CN": "/explore?lang=zh",
    "/explore?lang=en_GB": "/explore?lang=en",
    "/compare?fns=relu,%20elu，gelu、tanh。": "/compare?fns=relu,elu,gelu,tanh",
    "/compare?fns=relu%252Celu": "/compare?fns=relu,elu",
    "/compare?fns=Leaky%20ReLU,gelu_new，quick-gelu)": "/compare?fns=leaky_relu,gelu_tanh,gelu_sigmoid",
    "/compare?fns=elu,relu)看，这个": "/compare?fns=elu,relu",
    "/facts?claim=C001)": "/facts?claim=C001",
    "/facts?q=a%26b%3Dc。&amp;topic=relu": "/facts?q=a%26b%3Dc%E3%80%82&topic=relu",
    "/nonsense": "/?lost=1",
    "/nonsense?fn=elu&lang=zh": "/?lost=1&lang=zh",
    "/没有": "/?lost=1",
}
RIGHT = [
    *("/", "/explore", "/why", "/?lang=zh", ELU, "/explore?fn=elu&elu.alpha=-1.5&x0=1e-05&code=torch"),
    *(
        "/compare?fns=relu,elu&with=monotone",
        "/compare?fns=-",
        "/compare?fns=relu%2Celu",
        "/facts?claim=C001&lang=both",
    ),
    *("/facts?q=100%25", "/facts?q=%E6%AD%BB%EF%BC%88dead%EF%BC%89%E3%80%82", "/facts?q=X)"),
    *("/glossary?q=a%26amp%3Bb%3Fc%23d", "/choose?task=rnn&engineering=memory,speed&step=answer"),
    *("/explore?embed=true&embed_options=light_theme", "/explore?fn=nonsense", "/explore?nothing=known"),
    *("/explore?fn=", "/explore?fn=" + "x" * 10_000),
]
PARTS = [
    "/",
    "//",
    "\\",
    "%5c",
    "%2f",
    "..",
    ".",
    "%2e%2e",
    "evil.example",
    "https:",
    "@",
    ":",
    "explore",
    "Compare",
    "?",
    "%3f",
    "%253f",
    "&",
    "&amp;",
    "%26",
    "=",
    "%3d",
    "#",
    "%23",
    ";",
    "fn",
    "elu",
    "q",
    "lang",
    "zh",
    "home",
    "%0d%0a",
    "%00",
    "%",
    "%25",
    "%E3%80%82",
    "%EF%BC%9F",
    "%ff",
    "+",
    "<",
    '"',
    "amp;",
    "utm_x",
    "lost",
    "1",
]


def sent(address):
    """As a browser sends it: path and query, encoded."""
    path, _, query = address.partition("?")
    return quote(path, safe="/%&;=:~"), quote(query, safe="/%&;=:?+,()'~")


def resolved(path, to):
    """As browsers do it (RFC 3986), which Python's urljoin does not where slashes stand together."""
    where, mark, query = to.partition("?")
    found = []
    for part in [*path.split("/")[1:-1], *where.split("/")]:
        found = found[:-1] if part == ".." else found if part == "." else [*found, part]
    return f"http://lab/{'/'.join(found)}{mark}{query}"


def led(address, base="", **options):
    """Where a browser ends up that asks for this."""
    path, query = sent(address)
    found = answer(path, query, base, options.pop("wants_page", True))
    return resolved(path, found.headers["location"]) if found is not None else None


@every("address", MEANT)
def test_a_damaged_link_leads_to_what_was_meant(address):
    assert led(address) == f"http://lab{MEANT[address]}"


@every("address", [*RIGHT, *MEANT.values()])
def test_a_link_that_is_right_is_left_alone(address):
    assert led(address) is None


@every("address", MEANT)
def test_the_same_below_a_path(address):
    for base in ("/lab", "/courses/lab"):
        assert led(base + address, base) == f"http://lab{base}{MEANT[address]}"
        assert led(base + MEANT[address], base) is None


@every("address", ["/lab", "/", "/explore?fn=elu", "/Explore/?fn=elu", "/laboratory", "/a/b/c"])
def test_outside_of_the_path_is_led_into_it(address):
    where = urlsplit(led(address, "/lab"))
    assert where.netloc == "lab" and where.path.startswith("/lab/")
    assert led(f"{where.path}?{where.query}".rstrip("?"), "/lab") is None


@every(
    "path",
    [
        *("/_stcore/health", "/explore/_stcore/health", "/static/js/none.js", "/media/a.csv", "/favicon.png"),
        *("/family/elu", "/thumbnail/elu.svg", "/network/zh.svg", "/component/x/index.html", "/app/static/a.png"),
    ],
)
def test_what_is_not_a_page_passes(path):
    for base in ("", "/lab"):
        assert answer(base + path, "v=1", base, True) is None


def test_a_file_that_nobody_wants_to_read_is_not_found():
    for path in ("/robots.txt", "/favicon.ico", "/.well-known/security.txt", "/wp-login.php"):
        assert answer(path, "", "", False).status_code == 404
        assert led(path).startswith("http://lab/?lost")


def test_no_link_leads_elsewhere_or_round_in_circles():
    """Whatever is asked for, the answer lies on this host, and the way there ends."""
    dice = random.Random(0)
    for _ in range(4000):
        address = "/" + "".join(dice.choices(PARTS, k=dice.randint(1, 9)))
        for base in ("", "/lab"):
            path, _, query = (base + address).partition("?")
            for hop in range(4):
                found = answer(path, query, base, True)
                if found is None:
                    break
                assert hop < 3, address
                to = found.headers["location"]
                assert re.fullmatch(r"(?:\./|(?:\.\./)+)(?:lab/)?[a-z]*(?:\?[\w.,=&%+~-]+)?", to), to
                where = urlsplit(resolved(path, to))
                assert where.netloc == "lab"
                path, query = where.path, where.query


def test_no_tracker_is_called_like_something_of_the_lesson():
    code = "\n".join(p.read_text(encoding="utf-8") for folder in ("ui", "pages") for p in (ROOT / folder).rglob("*.py"))
    keys = set(re.findall(r"""url\.(?:choice|choices|whole|words|number)\(\s*["'](\w+)["']""", code))
    keys |= {"lang", "x0", "since", links.LOST, "embed", "embed_options"}
    params = {(function.id, p.name) for function in CATALOGUE.values() for p in samples.axes(function.id)}
    shorts = {name for _, name in params} | {p.name for p in dimmer.PARAMS}
    assert not keys & shorts, "without its owner, a slider must not be called like a page's own state"
    keys |= {f"{owner}.{name}" for owner, name in params} | shorts
    assert {"fn", "fns", "ref", "q", "claim", "step", "table"} <= keys
    assert not [key for key in keys if links.TRACKERS.fullmatch(key) or key != key.lower()]


@every("spelling", [*activations.ALIASES, *CATALOGUE, *(name.upper() for name in CATALOGUE)])
def test_every_spelling_of_a_function_is_understood(spelling):
    found = links.understood("/explore", f"fn={quote(spelling)}")
    query = found[1] if found else f"fn={quote(spelling)}"
    assert dict(parse_qsl(query))["fn"] == activations.get(spelling).id


def test_every_page_is_known():
    pages = {path.stem for path in ROOT.glob("pages/*/*.py")} - {"home"}
    assert {page.replace("-", "_") for page in links.PAGES} == pages and len(pages) >= 8
