// A drawn figure in words and as a table, for readers who do not see it: computed from the very data that are drawn.
const MOST = 4; // lines told of
const ITEMS = 8; // bars told one by one
const ROWS = 13; // of a table
const KINDS = { scatter: line, scattergl: line, bar: bars, heatmap: field, contour: field };

const plain = (text) => String(text ?? "").replace(/<[^>]*>/g, "");
export const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

/** A number as it is read: three digits, with a minus sign. */
export function written(value) {
  if (typeof value !== "number") return plain(value);
  return (Math.abs(value) < 1e-12 ? "0" : String(Number(value.toPrecision(3)))).replace(/^-/, "\u2212");
}

function points({ x, y }) {
  const known = Array.from(y ?? [], (b, i) => [x?.[i] ?? i, b]);
  return known.filter(([a, b]) => a !== null && Number.isFinite(b) && (typeof a !== "number" || Number.isFinite(a)));
}

function line(trace, words) {
  const all = points(trace);
  const name = plain(trace.name);
  if (!all.length) return "";
  const width = Math.abs(all.at(-1)[0] - all[0][0]);
  const near = (x) => (Math.abs(x) < width / 1000 ? 0 : x); // a corner lies between two samples
  const at = ([x, y], key = "") => ({ [`x${key}`]: written(near(x)), [`y${key}`]: written(y) });
  if (all.length === 1) return fill(words.point, { name, ...at(all[0]) });
  const ends = { name, ...at(all[0], 0), ...at(all.at(-1), 1) };
  if (all.length === 2) return fill(words.line, ends);
  const [low, high] = [(a, b) => (b[1] < a[1] ? b : a), (a, b) => (b[1] > a[1] ? b : a)].map((one) => all.reduce(one));
  return fill(words.curve, { ...ends, ...at(low, 2), ...at(high, 3) });
}

function bars(trace, words) {
  const flat = trace.orientation === "h";
  const [labels, values] = flat ? [trace.y, trace.x] : [trace.x, trace.y];
  const all = Array.from(values ?? [], (value, i) => [labels?.[i] ?? i + 1, value]).slice(0, ITEMS);
  return fill(words.bars, {
    name: plain(trace.name),
    items: all.map((pair) => pair.map(written).join(" ")).join(", "),
  });
}

function field(trace, words) {
  const all = Array.from(trace.z ?? [], (row) => Array.from(row)).flat().filter(Number.isFinite);
  const [low, high] = [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
  return all.length ? fill(words.field, { name: plain(trace.name), low: written(low), high: written(high) }) : "";
}

const shown = (traces) =>
  (traces ?? []).filter((t) => t.visible !== false && t.visible !== "legendonly" && (t.opacity ?? 1) > 0);
const named = (trace) => trace.name && trace.showlegend !== false;

/** The lines, bars and fields of a figure, one sentence each: those with a name, or all if none has one. */
export function told({ data }, words) {
  const all = shown(data).filter((trace) => KINDS[trace.type ?? "scatter"]);
  const first = all.some(named) ? all.filter(named) : all;
  return first.slice(0, MOST).map((trace) => KINDS[trace.type ?? "scatter"](trace, words)).filter(Boolean);
}

/** `count` of the numbers from 0 to `length` - 1, the first and the last among them. */
const spread = (length, count = ROWS) =>
  length <= count
    ? Array.from({ length }, (_, i) => i)
    : Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));

function listed(trace) {
  if (trace.z) {
    const columns = spread(trace.z[0].length, 7);
    return spread(trace.z.length, 7).map((row) => [trace.y?.[row] ?? row, ...columns.map((c) => trace.z[row][c])]);
  }
  if (trace.a) return spread(trace.a.length).map((i) => [trace.a[i], trace.b[i], trace.c[i]]);
  const all = Array.from(trace.y ?? [], (y, i) => [trace.x?.[i] ?? i, y]);
  return spread(all.length).map((i) => all[i]);
}

/** Some of the values of every trace, a table each. */
export function tables({ data }) {
  return shown(data).filter((trace) => trace.y || trace.z || trace.a).map((trace) => {
    const table = document.createElement("table");
    if (trace.name) table.createCaption().textContent = plain(trace.name);
    for (const row of listed(trace)) {
      const line = table.insertRow();
      for (const cell of row) line.insertCell().textContent = written(cell);
    }
    return table;
  });
}
