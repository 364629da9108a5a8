// A press that turns a page, or a part of it, within itself: what comes next is brought into view and takes the focus.
import { say } from "./said.js";

const TURNING = '[class*="st-key-turning"]', NEXT = '[class*="st-key-arrive_"]', SPOKEN = '[class*="st-key-spoken_"]';
const PATIENCE = 10_000; // ms to wait for the server
const BELOW = 0.4; // of the window: a heading further down is as good as out of sight

const next = (part) => document.querySelector(`.${part} ${NEXT}`);
const name = (place) => /st-key-arrive_\S+/.exec(place?.className ?? "")?.[0];
const ready = () => document.querySelector('[data-test-script-state="notRunning"]');

function arrive(place) {
  const heading = place.querySelector("h2") ?? place.querySelector("h3, h4, h5, h6");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 0 || top > BELOW * innerHeight) place.scrollIntoView({ block: "start" });
  const spoken = place.querySelector(SPOKEN);
  if (spoken) say(spoken.innerText);
}

document.addEventListener("click", ({ target }) => {
  const part = target.closest?.("button") && /st-key-turning\S*/.exec(target.closest(TURNING)?.className ?? "")?.[0];
  if (!part) return;
  const before = name(next(part)), until = performance.now() + PATIENCE;
  requestAnimationFrame(function look() {
    const place = next(part);
    if (place && name(place) !== before && ready()) arrive(place);
    else if (performance.now() < until) requestAnimationFrame(look);
  });
}, true); // before the button's own listener, which keeps clicks to itself
