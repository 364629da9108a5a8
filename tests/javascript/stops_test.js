// A slider's value while it is dragged is the one the lesson would take for that place.
import { decimals, valueAt } from "../../ui/chart/assets/stops.js";

const { sliders } = JSON.parse(Deno.readTextFileSync(Deno.env.get("CASES")));

for (const { name, low, high, step, places } of sliders) {
  Deno.test(`${name}: a share of the track is a stop of the slider`, () => {
    for (const { share, value } of places) {
      const found = valueAt(share, low, high, Number(step), decimals(step));
      if (found !== value) throw new Error(`${share} is ${found}, not ${value}`);
    }
  });
}
