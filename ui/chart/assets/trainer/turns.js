// What a hand moves while networks learn: layers bend otherwise from that step on, and it is remembered.
import { value } from "../slider.js";
import { layer, sliders } from "./setting.js";

/** The turns of a race, [step, slider, value] in order, of which a link may bring the first ones. */
export class Turns {
  constructor(lanes, list = []) {
    this.lanes = lanes;
    this.list = list;
    this.laid = lanes.map(({ layers }) => layers.map((one) => JSON.stringify(layer(one))));
    this.stand = new Map(lanes.flatMap(({ layers }) => layers.flatMap(sliders).map(place)));
  }

  /** Where a slider stood at a step. */
  at(step, one) {
    const own = this.list.filter(([at, slider]) => slider === one.slider && at <= step);
    return own.length ? own.at(-1)[2] : value(one);
  }

  /** What layers become on the way, and at which step. */
  bends() {
    const steps = new Set(this.list.map(([step]) => step).filter((step) => step > 0));
    return [...steps].flatMap((step) =>
      this.layers(({ one }) => {
        const [before, to] = [step - 1, step].map((at) => layer(one, (slider) => this.at(at, slider)));
        return JSON.stringify(to) === JSON.stringify(before) ? null : { to };
      }).map((bend) => ({ ...bend, step }))
    );
  }

  /** `ask(changes)` until the worker has been told of every layer that sliders have bent; it answers with its step. */
  async follow(ask) {
    for (let changes; (changes = this.changes()).length;) {
      const now = this.lanes.flatMap(({ layers }) => layers.flatMap(sliders)).map(place);
      const answer = await ask(changes);
      if (!answer) return;
      for (const [slider, after] of now) this.turn(answer.step, slider, after);
    }
  }

  changes() {
    return this.layers(({ one, lane, number }) => {
      const to = layer(one);
      if (this.laid[lane][number] === JSON.stringify(to)) return null;
      this.laid[lane][number] = JSON.stringify(to);
      return { to };
    });
  }

  /** What `made` makes of layers, with their places, but for those of which it makes nothing. */
  layers(made) {
    return this.lanes.flatMap(({ layers }, lane) =>
      layers.flatMap((one, number) => {
        const own = made({ one, lane, number });
        return own ? [{ ...own, lane, layer: number }] : [];
      })
    );
  }

  /** From this step on a slider stands there; what came later is forgotten. */
  turn(step, slider, after) {
    const before = this.stand.get(slider);
    if (before === after) return;
    this.stand.set(slider, after);
    const begun = this.list.some(([, own]) => own === slider) ? this.list : [[0, slider, before], ...this.list];
    const kept = begun.filter(([at, own]) => at < step || (at === step && own !== slider));
    this.list = [...kept, [step, slider, after]];
  }

  /** Those of sliders that were moved after the first step: where others stand is seen. */
  told() {
    const late = new Set(this.list.filter(([step]) => step > 0).map(([, slider]) => slider));
    return this.list.filter(([, slider]) => late.has(slider));
  }
}

const place = (one) => [one.slider, value(one)];
