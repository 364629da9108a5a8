// A curve that a reader draws over a picture, column by column.
const REACH = 2; // it goes from minus this to this

/** `{ columns, levels, highest }` say what can be written down; `done(letters)` hears of a finished drawing. */
export function hand(plane, canvas, { columns, levels, highest }, at, done) {
  const heights = new Array(columns).fill(null);
  let last = null;

  function column(event) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const [x, y] = at.back((event.clientX - left) / width, (event.clientY - top) / height);
    const i = Math.round((x / REACH + 1) / 2 * (columns - 1));
    return [Math.min(columns - 1, Math.max(0, i)), Math.min(highest, Math.max(-highest, y))];
  }

  /** Every column between the last place and this one. */
  function draw(event) {
    const [i, y] = column(event);
    const [from, start] = last ?? [i, y];
    for (let k = Math.min(i, from); k <= Math.max(i, from); k++) {
      heights[k] = i === from ? y : start + (y - start) * (k - from) / (i - from);
    }
    last = [i, y];
    at.sketch(heights.map((height, k) => [REACH * (2 * k / (columns - 1) - 1), height]));
  }

  plane.classList.add("drawable");
  plane.addEventListener("pointerdown", (event) => {
    plane.setPointerCapture(event.pointerId);
    heights.fill(null);
    last = null;
    draw(event);
    plane.onpointermove = draw;
  });
  plane.addEventListener("pointerup", () => {
    plane.onpointermove = null;
    done(letters(heights, levels, highest));
  });
}

/** A letter for each height; where nothing was drawn, the nearest that was. */
export function letters(heights, levels, highest) {
  const known = heights.flatMap((height, i) => (height === null ? [] : [i]));
  return heights.map((_, i) => {
    const nearest = known.reduce((best, k) => (Math.abs(k - i) < Math.abs(best - i) ? k : best));
    return levels[Math.round((heights[nearest] / highest + 1) / 2 * (levels.length - 1))];
  }).join("");
}
