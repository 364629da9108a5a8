// The back button: no entry that does nothing, and a page that stands where it was left.
// deno-lint-ignore-file no-var
(function () {
  "use strict";
  var SETTLED = 1500; // ms for which a place is held while the page grows to its height
  var COMES = 4000; // ms within which a page that is come back to begins to be drawn
  var GIVE_UP = 15000; // ms
  var push = history.pushState;
  var replace = history.replaceState;
  var touched = false; // has the reader done anything since the last entry?
  var places = {}; // how far each entry of the history was scrolled
  var here; // the entry we are at
  var left; // how far it was scrolled when the reader last did something: Streamlit scrolls up before it goes
  var timer;

  try {
    places = JSON.parse(sessionStorage.getItem("places")) || {};
  } catch (_) {
    // a browser that keeps nothing
  }

  function named() {
    return { entry: Date.now().toString(36) + Math.random().toString(36).slice(2, 6) };
  }

  /** Streamlit adds an entry when a page has written its state into the address; the reader did not go anywhere. */
  history.pushState = function (_, title, url) {
    if (!touched) return replace.call(history, history.state, title, url);
    touched = false;
    places[here] = left;
    keep();
    clearInterval(timer);
    push.call(history, named(), title, url);
    here = history.state.entry;
  };

  history.replaceState = function (_, title, url) {
    replace.call(history, history.state, title, url);
  };

  function main() {
    return document.querySelector('[data-testid="stMain"]');
  }

  function keep() {
    try {
      sessionStorage.setItem("places", JSON.stringify(places));
    } catch (_) {
      // full or forbidden: places last as long as the page
    }
  }

  /** Back at an entry: scroll to where it was left, as soon as the page is long enough and has been drawn. */
  function settle(place) {
    var start = Date.now();
    var ran = false;
    var held = 0;
    clearInterval(timer);
    if (!place) return;
    timer = setInterval(function () {
      var room = main();
      var waited = Date.now() - start;
      var app = document.querySelector("[data-test-script-state]");
      var running = !app || app.getAttribute("data-test-script-state") !== "notRunning";
      ran = ran || running;
      if (waited > GIVE_UP || (held && Date.now() - held > SETTLED)) return clearInterval(timer);
      if (!room || running || (!ran && waited < COMES) || room.scrollHeight - room.clientHeight < place) return;
      held = held || Date.now();
      if (Math.abs(room.scrollTop - place) > 1) room.scrollTop = place;
    }, 50);
  }

  function arrive() {
    if (!history.state || !history.state.entry) replace.call(history, named(), "");
    here = history.state.entry;
    settle(places[here]);
  }

  ["pointerdown", "keydown", "touchstart", "click", "wheel"].forEach(function (kind) {
    addEventListener(kind, function () {
      clearInterval(timer);
      if (kind === "wheel") return;
      touched = true;
      left = main() ? main().scrollTop : 0;
    }, { capture: true, passive: true });
  });
  addEventListener("scroll", function (event) {
    if (event.target === main()) places[here] = event.target.scrollTop;
  }, { capture: true, passive: true });
  addEventListener("popstate", function () {
    touched = false;
    keep();
    arrive();
  });
  addEventListener("pagehide", keep);
  arrive();
})();
