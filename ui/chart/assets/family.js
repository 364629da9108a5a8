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

/** The bytes of a family, as described in ui/chart/family.py. */
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
    const a = one(i * n + k);
    out[k] = w ? a + w * (one((i + 1) * n + k) - a) : a;
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

/** A family that answers for any slider values; `ready(error)` runs when late data has arrived or failed to. */
export function family({ url, names }, ready) {
  const known = []; // neighbourhoods, the latest first: exact wherever one value at most differs from theirs
  let awaited = null; // the point whose neighbourhood is on its way
  let last = {};
  let rested = 0;
  const address = (point) => (names.length < 2 ? url : `${url}&${names.map((n) => `${n}=${point[n]}`).join("&")}`);
  const changed = (from, to) => names.filter((name) => from[name] !== to[name]);
  const reaches = (from, to) => names.length < 2 || changed(from, to).length < 2;

  async function fetchAt(point) {
    if (awaited && address(awaited) === address(point)) return;
    awaited = { ...point };
    const wanted = awaited;
    try {
      known.unshift({ point: wanted, header: await load(address(wanted)) });
      known.length = Math.min(known.length, NEAR);
      if (awaited === wanted) awaited = null;
      ready();
    } catch (error) {
      if (awaited === wanted) awaited = null;
      rested = performance.now() + REST;
      ready(error);
    }
  }

  return {
    /** Gets the neighbourhood of a point, so that every slider can move from there. */
    settle(point) {
      const here = known.some((one) => !(names.length < 2 ? [] : changed(one.point, point)).length);
      if (!here) fetchAt(point);
    },

    /** The arrays at a point; null, and a request, if what is known does not reach that far. */
    at(point) {
      if (last.drawing && !changed(last.point, point).length) return last.drawing;
      const near = known.find((one) => reaches(one.point, point));
      if (!near) {
        if ((!awaited || !reaches(awaited, point)) && performance.now() > rested) fetchAt(point);
        return null;
      }
      const name = names.length < 2 ? names[0] : changed(near.point, point)[0];
      const section = near.header.find(({ axis }) => axis?.name === name) ?? near.header[0];
      last = { point: { ...point }, drawing: drawing(section, point) };
      return last.drawing;
    },
  };
}
