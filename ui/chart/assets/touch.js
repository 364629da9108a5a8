// A finger on a slider: to the side it moves the slider, up or down it scrolls the page. Streamlit's slider moves as
// soon as it is touched, so it hears of the finger only once the direction is clear. The style sheet leaves scrolling
// to the browser, which then ends the touch with pointercancel.
const CLEAR = 6; // px after which the direction is clear
let held = null; // the pointerdown of which the slider has not heard

const onSlider = ({ target }) => Boolean(target.closest?.(".stSlider"));

/** Tell the slider after all, where the finger came down; the copy is not trusted, which tells it from a first one. */
function pass() {
  const { target } = held;
  const copy = new PointerEvent("pointerdown", held);
  held = null;
  target.dispatchEvent(copy);
}

function down(event) {
  if (event.pointerType !== "touch" || !event.isTrusted || !onSlider(event)) return;
  event.stopImmediatePropagation();
  held = event.isPrimary ? event : null; // with a second finger it is a pinch
}

function move(event) {
  if (event.pointerId !== held?.pointerId) return;
  const [across, along] = [event.clientX - held.clientX, event.clientY - held.clientY].map(Math.abs);
  if (Math.max(across, along) < CLEAR) event.stopImmediatePropagation();
  else if (across >= along) pass();
  else held = null;
}

function up({ pointerId }) {
  if (pointerId === held?.pointerId) pass(); // a tap
}

function cancel({ pointerId }) {
  if (pointerId === held?.pointerId) held = null;
}

for (
  const [type, act] of Object.entries({ pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel })
) {
  addEventListener(type, act, true);
}
// the slider would move by this one as well
addEventListener("touchstart", (event) => onSlider(event) && event.stopImmediatePropagation(), {
  capture: true,
  passive: true,
});
