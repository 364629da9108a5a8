// A formula is copied as its LaTeX. On the page it stands twice, as MathML for screen readers and as glyphs for the eye.
const FORMULA = ".katex-display, .katex";

const formula = (node) => {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest(".katex-display") ?? element?.closest(".katex");
};

/** What is selected, with formulas that are selected in part as a whole. */
function selected(selection) {
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [range.startContainer, range.endContainer].map(formula);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  return range.cloneContents();
}

/** `$…$` or, on a line of its own, `$$…$$`. */
function source(element) {
  const text = element.querySelector('annotation[encoding="application/x-tex"]').textContent.trim();
  if (!element.matches(".katex-display")) return document.createTextNode(`$${text}$`);
  const line = document.createElement("div");
  line.textContent = `$$${text}$$`;
  return line;
}

/** The text of a fragment with its lines, which only something laid out has. */
function lines(place) {
  place.style.cssText = "position: fixed; left: -9999px; width: 999px; user-select: text";
  document.body.append(place);
  const text = place.innerText;
  place.remove();
  place.removeAttribute("style");
  return text;
}

addEventListener("copy", (event) => {
  const selection = getSelection();
  if (event.defaultPrevented || selection.isCollapsed || !selection.rangeCount) return; // or it is in a text field
  const place = document.createElement("div");
  place.append(selected(selection));
  const found = [...place.querySelectorAll(FORMULA)].filter((one) => !one.parentElement.closest(FORMULA));
  if (!found.length) return;
  for (const one of found) one.replaceWith(source(one));
  event.clipboardData.setData("text/plain", lines(place));
  event.clipboardData.setData("text/html", place.innerHTML);
  event.preventDefault();
});
