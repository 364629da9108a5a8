// A press that turns the page within a page: what comes next is brought into view and takes the focus.
const TURNING = ".st-key-turning", NEXT = '[class*="st-key-arrive_"]';
const PATIENCE = 10_000; // ms to wait for the server
const BELOW = 0.4; // of the window: a heading further down is as good as out of sight

const next = () => document.querySelector(`${TURNING} ${NEXT}`);
const name = (place) => /st-key-arrive_\S+/.exec(place?.className ?? "")?.[0];
const ready = () => document.querySelector('[data-test-script-state="notRunning"]');

function arrive(place) {
  const heading = place.querySelector("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top < 0 || top > BELOW * innerHeight) place.scrollIntoView({ block: "start" });
}

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.(`${TURNING} button`)) return;
  const before = name(next()), until = performance.now() + PATIENCE;
  requestAnimationFrame(function look() {
    const place = next();
    if (place && name(place) !== before && ready()) arrive(place);
    else if (performance.now() < until) requestAnimationFrame(look);
  });
}, true); // before the button's own listener, which keeps clicks to itself
