// One network on the page: its name and numbers, its answers, its units, and what enters each of its layers.
import { shape } from "./curves.js";
import { paintField, paintFit, paintPoints, paintUnits } from "./field.js";
import { TILE } from "./view.js";

const make = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

/** A number in three digits. */
export const short = (number) => (Number.isFinite(number) ? number.toPrecision(3) : "∞");
export const share = (part) => `${(100 * part).toFixed(0)} %`;
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);

export class Lane {
  constructor({ name, colour, layers }, colours, words, number) {
    Object.assign(this, { name, words });
    this.colours = { ...colours, line: colours[colour] };
    this.numbers = make("span", "trainer-numbers");
    this.field = make("canvas", "trainer-field");
    this.points = make("canvas", "trainer-points");
    const plane = make("div", "trainer-plane", this.field, this.points);
    plane.setAttribute("role", "img");
    this.plane = plane;
    this.layers = layers.map(({ label }) => {
      const [units, curve] = [make("canvas", "trainer-units"), make("div", "trainer-curve")];
      return { units, curve, node: make("div", "trainer-layer", make("small", "", label), units, curve) };
    });
    const title = make("b", "", name);
    title.style.color = this.colours.line;
    this.node = make(
      "figure",
      `trainer-lane lane-${number}`,
      make("figcaption", "", title, " ", this.numbers),
      plane,
      make("div", "trainer-layers", ...this.layers.map(({ node }) => node)),
    );
  }

  show({ outputs, units, entered, shapes, now }, points, inputs, step) {
    const [loss, right] = now;
    const labels = inputs > 1;
    const facts = { name: this.name, step, loss: short(loss), right: share(right) };
    this.numbers.textContent = fill(labels ? this.words.numbers : this.words.numbers_fit, facts);
    this.told = fill(labels ? this.words.told : this.words.told_fit, facts);
    this.plane.setAttribute("aria-label", this.told);
    if (labels) {
      paintField(this.field, outputs, this.colours);
      const side = this.points.getBoundingClientRect().width;
      if (this.pointed !== points || side !== this.side) paintPoints(this.points, points, this.colours);
      [this.pointed, this.side] = [points, side];
    } else {
      paintFit(this.points, points, outputs, this.colours);
    }
    this.layers.forEach(({ units: canvas, curve }, l) => {
      paintUnits(canvas, units[l], units[l].length / TILE / (labels ? TILE : 1), this.colours);
      curve.replaceChildren(shape({ entered: entered[l], f: shapes[l], colour: this.colours.line }));
    });
  }
}
