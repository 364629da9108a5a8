// Fetches a family of pictures and interpolates the one for a set of slider values.
const cache = new Map();

/** Bytes as written by ui/chart/family.py: header length, JSON header, float32 arrays. */
export function decode(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let offset = 4 + length;
  for (const { arrays } of header) {
    for (const array of arrays) {
      const size = array.stops.length * product(array.shape);
      array.values = new Float32Array(buffer, offset, size);
      offset += 4 * size;
    }
  }
  return header;
}

const product = (shape) => shape.reduce((a, b) => a * b, 1);

/** One array at position t, counted in slider stops, by linear interpolation between the kept ones. */
function row({ stops, shape, values }, t) {
  const n = product(shape);
  let i = stops.findLastIndex((stop) => stop <= t);
  i = Math.max(0, Math.min(i, stops.length - 2));
  const w = stops.length > 1 ? (t - stops[i]) / (stops[i + 1] - stops[i]) : 0;
  const out = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const a = values[i * n + k];
    out[k] = w ? a + w * (values[(i + 1) * n + k] - a) : a;
  }
  if (shape.length < 2) return out;
  return Array.from({ length: shape[0] }, (_, r) => Array.from(out.subarray(r * shape[1], (r + 1) * shape[1])));
}

/** Every array of a family along one axis. */
function drawing(section, t) {
  return Object.fromEntries(section.arrays.map((array) => [array.name, row(array, t)]));
}

function load(url) {
  if (!cache.has(url)) {
    if (cache.size > 64) cache.delete(cache.keys().next().value);
    const request = fetch(url).then((r) => (r.ok ? r.arrayBuffer() : Promise.reject(new Error(r.status)))).then(decode);
    request.catch(() => cache.delete(url));
    cache.set(url, request);
  }
  return cache.get(url);
}

/** A family that answers for any slider values; `ready` runs when late data has arrived. */
export function family({ url, names }, ready) {
  const held = { point: null, header: null, wanted: null };
  const address = (point) => (names.length < 2 ? url : `${url}&${names.map((n) => `${n}=${point[n]}`).join("&")}`);
  const changed = (point) => names.filter((n) => !held.point || held.point[n] !== point[n]);

  async function fetchAt(point) {
    const target = address(point);
    if (held.wanted === target) return;
    held.wanted = target;
    const header = await load(target).catch(() => null);
    if (!header || held.wanted !== target) return;
    Object.assign(held, { header, point: { ...point } });
    ready();
  }

  return {
    settle: fetchAt,
    at(point) {
      const moved = changed(point);
      if (!held.header || (names.length > 1 && moved.length > 1)) {
        fetchAt(point);
        return null;
      }
      const section = held.header.find((s) => s.axis?.name === moved[0]) ?? held.header[0];
      if (!section.axis) return drawing(section, 0);
      const { name, low, high, last } = section.axis;
      return drawing(section, (last * Math.min(high - low, Math.max(0, point[name] - low))) / (high - low));
    },
  };
}
