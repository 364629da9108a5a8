// A Plotly figure that follows native Streamlit sliders while they are dragged, without the server.
import { bind, dark, probe } from "./bind.js";
import { family } from "./family.js";
import { leave, take } from "./first.js";
import { cancelIdle, whenIdle } from "./idle.js";
import { marks } from "./marks.js";
import { Names } from "./names.js";
import { plotly } from "./plotly.js";
import { moving, redraw } from "./quick.js";
import "./rests.js";
import { say } from "./said.js";
import { tell } from "./sentence.js";
import { belongs, listen, spoken, value } from "./slider.js";
import "./stops.js"; // asked for at once, not when slider.js has come
import { fill, tables, told } from "./told.js";
import { Zoom } from "./zoom.js";

const charts = new WeakMap();
const live = new Set();
const IDLE = 200; // ms without movement after which the picture is held to what the slider shows
const REST = 500; // ms after which what is drawn is told to those who do not see it
const AGAIN = [1000, 2000, 4000, 8000, 16000]; // ms to wait before what failed is fetched again
const FAR = "far"; // what a picture shows of its function from afar
const CONFIG = { displayModeBar: false, showTips: false, doubleClick: "reset" };

listen((element, kind) => {
  for (const chart of live) if (chart.follows(element)) chart[kind](element);
});
addEventListener("online", () => live.forEach((chart) => chart.retry()));
const inView = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) charts.get(target)?.see(isIntersecting);
});
const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => charts.get(target)?.resize()));

class Chart {
  constructor(parent) {
    this.node = document.createElement("div");
    this.node.className = "chart";
    this.notice = document.createElement("p");
    this.notice.className = "chart-notice";
    this.notice.setAttribute("role", "status");
    this.sentence = document.createElement("div");
    this.sentence.className = "chart-sentence";
    this.sign = document.createElement("div");
    this.sign.className = "chart-sign";
    this.sign.setAttribute("aria-hidden", "true");
    this.ground = document.createElement("div");
    this.ground.className = "chart-ground";
    this.key = document.createElement("div");
    this.key.className = "chart-key";
    this.ground.append(this.sign, this.node, this.key);
    const place = document.createElement("div");
    place.className = "chart-place";
    this.values = document.createElement("details");
    this.values.className = "chart-values";
    this.values.append(document.createElement("summary"), document.createElement("div"));
    this.values.addEventListener("toggle", () => this.list());
    place.append(this.sentence, this.ground, this.notice, this.values);
    parent.append(place);
    this.families = {};
    this.visible = true;
    this.failures = 0;
    this.draw = this.draw.bind(this);
    charts.set(this.node, this);
    live.add(this);
    inView.observe(this.node);
    resized.observe(this.node);
  }

  update(data) {
    marks();
    this.data = data;
    this.dark = dark(this.node);
    this.sliders = Object.values(data.sliders);
    this.moving = moving(data.figure);
    this.drawn = null; // from scratch, whatever was drawn before
    const known = this.families;
    this.families = {};
    if (data.zoom) (this.zoom ??= new Zoom(this.ground, (byHand) => this.look(byHand))).update(data.zoom);
    else this.zoom = this.zoom?.remove();
    for (const [name, source] of Object.entries(this.sources())) {
      const same = known[name]?.source.url === source.url;
      this.families[name] = same ? { ...known[name], source } : this.family(source);
    }
    this.node.setAttribute("role", "img");
    this.node.setAttribute("aria-label", this.alt());
    this.values.firstChild.textContent = data.words.values;
    this.node.style.height = data.width ? `${data.height}px` : `min(${data.height}px, 90vw, var(--picture, 100vw))`;
    this.node.style.minWidth = `${data.width}px`;
    if (data.figure.layout.meta?.names) (this.names ??= new Names(this.node)).update(data.figure, this.colours());
    if (!this.node.dataset.drawn) take(this.node.parentElement, this.families);
    this.key.replaceChildren(...(data.figure.layout.meta?.key ?? []).map((one) => this.shade(one)));
    this.sentence.hidden = !data.sentence.length;
    this.sign.innerHTML = data.sign?.svg ?? "";
    this.ask();
    this.load();
  }

  family(source) {
    return { ...family(source, (error) => (error ? this.fail() : this.request())), source };
  }

  /** What has to be fetched: from afar only what is looked at from afar. */
  sources() {
    return this.zoom?.far ? { ...this.data.families, [FAR]: this.data.zoom.far } : this.data.families;
  }

  /** Another window of x: what it takes is fetched, or waits until it is looked at again. */
  look(byHand) {
    if (!this.zoom.far) delete this.families[FAR];
    else this.families[FAR] ??= this.family(this.data.zoom.far);
    this.drawn = null;
    this.ask();
    this.request();
    if (byHand) say(fill(this.data.zoom.words.window, this.zoom.ends));
  }

  alt() {
    return this.zoom ? fill(this.data.alt, this.zoom.ends) : this.data.alt;
  }

  async load() {
    try {
      this.Plotly = await plotly(this.data.plotly);
      this.request();
    } catch {
      this.fail();
    }
  }

  follows(element) {
    return this.sliders.some(({ slider }) => belongs(element, slider));
  }

  /** Every family asks for what it does not know of the point. */
  ask() {
    for (const { source, at } of Object.values(this.families)) at(this.point(source));
  }

  /** Numbers are known along one axis at a time: get those of the slider that the hand is coming to. */
  approach(element) {
    for (const { source, prepare } of Object.values(this.families)) {
      const axis = source.names.find((name) => belongs(element, this.data.sliders[source.prefix + name].slider));
      if (axis) prepare(this.point(source), axis);
    }
  }

  move() {
    this.moved = true;
    this.request();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.request(), IDLE);
  }

  see(visible) {
    this.visible = visible;
    if (visible && this.waiting) this.request();
  }

  /** Draw with the next frame, or when there is time if nobody sees it. */
  request() {
    if (this.visible) {
      this.frame ||= requestAnimationFrame(this.draw);
    } else {
      this.waiting ||= whenIdle(this.draw);
    }
  }

  point({ names, prefix }) {
    return Object.fromEntries(names.map((name) => [name, value(this.data.sliders[`${prefix}${name}`])]));
  }

  arrays() {
    const all = {};
    for (const name of Object.keys(this.data.families)) {
      const drawing = this.drawing(name);
      const seen = drawing && name === this.data.zoom?.family ? this.seen(drawing) : drawing;
      if (!seen) return null;
      for (const [key, array] of Object.entries(seen)) all[`${name}/${key}`] = array;
      if (this.data.probe?.family === name) {
        Object.assign(all, probe(drawing, value(this.data.sliders[this.data.probe.slider]), this.data.probe.stretch));
      }
    }
    return all;
  }

  drawing(name) {
    return this.families[name].at(this.point(this.families[name].source));
  }

  /** What the window of x shows; numbers of the point are those of the usual one all the same, which are closer. */
  seen(drawing) {
    this.zoom.wish(drawing, !this.node.dataset.drawn);
    const whole = this.zoom.far ? this.drawing(FAR) : drawing;
    return whole && this.zoom.seen({ ...whole, label: drawing.label }, this.data.figure.layout.yaxis.range);
  }

  /** What throws is said here and reported as usual; the next move tries again from scratch. */
  draw() {
    const { frame, waiting } = this;
    this.frame = this.waiting = 0; // before anything can throw, or nothing would ever be requested again
    cancelAnimationFrame(frame);
    cancelIdle(waiting);
    try {
      this.paint();
    } catch (error) {
      this.broke(error);
    }
  }

  broke(error) {
    this.broken = true;
    this.drawn = null;
    this.note("failed");
    reportError(error);
  }

  paint() {
    if (!this.Plotly || !this.node.isConnected) return;
    const values = this.sliders.map(value).join();
    if (this.drawn === values) return;
    const arrays = this.arrays();
    if (!arrays) {
      if (this.failures) this.note();
      return; // the last picture stays until the numbers are here
    }
    if (this.drawn === null || !this.moving || !redraw(this.node, this.moving, arrays)) this.react(arrays);
    this.drawn = values;
    tell(this.sentence, this.data.sentence, arrays);
    if (this.data.sign) this.sign.style.setProperty("--shown", arrays[this.data.sign.shows][0]);
    this.names?.apply();
    this.node.dataset.drawn = 1 + Number(this.node.dataset.drawn ?? 0);
    leave();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), REST);
    this.recover();
  }

  /** What a shade means: words of the page, which wrap, and in a legend of Plotly's would not. */
  shade({ name, colour }) {
    const entry = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = this.colours()[colour];
    entry.append(swatch, name);
    return entry;
  }

  colours() {
    return this.data.palette[this.dark ? "dark" : "light"];
  }

  /** At rest: what is drawn in words and, if it came by a hand, what has become of it. */
  tell() {
    const sentences = told(this.node, this.data.words);
    this.node.setAttribute(
      "aria-label",
      [this.alt(), ...this.sliders.map(spoken), ...sentences].filter(Boolean).join(" "),
    );
    this.node.querySelector(".plot-container")?.setAttribute("aria-hidden", "true"); // a picture has no inside
    if (this.moved && this.visible) say(sentences.filter((one) => !this.said?.includes(one)).join(" "));
    this.said = sentences;
    this.moved = false;
    this.list();
    this.zoom?.rest();
  }

  list() {
    if (this.values.open) this.values.lastChild.replaceChildren(...tables(this.node));
  }

  react(arrays) {
    const { data, layout } = bind(this.data.figure, arrays, this.colours());
    if (this.zoom) {
      layout.xaxis.range = [...this.zoom.range];
      layout.uirevision += this.zoom.step; // a frame drawn in one window is none in another
    }
    if (matchMedia("(pointer: coarse)").matches) layout.dragmode = false; // leave touches to scrolling
    if (this.broken) this.Plotly.purge(this.node); // half a picture is nothing to start from
    this.broken = false;
    this.Plotly.react(this.node, data, layout, CONFIG).catch((error) => this.broke(error));
  }

  resize() {
    // it refuses, harmlessly, if the chart has been hidden meanwhile
    if (this.drawn !== null && this.node.offsetWidth) this.Plotly.Plots.resize(this.node).catch(() => {});
  }

  /** Say what is missing, and try again after a while, when the connection is back or with the next move. */
  fail() {
    if (this.drawn === null || this.drawn !== this.sliders.map(value).join()) this.note();
    clearTimeout(this.again);
    this.again = setTimeout(() => this.retry(), AGAIN[Math.min(this.failures++, AGAIN.length - 1)]);
  }

  note(what = this.node.dataset.drawn ? "stale" : "missing") {
    this.notice.textContent = this.data.words[what];
  }

  retry() {
    if (!this.failures) return;
    clearTimeout(this.again);
    for (const one of Object.values(this.families)) one.wake();
    this.ask();
    this.load();
  }

  recover() {
    clearTimeout(this.again);
    this.failures = 0;
    this.notice.textContent = "";
  }

  stop() {
    live.delete(this);
    for (const timer of [this.idle, this.again, this.resting]) clearTimeout(timer);
    inView.unobserve(this.node);
    resized.unobserve(this.node);
    this.Plotly?.purge(this.node);
  }
}

export default function ({ data: [data], parentElement }) {
  let chart = charts.get(parentElement);
  if (!chart) charts.set(parentElement, chart = new Chart(parentElement));
  chart.update(data);
  return () => {
    chart.stop();
    charts.delete(parentElement);
  };
}
