// One network on the page: its name and numbers, its answers, its units, and what enters each of its layers.
import { fill } from "../told.js";
import { shape } from "./curves.js";
import { height, paintField, paintFit, paintPoints, paintSketch, paintUnits } from "./field.js";
import { hand } from "./hand.js";
import { Strip } from "./strip.js";
import { REACH, TILE } from "./view.js";

const make = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

/** A number in three digits. */
export const short = (number) => (Number.isFinite(number) ? number.toPrecision(3) : "∞");
export const share = (part) => `${(100 * part).toFixed(0)} %`;

export class Lane {
  /** With `look`, every unit is shown over time, and one of them closely: `look(unit)` asks for it. */
  constructor({ name, colour, layers }, colours, words, { number, widths, look, drawing }) {
    Object.assign(this, { name, words });
    this.colours = { ...colours, line: colours[colour] };
    this.numbers = make("span", "trainer-numbers");
    this.more = make("small", "trainer-more");
    this.strip = look ? new Strip(widths.slice(1, -1), this.colours, words, look) : null;
    this.field = make("canvas", "trainer-field");
    this.points = make("canvas", "trainer-points");
    const plane = make("div", "trainer-plane", this.field, this.points);
    plane.setAttribute("role", "img");
    this.plane = plane;
    this.drawable = drawing?.highest;
    if (drawing) this.draws(drawing);
    this.layers = layers.map(({ label }) => {
      const [units, curve] = [make("canvas", "trainer-units"), make("div", "trainer-curve")];
      return { units, curve, node: make("div", "trainer-layer", make("small", "", label), units, curve) };
    });
    const title = make("b", "", name);
    title.style.color = this.colours.line;
    this.node = make(
      "figure",
      `trainer-lane lane-${number}`,
      make("figcaption", "", title, " ", this.numbers, this.more),
      plane,
      make("div", "trainer-layers", ...this.layers.map(({ node }) => node)),
      ...(this.strip ? [this.strip.node] : []),
    );
  }

  /** A hand may draw here what is to be learned. */
  draws(drawing) {
    const reach = height({ y: [] }, drawing.highest);
    const back = (across, down) => [REACH * (2 * across - 1), reach * (1 - 2 * down)];
    const sketch = (places) => paintSketch(this.points, places, reach, this.colours);
    hand(this.plane, this.points, drawing, { back, sketch }, drawing.done);
  }

  show(measured, { points, inputs, step, reached }) {
    const { outputs, units, entered, shapes, now: [loss, right], angle, alive } = measured;
    const labels = inputs > 1;
    const facts = { name: this.name, step, loss: short(loss), right: share(right) };
    this.numbers.textContent = fill(labels ? this.words.numbers : this.words.numbers_fit, facts);
    const further = [back(alive, this.words), turned(angle, this.words)].filter(Boolean);
    this.more.textContent = further.join(" · ");
    this.told = [fill(labels ? this.words.told : this.words.told_fit, facts), ...further].join(" ");
    this.plane.setAttribute("aria-label", this.told);
    if (labels) {
      paintField(this.field, outputs, this.colours);
      const side = this.points.getBoundingClientRect().width;
      if (this.pointed !== points || side !== this.side) paintPoints(this.points, points, this.colours);
      [this.pointed, this.side] = [points, side];
    } else {
      paintFit(this.points, points, outputs, height(points, this.drawable), this.colours);
    }
    this.layers.forEach(({ units: canvas, curve }, l) => {
      paintUnits(canvas, units[l], units[l].length / TILE / (labels ? TILE : 1), this.colours);
      curve.replaceChildren(shape({ entered: entered[l], f: shapes[l], colour: this.colours.line }));
    });
    this.strip?.show(measured, reached, this.colours.line);
  }
}

/** How many of the units that were silent at first are reached by a point now. */
function back(alive, words) {
  if (!alive.length) return "";
  const silent = alive[0].map((part, i) => (part === 0 ? i : -1)).filter((i) => i >= 0);
  if (!silent.length) return "";
  return fill(words.back, { back: silent.filter((i) => alive.at(-1)[i] > 0).length, silent: silent.length });
}

/** How far the gradient that is followed is from the true one. */
function turned(angle, words) {
  if (angle === null) return "";
  return Number.isFinite(angle) ? fill(words.angle, { angle: angle.toFixed(0) }) : words.no_gradient;
}
