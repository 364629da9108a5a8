// Runs before Streamlit: tells it where the server is, and watches whether the lesson comes and stays.
// Old browsers have to understand it, so it is written in the language of 2009 (ECMAScript 5).
// deno-lint-ignore-file no-var
(function () {
  "use strict";
  var FIRST_LOOK = 4000; // ms without the lesson after which the cause is looked for ...
  var SAY = 8000; // ... and told
  var REACH = 3500; // ms that the server has to answer
  var OPEN = 3000; // ms that a websocket has to open, or four times what an answer takes
  var AGAIN = [3000, 5000, 10000, 20000]; // ms between two attempts to find out
  var BUSY = 429; // the answer of a server that has enough
  var UNTAKEN = 10000; // ms after the lesson has come in which a chart takes the first picture
  var RELOAD = 10000; // ms at least between two reloads
  var EXPERIMENT = /^(?:collapse|xor|neuron|threshold|ranges|sparsity|sum)$/; // which had a heading of this name
  var html = document.documentElement;
  if (html.getAttribute("data-arrival")) return; // too old, as has been said
  var script = document.querySelector('script[src*="/lab/arrival."]');
  var base = script.src.replace(/\/static\/lab\/.*$/, "");
  var socketUrl = base.replace(/^http/, "ws") + "/_stcore/stream";
  var timing = window.performance && performance.timing;
  var lost = (timing && timing.navigationStart) || Date.now(); // since when there is no connection
  var cause = ""; // why, as far as is known
  var broken = false; // did a script of Streamlit fail?
  var old = false; // because it was not understood?
  var asking = false;
  var asked = 0; // times
  var rest = 0; // until when nothing is asked

  // Connect at once, and leave to this script what is said of a connection that is away.
  window.__streamlit = {
    BACKEND_BASE_URL: base + "/",
    HOST_CONFIG: {
      allowedOrigins: [location.protocol + "//" + location.host],
      useExternalAuthToken: false,
      blockErrorDialogs: true,
    },
  };

  /** A link whose question mark has become a # does not reach the server whole: put it right here. */
  function unfold() {
    var text = location.hash.slice(1);
    try {
      text = decodeURIComponent(text);
    } catch (_) {
      // as it is
    }
    text = text.replace(/^(?:!|38;|x26;|amp;)+/i, "").replace(/[\uff1f\uff06\uff1d]/g, function (sign) {
      return { "\uff1f": "?", "\uff06": "&", "\uff1d": "=" }[sign];
    });
    var parts = /^([\w\/.-]*)[?&]+([^]*=[^]*)$/.exec(text) || /^(\/[\w\/.-]+)()$/.exec(text);
    if (!parts && /^[\w.]+=/.test(text)) parts = ["", "", text];
    if (
      !parts && EXPERIMENT.test(text) && /\/why\/?$/.test(location.pathname) && !/[?&]experiment=/.test(location.search)
    ) {
      parts = ["", "", "experiment=" + text]; // once a place on one long page
    }
    if (!parts) return;
    var path = parts[1].replace(/^[\/.]+/, "");
    var query = [location.search.slice(1).replace(/&+$/, ""), encodeURI(parts[2])].filter(Boolean).join("&");
    location.replace((path ? base + "/" + path : location.pathname) + (query ? "?" + query : ""));
  }

  /** Pictures need Plotly: its script is read while Streamlit waits for the network. */
  function early() {
    var hint = document.querySelector("link[data-plotly]");
    if (!hint) return;
    var script = document.createElement("script");
    script.setAttribute("data-plotly", "");
    script.src = hint.href;
    script.onerror = function () {
      if (script.parentNode) script.parentNode.removeChild(script); // the chart asks for another
    };
    document.head.appendChild(script);
  }

  function state() {
    var app = document.querySelector("[data-test-connection-state]");
    return app && app.getAttribute("data-test-connection-state");
  }

  function show(what) {
    if ((html.getAttribute("data-arrival") || "") === what) return;
    var notice = document.getElementById("arrival");
    var title;
    if (what) {
      Array.prototype.forEach.call(notice.querySelectorAll(".network p"), function (paragraph) {
        paragraph.textContent = paragraph.textContent.replace("{socket}", socketUrl);
      });
      html.setAttribute("data-arrival", what);
      notice.setAttribute("role", "dialog");
      title = notice.querySelector("." + what + ' .title[lang="' + html.lang + '"]');
      notice.setAttribute("aria-label", title ? title.textContent : document.title);
    } else {
      html.removeAttribute("data-arrival");
      notice.removeAttribute("role");
    }
  }

  function found(what) {
    asking = false;
    cause = what;
    rest = Date.now() + AGAIN[Math.min(asked++, AGAIN.length - 1)] * (1 + Math.random() / 2);
    look();
  }

  /** Asks without a websocket; status 0 if there is no answer. */
  function get(path, then) {
    var request = new XMLHttpRequest();
    request.open("GET", base + path + "?" + Date.now());
    request.timeout = REACH;
    request.onload = request.onerror = request.ontimeout = function () {
      then(request.status, request.responseText);
    };
    request.send();
  }

  /** Does the server answer at all? A portal that wants a login answers too, but not with this word. */
  function ask() {
    var start = Date.now();
    asking = true;
    get("/_stcore/health", function (status, text) {
      if (status === BUSY) return found("slow");
      if (status !== 200 || text !== "ok") return found("away");
      if (state() !== null) return knock(Math.max(OPEN, 4 * (Date.now() - start)));
      if (old) return found("outdated");
      if (broken) again();
      found("slow");
    });
  }

  /** Does a websocket open? */
  function knock(within) {
    var socket;
    var timer;
    function end(opened) {
      if (!socket) return;
      clearTimeout(timer);
      var closing = socket;
      socket = null;
      closing.close();
      if (opened) return found("slow");
      // by the server perhaps, because too many are open from here
      get("/_stcore/stream", function (status) {
        found(status === BUSY ? "slow" : "network");
      });
    }
    try {
      socket = new WebSocket(socketUrl, ["streamlit"]);
    } catch (_) {
      return found("network");
    }
    timer = setTimeout(end, within, false);
    socket.onopen = function () {
      end(true);
    };
    socket.onerror = socket.onclose = function () {
      end(false);
    };
  }

  /** Scripts that failed are not asked for again by the page itself. */
  function again() {
    var last = 0;
    try {
      last = +sessionStorage.getItem("reloaded");
      sessionStorage.setItem("reloaded", Date.now());
    } catch (_) {
      return; // without a memory it might never end
    }
    if (Date.now() - last > RELOAD) location.reload();
  }

  /** The first picture goes when the reader turns to anything, if no chart has taken it by then (see first.js). */
  function leave() {
    var first = document.querySelector(".first:not(.placed)");
    if (first) first.parentNode.removeChild(first);
  }

  function look() {
    if (state() === "CONNECTED") {
      lost = asked = rest = 0;
      cause = "";
      if (!html.hasAttribute("data-stood")) setTimeout(leave, UNTAKEN);
      html.setAttribute("data-stood", "");
      return show("");
    }
    lost = lost || Date.now();
    var waited = Date.now() - lost;
    if (waited >= FIRST_LOOK && !asking && Date.now() >= rest) ask();
    if (waited >= SAY) show(cause || "slow");
  }

  addEventListener("error", function (event) {
    var from = event.filename || (event.target && (event.target.src || event.target.href)) || "";
    if (state() !== null || from.indexOf(base + "/static/") !== 0 || from.indexOf("/lab/plotly.") > 0) return;
    broken = true;
    old = old || !!event.filename;
  }, true);
  ["pointerdown", "keydown", "wheel", "touchmove"].forEach(function (act) {
    addEventListener(act, leave, { capture: true, passive: true });
  });
  unfold();
  early();
  setInterval(look, 500);
})();
