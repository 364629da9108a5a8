// The names of curves, above their picture: pointing at a curve or at its name brings it forward, pressing keeps it there.
export const DASHES = { dash: "8 4", dot: "2 3", dashdot: "8 3 2 3", longdash: "13 4", longdashdot: "13 3 2 3" };
const NEAR = 40; // px from the pointer to a curve
const FADED = 0.15;

/** The height of a curve at x, between the two samples beside it; NaN outside and in a gap. */
function height(points, x) {
  let low = 0, high = points.length - 1;
  if (!(x >= points[low]?.x && x <= points[high]?.x)) return NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle].x <= x) low = middle;
    else high = middle;
  }
  const { x: x0, y: y0 } = points[low], { x: x1, y: y1 } = points[high];
  return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y0;
}

/** What a line looks like, beside its name. */
function swatch({ color, dash }, colours) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 32 8");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  const look = {
    d: "M0 4H32",
    "stroke-width": 3,
    stroke: colours[color.slice(1)],
    "stroke-dasharray": DASHES[dash] ?? "",
  };
  for (const [name, value] of Object.entries(look)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

export class Names {
  constructor(node) {
    this.node = node;
    this.list = document.createElement("div");
    this.list.className = "chart-names";
    node.before(this.list);
    node.addEventListener("pointermove", (event) => this.point(event));
    node.addEventListener("pointerleave", () => this.show(null));
  }

  /** One button for each function; the lines of one function are a group. */
  update({ data }, colours) {
    this.groups = data.map((trace) => trace.legendgroup);
    if (!this.groups.includes(this.kept)) this.kept = null;
    const first = data.filter((trace, i) => this.groups.indexOf(trace.legendgroup) === i);
    this.list.replaceChildren(...first.map((trace) => this.button(trace, colours)));
    this.show(null);
  }

  button({ name, legendgroup, line }, colours) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(swatch(line, colours), name);
    button.dataset.group = legendgroup;
    for (const event of ["pointerenter", "focus"]) button.addEventListener(event, () => this.show(legendgroup));
    for (const event of ["pointerleave", "blur"]) button.addEventListener(event, () => this.show(null));
    button.addEventListener("click", () => {
      this.kept = this.kept === legendgroup ? null : legendgroup;
      this.show(this.kept);
    });
    return button;
  }

  /** Bring forward the curve under the pointer. */
  point({ clientX, clientY }) {
    const { xaxis, yaxis } = this.node._fullLayout ?? {};
    if (!xaxis || !this.node.calcdata) return;
    const { left, top } = this.node.getBoundingClientRect();
    const x = xaxis.p2c(clientX - left - xaxis._offset), y = clientY - top - yaxis._offset;
    let nearest = NEAR, found = null;
    this.node.calcdata.forEach((points, i) => {
      const away = Math.abs(yaxis.c2p(height(points, x)) - y);
      if (away < nearest) [nearest, found] = [away, this.groups[i]];
    });
    this.show(found);
  }

  show(group) {
    this.front = group ?? this.kept;
    this.apply();
  }

  apply() {
    this.node.querySelectorAll(".scatterlayer .trace").forEach((trace, i) => {
      trace.style.opacity = this.front && this.groups[i] !== this.front ? FADED : 1;
    });
    for (const button of this.list.children) button.setAttribute("aria-pressed", button.dataset.group === this.kept);
  }
}
