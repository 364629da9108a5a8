// Native Streamlit sliders: what they show and, while a pointer drags one, what they are about to show.
import { decimals, valueAt } from "./stops.js";

const LATE = 150; // ms after which only what is shown counts
const listeners = new Set();
let drag = null; // the slider under the pointer

const holder = (key) => document.querySelector(`.st-key-${CSS.escape(key)}`);

/** Is this element part of the slider with that key? */
export const belongs = (element, key) => Boolean(key && element.closest?.(`.st-key-${CSS.escape(key)}`));

/** Does a pointer hold a slider? */
export const held = () => drag !== null;

/** The value of a slider now; the one it started from while there is none on the page. Uneven stops are counted. */
export function value({ slider, start, stops = [] }) {
  const input = slider && holder(slider)?.querySelector("input[type=range]");
  if (!input) return start;
  if (drag?.input === input && drag.value !== null && performance.now() - drag.time < LATE) {
    return stops[drag.value] ?? drag.value;
  }
  const shown = parseFloat(input.getAttribute("aria-valuetext"));
  return Number.isFinite(shown) ? shown : start;
}

/** What a slider is called, and what it shows; "" while there is none on the page. */
export function spoken({ slider }) {
  const input = slider && holder(slider)?.querySelector("input[type=range]");
  return input ? `${input.getAttribute("aria-label")} ${input.getAttribute("aria-valuetext")}.` : "";
}

/** `listener(element, kind)`: a slider may be about to move ("approach") or is moving ("move"). */
export function listen(listener) {
  listeners.add(listener);
}

function tell(element, kind) {
  for (const listener of listeners) listener(element, kind);
}

// Streamlit shows a move one frame after the pointer has made it. The slider's own arithmetic, repeated here, gives
// the same value at once; what the slider then shows has the last word.
function follow({ pageX }) {
  const { input } = drag;
  const [low, high, step] = [input.min, input.max, input.step].map(Number);
  const { width } = drag.track.getBoundingClientRect();
  if (!(width > 0 && high > low && step > 0)) return;
  drag.place ??= ((Number(input.value) - low) / (high - low)) * width;
  drag.place += pageX - drag.pageX;
  drag.pageX = pageX;
  drag.value = valueAt(drag.place / width, low, high, step, decimals(input.step));
  drag.time = performance.now();
}

const near = ({ target }) => target.closest?.(".stSlider")?.querySelector("input[type=range]");

function press(event) {
  if (event.pointerType === "touch" && event.isTrusted) return; // touch.js sends it on if it is meant for the slider
  const input = near(event);
  const track = input?.closest("[style*=left]")?.parentElement; // the place of the thumb is its `left`
  if (!track?.contains(event.target) || event.button !== 0) return;
  drag = { input, track, pointer: event.pointerId, pageX: event.pageX, place: null, value: null, time: 0 };
}

function release(event) {
  if (event.pointerId === drag?.pointer) drag = null;
}

for (const type of ["pointerover", "pointerdown", "focusin"]) {
  addEventListener(
    type,
    (event) => {
      const input = near(event);
      if (input && !drag) tell(input, "approach");
    },
    true,
  );
}
addEventListener("pointerdown", press, true);
addEventListener("pointerup", release, true);
addEventListener("pointercancel", release, true);
addEventListener(
  "pointermove",
  (event) => {
    if (event.pointerId !== drag?.pointer) return;
    follow(event);
    tell(drag.input, "move");
  },
  true,
);

// One observer for all charts: the text of a slider changes on every move, by pointer or by key, before any release.
new MutationObserver((changes) => {
  for (const target of new Set(changes.map((change) => change.target))) {
    if (target.type === "range") tell(target, "move");
  }
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
