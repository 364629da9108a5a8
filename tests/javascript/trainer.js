// Networks in the browser's worker do what labs/training does: function by function, step by step.
import { curve } from "../../ui/chart/assets/trainer/curve.js";
import { LOSSES } from "../../ui/chart/assets/trainer/network.js";
import { race } from "../../ui/chart/assets/trainer/race.js";
import { tensors } from "../../ui/chart/assets/trainer/tensors.js";
import { angle } from "../../ui/chart/assets/trainer/view.js";

const { curves, runs } = JSON.parse(Deno.readTextFileSync(Deno.env.get("CASES")));
const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
const laid = Object.fromEntries(
  Object.entries(curves).map(([name, { nodes }]) => [name, curve(tensors(bytes(nodes)))]),
);
const bend = (name) => name.forward ? { forward: laid[name.forward], backward: laid[name.backward] } : laid[name];

for (const [name, { x, f, slope, far }] of Object.entries(curves)) {
  Deno.test(`${name}: f and f' from nodes are those of the core`, () => {
    const [found, rise] = [new Float64Array(x.length), new Float64Array(x.length)];
    laid[name].apply(Float64Array.from(x), found, rise);
    x.forEach((place, i) => {
      for (const [mine, exact] of [[found[i], f[i]], [rise[i], slope[i]]]) {
        if (!(Math.abs(mine - exact) <= 1e-8 * (1 + Math.abs(exact)))) {
          throw new Error(`at ${place}: ${mine} is not ${exact}`);
        }
      }
    });
    const [there, steep] = [new Float64Array(far.length), new Float64Array(far.length)];
    laid[name].apply(Float64Array.from(far), there, steep);
    if (![...there, ...steep].every(Number.isFinite)) throw new Error(`far out: ${there}, ${steep}`);
  });
}

function begun({ widths, loss, arrays, rule, bends }) {
  return race({ widths, loss, rule, watch: true, nets: [{ bends: bends.map(bend) }], arrays: tensors(bytes(arrays)) });
}

function same(found, wanted, most, what) {
  if (found.length !== wanted.length) throw new Error(`${what}: ${found.length} instead of ${wanted.length}`);
  let worst = 0;
  wanted.forEach((value, k) => worst = Math.max(worst, Math.abs(found[k] - value) / (1 + Math.abs(value))));
  if (!(worst <= most)) throw new Error(`${what}: off by ${worst}`);
}

for (const run of runs) {
  Deno.test(`${run.name}: as many steps lead to the same weights`, () => {
    const one = begun(run);
    one.seek(run.steps);
    same(one.lanes[0].seen, run.losses, 1e-6, "losses");
    same(one.lanes[0].net.params, run.params, 1e-6, "weights");
    same(one.lanes[0].alive.at(-1), run.alive, 0.011, "units alive"); // a point on a kink may fall to either side
    const turned = angle(one.lanes[0], one.whole, LOSSES[run.loss]);
    if (run.angle === "none" || run.angle === null) {
      if (turned !== null && !Number.isNaN(turned)) throw new Error(`${turned} degrees`);
    } else if (!(Math.abs(turned - run.angle) <= 1e-4)) throw new Error(`${turned} instead of ${run.angle} degrees`);
  });
}

/** Where the weights of a network are after so many steps, from the first run of the cases. */
function after(run, bends) {
  const one = race({ ...run, nets: [{ bends }], arrays: tensors(bytes(run.arrays)) });
  one.seek(run.steps);
  return one;
}

const first = runs.find(({ widths }) => widths.length === 4);
const nodes = (name) => curve(tensors(bytes(curves[name].nodes)));
const named = (start) => Object.keys(curves).find((name) => name === start || name.startsWith(`${start} `));

Deno.test("a function that lends itself its own slope trains as it does alone, bit by bit", () => {
  const [alone, own] = [nodes(named("gelu")), { forward: nodes(named("gelu")), backward: nodes(named("gelu")) }];
  const [a, b] = [after(first, [alone, alone]), after(first, [own, own])].map((one) => one.lanes[0].net.params);
  if (a.some((value, k) => value !== b[k])) throw new Error("a weight differs");
});

Deno.test("steps with their own slope leave the hidden weights as they were", () => {
  const step = nodes(named("step"));
  const one = after(first, [step, step]);
  const begun = tensors(bytes(first.arrays)).params.data;
  const { params, layers } = one.lanes[0].net;
  const last = layers.at(-1).weights;
  if (params.slice(0, last).some((value, k) => value !== begun[k])) throw new Error("a hidden weight has moved");
  if (params.slice(last).every((value, k) => value === begun[last + k])) throw new Error("nothing has been learned");
});
