// What Streamlit's page leaves undone for readers who do not see it or use no pointer: done again whenever it changes.
import { marks } from "./marks.js";

const REST = 150; // ms without a change, so that nothing is done while a hand moves
const SCROLLS = '.chart-place, pre, .katex-display, [data-testid="stMarkdownContainer"]:has(> table)';
const TEXTS = ":is(p, li, td, th, h1, h2, h3, h4, h5, h6, summary, small)";
const HAN = /\p{Script=Han}/u;
const WORDS = /[a-z]{2,}\W+[a-z]{2,}/i; // one alone may be a name, which has no language
const SKIP = "Skip to main content";
let page = { lang: "", others: [], words: {} };
let timer;
const sizes = new ResizeObserver(() => later());

const all = (selector) => document.querySelectorAll(selector);

/** The sections of the menu are lists, of which Streamlit makes one with other things between its items. */
function lists() {
  for (const section of all('[data-testid="stSidebarNavItems"] > div')) {
    section.parentElement.setAttribute("role", "none");
    section.setAttribute("role", "list");
    const head = section.querySelector("header");
    if (head) section.setAttribute("aria-label", head.querySelector("p")?.textContent ?? "");
    head?.setAttribute("role", "none");
  }
}

/** Headings have the size that suits them; their level is how deep they lie below one another. */
function headings() {
  const above = [];
  for (const heading of all('[data-testid="stMain"] :is(h1, h2, h3, h4, h5, h6)')) {
    const own = Number(heading.tagName[1]);
    while (above.length && above.at(-1) >= own) above.pop();
    above.push(own);
    if (above.length === own) heading.removeAttribute("aria-level");
    else heading.setAttribute("aria-level", above.length);
  }
}

/** What scrolls by itself is reached by keys. */
function scrolling() {
  for (const part of all(SCROLLS)) {
    sizes.observe(part); // it may come to scroll by a font that arrives, a fold that opens, a window that narrows
    const high = part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY === "auto";
    if (high || part.scrollWidth > part.clientWidth + 1) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}

/** A heading without words is an empty cell. */
function cells() {
  for (const head of all("th")) if (!head.textContent.trim()) head.setAttribute("role", "cell");
  for (const formula of all("th:not(:has(.unseen)) .katex:only-child")) { // drawn, it has no words; its source has
    const source = formula.querySelector("annotation")?.textContent;
    if (!source) continue;
    const words = document.createElement("span");
    words.className = "unseen";
    words.textContent = source;
    formula.closest("th").append(words);
  }
}

/** While two languages share the page, each part is read in its own. */
function languages() {
  for (const part of all(`[data-testid="stMain"] ${TEXTS}`)) {
    const text = page.others.length ? part.textContent : "";
    const other = WORDS.test(text) && HAN.test(text) !== page.lang.startsWith("zh");
    if (other) part.lang = page.others[0];
    else if (part.hasAttribute("lang")) part.removeAttribute("lang");
  }
}

/** What Streamlit calls its own parts, in English on every page: `*` in our words is what `*` stood for in its. */
function labels() {
  const known = Object.entries(page.words).map(([english, said]) => [
    new RegExp(`^${english.replace("*", "(.+)")}$`),
    said,
  ]);
  for (const part of all("[aria-label]")) {
    const label = part.getAttribute("aria-label");
    if (label !== part.dataset.said) part.dataset.english = label;
    const said = known.map(([pattern, ours]) => {
      const found = pattern.exec(part.dataset.english);
      return found && ours.replaceAll("*", found[1] ?? "");
    }).find(Boolean) ?? part.dataset.english;
    if (said !== label) part.setAttribute("aria-label", part.dataset.said = said);
  }
  const skip = document.querySelector('[data-testid="stSkipToContent"]')?.firstChild;
  if (skip && page.words[SKIP]) skip.data = page.words[SKIP];
}

function run() {
  for (const one of [marks, lists, headings, scrolling, cells, languages, labels]) one();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(run, REST);
}

/** `lang` is the page's own language, `others` those beside it, `words` ours for Streamlit's labels. */
export function mend({ lang, others, words }) {
  page = { lang, others, words };
  later();
}

new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", later);
document.fonts.addEventListener("loadingdone", later); // what fitted may scroll now
