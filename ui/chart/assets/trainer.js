// Networks that learn in a worker of the page, and what is seen of them. The server hears of it when a run rests.
import { dark } from "./bind.js";
import { marks } from "./marks.js";
import { say } from "./said.js";
import { listen } from "./slider.js";
import { bar } from "./trainer/bar.js";
import { Lane } from "./trainer/lane.js";
import { Lines } from "./trainer/lines.js";
import { Seeds } from "./trainer/seeds.js";
import { asked, follows, looked, seeded, setting } from "./trainer/setting.js";
import { Turns } from "./trainer/turns.js";
import { workshop } from "./trainer/workshop.js";

const trainers = new WeakMap();
const live = new Set();
const STILL = "(prefers-reduced-motion: reduce)";

listen((element, kind) => {
  if (kind === "move") { for (const one of live) one.moved(element); }
});
addEventListener("resize", () => live.forEach((one) => one.picture && one.show(one.picture)));
document.addEventListener("visibilitychange", () => document.hidden && live.forEach((one) => one.pause()));

class Trainer {
  constructor(parent) {
    this.node = document.createElement("div");
    this.node.className = "trainer";
    this.notice = document.createElement("p");
    this.notice.className = "chart-notice";
    this.notice.setAttribute("role", "status");
    this.ground = document.createElement("div");
    this.ground.className = "trainer-lanes";
    this.lines = new Lines();
    parent.append(this.node);
    live.add(this);
  }

  /** New settings begin a new race; where only words or colours have changed, the race stays, and so does the page
   * where nothing has but the step and the sliders, of which it has told itself. */
  update(data, tell) {
    marks();
    const look = `${dark(this.node)} ${looked(data)}`;
    Object.assign(this, { data, tell, words: data.words, colours: data.palette[dark(this.node) ? "dark" : "light"] });
    if (look === this.known) return;
    this.known = look;
    this.lanes = data.lanes.map((lane, number) => {
      const look = data.watch && ((unit) => this.look(number, unit));
      const drawing = data.draws ? { ...data, done: (letters) => this.tell("drawn", letters) } : null;
      return new Lane(lane, this.colours, this.words, { number, widths: data.widths, look, drawing });
    });
    this.bar = bar(this.words, {
      start: () => this.begin(0),
      toggle: () => (this.playing ? this.pause() : this.play()),
      once: () => this.once(),
      seek: (step) => this.seek(step),
      rest: () => this.rest(),
    });
    this.seeds = new Seeds(data, this.colours, () => this.many());
    this.bar.node.append(this.seeds.button);
    this.node.classList.toggle("watched", data.watch);
    this.ground.classList.toggle("many", data.lanes.length > 2);
    this.ground.replaceChildren(...this.lanes.map((lane) => lane.node));
    this.node.replaceChildren(this.ground, this.lines.node, this.bar.node, this.notice, this.seeds.node);
    const wanted = asked(data);
    if (wanted === this.asked) return this.picture && this.show(this.picture);
    const linked = this.asked ? [] : data.turns;
    this.asked = wanted;
    this.begin(data.step, { arriving: true, linked });
  }

  /** From the first weights on, with the functions as they are now but for what a link has `linked` on the way. */
  async begin(step, { arriving = false, linked = [] } = {}) {
    this.playing = false;
    this.turns = new Turns(this.data.lanes, linked);
    try {
      this.shop ??= workshop((seed) => this.seeds.add(seed));
    } catch {
      this.notice.textContent = this.words.unable;
      return;
    }
    const { plays, until } = this.data;
    const still = matchMedia(STILL).matches;
    const wish = setting(this.data, arriving && !step && still && plays ? until : step, this.turns);
    this.goal = until;
    await (this.begun = this.ask({ kind: "begin", setting: wish }));
    if (arriving && !step && !still && plays) this.play();
    else if (!arriving) this.rest();
  }

  /** Ask the worker, and show what it answers. */
  async ask(wish) {
    let answer;
    try {
      answer = await this.shop.ask(wish);
    } catch (error) {
      this.notice.textContent = this.words.missing;
      this.playing = false;
      reportError(error);
      return;
    }
    if (answer?.kind === "picture" && this.node.isConnected) this.show(answer);
    return answer;
  }

  show(picture) {
    this.picture = picture;
    this.points = picture.data ?? this.points;
    const inputs = this.data.widths[0];
    const { step, reached } = picture;
    this.lanes.forEach((lane, i) => lane.show(picture.lanes[i], { points: this.points, inputs, step, reached }));
    if (picture.unit && this.closer) this.closer.strip.tell(picture.unit);
    this.lines.show(this.data, picture, this.colours);
    const ended = picture.stopped !== null || picture.step >= picture.longest;
    this.bar.show({ step: picture.step, reached: picture.reached, playing: this.playing, ended });
    this.notice.textContent = picture.stopped === null ? "" : this.words.diverged.replace("{step}", picture.stopped);
    Object.assign(this.node.dataset, { step: picture.step, print: picture.print, plays: this.playing });
    this.node.dataset.drawn = 1 + Number(this.node.dataset.drawn ?? 0);
  }

  /** One unit of one lane closely, or none. */
  look(number, unit) {
    this.lanes.forEach((lane, i) => i !== number && lane.strip.forget());
    this.closer = unit && this.lanes[number];
    this.ask({ kind: "closely", unit: unit ? { lane: number, ...unit } : null });
  }

  play() {
    if (this.playing || !this.picture) return;
    this.playing = true;
    if (this.picture.step >= this.goal) this.goal = this.picture.longest;
    this.frame();
  }

  /** A picture is asked for when the one before has been seen, so that a page nobody looks at asks for none. */
  frame() {
    requestAnimationFrame(async () => {
      if (!this.playing || !this.node.isConnected) return;
      const steps = Math.min(this.bar.steps(), this.goal - this.picture.step);
      const answer = await this.ask({ kind: "play", steps });
      if (!answer || !this.playing) return;
      if (answer.stopped !== null || answer.step >= this.goal) this.pause();
      else this.frame();
    });
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.show(this.picture);
    this.rest();
  }

  async once() {
    this.playing = false;
    await this.ask({ kind: "play", steps: 1 });
    this.rest();
  }

  seek(step) {
    this.playing = false;
    this.wanted = step;
    this.seeking ??= (async () => {
      while (this.wanted !== null) {
        const next = this.wanted;
        this.wanted = null;
        await this.ask({ kind: "seek", step: next });
      }
      this.seeking = null;
    })();
  }

  /** A hand has stopped something: the address learns where, and whoever cannot see it is told. */
  async rest() {
    await this.seeking;
    if (!this.picture) return;
    say(this.lanes.map((lane) => lane.told).join(" "));
    const rest = { step: this.picture.step, turns: this.turns.told() };
    if (JSON.stringify(rest) !== this.said) this.tell("rest", rest);
    this.said = JSON.stringify(rest);
  }

  /** A slider has moved: whatever bends by it bends otherwise from this step on. */
  moved(element) {
    if (!this.shop || !this.turns) return;
    if (!this.data.lanes.some(({ layers }) => layers.some((one) => follows(one, element)))) return;
    this.bending ??= this.bend().finally(() => this.bending = null);
  }

  async bend() {
    await this.begun;
    await this.turns.follow((changes) => this.ask({ kind: "bend", changes }));
  }

  async many() {
    this.pause();
    const steps = Math.max(this.picture.step, this.data.until);
    const same = setting(this.data, 0, this.turns);
    await this.shop.ask({ kind: "seeds", beginnings: seeded(this.data), steps, setting: same });
    this.seeds.conclude(steps);
  }

  stop() {
    live.delete(this);
    this.playing = false;
    this.seeds?.open(false);
    this.shop?.end();
  }
}

export default function ({ data: [data], parentElement, setStateValue }) {
  let trainer = trainers.get(parentElement);
  if (!trainer) trainers.set(parentElement, trainer = new Trainer(parentElement));
  trainer.update(data, setStateValue);
  return () => {
    trainer.stop();
    trainers.delete(parentElement);
  };
}
