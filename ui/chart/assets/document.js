// On every page: what the browser, and so screen readers, are told of it, and what readers do with any of it.
import "./turning.js";
import "./copy.js";
import { mend } from "./mended.js";
import "./menu.js";
import { say } from "./said.js";
import "./touch.js";
import "./translated.js";

let here = document.title;

new MutationObserver(() => {
  if (document.title === here) return;
  here = document.title;
  say(here); // nothing else tells that another page has come
}).observe(document.querySelector("title"), { childList: true, characterData: true, subtree: true });

/** The language of the page; for the style sheet, how many share its width. */
export default function ({ data: [data] }) {
  document.documentElement.lang = data.lang;
  document.documentElement.dataset.languages = 1 + data.others.length;
  document.querySelector(".first-words")?.remove(); // the lesson's own are there
  mend(data);
}
