// Lines as SVG: what a race has measured step by step, and a layer's function over what enters it.
const SVG = "http://www.w3.org/2000/svg";
const MOST = 300; // points of one line
const TALLEST = 3; // of what is shown of a function
const LEAST = 100; // steps that are always in the picture

export function element(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A path through at most MOST of the points. */
function path(values, place) {
  const stride = Math.max(1, Math.ceil(values.length / MOST));
  let drawn = "";
  for (let i = 0; i < values.length; i += stride) {
    if (Number.isFinite(values[i])) drawn += `${drawn ? "L" : "M"}${place(i, values[i])}`;
  }
  const last = values.length - 1;
  if (last % stride && Number.isFinite(values[last])) drawn += `L${place(last, values[last])}`;
  return drawn;
}

const round = (value) => Math.round(10 * value) / 10;

/** A panel of lines over steps: `series` are { values, every, colour, dash, faint }, `ticks` those of the upright axis. */
export function panel({ series, reached, low, high, ticks, title, show, size: [width, height] }) {
  const [left, right, top, bottom] = [40, 8, 20, 22];
  const steps = Math.max(LEAST, reached);
  const across = (step) => round(left + step / steps * (width - left - right));
  const up = (value) =>
    round(height - bottom - (Math.min(high, Math.max(low, value)) - low) / (high - low) * (height - top - bottom));
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  for (const tick of ticks) {
    svg.append(
      element("line", { x1: left, x2: width - right, y1: up(tick), y2: up(tick), class: "grid" }),
      element("text", { x: left - 6, y: up(tick) + 4, class: "tick end" }, show(tick)),
    );
  }
  for (const step of [0, steps]) {
    svg.append(element("text", { x: across(step), y: height - 6, class: step ? "tick end" : "tick" }, String(step)));
  }
  svg.append(element("text", { x: left, y: 13, class: "title" }, title));
  for (const { values, every, colour, dash, faint } of series) {
    svg.append(element("path", {
      d: path(values, (i, value) => `${across(i * every)} ${up(value)}`),
      stroke: colour,
      "stroke-dasharray": dash,
      class: faint ? "line faint" : "line",
    }));
  }
  return svg;
}

/** What enters a layer as bars, its function over it. */
export function shape({ entered, f, colour }, [width, height] = [150, 64]) {
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  const [most, wide] = [Math.max(...entered, 1e-9), width / entered.length];
  const bars = [...entered].map((part, i) => {
    const tall = round(part / most * height);
    return `M${round(i * wide)} ${height}v${-tall}h${round(wide - 0.6)}v${tall}z`;
  });
  svg.append(element("path", { d: bars.join(""), class: "share" }));
  const [low, high] = [Math.max(Math.min(...f, -1), -TALLEST), Math.min(Math.max(...f, 1), TALLEST)];
  const up = (value) => round(height - 3 - (value - low) / (high - low) * (height - 6)); // what is higher is cut off
  svg.append(
    element("line", { x1: width / 2, x2: width / 2, y1: 0, y2: height, class: "grid" }),
    element("line", { x1: 0, x2: width, y1: up(0), y2: up(0), class: "grid" }),
    element("path", {
      d: path(f, (i, value) => `${round(i / (f.length - 1) * width)} ${up(value)}`),
      stroke: colour,
      class: "line",
    }),
  );
  return svg;
}

/** How every lane has done from each seed: dots in a row for each, and a bar at the median. */
export function strip({ rows, low, high, show, width = 640 }) {
  const [left, right, each] = [150, 16, 30];
  const height = rows.length * each + 24;
  const across = (value) =>
    round(left + (Math.min(high, Math.max(low, value)) - low) / (high - low || 1) * (width - left - right));
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  for (const tick of [low, (low + high) / 2, high]) {
    svg.append(
      element("line", { x1: across(tick), x2: across(tick), y1: 0, y2: height - 20, class: "grid" }),
      element("text", { x: across(tick), y: height - 5, class: "tick middle" }, show(tick)),
    );
  }
  rows.forEach(({ name, values, colour }, i) => {
    const y = i * each + each / 2;
    svg.append(element("text", { x: 0, y: y + 5, class: "name" }, name));
    for (const value of values) {
      svg.append(element("circle", { cx: across(value), cy: y, r: 4.5, fill: colour, class: "dot" }));
    }
    if (values.length) {
      const middle = across(median(values));
      svg.append(element("line", { x1: middle, x2: middle, y1: y - 11, y2: y + 11, stroke: colour, class: "median" }));
    }
  });
  return svg;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
