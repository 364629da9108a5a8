// Networks in the browser's worker do what labs/training does: function by function, step by step.
import { curve } from "../../ui/chart/assets/trainer/curve.js";
import { race } from "../../ui/chart/assets/trainer/race.js";
import { tensors } from "../../ui/chart/assets/trainer/tensors.js";

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
  return race({ widths, loss, rule, nets: [{ bends: bends.map(bend) }], arrays: tensors(bytes(arrays)) });
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
  });
}
