// Films a page: after every frame, what a reader sees of the curve, the numbers and the slider. The same for every library.
({ slider, numbers }) => {
  const film = (window.film = { frames: [], moves: [], released: null });
  const held = new Map(); // what was found, until it leaves the page

  function* roots(root) {
    yield root;
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) yield* roots(element.shadowRoot);
  }

  function find(selector) {
    if (!held.get(selector)?.isConnected) {
      held.delete(selector);
      for (const root of roots(document)) {
        const found = root.querySelector(selector);
        if (found) return held.set(selector, found), found;
      }
    }
    return held.get(selector);
  }

  const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };

  /** The path of the first curve as it stands in the page, and the alpha that it shows: at x = -6, f = alpha (exp(-6) - 1). */
  function curve() {
    const chart = find(".js-plotly-plot");
    const path = chart?.querySelector(".scatterlayer .trace path.js-line");
    const d = path?.getAttribute("d");
    if (!d || !path.checkVisibility(SEEN) || !path.getBoundingClientRect().width) return [null, null];
    return [d, chart._fullLayout.yaxis.p2l(+/^M[^,]+,([-\d.]+)/.exec(d)[1]) / Math.expm1(-6)];
  }

  film.value = () => {
    const found = find(slider);
    return parseFloat(found?.getAttribute("aria-valuetext") ?? found?.getAttribute("aria-valuenow") ?? found?.value);
  };

  film.thumb = () => {
    const found = find(slider);
    const thumb = found.closest("[style*='left:']"); // a hidden input inside the thumb that is moved about
    const box = (thumb?.offsetWidth < 60 ? thumb : found).getBoundingClientRect();
    const native = box.width > 60; // the whole track; its thumb stands where the value says
    const share = native ? (film.value() - found.min) / (found.max - found.min) : 0.5;
    return [box.x + box.width * share, box.y + box.height / 2];
  };

  let last = [null, null];
  function look() {
    const [d, alpha] = curve();
    const text = find(numbers)?.textContent ?? "";
    film.frames.push([performance.now(), alpha, d !== last[0], text !== last[1], film.value()]);
    last = [d, text];
  }

  // A task of the highest priority queued from within a frame runs first after that frame has been painted.
  function frame() {
    scheduler.postTask(look, { priority: "user-blocking" });
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);

  const listen = (kind, heard) => addEventListener(kind, heard, { capture: true, passive: true });
  listen("pointermove", (event) => film.moves.push(event.getCoalescedEvents().map((one) => one.timeStamp)));
  listen("pointerup", (event) => (film.released = event.timeStamp));
}
