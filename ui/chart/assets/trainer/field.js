// A network's answers over the plane, what each hidden unit gives there, and the points that it learns from.
import { GRID, REACH, TILE } from "./view.js";

const FEW = 8; // units, up to which a row has half as many tiles
const TILES = 8; // in a row
const GAP = 1;
const STILL = 1e-9; // of its largest value: what a unit changes by that gives the same everywhere
const SUREST = 0.85; // of the colours

const MARGIN = 1.15;
const SHADES = 255; // on either side of nothing

/** "#rrggbb" as three numbers. */
export const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A pixel as it stands in memory. */
export const pixel = ([red, green, blue]) => (255 << 24 | blue << 16 | green << 8 | red) >>> 0;

/** From one colour over the paper to the other, as pixels. */
function ramp({ no, yes, paper }) {
  const [low, high, middle] = [no, yes, paper].map(parts);
  return Uint32Array.from({ length: 2 * SHADES + 1 }, (_, i) => {
    const share = i / SHADES - 1;
    const end = share < 0 ? low : high;
    return pixel(middle.map((from, c) => Math.round(from + (end[c] - from) * Math.abs(share))));
  });
}

const ramps = new Map();
function shades(colours) {
  const key = `${colours.no}${colours.yes}${colours.paper}`;
  if (!ramps.has(key)) ramps.set(key, ramp(colours));
  return ramps.get(key);
}

/** An image as large as the canvas, and its pixels. */
export function sheet(canvas, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  return { pixels: new Uint32Array(image.data.buffer), show: () => context.putImageData(image, 0, 0) };
}

/** How sure the network is, from one colour to the other; a logit of 0 is paper. */
export function paintField(canvas, outputs, colours) {
  const { pixels, show } = sheet(canvas, GRID, GRID);
  const table = shades(colours);
  for (let i = 0; i < outputs.length; i++) {
    pixels[i] = table[Math.round(SHADES * (1 + SUREST * (2 / (1 + Math.exp(-outputs[i])) - 1)))];
  }
  show();
}

/** Each unit in a tile of its own, scaled by its largest value; one that gives the same everywhere is grey. */
export function paintUnits(canvas, values, width, colours) {
  const count = values.length / width;
  const line = count === TILE; // of a network with one input
  const abreast = width > FEW ? TILES : Math.min(width, TILES / 2);
  const [high, rows] = [line ? TILE / 3 | 0 : TILE, Math.ceil(width / abreast)];
  const across = Math.max(abreast, TILES / 2) * (TILE + GAP) - GAP;
  const { pixels, show } = sheet(canvas, across, rows * (high + GAP) - GAP);
  const [table, grey] = [shades(colours), pixel(parts(colours.silent))];
  for (let unit = 0; unit < width; unit++) {
    let low = Infinity, most = -Infinity;
    for (let k = unit; k < values.length; k += width) {
      if (values[k] < low) low = values[k];
      if (values[k] > most) most = values[k];
    }
    const scale = Math.max(Math.abs(low), Math.abs(most)) || 1;
    const still = !(most - low > STILL * scale);
    const corner = Math.floor(unit / abreast) * (high + GAP) * across + (unit % abreast) * (TILE + GAP);
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < TILE; x++) {
        const value = values[(line ? x : y * TILE + x) * width + unit];
        pixels[corner + y * across + x] = still ? grey : table[Math.round(SHADES * (1 + value / scale))];
      }
    }
  }
  show();
}

/** A context whose unit is a pixel of the page, on a canvas as large as the page shows it. */
export function sharp(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  const dense = devicePixelRatio || 1;
  canvas.width = Math.round(width * dense);
  canvas.height = Math.round(height * dense);
  const context = canvas.getContext("2d");
  context.scale(dense, dense);
  return { context, width, height };
}

/** The points of two labels, over the field. */
export function paintPoints(canvas, { x, y }, colours) {
  const { context, width, height } = sharp(canvas);
  const size = Math.max(1.6, width / 110);
  for (let n = 0; n < y.length; n++) {
    context.beginPath();
    const [across, down] = [(x[2 * n] / REACH + 1) / 2 * width, (1 - x[2 * n + 1] / REACH) / 2 * height];
    context.arc(across, down, size, 0, 2 * Math.PI);
    context.fillStyle = y[n] > 0.5 ? colours.yes : colours.no;
    context.fill();
    context.strokeStyle = colours.paper;
    context.lineWidth = size / 2.5;
    context.stroke();
  }
}

/** How high the picture of a curve reaches: over its points, or over all that can be drawn. */
export const height = ({ y }, drawable) => MARGIN * (drawable ?? Math.max(1.2, ...[...y].map(Math.abs)));

/** What a network with one input makes of it, over the points. */
export function paintFit(canvas, { x, y }, outputs, reach, colours) {
  const { context, width, height } = sharp(canvas);
  const at = (across, up) => [(across / REACH + 1) / 2 * width, (1 - up / reach) / 2 * height];
  context.fillStyle = colours.text;
  context.globalAlpha = 0.45;
  for (let n = 0; n < y.length; n++) {
    context.beginPath();
    context.arc(...at(x[n], y[n]), Math.max(1.4, width / 140), 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  const along = [...outputs].map((value, i) => at(REACH * (2 * i / (GRID - 1) - 1), value));
  stroke(context, along, colours.line);
}

/** What a hand has drawn so far; columns without a height are null. */
export function paintSketch(canvas, places, reach, colours) {
  const { context, width, height } = sharp(canvas);
  const drawn = places.filter(([, up]) => up !== null);
  const along = drawn.map(([across, up]) => [(across / REACH + 1) / 2 * width, (1 - up / reach) / 2 * height]);
  stroke(context, along, colours.text);
}

function stroke(context, along, colour) {
  context.strokeStyle = colour;
  context.lineWidth = 2.5;
  context.beginPath();
  for (const place of along) context.lineTo(...place);
  context.stroke();
}
