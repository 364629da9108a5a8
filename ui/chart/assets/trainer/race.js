// Networks that learn the same data from the same weights in the same order, step by step, forwards and back in time.
import { LOSSES, network } from "./network.js";
import { optimiser } from "./optimiser.js";

const KEPT_EVERY = 25; // steps between two states that are remembered
const TRIED_EVERY = 5; // steps between two looks at points that are not learned from
const HOPELESS = 1e6; // a loss from here on has run away

/**
 * `arrays` are those of a beginning (labs/training/tasks.py), `nets` have `bends`, `rule` is an optimiser's; a net may
 * have a rule and first weights of its own. To `watch` is to remember which units are alive as well; `turns` are what
 * bends become on the way, { step, lane, layer, curve } in order.
 *
 * After each step `step` is one more; `seek` goes to any step that has been reached, or on. What bends were changed to on
 * the way is changed again at the same step.
 */
export function race({ widths, loss, nets, arrays, rule, longest = Infinity, watch = false, turns = [] }) {
  const count = arrays.seen_y.data.length;
  const whole = { x: arrays.seen_x.data, y: arrays.seen_y.data, count };
  const batches = cut(whole, arrays.batches, widths[0]);
  const lanes = nets.map(({ bends, params = arrays.params.data, rule: other = rule }) => {
    const net = network(widths, Float64Array.from(params), [...bends]);
    const measured = { seen: [], unseen: [], right: [], learned: [], alive: [] };
    return { net, pace: optimiser(other, net.params.length), at: [...bends], ...measured };
  });
  const kept = []; // states at multiples of KEPT_EVERY, one for each lane
  const own = {
    whole,
    step: 0,
    reached: 0,
    stopped: null,
    lanes,
    advance,
    seek,
    bend,
    tried,
    measured,
    longest,
  };
  keep();

  function keep() {
    kept[own.step / KEPT_EVERY] = lanes.map(({ net, pace }) => ({
      params: net.params.slice(),
      state: pace.state.map((array) => array.slice()),
      steps: pace.steps,
    }));
  }

  /** From now on a layer of a network bends otherwise; what had been computed beyond is forgotten. */
  function bend(lane, layer, curve) {
    const earlier = turns.filter((turn) => turn.step < own.step || turn.lane !== lane || turn.layer !== layer);
    turns.splice(0, turns.length, ...earlier.filter(({ step }) => step <= own.step), {
      step: own.step,
      lane,
      layer,
      curve,
    });
    tune();
    own.reached = own.step;
    own.stopped = null;
    kept.length = Math.floor(own.step / KEPT_EVERY) + 1;
    for (const lane of lanes) {
      lane.seen.length = own.step;
      const looks = Math.floor(own.step / TRIED_EVERY) + 1;
      for (const kept of [lane.unseen, lane.right, lane.learned, lane.alive]) {
        kept.length = Math.min(kept.length, looks);
      }
    }
  }

  /** Bends as they are at this step. */
  function tune() {
    for (const { net, at } of lanes) net.bends.splice(0, at.length, ...at);
    for (const { step, lane, layer, curve } of turns) if (step <= own.step) lanes[lane].net.bends[layer] = curve;
  }

  /** Loss and share of right answers on points that are not learned from, or on others. */
  function tried({ net }, x = arrays.unseen_x.data, wanted = arrays.unseen_y.data) {
    const outputs = net.forward(x, wanted.length);
    let right = 0;
    for (let n = 0; n < wanted.length; n++) right += (outputs[n] > 0) === (wanted[n] > 0.5) ? 1 : 0;
    return [LOSSES[loss](outputs, wanted, new Float64Array(wanted.length)), right / wanted.length];
  }

  /** What has been measured up to this step, every TRIED_EVERY steps, and what holds now. */
  function measured(lane) {
    const upTo = Math.floor(own.step / TRIED_EVERY) + 1;
    return {
      every: TRIED_EVERY,
      seen: new Float32Array(lane.seen.slice(0, own.step)),
      unseen: new Float32Array(lane.unseen.slice(0, upTo)),
      right: new Float32Array(lane.right.slice(0, upTo)),
      learned: new Float32Array(lane.learned.slice(0, upTo)),
      now: own.step % TRIED_EVERY ? tried(lane) : [lane.unseen[upTo - 1], lane.right[upTo - 1]],
      alive: lane.alive.slice(0, upTo),
    };
  }

  function look() {
    if (own.step % TRIED_EVERY) return;
    for (const lane of lanes) {
      const look = own.step / TRIED_EVERY;
      [lane.unseen[look], lane.right[look]] = tried(lane);
      lane.learned[look] = tried(lane, whole.x, whole.y)[1];
      if (watch) lane.alive[look] = alive(lane.net, whole.x, count);
    }
  }

  /** One step of every network; false if there is none to be had. */
  function advance() {
    if (own.step >= (own.stopped ?? longest)) return false;
    if (turns.length) tune();
    const { x, y, count } = batches[own.step % batches.length];
    for (const lane of lanes) {
      lane.net.forward(x, count);
      lane.seen[own.step] = lane.net.backward(y, LOSSES[loss]);
      lane.pace.step(lane.net);
    }
    own.step += 1;
    own.reached = Math.max(own.reached, own.step);
    if (lanes.some(({ net, seen }) => !(seen[own.step - 1] < HOPELESS) || !net.params.every(Number.isFinite))) {
      own.stopped = own.step;
      return false;
    }
    if (own.step % KEPT_EVERY === 0) keep();
    look();
    return true;
  }

  /** Go to a step: back to a state that is remembered, and on from there. */
  function seek(step) {
    const wanted = Math.min(Math.max(step, 0), longest);
    if (wanted < own.step) {
      const place = Math.floor(wanted / KEPT_EVERY);
      lanes.forEach(({ net, pace }, l) => {
        const { params, state, steps } = kept[place][l];
        net.params.set(params);
        pace.state.forEach((array, k) => array.set(state[k]));
        pace.steps = steps;
      });
      own.step = place * KEPT_EVERY;
    }
    while (own.step < wanted && advance());
    tune();
    return own.step;
  }

  look();
  return own;
}

/** On which share of the points each hidden unit has a slope of its own, one layer's units after the other's. */
function alive(net, x, count) {
  net.forward(x, count);
  const { own } = net.room(count);
  return net.layers.slice(0, -1).flatMap(({ outputs: width }, l) => {
    const shares = new Array(width).fill(0);
    for (let k = 0; k < count * width; k++) if (own[l][k] !== 0) shares[k % width] += 1;
    return shares.map((sum) => sum / count);
  });
}

/** The points of each batch, or all of them as the only one. */
function cut({ x, y, count }, { shape: [rows, size], data }, inputs) {
  if (!rows) return [{ x, y, count }];
  return Array.from({ length: rows }, (_, row) => {
    const chosen = data.subarray(row * size, (row + 1) * size);
    const points = new Float64Array(size * inputs);
    chosen.forEach((n, k) => {
      for (let i = 0; i < inputs; i++) points[k * inputs + i] = x[n * inputs + i];
    });
    return { x: points, y: Float64Array.from(chosen, (n) => y[n]), count: size };
  });
}
