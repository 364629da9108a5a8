// Two buttons in the corner of a picture: how much of x it shows. Until one is pressed, what there is to see decides.
import { cropped, label } from "./cropped.js";
import { held } from "./slider.js";

const shown = (value) => String(Number(value.toPrecision(3))).replace("-", "\u2212");

export class Zoom {
  /** `changed(by a hand?)` runs when another window is to be shown. */
  constructor(place, changed) {
    this.changed = changed;
    this.group = document.createElement("div");
    this.group.className = "chart-zoom";
    this.buttons = [-1, 1].map((by) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = by < 0 ? "+" : "\u2212";
      button.addEventListener("click", () => this.go(by));
      return button;
    });
    this.group.append(...this.buttons);
    place.append(this.group);
  }

  update(data) {
    if (this.data?.family !== data.family) {
      this.chosen = null;
      this.wanted = this.step = data.usual;
    }
    this.data = data;
    ["nearer", "farther"].forEach((word, i) => {
      this.buttons[i].title = data.words[word];
      this.buttons[i].setAttribute("aria-label", data.words[word]);
    });
    this.mark();
  }

  get range() {
    return this.data.windows[this.step];
  }

  /** Is more to be shown than is sampled closely? */
  get far() {
    return this.step > this.data.usual;
  }

  /** Both ends of what is shown, as they are read. */
  get ends() {
    const [low, high] = this.range.map(shown);
    return { low, high };
  }

  go(by) {
    const step = this.step + by;
    if (!this.data.windows[step]) return;
    this.chosen = this.step = step;
    this.mark();
    this.changed(true);
  }

  /** The ends stay in the order of keys, or the focus would be lost there. */
  mark() {
    this.buttons.forEach((button, i) => {
      button.setAttribute("aria-disabled", !this.data.windows[this.step + [-1, 1][i]]);
    });
  }

  /** The window that a drawing asks for; the first is taken at once, another when no hand holds a slider. */
  wish(drawing, first) {
    this.wanted = Math.round(drawing.step[0]);
    if (first) this.rest();
  }

  rest() {
    if (held() || this.chosen !== null || this.step === this.wanted) return;
    this.step = this.wanted;
    this.mark();
    this.changed(false);
  }

  /** The arrays to draw, out of those of the usual window or, once they are there, those from afar. */
  seen(drawing, height) {
    if (this.step === this.data.usual) return drawing;
    return { ...cropped(drawing, this.range), label: label(drawing, this.range, height) };
  }

  remove() {
    this.group.remove();
  }
}
