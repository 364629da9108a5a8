// What a page hands over, with its sliders where they are: addresses that a worker can fetch.
import { belongs, value } from "../slider.js";

const whole = (url) => new URL(url, document.baseURI).href;

/** A layer as the worker takes it: where the nodes of its function are, and of the one whose slope leads back.
 * `stands` tells where a slider is, if not where it is seen. */
export function layer(one, stands = value) {
  if (one.forward) return { forward: layer(one.forward, stands), backward: layer(one.backward, stands) };
  const { url, sliders } = one;
  return { url: whole(Object.entries(sliders).reduce((all, [name, at]) => `${all}&${name}=${stands(at)}`, url)) };
}

/** The sliders that a layer follows. */
export function sliders(one) {
  return one.forward ? [...sliders(one.forward), ...sliders(one.backward)] : Object.values(one.sliders);
}

/** All that a race begins with, at a step on the way to which there were `turns`. */
export function setting({ beginning, widths, loss, rule, longest, watch, lanes }, step, turns) {
  const own = lanes.map(({ layers, beginning: other, rule: another }) => ({
    layers: layers.map((one) => layer(one, (slider) => turns.at(0, slider))),
    ...(other ? { beginning: whole(other) } : {}),
    ...(another ? { rule: another } : {}),
  }));
  const all = { beginning: whole(beginning), widths, loss, rule, longest, watch, step };
  return { ...all, lanes: own, turns: turns.bends() };
}

/** The same beginning from the first seeds. */
export function seeded({ beginning, seeds }) {
  return Array.from({ length: seeds }, (_, seed) => {
    const url = new URL(whole(beginning));
    url.searchParams.set("seed", seed);
    return url.href;
  });
}

/** What a race has to begin anew for, wherever its sliders and its step are. */
export function asked({ beginning, rule, loss, plays, lanes }) {
  return JSON.stringify(
    [beginning, rule, loss, plays, lanes.map((lane) => [lane.layers, lane.beginning, lane.rule])],
    still,
  );
}

/** All of it but where sliders and the step are, and what was turned. */
export const looked = (data) => JSON.stringify({ ...data, step: 0, turns: [] }, still);

const still = (key, one) => (key === "start" ? 0 : one);

/** Does a layer follow the slider that an element is part of? */
export function follows(one, element) {
  return sliders(one).some(({ slider }) => belongs(element, slider));
}
