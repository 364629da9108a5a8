// Redraws what moves in a Plotly figure with Plotly's own drawing code, leaving axes, legend and margins as they are:
// a tenth of the time of Plotly.react. It uses inner names of the pinned plotly.js; a browser test compares the
// result with that of Plotly.react for every kind of picture.
import { bind } from "./bind.js";

const DATA = new Set(["x", "y", "z", "a", "b", "c", "base", "zmin", "zmax", "customdata"]);
const CORNERS = new Set(["x0", "x1", "y0", "y1"]);

function refers(node) {
  if (typeof node === "string") return node[0] === "@";
  return Boolean(node) && typeof node === "object" && Object.values(node).some(refers);
}

const parts = (list) =>
  (list ?? []).map((node, index) => ({ index, names: Object.keys(node).filter((name) => refers(node[name])), node }));

/** What of a figure moves with its sliders, or null if that is more than data of traces and corners of shapes. */
export function moving({ data, layout }) {
  const traces = parts(data).filter((part) => part.names.length);
  const shapes = parts(layout.shapes).filter((part) => part.names.length);
  const { shapes: _, ...rest } = layout;
  const known = (list, names) => list.every((part) => part.names.every((name) => names.has(name)));
  return known(traces, DATA) && known(shapes, CORNERS) && !refers(rest) ? { traces, shapes } : null;
}

const same = (a, b) =>
  a === b || (a?.length === b?.length && a?.length < 1000 && Boolean(a.every?.((v, i) => Object.is(v, b[i]))));

/** Would new data move an axis that fits itself to them? */
function widens(gd, trace, name) {
  const axis = (name === "x" || name === "y") && gd._fullLayout[trace[`${name}axis`]?.replace(/^(.)/, "$1axis")];
  return Boolean(axis?.autorange);
}

/** The attributes of a trace whose values are not what is drawn. */
function changes(gd, { index, names, node }, arrays) {
  const trace = gd._fullData[index];
  const values = names.map((name) => [name, bind(node[name], arrays, {})]);
  return { trace, index, values: values.filter(([name, value]) => !same(trace[name], value)) };
}

/** Puts the arrays into a drawn figure; false if it has to be drawn from scratch after all. */
export function redraw(gd, { traces, shapes }, arrays) {
  const changed = traces.map((part) => changes(gd, part, arrays)).filter(({ values }) => values.length);
  if (changed.some(({ trace, values }) => values.some(([name]) => widens(gd, trace, name)))) return false;
  for (const part of changed) recalculate(gd, part);
  plot(gd, new Set(changed.map(({ trace }) => trace._module)));
  for (const shape of shapes) reshape(gd, shape, arrays);
  return true;
}

function recalculate(gd, { trace, index, values }) {
  for (const [name, array] of values) gd.data[index][name] = trace[name] = array;
  if (trace.visible !== true) return;
  const points = trace._module.calc(gd, trace);
  points[0].t ??= {};
  points[0].trace = trace;
  gd.calcdata[index] = points;
}

/** Draws the traces of some kinds anew, each kind in its layer of each pair of axes. */
function plot(gd, modules) {
  for (const module of modules) {
    const base = module.basePlotModule;
    if (base.name !== "cartesian") {
      base.plot(gd);
      continue;
    }
    for (const [id, subplot] of Object.entries(gd._fullLayout._plots)) {
      const mine = ([{ trace }]) => trace?._module === module && trace.visible === true;
      const points = gd.calcdata.filter((cd) => mine(cd) && cd[0].trace.xaxis + cd[0].trace.yaxis === id);
      if (!points.length) continue;
      module.crossTraceCalc?.(gd, subplot);
      module.plot(gd, subplot, points, subplot.plot.select(`g.${module.layerName ?? `${module.name}layer`}`));
    }
    module.style?.(gd);
  }
}

/** A rectangle or a line between two corners, each on an axis or on the paper. */
function reshape(gd, { index, names, node }, arrays) {
  const shape = gd._fullLayout.shapes[index];
  for (const name of names) gd.layout.shapes[index][name] = shape[name] = bind(node[name], arrays, {});
  const size = gd._fullLayout._size;
  const place = (ref, at, paper) => {
    const axis = gd._fullLayout[ref.replace(/^(.)/, "$1axis")];
    return axis ? axis._offset + axis.r2p(at) : paper(at);
  };
  const [x0, x1] = [shape.x0, shape.x1].map((at) => place(shape.xref, at, (v) => size.l + size.w * v));
  const [y0, y1] = [shape.y0, shape.y1].map((at) => place(shape.yref, at, (v) => size.t + size.h * (1 - v)));
  const path = gd.querySelector(`.shapelayer path[data-index="${index}"]`);
  path?.setAttribute("d", shape.type === "line" ? `M${x0},${y0}L${x1},${y1}` : `M${x0},${y0}H${x1}V${y1}H${x0}Z`);
}
