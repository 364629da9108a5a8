// A Plotly figure that follows native Streamlit sliders while they are dragged, without the server.
import { bind, dark, probe } from "./bind.js";
import { family } from "./family.js";

const charts = new WeakMap();
const live = new Set();
const IDLE = 150; // ms without movement before the neighbourhood of the new values is fetched
const CONFIG = { displayModeBar: false, responsive: true, showTips: false, doubleClick: "reset" };
let plotly;

function loadPlotly(url) {
  return (plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = reject;
    document.head.append(script);
  }));
}

const input = (slider) => document.querySelector(`.st-key-${CSS.escape(slider)} input[type=range]`);

function value({ slider, start }) {
  const shown = parseFloat(input(slider)?.getAttribute("aria-valuetext"));
  return Number.isFinite(shown) ? shown : start;
}

// One observer for all charts: a slider's aria-valuetext changes on every move, before any release.
new MutationObserver((changes) => {
  for (const chart of live) {
    if (changes.some(({ target }) => target.type === "range" && chart.follows(target))) chart.moved();
  }
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });

class Chart {
  constructor(node) {
    this.node = node;
    this.frame = 0;
    this.draw = this.draw.bind(this);
    live.add(this);
  }

  async update(data) {
    this.data = data;
    this.sliders = Object.values(data.sliders);
    const known = this.families ?? {};
    this.families = {};
    for (const [name, source] of Object.entries(data.families)) {
      const same = known[name]?.source.url === source.url;
      this.families[name] = same ? known[name] : { source, ...family(source, () => this.request()) };
    }
    this.node.setAttribute("role", "img");
    this.node.setAttribute("aria-label", data.alt);
    this.node.style.height = `min(${data.height}px, 90vw)`;
    this.Plotly = await loadPlotly(data.plotly);
    this.request();
  }

  follows(target) {
    return this.sliders.some(({ slider }) => target.closest(`.st-key-${CSS.escape(slider)}`));
  }

  moved() {
    this.request();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => Object.values(this.families).forEach((f) => f.settle(this.point(f.source))), IDLE);
  }

  request() {
    this.frame ||= requestAnimationFrame(this.draw);
  }

  point({ names, prefix }) {
    return Object.fromEntries(names.map((name) => [name, value(this.data.sliders[`${prefix}${name}`])]));
  }

  arrays() {
    const all = {};
    for (const [name, f] of Object.entries(this.families)) {
      const drawing = f.at(this.point(f.source));
      if (!drawing) return null;
      for (const [key, array] of Object.entries(drawing)) all[`${name}/${key}`] = array;
      if (this.data.probe?.family === name) {
        Object.assign(all, probe(drawing, value(this.data.sliders[this.data.probe.slider])));
      }
    }
    return all;
  }

  draw() {
    this.frame = 0;
    if (!this.Plotly || !this.node.isConnected) return;
    const arrays = this.arrays();
    if (!arrays) return;
    const colours = this.data.palette[dark(this.node) ? "dark" : "light"];
    const { data, layout } = bind(this.data.figure, arrays, colours);
    if (matchMedia("(pointer: coarse)").matches) layout.dragmode = false; // leave touches to scrolling
    this.Plotly.react(this.node, data, layout, CONFIG);
    this.node.dataset.drawn = 1 + Number(this.node.dataset.drawn ?? 0);
  }

  stop() {
    live.delete(this);
    clearTimeout(this.idle);
    this.Plotly?.purge(this.node);
  }
}

export default function ({ data: [data], parentElement }) {
  let chart = charts.get(parentElement);
  if (!chart) {
    const node = document.createElement("div");
    node.className = "chart";
    parentElement.append(node);
    charts.set(parentElement, (chart = new Chart(node)));
  }
  chart.update(data);
  return () => {
    chart.stop();
    charts.delete(parentElement);
  };
}
