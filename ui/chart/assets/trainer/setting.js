// What a page hands over, with its sliders where they are: addresses that a worker can fetch.
import { belongs, value } from "../slider.js";

const whole = (url) => new URL(url, document.baseURI).href;

/** A layer as the worker takes it: where the nodes of its function are, and of the one whose slope leads back. */
export function layer(one) {
  if (one.forward) return { forward: layer(one.forward), backward: layer(one.backward) };
  const { url, sliders } = one;
  return { url: whole(Object.entries(sliders).reduce((all, [name, at]) => `${all}&${name}=${value(at)}`, url)) };
}

/** All that a race begins with, at a step. */
export function setting({ beginning, widths, loss, rule, longest, watch, lanes }, step) {
  const own = lanes.map(({ layers, beginning: other, rule: another }) => ({
    layers: layers.map(layer),
    ...(other ? { beginning: whole(other) } : {}),
    ...(another ? { rule: another } : {}),
  }));
  return { beginning: whole(beginning), widths, loss, rule, longest, watch, lanes: own, step };
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

/** All of it but where sliders and the step are. */
export const looked = (data) => JSON.stringify({ ...data, step: 0 }, still);

const still = (key, one) => (key === "start" ? 0 : one);

/** Does a layer follow the slider that an element is part of? */
export function follows(one, element) {
  if (one.forward) return follows(one.forward, element) || follows(one.backward, element);
  return Object.values(one.sliders).some(({ slider }) => belongs(element, slider));
}
