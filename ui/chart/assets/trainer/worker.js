// Learns beside the page. Told what to do in messages, it answers each with what there is to be seen then.
import { curve } from "./curve.js";
import { race } from "./race.js";
import { tensors } from "./tensors.js";
import { LOSSES } from "./network.js";
import { angle, closely, entered, places, seen, shapes } from "./view.js";

const BUDGET = 24; // ms of one answer that steps may take
let own = null; // { setting, arrays, points, run }

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return tensors(await answer.arrayBuffer());
}

const curves = new Map();
function laid(url) {
  if (!curves.has(url)) {
    const coming = fetched(url).then(curve);
    coming.catch(() => curves.delete(url));
    curves.set(url, coming);
  }
  return curves.get(url);
}

/** The curve of a layer: `{ url }`, or `{ forward, backward }` of such. */
async function bent(layer) {
  if (!layer.forward) return await laid(layer.url);
  return { forward: await laid(layer.forward.url), backward: await laid(layer.backward.url) };
}

/** What races with which: a lane may have first weights and a rule of its own. */
async function net({ layers, beginning, rule }) {
  const own = beginning ? { params: (await fetched(beginning)).params.data } : {};
  return { bends: await Promise.all(layers.map(bent)), ...own, ...(rule ? { rule } : {}) };
}

/** What layers become on the way, with their curves. */
const turned = (turns) => Promise.all(turns.map(async ({ to, ...turn }) => ({ ...turn, curve: await bent(to) })));

const nets = (lanes) => Promise.all(lanes.map(net));

async function begin({ setting }) {
  const [arrays, made] = await Promise.all([fetched(setting.beginning), nets(setting.lanes)]);
  const { widths, loss, rule, longest, watch } = setting;
  const run = race({ widths, loss, rule, longest, watch, nets: made, arrays, turns: await turned(setting.turns) });
  own = { setting, arrays, points: places(widths[0]), run, unit: null };
  own.run.seek(setting.step ?? 0);
  return picture({ whole: true });
}

/** Functions are others from now on. */
async function bend({ changes }) {
  for (const { lane, layer, curve } of await turned(changes)) own.run.bend(lane, layer, curve);
  return picture({});
}

function play({ steps }) {
  const until = performance.now() + BUDGET;
  for (let i = 0; i < steps && performance.now() < until; i++) if (!own.run.advance()) break;
  return picture({});
}

function picture({ whole = false }) {
  const { run, arrays, points, setting } = own;
  const inputs = setting.widths[0];
  const count = arrays.seen_y.data.length;
  return {
    kind: "picture",
    step: run.step,
    reached: run.reached,
    stopped: run.stopped,
    longest: run.longest,
    print: print(run.lanes),
    data: whole ? { x: arrays.seen_x.data, y: arrays.seen_y.data } : null,
    lanes: run.lanes.map((lane) => ({
      ...seen(lane, inputs, points),
      entered: entered(lane, arrays.seen_x.data, count),
      shapes: shapes(lane),
      ...run.measured(lane),
      angle: angle(lane, run.whole, LOSSES[setting.loss]),
    })),
    unit: own.unit && closely(run.lanes[own.unit.lane], run.whole, LOSSES[setting.loss], own.unit),
  };
}

/** The bits of all weights, folded into a number (FNV-1a): two runs that differ in one have another. */
function print(lanes) {
  let folded = 0x811c9dc5;
  for (const { net } of lanes) {
    for (const word of new Uint32Array(net.params.buffer)) folded = Math.imul(folded ^ word, 0x01000193) >>> 0;
  }
  return folded.toString(16);
}

/** The same race from other seeds, each to the same step: how every network does in the end. */
async function seeds({ beginnings, steps, setting: { widths, loss, rule, lanes, turns } }) {
  const made = await nets(lanes.map((lane) => ({ ...lane, beginning: null })));
  const bends = await turned(turns);
  for (const [number, url] of beginnings.entries()) {
    const one = race({ widths, loss, rule, nets: made, arrays: await fetched(url), turns: [...bends] });
    one.seek(steps);
    postMessage({ kind: "seed", number, of: beginnings.length, results: one.lanes.map((lane) => one.tried(lane)) });
    await new Promise((done) => setTimeout(done)); // what else has been asked for comes in between
  }
  return { kind: "seeds" };
}

const DEEDS = {
  begin,
  bend,
  play,
  seek: ({ step }) => (own.run.seek(step), picture({})),
  closely: ({ unit }) => (own.unit = unit, picture({})),
  seeds,
};

onmessage = async ({ data: { kind, id, ...rest } }) => {
  try {
    postMessage({ id, ...await DEEDS[kind](rest) });
  } catch (error) {
    postMessage({ id, kind: "failed", why: String(error) });
  }
};
