// What a race has measured, step by step: losses, and the share of right answers.
import { DASHES } from "../names.js";
import { panel } from "./curves.js";
import { share } from "./lane.js";

const BESIDE = 440; // px that two pictures side by side take at least
const GAP = 16; // px between them
const LOW = matchMedia("(max-height: 820px)"); // screens on which room is scarce
const HIGHEST = 3; // times the first loss; what is above lies at the top

export class Lines {
  constructor() {
    this.node = document.createElement("div");
    this.node.className = "trainer-lines";
  }

  show({ lanes, words, widths }, { lanes: measured, reached }, colours) {
    const losses = [], shares = [];
    lanes.forEach(({ colour, dash }, i) => {
      const { seen, unseen, right, learned, every } = measured[i];
      const look = { colour: colours[colour], dash: DASHES[dash] ?? "" };
      losses.push({ ...look, values: seen, every: 1, faint: true }, { ...look, values: unseen, every });
      shares.push({ ...look, values: learned, every, faint: true }, { ...look, values: right, every });
    });
    const first = Math.max(...measured.map(({ unseen }) => unseen[0] || 0), 1e-3);
    const all = measured.flatMap(({ unseen }) => [...unseen]).filter(Number.isFinite);
    const high = nice(Math.min(HIGHEST * first, Math.max(...all)));
    const wide = this.node.clientWidth || 600;
    const size = [widths[0] > 1 && wide >= BESIDE ? (wide - GAP) / 2 : wide, LOW.matches ? 100 : 140];
    const panels = [panel({
      ...{ series: losses, reached, low: 0, high, ticks: [0, high / 2, high] },
      ...{ title: words.loss, show: (tick) => String(+tick.toPrecision(2)), size },
    })];
    if (widths[0] > 1) {
      panels.push(panel({
        ...{ series: shares, reached, low: 0.4, high: 1, ticks: [0.5, 0.75, 1] },
        ...{ title: words.right, show: share, size },
      }));
    }
    this.node.replaceChildren(...panels);
  }
}

/** The next of 1, 2, 5, 10, ... */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((digit) => digit * power).find((one) => one >= value);
}
