// Fills a figure: "@name" becomes an array, "@name:2" one of its numbers, "$name" a colour of the theme.
export function bind(node, arrays, colours) {
  if (typeof node === "string") {
    if (node[0] === "$") return colours[node.slice(1)] ?? node;
    if (node[0] !== "@") return node;
    const [name, index] = node.slice(1).split(":");
    const array = arrays[name];
    return index === undefined ? array : array?.[+index];
  }
  if (Array.isArray(node)) return node.map((child) => bind(child, arrays, colours));
  if (node && typeof node === "object") {
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, bind(child, arrays, colours)]));
  }
  return node;
}

/** Does the theme have a dark background? */
export function dark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex
    ? hex.slice(1).map((h) => parseInt(h, 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
}

/** The point on a sampled curve above x0 and its tangent, by linear interpolation; a unit of y is drawn `stretch` times
 * as long as one of x. */
export function probe({ x, f, slope }, x0, stretch) {
  let high = x.findIndex((v) => v >= x0);
  if (high < 1) high = 1;
  const w = x[high] > x[high - 1] ? (x0 - x[high - 1]) / (x[high] - x[high - 1]) : 1;
  const between = (y) => {
    const [left, right] = [y[high - 1], y[high]];
    if (w >= 1 || (w > 0 && Number.isNaN(left))) return right; // a gap at a corner is as wide as the corner
    return w <= 0 || Number.isNaN(right) ? left : left + w * (right - left);
  };
  const [y0, s0] = [between(f), between(slope)];
  const reach = 1.5 / Math.hypot(1, stretch * s0);
  return {
    "point/x": [x0],
    "point/y": [y0],
    "point/slope": [s0],
    "tangent/x": [x0 - reach, x0 + reach],
    "tangent/y": [y0 - reach * s0, y0 + reach * s0],
  };
}
