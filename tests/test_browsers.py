"""Which browsers are served: the README says so, our own scripts and styles need no newer, Streamlit's no older ones.

The first versions are those of MDN's compatibility tables: Chrome and Edge, Firefox, Safari.
"""

import re
from pathlib import Path

import streamlit
from failures import every

ROOT = Path(__file__).parents[1]
ASSETS = sorted(path for kind in ("js", "css") for path in (ROOT / "ui").rglob(f"assets/*.{kind}"))
OLDEST = (111, 121, 16.4)
NEVER = 999
# what a line of code or style looks like, and the first versions that know it
FEATURES = {
    r":has\(": (105, 121, 15.4),
    r"\.findLast(Index)?\(": (97, 104, 15.4),
    r"\breportError\(": (95, 93, 15.4),
    r"\bstructuredClone\(": (98, 94, 15.4),
    r"\.at\(": (92, 90, 15.4),
    r"\|\|=|\?\?=|&&=": (85, 79, 14),
    r"Object\.hasOwn\(": (93, 92, 15.4),
    r"^\s*static \{": (94, 93, 16.4),
    r"\(\?<[=!]": (62, 78, 16.4),
    r"\.to(Sorted|Reversed|Spliced)\(|\b\w\.with\(": (110, 115, 16),
    r"@layer": (99, 97, 15.4),
    r"@container|container-type": (105, 110, 16),
    r"\bOffscreenCanvas\b": (69, 105, 16.4),
    r"\d(dvh|svh|lvh|dvw)\b": (108, 101, 15.4),
    r":dir\(": (120, 49, 16.4),
    r"color-mix\(": (111, 113, 16.2),
    r"(Object|Map)\.groupBy\(": (117, 119, 17.4),
    r"Promise\.withResolvers": (119, 121, 17.4),
    r"URL\.canParse": (120, 115, 17),
    r"^\s*&|^[^/]*\{[^}]*&[:.\s]": (120, 117, 17.2),
    r"import .* with \{": (123, 138, 17.2),
    r"text-wrap:": (114, 121, 17.4),
    r"light-dark\(": (123, 120, 17.5),
    r"Array\.fromAsync": (121, 115, 16.4),
    r"/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(": (112, 116, 17),
    r"AbortSignal\.any": (116, 124, 17.4),
    r"Iterator\.|\.(values|keys|entries)\(\)\.(map|filter|take|drop|toArray)\(": (122, 131, 18.4),
    r"\.(union|intersection|difference|isSubsetOf)\(": (122, 127, 17),
    r"startViewTransition|view-transition-name": (111, 144, 18),
    r"@starting-style": (117, 129, 17.5),
    r"\bscheduler\.": (94, 142, NEVER),
    r"requestIdleCallback\(|cancelIdleCallback\(": (47, 55, NEVER),
    r"field-sizing": (123, NEVER, 26.2),
    r"Promise\.try": (128, 134, 18.2),
    r"RegExp\.escape": (136, 134, 18.2),
    r"\bzoom:": (1, 126, 3.1),
}
HANDLED = {
    ("idle.js", r"requestIdleCallback\(|cancelIdleCallback\("),  # asks first whether it is there
    ("document.css", r"\bzoom:"),  # on paper only; without it the print is larger
    *((name, r"text-wrap:") for name in ("document.css", "arrival.css")),  # without it a heading breaks where it may
}
# these are what they are looked for: each pattern finds its own example
EXAMPLES = (
    *("a:has(b)", "x.findLastIndex(f)", "reportError(e)", "structuredClone(x)", "x.at(-1)", "a ??= b"),
    *("Object.hasOwn(a, b)", "  static {", "/(?<=a)b/", "x.toSorted()", "@layer a;", "@container (width > 1px)"),
    *("new OffscreenCanvas(1, 1)", "height: 100dvh", "a:dir(rtl)", "color-mix(in srgb, red, blue)"),
    *("Object.groupBy(a, f)", "Promise.withResolvers()", "URL.canParse(x)", "  &:hover { color: red }"),
    *('import a from "a" with { type: "json" };', "text-wrap: balance", "light-dark(a, b)", "Array.fromAsync(x)"),
    *("/[a]/v.test(x)", "AbortSignal.any([])", "x.values().map(f)", "a.union(b)", "document.startViewTransition()"),
    *("@starting-style {", "scheduler.yield()", "requestIdleCallback(f)", "field-sizing: content"),
    *("Promise.try(f)", "RegExp.escape(x)", "zoom: 2"),
)


def code(path):
    """The lines of a file without comments."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    return [re.sub(r"(^|\s)//.*", "", line) for line in text.splitlines()]


@every("feature, example", zip(FEATURES, EXAMPLES, strict=True))
def test_a_feature_would_be_found(feature, example):
    assert re.search(feature, example)


@every("path", ASSETS)
def test_our_own_code_needs_no_newer_browser(path):
    newer = {what for what, first in FEATURES.items() if any(a > b for a, b in zip(first, OLDEST, strict=True))}
    found = {what for what in newer for line in code(path) if re.search(what, line)}
    assert found == {what for name, what in HANDLED if name == path.name}


def test_the_bound_is_that_of_streamlit_and_of_one_selector_of_ours():
    """Static blocks are syntax, which nothing can supply to an older Safari; :has() is ours, and young in Firefox."""
    scripts = Path(streamlit.__file__).with_name("static") / "static" / "js"
    assert any("static{" in path.read_text("utf-8") for path in scripts.glob("index.*.js"))
    needed = [first for what, first in FEATURES.items() for path in ASSETS for line in code(path)
              if re.search(what, line) and (path.name, what) not in HANDLED]  # fmt: skip
    assert max(firefox for _, firefox, _ in needed) == OLDEST[1]


def test_the_readme_names_the_oldest_versions_in_both_languages():
    chrome, firefox, safari = OLDEST
    text = (ROOT / "README.md").read_text("utf-8")
    named = rf"Chrome[^\n]*Edge[^\n]*{chrome}[^\n]*Firefox {firefox}[^\n]*Safari[^\n]*{safari}"
    assert len(re.findall(named, text)) == 2
