// A network's answers over the plane, what each hidden unit gives there, and the points that it learns from.
import { GRID, REACH } from "./view.js";

const FEW = 8; // units, up to which a row has half as many tiles
const TILES = 8; // in a row
const GAP = 2;

/** "#rrggbb" as three numbers. */
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** From one colour over the paper to the other, by a share from -1 to 1. */
function mixer({ no, yes, paper }) {
  const [low, high, middle] = [no, yes, paper].map(parts);
  return (share, pixels, at) => {
    const end = share < 0 ? low : high;
    const weight = Math.min(1, Math.abs(share));
    for (let c = 0; c < 3; c++) pixels[at + c] = middle[c] + (end[c] - middle[c]) * weight;
    pixels[at + 3] = 255;
  };
}

/** How sure a logit is, from -1 to 1. */
const sure = (logit) => 2 / (1 + Math.exp(-logit)) - 1;

export function paintField(canvas, outputs, colours) {
  canvas.width = canvas.height = GRID;
  const context = canvas.getContext("2d");
  const image = context.createImageData(GRID, GRID);
  const mix = mixer(colours);
  for (let i = 0; i < outputs.length; i++) mix(0.85 * sure(outputs[i]), image.data, 4 * i);
  context.putImageData(image, 0, 0);
}

/** Each unit in a tile of its own, scaled by its largest value; one that gives the same everywhere is grey. */
export function paintUnits(canvas, values, width, colours) {
  const abreast = width > FEW ? TILES : Math.min(width, TILES / 2);
  const [high, rows] = [values.length / width === GRID ? 10 : GRID, Math.ceil(width / abreast)];
  canvas.width = Math.max(abreast, TILES / 2) * (GRID + GAP) - GAP;
  canvas.height = rows * (high + GAP) - GAP;
  const context = canvas.getContext("2d");
  const mix = mixer(colours);
  for (let unit = 0; unit < width; unit++) {
    const image = context.createImageData(GRID, high);
    let [low, most] = [Infinity, -Infinity];
    for (let k = unit; k < values.length; k += width) {
      [low, most] = [Math.min(low, values[k]), Math.max(most, values[k])];
    }
    const scale = Math.max(Math.abs(low), Math.abs(most)) || 1;
    const still = !(most - low > 1e-9 * scale);
    for (let k = 0; k < GRID * high; k++) {
      const value = values[(values.length / width === GRID ? k % GRID : k) * width + unit];
      if (still) image.data.set([...parts(colours.silent), 255], 4 * k);
      else mix(value / scale, image.data, 4 * k);
    }
    context.putImageData(image, (unit % abreast) * (GRID + GAP), Math.floor(unit / abreast) * (high + GAP));
  }
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

/** What a network with one input makes of it, over the points. */
export function paintFit(canvas, { x, y }, outputs, colours) {
  const { context, width, height } = sharp(canvas);
  const reach = Math.max(1.2, ...[...y].map(Math.abs)) * 1.15;
  const at = (across, up) => [(across / REACH + 1) / 2 * width, (1 - up / reach) / 2 * height];
  context.fillStyle = colours.text;
  context.globalAlpha = 0.45;
  for (let n = 0; n < y.length; n++) {
    context.beginPath();
    context.arc(...at(x[n], y[n]), Math.max(1.4, width / 140), 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  context.strokeStyle = colours.line;
  context.lineWidth = 2.5;
  context.beginPath();
  outputs.forEach((value, i) => context.lineTo(...at(REACH * (2 * i / (GRID - 1) - 1), value)));
  context.stroke();
}
