// On every page: what the browser, and so screen readers, are told of it, and what readers do with any of it.
import "./turning.js";
import "./copy.js";
import "./touch.js";
import "./translated.js";

/** The language of the page; for the style sheet, how many share its width. */
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  document.documentElement.dataset.languages = data.languages;
}
