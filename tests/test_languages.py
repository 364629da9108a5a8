"""A language is a folder of files: made ones go through every page, in part and whole, and find words in the code."""

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import chain

import pseudo_locale
import pytest
from babel import Locale
from babel.plural import PluralRule
from proofreading import mistakes, strays
from test_content import HAN, SHARED
from test_recipes import STEPS, Copy

import content
from activations import CATALOGUE
from activations.frameworks import FRAMEWORKS
from activations.history.models import models
from activations.sources import bibliography
from content import forms, locales
from content.glossary import terms
from content.locales import Language, further, languages
from labs import exponentials
from ui import site

PARTLY, WHOLLY, BARELY = "qps", "qpl", "fi"  # without every third slot, with all of them, and with three words
ENTRY = """
[{lang}]
name = "⟦{lang}⟧"
tag = "{tag}"
fallback = "{fallback}"
plural.one = "i = 1 and v = 0"
"""
LEFT_OUT = [place for place in list(pseudo_locale.slots())[::3] if place != ("ui", "partly")]
LANGUAGES = {
    PARTLY: (ENTRY.format(lang=PARTLY, tag="qps-PLOC", fallback="en"), pseudo_locale.files(LEFT_OUT)),
    WHOLLY: (ENTRY.format(lang=WHOLLY, tag="qpl", fallback="en"), pseudo_locale.files()),
    BARELY: (
        ENTRY.format(lang=BARELY, tag="fi-FI", fallback=WHOLLY),
        {
            "functions/step.toml": 'name = "Porrasfunktio"\n',
            "facts/theory.toml": 'said_C001 = "Nollan vasemmalla puolella"\n',
            "glossary.toml": '[neuron]\nname = "hermosolu"\navoid = ["ydin"]\n',
        },
    ),
}
NAMES = (  # of works, people, functions, models, packages and types, and what is no word: the same in every language
    *(name for one in bibliography().values() for name in (one.names, one.whole_title, one.title, one.venue, one.by)),
    *(name for one in CATALOGUE.values() for name in (one.id, *one.aliases)),
    *(model.name for model in models()),
    *(name for one in FRAMEWORKS.values() for name in (one.name, *one.packages)),
    *(other for term in terms() for other in (*term.avoid.zh, *term.avoid.en)),  # told to whoever looks for them
    *("float16", "float32", "float64", "NaN", "wx", *exponentials.KINDS.values()),
    *(text.en for unit in content.units() for text in content.load(unit).values() if text.zh == text.en),
    *(language.name for language in languages().values()),
    *(f"⟦{lang}⟧" for lang in LANGUAGES),
)
BESIDE = tuple(f"** {term.name.en}|" for term in terms())  # the glossary names a term in English as well
CODE = re.compile(
    r"```.*?```|\$[^$]+\$|`[^`]+`|\]\([^)]+\)|https?://\S+|:[a-z]+(?:-badge)?\[|:material/\w+:|<style>.*?</style>|<[^>]+>|%?\{[^}]*\}|&\w+;"
    r"|\b(?:explore|models)\?[\w=&]+#|#[0-9a-f]{6}",
    re.S,
)
WORD = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]+")


def _alternatives(names, pattern):
    return [
        pattern.format(re.escape(name))
        for name in sorted({" ".join(n.split()) for n in names if n}, key=len, reverse=True)
    ]


KNOWN = re.compile("|".join([*_alternatives(BESIDE, "{}"), *_alternatives(NAMES, "(?<![A-Za-z]){}(?![A-Za-z])")]))


def untranslated(shown):
    """The words in plain letters that are no name, no code and no maths."""
    line = " ".join(re.sub(r"(?<=-)<br>", "", shown).replace("<br>", " ").split())
    return WORD.findall(KNOWN.sub(" ", CODE.sub(" ", line)))


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The project with more languages, which took nothing but files."""
    copy = Copy(tmp_path_factory.mktemp("languages") / "lab")
    for lang, (entry, files) in LANGUAGES.items():
        copy.change("content/languages.toml", "\n", "\n" + entry)
        for name, text in files.items():
            path = copy.place / "content/translations" / lang / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            copy.written.add(path.relative_to(copy.place).as_posix())
    return copy


def ask(copy, *command):
    """What a program says about the copy, from JSON."""
    ran = subprocess.run(
        [sys.executable, "-B", *command], cwd=copy.place, capture_output=True, encoding="utf-8", timeout=180
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    return json.loads(ran.stdout)


def told(copy, lang, *queries):
    """What readers of a language are shown, by the address of the page."""
    return ask(copy, "tests/app/told.py", lang, *queries)


def test_a_language_takes_the_files_that_the_recipe_names(copy):
    named = re.findall(r"^\d\. `(content[^`]+)`", STEPS["language"], re.MULTILINE)
    assert named == ["content/languages.toml", "content/translations/<id>/"]
    assert all(name == named[0] or re.match(named[1].replace("<id>", "(qps|qpl|fi)"), name) for name in copy.written)
    files = ("tests/test_languages.py", "tests/test_content.py")
    told = copy.run("pytest", "-q", "-rp", "-p", "no:cacheprovider", "-k", "sound or one_name", *files)
    assert "::test_no_two_functions_go_by_one_name" in told and "sound" in told


def test_no_word_is_hard_coded(copy):
    """Where all is translated, what is still plain stands in the code; and nothing is cut or said to be missing."""
    shown = set(chain.from_iterable(told(copy, WHOLLY, "with queries").values()))
    assert not {word: text for text in shown for word in untranslated(text)}
    assert not [text for text in shown if text.count("⟦") != text.count("⟧")] and notice() not in shown


@pytest.mark.parametrize("text", ["Drag the slider", "⟦Ðŕåĝ⟧ slider", "激活", "ReLU or GELU", "$x$ is in [0, 1]"])
def test_a_word_would_be_noticed(text):
    assert untranslated(text)


def notice():
    return pseudo_locale.pseudo(content.load("ui")["partly"].en).replace("<<language>>", languages()["en"].name)


def test_what_is_translated_is_shown_and_what_is_not_falls_back_and_is_told_of(copy):
    pages, places = told(copy, PARTLY), pseudo_locale.slots()
    texts = Counter(text.en for text in places.values())
    for page in site.PAGES.values():
        shown, found = set(pages[page.words]), {True: [], False: []}
        assert {notice(), *(f"⟦{lang}⟧" for lang in LANGUAGES)} <= shown, page
        assert not [text for text in shown if HAN.search(text) and untranslated(text)]
        for (unit, slot), text in places.items():
            if unit == page.words and texts[text.en] == 1 and "<<" not in text.en:
                translated = (unit, slot) not in LEFT_OUT
                right, wrong = (text.en, pseudo_locale.pseudo(text.en))[:: -1 if translated else 1]
                assert wrong not in shown, slot
                found[translated] += [slot] * (right in shown)
        assert found[True] and found[False], page


FINDS = """
import asyncio, json
from starlette.requests import Request
import content
from content.locales import closest, match
from ui.claims import filters
from ui.glossary import entries
from ui.server import index, links, pictures
from ui.state import names, search
from labs.claims import CLAIMS

def asked(header, **path):
    scope = {"type": "http", "query_string": b"lit=hidden", "headers": [(b"accept-language", header)]}
    return Request(scope | {"path_params": path})
print(json.dumps({
    "name": [names.find("Porrasfunktio"), entries.named("porras")[:1]],
    "term": [entries.find(word)[0].id for word in ("hermosolu", "ydin")],
    "term in its table": entries.table(entries.find("hermosolu")[:1], "fi"),
    "claim": [claim.id for claim in filters._answers(search.query("nollan vasemmalla"), list(CLAIMS.values()))],
    "browser": [closest(tag) for tag in ("fi", "fi-FI", "FI_se", "qps-x", "pt-BR")],
    "header": [index.language(asked(header)) for header in (b"fi-FI,fi;q=0.9,en;q=0.8", b"qpl", b"pt", b"*")],
    "link": [links.understood("/explore", "lang=fi-FI"), links.understood("/fi/explore", ""), match("xx")],
    "chain": [content.reader("functions/step", "fi").spoken("name"), content.reader("ui", "fi").spoken("language")],
    "picture": [asyncio.run(pictures.serve_network(asked(b"", lang=lang))).status_code for lang in ("fi", "xx")],
    "page": index.page("fi").decode(),
}))
"""


@pytest.fixture(scope="module")
def finds(copy):
    return ask(copy, "-c", FINDS)


def test_search_boxes_find_by_names_in_a_further_language(finds):
    assert finds["name"] == ["step", ["step"]] and finds["term"] == ["neuron", "neuron"] and finds["claim"] == ["C001"]
    assert "**hermosolu** neuron|" in finds["term in its table"]


def test_browsers_and_links_find_a_further_language(finds):
    assert finds["browser"] == ["fi", "fi", "fi", "qps", "en"] and finds["header"] == ["fi", "qpl", "en", "both"]
    assert finds["link"] == [["explore", "lang=fi"], ["explore", "lang=fi"], None]


def test_pictures_with_words_are_there_in_a_further_language(finds):
    assert finds["picture"] == [200, 404]


def test_a_language_may_fall_back_to_another_that_is_no_home(finds):
    said = pseudo_locale.pseudo(content.load("ui")["language"].en)
    assert finds["chain"] == [[["fi", "Porrasfunktio"]], [["qpl", said]]]


def test_the_served_page_has_the_words_of_every_language_each_marked_with_its_own(finds):
    page, away = finds["page"], content.load("arrival")["title_away"]
    assert '<html lang="fi-FI" data-languages="1">' in page
    assert f'lang="qpl" data-for="fi qpl">{pseudo_locale.pseudo(away.en)}<' in page or (
        f'lang="qpl" data-for="qpl fi">{pseudo_locale.pseudo(away.en)}<' in page
    )
    assert re.search(rf'lang="zh-CN" data-for="zh both">{away.zh}<', page)
    assert 'html[data-languages="1"][lang="fi-FI"] .arrival p:not([data-for~="fi"])' in page


def test_every_translation_is_sound():
    found = [said for lang in further() for said in mistakes(lang, languages()[lang], content.TRANSLATIONS / lang)]
    assert not found + strays(content.TRANSLATIONS)


GOOD = Language("x", "qpx", ("qpx",), "en", PluralRule({"one": "i = 1 and v = 0"}))
WRONG = {  # a file of a translator's, and what has to be said of it
    ("uii.toml", "learn = 'x'"): "uii.toml: mirrors no file",
    ("ui.txt", "learn = 'x'"): "ui.txt: mirrors no file",
    ("ui.toml", "learn = x"): "ui.toml: Invalid value",
    ("ui.toml", "larn = 'x'"): "ui.toml larn: content/ui.toml has no such slot",
    ("ui.toml", "learn = ' '"): "ui.toml learn: is empty",
    ("ui.toml", "learn = ['x']"): "ui.toml learn: is neither a text nor",
    ("ui.toml", "[learn]\nzh = 'x'\nen = 'x'"): "ui.toml learn: forms are zero, one,",
    ("ui.toml", "unknown = 'x'"): "ui.toml unknown: blanks are []",
    ("ui.toml", "unknown = '<<number>>'"): "ui.toml unknown: blanks are",
    (
        "ui.toml",
        "unknown = {one = 'x', few = 'x', other = '<<count>>'}",
    ): "ui.toml unknown: the language has no form few",
    ("ui.toml", "unknown = {one = '', other = '<<count>>'}"): "ui.toml unknown: one: is empty",
    ("ui.toml", "unknown = {one = '$x$', other = '<<count>>'}"): "ui.toml unknown: one: maths are",
    ("pages/learn/models.toml", "count = {one = 'x', other = '<<all>> <<rows>> <<count>>'}"): "count: `by` has to name",
    ("functions/gelu.toml", "good = 'x'"): "functions/gelu.toml good: bullets are []",
    ("facts/elu.toml", "table_C068 = 'x'"): "facts/elu.toml table_C068: cells are []",
    ("glossary.toml", "[neurone]\nname = 'x'"): "glossary.toml [neurone]: content/glossary.toml has no such term",
    ("glossary.toml", "[neuron]\nnames = 'x'"): "glossary.toml [neuron]: a term has",
    ("glossary.toml", "[neuron]\nalso = 'x'"): "glossary.toml [neuron]: a term has",
    ("glossary.toml", "[neuron]\nmeaning = '$x$'"): "glossary.toml [neuron] meaning: maths are",
}


@pytest.mark.parametrize(("file", "said"), WRONG.items(), ids=lambda one: one if isinstance(one, str) else one[1][:30])
def test_a_mistake_is_named_by_file_and_slot(file, said, tmp_path):
    name, text = file
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, "utf-8")
    (found,) = mistakes("qpx", GOOD, tmp_path)
    assert found.startswith("content/translations/qpx/") and said in found


def test_a_mistaken_entry_is_named(tmp_path):
    polish = Language("x", "pl", ("p",), "xx", PluralRule({}))
    found = " ".join(mistakes("pl_PL", polish, tmp_path / "none"))
    for what in ("an id is small", "names no other language", "is not CLDR's rule", "there is no folder"):
        assert what in found
    (tmp_path / "xy").mkdir()
    assert strays(tmp_path) == ["content/translations/xy: content/languages.toml has no such language"]


def test_a_language_without_an_end_to_its_fallbacks_is_refused(monkeypatch):
    made = {
        **languages(),
        "a": Language("a", "a", ("a",), "b", PluralRule({})),
        "b": Language("b", "b", ("b",), "a", PluralRule({})),
    }
    monkeypatch.setattr(locales, "languages", lambda: made)
    monkeypatch.setattr(locales, "further", lambda: ("a", "b"))
    with pytest.raises(ValueError, match=r"content/languages.toml: \[b\] cannot fall back to 'a'"):
        locales.speakers.__wrapped__("a")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"n": 1}, "1 dog"),
        ({"n": "%{n}"}, "%{n} dogs"),
        ({"n": 2}, "2 dogs"),
        ({"n": 0}, "0 dogs"),
        ({"n": 1.0}, "1.0 dogs"),
        ({"n": -1}, "−1 dog"),
    ],
)
def test_a_count_takes_the_form_that_it_is_shown_with(facts, said):
    blank = "<<n:.1f>>" if isinstance(facts["n"], float) else "<<n>>"
    read = forms.read({"one": f"{blank} dog", "other": f"{blank} dogs"})
    assert read.filled(facts, languages()["en"].plural) == said
    assert read.filled(facts, languages()["zh"].plural).endswith("dogs")


def test_the_languages_at_home_count_as_cldr_has_it():
    for lang in content.LANGS:
        assert dict(languages()[lang].plural.rules) == dict(Locale.parse(lang).plural_form.rules)


COUNTED = [
    (unit, slot, lang)
    for unit in content.units()
    for slot, text in content.load(unit).items()
    for lang, said in text.forms.items()
    if said.special
]


@pytest.mark.parametrize(("unit", "slot", "lang"), COUNTED)
def test_forms_share_their_parts_and_say_one_of_what_others_are_many(unit, slot, lang):
    said = content.load(unit)[slot].forms[lang]
    assert set(said.special) == languages()[lang].plural.tags
    for text in said.special.values():
        assert text != said.other
        assert all(sorted(re.findall(part, text)) == sorted(re.findall(part, said.other)) for part in SHARED.values())
    facts = {name: 1 for name, _ in content.BLANK.findall(said.other)}
    assert re.search(r"\b1 \w+s\b", content.fill(said.other, facts)), "why are there two forms?"
    assert not re.search(r"\b1 \w+s\b", content.reader(unit, lang)(slot, **facts).replace("of 1 models", ""))
