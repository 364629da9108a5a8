// Fetches a family of pictures and interpolates the one for a set of slider values.
const MOST = 48; // families kept, by address
const NEAR = 6; // neighbourhoods of one family kept
const WHOLE = { 16: Int16Array, 32: Int32Array };
const REST = 500; // ms for which what failed is not asked for again by mere moving
const cache = new Map();

const product = (shape) => shape.reduce((a, b) => a * b, 1);

/** Undoes the second differences along each row, which wrap around. */
function summed(numbers, width) {
  for (let start = 0; start < numbers.length; start += width) {
    for (let i = start, rise = 0, sum = 0; i < start + width; i++) {
      rise = (rise + numbers[i]) | 0;
      sum = (sum + rise) | 0;
      numbers[i] = sum; // narrower arrays keep the lower bits
    }
  }
  return numbers;
}

/** The bytes of a family, as described in figures/samples/encoding.py. */
export function decode(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const read = new Map(); // equal arrays stand in the bytes once
  for (const array of header.flatMap((section) => section.arrays)) {
    const { stops, shape, at, bits } = array;
    if (!read.has(at)) {
      const size = stops.length * product(shape);
      const place = 4 + length + at;
      const numbers = new (WHOLE[bits] ?? Float32Array)(buffer, place, size);
      read.set(at, bits ? summed(numbers, shape.at(-1)) : numbers);
    }
    array.values = read.get(at);
  }
  return header;
}

/** One array at position t, counted in slider stops; one that never changes is made once. */
function row(array, t) {
  return array.stops.length > 1 ? between(array, t) : (array.only ??= between(array, 0));
}

/** By linear interpolation between the kept stops. */
function between({ stops, shape, values, quantum, bits }, t) {
  const n = product(shape);
  const gap = -(2 ** (bits - 1));
  const one = bits ? (k) => (values[k] === gap ? NaN : values[k] * quantum) : (k) => values[k];
  const i = Math.max(0, Math.min(stops.findLastIndex((stop) => stop <= t), stops.length - 2));
  const w = stops.length > 1 ? (t - stops[i]) / (stops[i + 1] - stops[i]) : 0;
  const out = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const a = one((w < 1 ? i : i + 1) * n + k); // beside a gap, nothing of it
    out[k] = w > 0 && w < 1 ? a + w * (one((i + 1) * n + k) - a) : a;
  }
  if (shape.length < 2) return out;
  return Array.from({ length: shape[0] }, (_, r) => out.subarray(r * shape[1], (r + 1) * shape[1]));
}

/** Every array of a family along one axis. */
function drawing({ axis, arrays }, point) {
  let t = 0;
  if (axis) {
    const { name, low, high, last } = axis;
    t = (last * Math.min(high - low, Math.max(0, point[name] - low))) / (high - low);
  }
  return Object.fromEntries(arrays.map((array) => [array.name, row(array, t)]));
}

function load(url) {
  if (!cache.has(url)) {
    if (cache.size >= MOST) cache.delete(cache.keys().next().value);
    const answer = fetch(url).then((r) => (r.ok ? r.arrayBuffer() : Promise.reject(new Error(r.status))));
    const request = answer.then(decode);
    request.catch(() => cache.delete(url));
    cache.set(url, request);
  }
  return cache.get(url);
}

/**
 * A family that answers for any slider values; `ready(error)` runs when late data has arrived or failed to.
 *
 * With several sliders the numbers are those around one point, along each axis or along one of them.
 */
export function family({ url, names }, ready) {
  const known = []; // neighbourhoods, the latest first
  let awaited = null; // the one on its way
  let way; // the axis of the slider that was approached last
  let last = {};
  let rested = 0;

  const changed = (from, to) => names.filter((name) => from[name] !== to[name]);

  function reaches({ point, axes }, to) {
    const moved = changed(point, to);
    return !moved.length || (moved.length === 1 && axes.includes(moved[0]));
  }

  function address(point, axis) {
    if (names.length < 2) return url;
    const others = names.filter((name) => name !== axis); // along the axis itself it does not matter where it is
    const values = others.map((name) => `&${name}=${point[name]}`).join("");
    return (axis ? url.replace("?", `~${axis}?`) : url) + values;
  }

  async function fetchAt(point, axis) {
    const target = address(point, axis);
    if (awaited?.target === target) return;
    const wanted = (awaited = { target, point: { ...point }, axes: axis ? [axis] : names });
    let error;
    try {
      known.unshift({ ...wanted, header: await load(target) });
      known.length = Math.min(known.length, NEAR);
    } catch (problem) {
      error = problem;
      rested = performance.now() + REST;
    }
    if (awaited === wanted) awaited = null;
    ready(error);
  }

  return {
    /** Gets what it takes to move from a point along an axis, if it is not there yet. */
    prepare(point, axis) {
      way = axis;
      const enough = (one) => one.axes.includes(axis) && changed(one.point, point).every((name) => name === axis);
      if (!known.some(enough)) fetchAt(point, axis);
    },

    /** What failed may be asked for again at once. */
    wake() {
      rested = 0;
    },

    /** The arrays at a point; null, and a request, if what is known does not reach that far. */
    at(point) {
      if (last.drawing && !changed(last.point, point).length) return last.drawing;
      const near = known.find((one) => reaches(one, point));
      if (!near) {
        const coming = awaited && reaches(awaited, point);
        if (!coming && performance.now() > rested) fetchAt(point, known.length ? way : undefined);
        return null;
      }
      const moved = changed(near.point, point)[0] ?? near.axes[0];
      const section = near.header.find(({ axis }) => axis?.name === moved) ?? near.header[0];
      last = { point: { ...point }, drawing: drawing(section, point) };
      return last.drawing;
    },
  };
}
