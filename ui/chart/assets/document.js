// Tells the browser, and so screen readers, which language the page is in.
export default function ({ data }) {
  document.documentElement.lang = data.lang;
}
