// The picture that came with the page: moved to where the chart will be, and gone once that is drawn.
const GLIDE = 180; // ms

const found = () => document.getElementById("first");

/** Lay it over the chart of its family, which has nothing to show yet; from where it stood it glides there. */
export function take(place, families) {
  const first = found();
  if (!first || first.parentElement === place || !families[first.dataset.family]) return;
  const from = first.getBoundingClientRect();
  first.classList.add("placed");
  place.append(first);
  const to = first.getBoundingClientRect();
  if (!to.width || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const start = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${
    from.height / to.height
  })`;
  first.animate([{ transform: start, transformOrigin: "0 0" }, { transform: "none", transformOrigin: "0 0" }], GLIDE);
}

/** The chart is there, or another page. */
export function leave() {
  found()?.remove();
}
