"""Search boxes find what people mean however they type it, and what is typed can be linked."""

import subprocess
import sys

from app.test_pages import open_page
from failures import every
from opencc import OpenCC
from test_house import ROOT

import content
from activations import CATALOGUE
from content.glossary import terms
from labs.claims import CLAIMS
from ui.claims import filters
from ui.glossary import entries
from ui.state import search

SPACE, ZERO, ACUTE = "\u3000", "\u200b", "\u0301"
FACTS, GLOSSARY = "pages/check/facts", "pages/check/glossary"
SAME = [  # each line is one search, typed in several ways, the narrowest first
    (
        "激活函数",
        "激活函數",
        "激 活 函 数",
        "激活 函數",
        "激 活 函數",
        f"激活{SPACE}函数",
        "函数 激活",
        "激活-函数",
        f"激{ZERO}活函数",
    ),
    ("导数", "導數", "導 數", "  导数  ", "导\u00a0数"),
    ("神经网络", "神經網絡", "神經網路", "网络 神经"),
    ("relu", "ReLU", "RELU", "ＲｅＬＵ", f"Re{ZERO}LU", "\ufeffReLU", "Re\u00adLU", "𝐑𝐞𝐋𝐔", "ReLU？", "（ReLU）"),
    ("relu6", "ReLU6", "relu-6", "ReLU 6", "relu  6", f"relu{SPACE}6", "relu_6", "ＲｅＬＵ６", "ReLU\u20116", "relu⁶"),
    ("leakyrelu", "Leaky ReLU", "leaky-relu", "leaky_relu", "relu leaky", "Leaky\u2010ReLU", "LeakyReLU"),
    ("hardswish", "Hard\u2010Swish", "hard\u2013swish", "Hard Swish", "HardSwish", "hard\u2212swish", "hard—swish"),
    ("softmax", "ſoftmax", f"so{ACUTE}ftmax", "SoftMax", "soft-max"),
    ("different", "di\ufb00erent", "DIFFERENT", "ｄｉｆｆｅｒｅｎｔ"),
    ("σ", "ς", "Σ", "𝜎", "σ ", "\\sigma", "sigma"),
    ("β", "Β", "𝛽", "\\beta", "beta"),
    ("elu α", "ELU（α）", "ELU(α)", "elu, α", "ELU/α"),
    ("sigmoid 函数", "sigmoid函数", "函数sigmoid", "Ｓｉｇｍｏｉｄ函數"),
]
TYPED = sorted({typed for ways in SAME for typed in ways})
HOSTILE = [
    "\x00",
    "\ud800",
    "a\nb\tc",
    "\u2028",
    "x" * 5_000_000,
    "\ud83d",
    "%00",
    "\u202eabc",
    "𝕏" * 100,
    "́" * 60,
    "\ufdfa" * 60,
]


def claims(typed):
    return [claim.id for claim in filters._answers(search.query(typed), list(CLAIMS.values()))]


@every("ways", SAME)
def test_however_it_is_typed_the_same_is_found(ways):
    for search_in in (claims, entries.find, entries.named):
        wanted = set(map(str, search_in(ways[0])))
        for typed in ways[1:]:
            assert wanted <= set(map(str, search_in(typed))), typed
    assert 0 < len(claims(ways[0])) + len(entries.find(ways[0])) < len(CLAIMS)


@every("script", ["s2t", "s2tw", "s2hk"])
def test_everything_is_found_by_its_traditional_name(script):
    convert = OpenCC(script).convert
    lost = [term.name.zh for term in terms() if term not in entries.find(convert(term.name.zh))[:1]]
    lost += [
        name for name in CATALOGUE if name not in entries.named(convert(content.load(f"functions/{name}")["name"].zh))
    ]
    assert not lost


@every(
    "typed, name",
    [
        ("啟動函數", "激活函数"),
        ("批次正規化", "批规范化"),
        ("連鎖律", "链式法则"),
        ("神經網路", "神经网络"),
        ("過度擬合", "过拟合"),
    ],
)
def test_terms_are_found_by_what_they_are_called_in_taiwan(typed, name):
    assert entries.find(typed)[0].name.zh == name


@every("shift", [0xFEE0, 0])  # full width, and as it is
def test_every_function_is_found_by_every_name_of_its_own(shift):
    for name, function in CATALOGUE.items():
        for spelling in (
            name,
            name.replace("_", " "),
            name.replace("_", "-"),
            name.replace("_", ""),
            *function.aliases,
        ):
            typed = "".join(chr(ord(c) + shift) if "!" <= c <= "~" else c for c in spelling)
            assert entries.named(typed)[0] == name, typed


def test_words_are_found_where_they_begin_and_not_across_others():
    text = search.read("These are luminous. BatchNorm, hard_swish; ReLU 的梯度")
    found = {typed: search.rank(search.query(typed), text) for typed in ("relu", "norm", "swish", "relu的梯度", "lumi")}
    assert set(found.values()) == {search.TOGETHER}
    assert search.rank(search.query("relu"), search.read("These are luminous")) is None
    assert search.rank(search.query("elu"), search.read("SELU")) == search.WITHIN
    assert search.rank(search.query("swish batch"), text) == search.APIECE
    assert search.rank(search.query("swish missing"), text) is None


@every("typed, joined", [("relu 6", "relu6"), ("Hard‐Swish", "hardswish"), ("激 活 函數", "激活函数")])
def test_the_very_words_come_first(typed, joined):
    assert set(claims(typed)[: len(claims(joined))]) == set(claims(joined))
    assert len(claims(typed)) < len(CLAIMS) / 3


def test_a_whole_word_comes_before_a_part_of_one():
    found, mine = claims("elu"), {claim.id for claim in CLAIMS.values() if "elu" in claim.functions}
    assert len(found) > 2 * len(mine) > 20 and mine <= set(found[: len(found) // 2])
    assert entries.find("激活")[0].name.zh.startswith("激活")


@every("typed", ["。", "?!", "💡", "- -", "qqqq"])
def test_a_search_without_words_or_hits_finds_nothing(typed):
    assert claims(typed) == [] == entries.find(typed) == entries.named(typed)


@every("typed", ["", "  ", SPACE, ZERO, "\t\u00a0"])
def test_an_empty_search_finds_everything(typed):
    assert claims(typed) == list(CLAIMS) and entries.find(typed) == list(terms()) and entries.named(typed) == []


@every("typed", [*TYPED, *HOSTILE])
def test_what_is_typed_can_be_linked(typed):
    raw = filters.SEARCH.write(typed)
    assert raw.isprintable() and len(raw) <= search.LONGEST
    assert filters.SEARCH.parse(raw) == raw == filters.SEARCH.write(raw)
    assert claims(raw) == claims(typed)


@every("page", [FACTS, GLOSSARY])
@every(
    "typed",
    [f"激活{SPACE}{SPACE}函數", "relu-6 ", "\x00", "a\nb\tc", "\u2028", "x" * 500_000],
)
def test_a_typed_search_stands_in_the_address_and_opens_from_there(page, typed):
    at = open_page(page, lang="en")
    at.text_input(key="q").set_value(typed).run()
    assert not at.exception and len(at.session_state["q"]) <= search.LONGEST
    link = dict(at.query_params)
    again = open_page(page, **link)
    assert not again.exception and not again.info
    assert [c.value for c in again.caption] == [c.value for c in at.caption]


def test_only_a_search_in_chinese_loads_the_table_of_characters():
    code = """if True:
        import sys
        from ui.state import search
        search.query("leaky relu")
        assert "opencc" not in sys.modules and "streamlit" not in sys.modules
        search.query("\\u6fc0")
        assert "opencc" in sys.modules
    """
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
