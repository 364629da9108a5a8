// Tells the browser, and so screen readers, which language the page is in, and the style sheet how many.
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  document.documentElement.dataset.languages = data.languages;
}
