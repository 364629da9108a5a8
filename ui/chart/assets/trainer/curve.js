// An element-wise function and its slope, from the nodes that labs/training/interpolation.py lays out.
const NEAR = 16; // within it the first candidate is looked up, beyond it searched for
const CELLS = 8192;

/** `apply(z, f, slope)` fills two arrays with what the function and its derivative are at every z. */
export function curve({ rows, corners, ends, period }) {
  const count = rows.shape[1];
  const [x, y, slope, bend] = [0, 1, 2, 3].map((row) => rows.data.subarray(row * count, (row + 1) * count));
  const cubics = new Float64Array(8 * count); // of f, then of f', in powers of the distance from the node before
  for (let i = 0; i + 1 < count; i++) {
    const h = x[i + 1] - x[i];
    if (!(h > 0)) continue; // the edge of two pieces
    cubic(cubics, 8 * i, h, y[i], y[i + 1], slope[i], slope[i + 1]);
    cubic(cubics, 8 * i + 4, h, slope[i], slope[i + 1], bend[i], bend[i + 1]);
  }
  const exact = new Map(); // at corners both are what convention says
  const edges = corners.shape[1];
  for (let i = 0; i < edges; i++) {
    exact.set(corners.data[i], [corners.data[edges + i], corners.data[2 * edges + i]]);
  }
  const scale = CELLS / (2 * NEAR);
  const first = new Int32Array(CELLS + 1); // the last node at or before the beginning of each cell
  for (let cell = 0, i = 0; cell <= CELLS; cell++) {
    while (i + 1 < count && x[i + 1] <= cell / scale - NEAR) i++;
    first[cell] = i;
  }
  const last = count - 1;
  const [lap, rise] = period.data;

  /** The last node at or before a place that lies between the first node and the last. */
  function before(place) {
    if (Math.abs(place) < NEAR) {
      let i = first[Math.floor((place + NEAR) * scale)];
      while (i < last && x[i + 1] <= place) i++;
      while (x[i] > place) i--; // where the cell begins before the first node
      return i;
    }
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (x[middle] <= place) low = middle;
      else high = middle;
    }
    return x[high] <= place ? high : low;
  }

  function apply(z, f, d) {
    for (let n = 0; n < z.length; n++) {
      const laps = lap > 0 ? Math.floor(z[n] / lap) : 0;
      const place = lap > 0 ? Math.min(z[n] - laps * lap, lap) : z[n];
      if (!(place > x[0])) {
        d[n] = lap > 0 ? slope[0] : ends.data[0];
        f[n] = y[0] + laps * rise + d[n] * (place - x[0]);
      } else if (place >= x[last]) {
        d[n] = lap > 0 ? slope[last] : ends.data[1];
        f[n] = y[last] + laps * rise + d[n] * (place - x[last]);
      } else {
        const i = before(place);
        const u = place - x[i];
        if (u === 0 && exact.has(place)) {
          [f[n], d[n]] = exact.get(place);
          continue;
        }
        const k = 8 * i;
        f[n] = cubics[k] + u * (cubics[k + 1] + u * (cubics[k + 2] + u * cubics[k + 3])) + laps * rise;
        d[n] = cubics[k + 4] + u * (cubics[k + 5] + u * (cubics[k + 6] + u * cubics[k + 7]));
      }
    }
  }
  return { apply };
}

function cubic(into, at, h, low, high, from, to) {
  const rise = (high - low) / h;
  into[at] = low;
  into[at + 1] = from;
  into[at + 2] = (3 * rise - 2 * from - to) / h;
  into[at + 3] = (from + to - 2 * rise) / (h * h);
}
