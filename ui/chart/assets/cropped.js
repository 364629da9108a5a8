// Of curves over x the part that a window shows, and where their names stand in it. Nothing of the page.
const AIR = [0.06, 0.15]; // of the width and the height: nearer to the edge there is no room for a name

/** Between two samples, the numbers at `x`. */
function between(drawing, i, x) {
  const w = (x - drawing.x[i]) / (drawing.x[i + 1] - drawing.x[i]);
  return (array) => array[i] + w * (array[i + 1] - array[i]);
}

/** What of arrays over x lies in a window, cut off at its very edges. */
export function cropped(drawing, [low, high]) {
  const { x } = drawing, size = x.length;
  let first = x.findIndex((v) => v >= low), last = x.findLastIndex((v) => v <= high);
  const [before, after] = [first > 0 && x[first] > low, last < size - 1 && x[last] < high];
  const starts = before && between(drawing, first - 1, low), ends = after && between(drawing, last, high);
  if (before) first -= 1;
  if (after) last += 1;
  const cut = (array) => {
    const part = array.slice(first, last + 1);
    if (before) part[0] = starts(array);
    if (after) part[part.length - 1] = ends(array);
    return part;
  };
  return Object.fromEntries(
    Object.entries(drawing).map(([name, array]) => [name, array.length === size ? cut(array) : array]),
  );
}

/** Where in the window the names of f and f' stand: where they always do, else where both are seen and farthest apart. */
export function label({ x, f, slope, label: usual }, [left, right], [bottom, top]) {
  const inside = (v, low, high, air) => v >= low + air * (high - low) && v <= high - air * (high - low);
  const fits = ([at, ...both], air) =>
    inside(at, left, right, AIR[0]) && both.every((y) => inside(y, bottom, top, air));
  if (fits(usual, 0)) return usual;
  const side = Math.sign(usual[1] - usual[2]); // each name stands on its side of the other curve
  for (const air of [AIR[1], 0]) {
    let best = null, most = -Infinity;
    for (let i = 0; i < x.length; i++) {
      const apart = side * (f[i] - slope[i]);
      if (apart > most && fits([x[i], f[i], slope[i]], air)) [most, best] = [apart, [x[i], f[i], slope[i]]];
    }
    if (most > 0) return best;
  }
  return usual;
}
