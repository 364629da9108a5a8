// The same race from many seeds: how far each network gets, dot by dot, and what that allows one to say.
import { fill } from "../told.js";
import { median, strip } from "./curves.js";
import { share, short } from "./lane.js";

const CHANCE = 0.05; // rarer than this by tossing coins

/** How often coins would fall as one-sidedly as `wins` of `count`, or more. */
export function byChance(wins, count) {
  const most = Math.max(wins, count - wins);
  let [ways, sum] = [1, 0];
  for (let k = 0; k <= count; k++) {
    if (k >= most || k <= count - most) sum += ways;
    ways *= (count - k) / (k + 1);
  }
  return Math.min(1, sum / 2 ** count);
}

export class Seeds {
  constructor({ lanes, words, widths, seeds }, colours, run) {
    Object.assign(this, { lanes, words, colours, labels: widths[0] > 1, found: lanes.map(() => []) });
    this.node = document.createElement("div");
    this.node.className = "trainer-seeds";
    this.open(false);
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.hidden = !seeds;
    this.button.textContent = fill(words.seeds, { count: seeds });
    this.button.addEventListener("click", () => {
      this.found = lanes.map(() => []);
      this.button.disabled = true;
      this.open(true);
      run();
    });
    this.drawing = document.createElement("div");
    this.sentence = document.createElement("p");
    this.sentence.setAttribute("role", "status");
    this.node.append(this.drawing, this.sentence);
  }

  /** The page's styles know whether there is something to see here. */
  open(seen) {
    this.node.hidden = !seen;
    document.documentElement.toggleAttribute("data-seeds", seen);
  }

  /** One more seed has been learned from: [loss, share of right answers] for each lane. */
  add({ results, number, of }) {
    results.forEach(([loss, right], i) => this.found[i].push(this.labels ? right : loss));
    this.sentence.textContent = fill(this.words.seeds_under_way, { done: number + 1, count: of });
    this.draw();
  }

  draw() {
    const all = this.found.flat().filter(Number.isFinite);
    const [low, high] = this.labels ? [Math.min(0.5, ...all), 1] : [0, Math.max(...all)];
    const rows = this.lanes.map(({ name, colour }, i) => ({
      name,
      colour: this.colours[colour],
      values: this.found[i],
    }));
    this.drawing.replaceChildren(strip({ rows, low, high, show: this.labels ? share : short }));
  }

  /** The two best by their medians, and in how many of the runs the first was ahead of the second. */
  conclude(steps) {
    this.button.disabled = false;
    const sign = this.labels ? 1 : -1;
    const ranked = this.found.map((values, i) => ({ values, name: this.lanes[i].name, middle: median(values) }))
      .sort((a, b) => sign * (b.middle - a.middle));
    const [first, second] = ranked;
    const show = this.labels ? share : short;
    const facts = { steps, first: first.name, a: show(first.middle), count: first.values.length };
    if (!second) return this.tell("seeds_one", facts);
    const ahead = first.values.filter((value, i) => sign * (value - second.values[i]) > 0).length;
    const behind = first.values.filter((value, i) => sign * (value - second.values[i]) < 0).length;
    const which = byChance(ahead, ahead + behind) < CHANCE ? "seeds_clear" : "seeds_open";
    this.tell(which, { ...facts, second: second.name, b: show(second.middle), ahead, behind });
  }

  tell(which, facts) {
    this.sentence.textContent = fill(this.words[which], facts);
  }
}
