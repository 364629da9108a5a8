// Numbers that the server has computed are grey while a slider is elsewhere than it was when they were.
import { listen, value } from "./slider.js";

const SAME = 1e-9;
const AGAIN = 50; // ms between two looks for the answer
let timer = 0;

/** Is a slider that some numbers depend on elsewhere than where they belong to? */
function apart() {
  for (const mark of document.querySelectorAll(".answered")) {
    for (const [slider, start] of Object.entries(JSON.parse(mark.dataset.at))) {
      if (Math.abs(value({ slider, start }) - start) > SAME) return true;
    }
  }
  return false;
}

function look() {
  clearTimeout(timer);
  const stale = apart();
  document.documentElement.classList.toggle("stale", stale);
  if (stale) timer = setTimeout(look, AGAIN); // answers come with the page, not with an event
}

listen((_, kind) => kind === "move" && look());
