"""One word for one thing: the glossary is sound, and every text keeps to its spellings."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from app.test_pages import open_page, shown
from failures import every
from pypinyin import lazy_pinyin, load_phrases_dict
from test_content import HALF_WIDTH, HAN, NOT_PROSE, SHARED, each_slot, each_unit

import content
from activations import CATALOGUE, measure
from activations.sources import bibliography
from content.glossary import Term, filed, terms
from ui.glossary import entries, index, questions, reading

PAGE = "pages/check/glossary"
QUOTED = re.compile(
    r"```.*?```|（又称[^）]*）|" + NOT_PROSE.pattern, re.S
)  # what is not our own prose: code, what others call a thing, maths, blanks, addresses
each_term = every("term", terms())
load_phrases_dict({"泊松": [["bó"], ["sōng"]], "微调": [["wēi"], ["tiáo"]]})  # no lake, and not transferred
each_lang = every("lang", content.LANGS)


def accepted(term: Term, lang: str) -> tuple[str, ...]:
    return getattr(term.name, lang), *getattr(term.also, lang)


def pattern(spelling: str) -> re.Pattern[str]:
    """Whole words in Latin letters, any run of Chinese ones; a capital in the spelling makes capitals count."""
    edge = r"(?<![A-Za-z-]){}(?![A-Za-z])" if spelling.isascii() else "{}"
    return re.compile(edge.format(re.escape(spelling)), re.I if spelling == spelling.lower() else 0)


def prose(text: str) -> str:
    return QUOTED.sub(" ", text)


@cache
def wrong(lang: str) -> dict[str, re.Pattern[str]]:
    """The spellings to avoid, and how they are found."""
    return {s: pattern(s) for term in terms() for s in getattr(term.avoid, lang)}


def slips(text: str, lang: str) -> list[str]:
    """The spellings to avoid that a text uses."""
    said = prose(text)
    return sorted(s for s, found in wrong(lang).items() if found.search(said))


@each_unit
@each_lang
@each_slot
def test_texts_keep_to_the_spellings_of_the_glossary(unit, slot, lang):
    assert not slips(getattr(content.load(unit)[slot], lang), lang)


@each_lang
@each_term
def test_meanings_keep_to_them_too(term, lang):
    assert not slips(getattr(term.meaning, lang), lang) and not slips(getattr(term.name, lang), lang)


def test_a_slip_would_be_noticed_and_a_name_like_it_is_none():
    assert slips("加一层批归一化。", "zh") == ["批归一化"] and slips("Batch normalization helps.", "en")
    assert slips("Lecun proposed it.", "en") == ["Lecun"] and not slips("LeCun proposed it.", "en")
    assert not slips("SELU 会自归一化，softmax 把各项归一化。", "zh") and not slips(
        "`normalization=True`, $initialized$", "en"
    )


@each_lang
def test_names_are_unique_and_no_spelling_is_both_right_and_wrong(lang):
    names = [getattr(term.name, lang) for term in terms()]
    right = [s.casefold() for term in terms() for s in accepted(term, lang)]
    avoid = [s.casefold() if s == s.lower() else s for term in terms() for s in getattr(term.avoid, lang)]
    assert len(set(map(str.casefold, names))) == len(names)
    assert len(set(right)) == len(right), [s for s in right if right.count(s) > 1]
    assert len(set(avoid)) == len(avoid) and not set(right) & set(avoid)


@each_term
def test_the_pinyin_of_a_term_is_how_its_name_is_read(term):
    """pypinyin reads whole words, so that 长短期 is chang, not zhang; accents are left out, but for ü."""
    read = "".join(lazy_pinyin(term.name.zh, v_to_u=True)) if HAN.search(term.name.zh) else ""
    assert term.pinyin.replace(" ", "").casefold() == read.replace(" ", "").casefold()
    assert all(re.fullmatch("[A-Za-zü]+", word) for word in term.pinyin.split(" ") if term.pinyin)


def test_readings_that_depend_on_the_word_are_the_right_ones():
    read = {term.name.zh: term.pinyin for term in terms()}
    chosen = {
        "长短期记忆网络": "chang",
        "奇函数": "ji",
        "单调": "dandiao",
        "权重": "quanzhong",
        "校准": "jiao",
        "残差连接": "cancha",
        "泊松损失": "Bosong",
    }
    assert all(read[name].startswith(reading) for name, reading in chosen.items())


@every("lang", ["zh", "en"])
def test_the_index_has_each_term_once_under_its_first_letter_and_in_order(lang):
    letters = index.by_letter(terms(), lang)
    assert list(letters) == sorted(letters) and all(re.fullmatch("[A-Z]", letter) for letter in letters)
    filed_there = [term for members in letters.values() for term in members]
    assert sorted(term.id for term in filed_there) == sorted(term.id for term in terms())
    said = [term.name.en if lang == "en" else term.pinyin or term.name.zh for term in filed_there]
    said = [re.sub(r"[\s-]", "", name).replace("ü", "u").casefold() for name in said]
    assert said == sorted(said)
    assert all(name.startswith(filed(term, lang)[0].casefold()) for name, term in zip(said, filed_there, strict=True))


@pytest.mark.parametrize(("lang", "order"), [("zh", "zh"), ("en", "en"), ("both", "zh")])
def test_the_page_opens_on_the_index_of_its_first_language(lang, order):
    at = open_page(PAGE, lang=lang)
    letters = list(index.by_letter(terms(), order))
    assert not at.exception and [head.value for head in at.subheader] == letters
    row = next(str(m.value) for m in at.markdown if "](#letter-" in str(m.value))
    assert re.findall(r"\[(\w)\]\(#(letter-\w)\)", row) == [
        (letter, head.anchor) for letter, head in zip(letters, at.subheader, strict=True)
    ]
    assert "AlphaDropout" in found(at)[0] and ("ablation" in found(at)[0]) == (order == "en")
    assert (
        not open_page(PAGE, lang=lang, about="gates").subheader and not open_page(PAGE, lang=lang, q="relu").subheader
    )


def test_ids_are_unique_and_topics_are_kept_together():
    assert len({term.id for term in terms()}) == len(terms()) >= 60
    changes = sum(a.topic != b.topic for a, b in zip(terms(), terms()[1:], strict=False))
    assert changes + 1 == len(entries.TOPICS)


@each_term
def test_each_language_has_its_own_words(term):
    assert HAN.search(term.name.zh) or term.name.zh == term.name.en
    assert not HAN.search(term.name.en + term.meaning.en) and not any(map(HAN.search, (*term.also.en, *term.avoid.en)))
    assert HAN.search(term.meaning.zh) and not HALF_WIDTH.search(NOT_PROSE.sub("", term.meaning.zh))
    for what, shared in SHARED.items():
        zh, en = (sorted(re.findall(shared, t)) for t in (term.meaning.zh, term.meaning.en))
        assert zh == en, what


@each_term
def test_a_meaning_is_one_line_with_a_full_stop_and_fits_a_table(term):
    for text, stop, most in ((term.meaning.zh, "。", 80), (term.meaning.en, ".", 200)):
        assert text.endswith(stop) and "\n" not in text and "|" not in text and len(text) <= most, len(text)


@each_lang
@each_term
def test_no_term_is_defined_by_itself(term, lang):
    meaning = getattr(term.meaning, lang)
    assert not pattern(getattr(term.name, lang)).search(meaning)
    if lang == "en":
        assert not pattern(f"{term.name.en}s").search(meaning)


@cache
def lesson(lang: str) -> str:
    return "\n".join(prose(getattr(t, lang)) for u in content.units() for t in content.load(u).values())


@each_lang
@each_term
def test_a_term_occurs_in_the_lesson_or_is_marked_as_background(term, lang):
    assert term.background or any(pattern(s).search(lesson(lang)) for s in accepted(term, lang))


@each_term
def test_functions_that_show_a_term_exist(term):
    assert set(term.functions) <= set(CATALOGUE) and len(set(term.functions)) == len(term.functions)


@each_lang
@each_term
def test_search_finds_a_term_first_by_its_name_and_by_what_others_call_it(term, lang):
    assert entries.find(getattr(term.name, lang).upper())[0] is term
    for spelling in (*accepted(term, lang), *getattr(term.avoid, lang)):
        assert term in entries.find(f" {spelling} ")


def test_search_finds_functions_and_nothing_in_rubbish():
    assert "leaky_relu" in entries.named("Leaky") and entries.named("") == []
    assert entries.named("relu")[0] == "relu" and entries.named("门控线性单元")[0] == "glu"
    assert entries.find("") == list(terms()) and entries.find("qqqq") == [] == entries.named("qqqq")


@pytest.mark.parametrize(
    ("lang", "right"), [("zh", ["批规范化"]), ("en", ["batch norm"]), ("both", ["批规范化", "batch norm"])]
)
def test_the_page_finds_what_the_address_asks_for_and_what_is_typed(lang, right):
    at = open_page(PAGE, lang=lang, q="批归一化")
    assert not at.exception and not at.info and at.text_input(key="q").value == "批归一化"
    tables = found(at)
    assert all(word in table and "批归一化" in table for word, table in zip(right, tables, strict=True))
    at.text_input(key="q").set_value("warmup").run()
    assert at.query_params["q"] == "warmup" and "warm-up" in found(at)[0]


def found(at):
    return [str(m.value) for m in at.markdown if "-|-" in str(m.value)]


def test_a_topic_narrows_the_list():
    at = open_page(PAGE, about="gates", lang="en")
    assert "LSTM" not in shown(at) and "long short-term memory" in shown(at) and "underflow" not in shown(at)


@every("query", ["<script>alert(1)</script>", "[x](y)", ".*(", "'\"\\", "<b>", "https://x.y"])
def test_what_is_typed_is_never_shown_as_markup(query):
    at = open_page(PAGE, q=query, lang="en")
    assert not at.exception and not at.info and query not in shown(at)


@pytest.mark.parametrize("part", ["words", "questions", "reading"])
@pytest.mark.parametrize("lang", content.languages())
def test_every_part_opens(part, lang):
    at = open_page(PAGE, part=part, lang=lang)
    assert not at.exception and not at.info and "<<" not in shown(at)


LINKS = {f"{page} {state}": (page, state) for q in questions.QUESTIONS.values() for page, state in q.links}


@pytest.mark.parametrize(("page", "state"), LINKS.values(), ids=LINKS)
def test_links_below_an_answer_open_what_they_say(page, state):
    at = open_page(f"pages/learn/{page}", **state)
    assert not at.exception and not at.info
    assert {key: at.session_state[key] for key in state} == {k: read(k, v, at) for k, v in state.items()}


def read(key, value, at):
    kept = at.session_state[key]
    return value.split(",") if isinstance(kept, list) else type(kept)(value)


def test_questions_and_their_texts_agree():
    slots = content.load("questions")
    told = {s.split("_", 1)[1] for s in slots if s.split("_", 1)[0] in ("question", "answer", "more", "code")}
    assert told == set(questions.QUESTIONS) and all(f"answer_{name}" in slots for name in told)
    assert all(set(q.sources) <= set(bibliography()) for q in questions.QUESTIONS.values())


@each_lang
def test_the_meaning_of_saturation_is_the_one_that_is_measured(lang):
    meaning = next(getattr(term.meaning, lang) for term in terms() if term.id == "saturation")
    assert f"{measure.FLAT:g}" in meaning


def test_numbers_in_the_answers_are_right():
    n = questions.facts()
    assert n["softmax"] == pytest.approx(n["sigmoid"], rel=1e-15)
    assert n["grown"] == ((((2**2) ** 2) ** 2) ** 2) ** 2 and n["zeros"] == pytest.approx(0.5, abs=1e-12)
    assert (n["naive_sigmoid"], n["naive"], n["exact"]) == (0.0, "−∞", n["point"])
    assert n["share"] * n["width"] == pytest.approx(1)
    x = np.linspace(-8, 8, 160_001)
    gap = np.abs(CATALOGUE["gelu"](x) - CATALOGUE["relu"](x)).max()
    assert n["gap"] == pytest.approx(gap, abs=1e-8)
    for kind, end in ((np.float32, n["exp32"]), (np.float64, n["exp64"])):
        with np.errstate(over="ignore"):
            assert np.isfinite(np.exp(kind(end - 0.01))) and np.isinf(np.exp(kind(end + 0.01)))


@every("unit", ["questions", "reading"])
def test_code_is_code_and_the_same_in_both_languages(unit):
    for slot, text in content.load(unit).items():
        if slot.startswith("code_") and slot != "code_environment":
            assert text.zh == text.en and ast.parse(text.en)


def test_the_snippet_of_tensorflow_has_the_inputs_whose_outputs_are_told():
    tree = ast.parse(content.load("reading")["code_relu"].en)
    column = next(ast.literal_eval(n) for n in ast.walk(tree) if isinstance(n, ast.List))
    assert column == [[x] for x in reading.SHOWN] and reading.printed()["outputs"] == "1, 0, 0, 3, 0"


def test_every_work_on_a_shelf_exists_has_an_address_and_is_told_about_once():
    keys = [key for shelf in reading.SHELVES.values() for key in shelf]
    notes = [s.removeprefix("note_") for s in content.load("reading") if s.startswith("note_")]
    assert sorted(keys) == sorted(notes) and len(set(keys)) == len(keys)
    assert all(re.match(r"https?://\S+$", bibliography()[key].where) for key in keys)
    years = [bibliography()[key].year for key in reading.SHELVES["papers"]]
    assert years == sorted(years), "reading order follows the years"


def test_the_python_a_reader_is_told_to_install_is_one_the_lesson_runs_on():
    wanted = re.search(r"Python (\d+)\.(\d+)", content.load("reading")["environment"].en)
    project = (Path(content.ROOT).parent / "pyproject.toml").read_text("utf-8")
    assert f'requires-python = ">={wanted[1]}.{wanted[2]}"' in project and sys.version_info >= (3, 11)
