// What a window shows of curves over x ends at its very edges, and their names stand inside it.
import { cropped, label } from "../../ui/chart/assets/cropped.js";

function equal(found, expected) {
  const [a, b] = [found, expected].map((one) => JSON.stringify(one, (_, v) => (ArrayBuffer.isView(v) ? [...v] : v)));
  if (a !== b) throw new Error(`${a} is not ${b}`);
}

const X = Float64Array.from({ length: 9 }, (_, i) => i - 4); // -4 to 4
const DRAWING = { x: X, f: X.map((x) => 10 * x), slope: X.map(() => 10), zones: Float64Array.of(-4, 4), ends: [-4, 4] };

Deno.test("the ends lie on the lines, between samples as well", () => {
  const { x, f, slope, zones } = cropped(DRAWING, [-1.5, 2.25]);
  equal(x, [-1.5, -1, 0, 1, 2, 2.25]);
  equal(f, [-15, -10, 0, 10, 20, 22.5]);
  equal(slope, [10, 10, 10, 10, 10, 10]);
  equal(zones, [-4, 4]);
});

Deno.test("a window between samples keeps those in it, one beyond them all of them", () => {
  equal(cropped(DRAWING, [-2, 1]).x, [-2, -1, 0, 1]);
  equal(cropped(DRAWING, [-9, 9]).x, X);
  equal(DRAWING.x.length, 9);
});

Deno.test("a name that would be out of the picture comes into it, on its side of the other curve", () => {
  const high = { ...DRAWING, label: [3, 30, 10] };
  equal(label(high, [-4, 4], [-50, 50]), [3, 30, 10]);
  equal(label(high, [-2.5, 2.5], [-50, 50]), [2, 20, 10]);
  const low = { ...DRAWING, label: [-3, -30, 10] };
  equal(label(low, [-2.5, 2.5], [-50, 50]), [-2, -20, 10]);
  equal(label(low, [-2.5, 2.5], [-25, 50]), [-1, -10, 10]);
  equal(label(high, [-4, 4], [-20, 22]), [2, 20, 10], "where there is no room, at least in the picture");
  equal(label({ ...DRAWING, label: [9, 90, 10] }, [-4, 4], [-5, 5]), [9, 90, 10]);
});
