// Every unit of a network over time: a row for each, light where points reach it, dark where none does.
import { fill, written } from "../told.js";
import { shape } from "./curves.js";
import { parts, pixel, sheet } from "./field.js";

const LEAST = 20; // looks that always have room
const BETWEEN = 1; // rows between two layers

export class Strip {
  /** `choose({ layer, unit })` hears which unit a reader wants to see closely. */
  constructor(widths, colours, words, choose) {
    Object.assign(this, { widths, colours, words, choose });
    this.node = document.createElement("div");
    this.node.className = "trainer-strip";
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("role", "img");
    this.select = document.createElement("select");
    this.select.setAttribute("aria-label", words.unit);
    this.select.add(new Option(words.unit, ""));
    this.units = widths.flatMap((width, layer) => Array.from({ length: width }, (_, unit) => ({ layer, unit })));
    this.units.forEach(({ layer, unit }, i) => this.select.add(new Option(name(words.unit_of, { layer, unit }), i)));
    this.select.addEventListener("change", () => this.pick(this.units[this.select.value] ?? null));
    this.canvas.addEventListener("click", (event) => {
      const { top, height } = this.canvas.getBoundingClientRect();
      const row = Math.floor((event.clientY - top) / height * this.rows());
      const found = this.places().indexOf(row);
      if (found >= 0) this.pick(this.units[found]);
    });
    this.close = document.createElement("div");
    this.close.className = "trainer-close";
    this.node.append(this.canvas, this.select, this.close);
  }

  rows() {
    return this.units.length + BETWEEN * (this.widths.length - 1);
  }

  /** In which row each unit is. */
  places() {
    return this.units.map(({ layer }, i) => i + BETWEEN * layer);
  }

  pick(unit) {
    this.forget();
    this.picked = unit;
    if (unit) this.select.value = this.units.indexOf(unit);
    this.choose(unit);
  }

  forget() {
    this.picked = null;
    this.select.value = "";
    this.close.replaceChildren();
  }

  show({ alive, every, shapes }, reached, colour) {
    const looks = Math.max(LEAST, Math.floor(reached / every) + 1);
    const { pixels, show } = sheet(this.canvas, looks, this.rows());
    const [dark, light] = [this.colours.lamp_off, this.colours.lamp_on].map(parts);
    this.places().forEach((row, i) => {
      alive.forEach((shares, look) => {
        const share = Math.sqrt(shares[i]); // a few points count
        pixels[row * looks + look] = pixel(dark.map((from, c) => Math.round(from + (light[c] - from) * share)));
      });
    });
    show();
    this.alive = alive;
    Object.assign(this, { every, shapes, colour });
    this.canvas.setAttribute("aria-label", this.words.strip);
  }

  /** The chosen unit: what enters it, when it fell silent, and how long its gradient is. */
  tell({ sums, gradient, highest }) {
    const { layer, unit } = this.picked;
    const i = this.units.indexOf(this.picked);
    const share = this.alive.at(-1)?.[i] ?? 0;
    const last = this.alive.findLastIndex((shares) => shares[i] > 0);
    const facts = {
      ...{ layer: layer + 1, unit: unit + 1, share: `${(100 * share).toFixed(0)} %`, step: (last + 1) * this.every },
      ...{ gradient: gradient === 0 ? "0" : gradient.toPrecision(2), highest: written(highest) },
    };
    const text = document.createElement("p");
    text.textContent = fill(share > 0 ? this.words.unit_alive : this.words.unit_silent, facts);
    this.close.replaceChildren(shape({ entered: sums, f: this.shapes[layer], colour: this.colour }), text);
  }
}

const name = (text, { layer, unit }) => fill(text, { layer: layer + 1, unit: unit + 1 });
