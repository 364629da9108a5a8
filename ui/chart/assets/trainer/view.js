// What is to be drawn of a race as it stands: numbers only, so that a worker can make them.
export const GRID = 40; // points along a side of a decision surface
export const TILE = GRID / 2; // along a side of the picture of one unit: every other point
export const REACH = 2.6; // it runs from minus this to this
export const BINS = 31;
export const SPAN = 6; // what enters a unit is counted from minus this to this

/** The points at which surfaces are looked at, or the line of inputs of a curve. */
export function places(inputs) {
  const along = Array.from({ length: GRID }, (_, i) => REACH * (2 * i / (GRID - 1) - 1));
  if (inputs === 1) return Float64Array.from(along);
  return Float64Array.from(along.toReversed().flatMap((y) => along.flatMap((x) => [x, y])));
}

/** Of one lane: its outputs over the plane, and what each hidden unit gives at every other point of it. */
export function seen({ net }, inputs, points) {
  const count = points.length / inputs;
  const outputs = new Float32Array(net.forward(points, count));
  const { acts } = net.room(count);
  return { outputs, units: net.layers.slice(0, -1).map(({ outputs: width }, l) => thinned(acts[l], width, inputs)) };
}

function thinned(all, width, inputs) {
  const rows = inputs === 1 ? 1 : TILE;
  const few = new Float32Array(rows * TILE * width);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < TILE; x++) {
      const [to, from] = [(y * TILE + x) * width, (2 * y * GRID + 2 * x) * width];
      for (let unit = 0; unit < width; unit++) few[to + unit] = all[from + unit];
    }
  }
  return few;
}

/** How often what enters the units of each hidden layer lies in each bin, as shares; the outermost hold the rest. */
export function entered({ net }, x, count) {
  net.forward(x, count);
  return net.layers.slice(0, -1).map((_, l) => {
    const shares = new Float32Array(BINS);
    const sums = net.room(count).sums[l];
    for (const z of sums) {
      shares[Math.min(BINS - 1, Math.max(0, Math.floor((z + SPAN) / (2 * SPAN) * BINS)))] += 1 / sums.length;
    }
    return shares;
  });
}

/** The curve of each hidden layer's function over what is counted. */
export function shapes({ net }) {
  const x = Float64Array.from({ length: 4 * BINS }, (_, i) => SPAN * (2 * i / (4 * BINS - 1) - 1));
  return net.bends.map((bend) => {
    const [f, slope] = [new Float64Array(x.length), new Float64Array(x.length)];
    (bend.forward ?? bend).apply(x, f, slope);
    return Float32Array.from(f);
  });
}
