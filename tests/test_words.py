"""One name is spelt one way, one thing has one word, and the lesson goes by one name."""

import re

import pytest
from failures import every
from test_glossary import prose

import content
from content.glossary import terms

HAN = r"\u4e00-\u9fff"
NAMES = "Sigmoid|Tanh|Softmax|Softplus|Softsign|Sparsemax|Hardmax|Hard Sigmoid|Hard Tanh"
TITLES = re.compile(r"(?:name|title|menu)$|(?:topic|table)_")  # slots that are no sentences
WRONG = {  # what may not be said, and what is
    "zh": {
        rf"(?<=[{HAN}，、；：（“])(?: ?)(?:{NAMES})(?![A-Za-z])": "within a sentence these names are small",
        r"[Hh]ard [Ss]wish|h-swish": "Hardswish",
        r"螺旋": "螺线",
        r"柱状": "柱形",
        r"正确率": "准确率",
        r"分数": "得分",
        r"商品": "物品",
        r"(?<!自)归一化": "规范化",
        r"本实验室|本站|我们": "本课",
        r"[一二三四五六七八九十]世纪": "in figures",
        r"\blg\b": "log₁₀",
    },
    "en": {
        rf"(?<=[a-z,;(]) (?:{NAMES})(?![A-Za-z])": "within a sentence these names are small",
        r"[Hh]ard swish|h-swish": "Hardswish",
        r"\b[Tt]his lab\b": "this lesson",
    },
}
SPARED = {  # (unit, slot): what it may say, and why
    ("facts/leaky", "right_C063"): "h-swish",  # the spelling of the paper
    ("facts/sigmoid", "said_C031"): "归一化",  # the claim
    ("facts/sigmoid", "right_C031"): "归一化",  # probabilities, as against statistics
    ("arrival", "text_plain"): "本站",  # a site that a browser may be told to trust
}


def slips(said: str, lang: str, spared: str = "") -> list[str]:
    return [found[0] for wrong in WRONG[lang] for found in re.finditer(wrong, prose(said)) if found[0] != spared]


@every("unit", content.units())
@every("lang", content.LANGS)
@every("slot", lambda unit: [slot for slot in content.load(unit) if not TITLES.match(slot)])
def test_texts_have_one_word_for_one_thing(unit, slot, lang):
    assert not slips(getattr(content.load(unit)[slot], lang), lang, SPARED.get((unit, slot), ""))


@every("term", terms())
@every("lang", content.LANGS)
def test_so_do_meanings(term, lang):
    assert not slips(getattr(term.meaning, lang), lang)


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("输出层用 Softmax。", "zh"),
        ("得到 Hard swish", "zh"),
        ("十九世纪", "zh"),
        ("It is Softplus", "en"),
        ("this lab", "en"),
    ],
)
def test_a_slip_would_be_noticed(said, lang):
    assert slips(said, lang)


def test_what_begins_a_sentence_is_no_slip():
    assert not slips("只看一侧。Softmax 看全部；SELU 会自归一化。", "zh") and not slips("True. Softmax is one.", "en")
