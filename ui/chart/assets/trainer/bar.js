// The bar under a run: back to the start, play and pause, one step, how fast, and where one is in what has been computed.
import { fill } from "../told.js";

const SHAPES = {
  restart: "M3 2h2v12H3zM14 2v12L6 8z",
  play: "M4 2l10 6-10 6z",
  pause: "M4 2h3v12H4zM9 2h3v12H9z",
  once: "M3 2l7 6-7 6zM11 2h2v12h-2z",
};
const SPEEDS = [1, 4, 16]; // steps to a picture

function button(words, deed) {
  const made = document.createElement("button");
  made.type = "button";
  made.addEventListener("click", deed);
  return {
    made,
    turn: (shape) => (face(made, shape), made.setAttribute("aria-label", words[shape]), made.title = words[shape]),
  };
}

function face(made, shape) {
  made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SHAPES[shape]}" fill="currentColor"/></svg>`;
}

/** `deeds` are start(), toggle(), once(), seek(step) and rest(step), when a hand lets the scrubber go. */
export function bar(words, deeds) {
  const node = document.createElement("div");
  node.className = "trainer-bar";
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", words.bar);
  const start = button(words, deeds.start);
  const play = button(words, deeds.toggle);
  const once = button(words, deeds.once);
  start.turn("restart");
  once.turn("once");
  const scrub = document.createElement("input");
  scrub.type = "range";
  scrub.min = 0;
  scrub.step = 1;
  scrub.setAttribute("aria-label", words.scrub);
  scrub.addEventListener("input", () => deeds.seek(Number(scrub.value)));
  scrub.addEventListener("change", () => deeds.rest(Number(scrub.value)));
  const told = document.createElement("output");
  const speed = document.createElement("select");
  speed.setAttribute("aria-label", words.speed);
  SPEEDS.forEach((steps) => speed.add(new Option(`×${steps}`, steps)));
  speed.value = SPEEDS[1];
  play.made.classList.add("primary");
  node.append(start.made, play.made, once.made, scrub, told, speed);
  node.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.target.closest("button, select")) return;
    event.preventDefault();
    deeds.toggle();
  });
  return {
    node,
    steps: () => Number(speed.value),
    show({ step, reached, playing, ended }) {
      play.turn(playing ? "pause" : "play");
      play.made.disabled = once.made.disabled = ended;
      scrub.max = Math.max(reached, 1);
      scrub.value = step;
      scrub.setAttribute("aria-valuetext", fill(words.at, { step }));
      told.textContent = fill(words.at, { step });
    },
  };
}
