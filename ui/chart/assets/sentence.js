// The sentence beside a picture: the first of its cases that holds for the numbers drawn, with these numbers filled in.
const HOLE = /\{([^{}:]+):(\d)\}/;

const number = (arrays, name) => Number(arrays[name]?.[0]);

/** A number as print sets it. */
export function written(value, digits) {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** Does each named number lie between its two limits (null: no limit; the lower one counts, the upper one not)? */
export function holds(when, arrays) {
  return Object.entries(when).every(([name, [low, high]]) => {
    const value = number(arrays, name);
    return value >= (low ?? -Infinity) && (high === null || value < high);
  });
}

/** The texts of the first case that holds, one for each language on the page; none if no case does. */
export function sentence(cases, arrays) {
  return cases.find(({ when }) => holds(when, arrays))?.texts ?? [];
}

/** A text in parts, every second of which is a number that moves. */
export function filled(text, arrays) {
  return text.split(new RegExp(HOLE, "g")).reduce((parts, part, i, all) => {
    if (i % 3 === 0) parts.push(part);
    if (i % 3 === 1) parts.push(written(number(arrays, part), Number(all[i + 1])));
    return parts;
  }, []);
}

/** Writes the sentence into its place. */
export function tell(place, cases, arrays) {
  const lines = sentence(cases, arrays).map((text) => filled(text, arrays));
  const told = JSON.stringify(lines);
  if (place.told === told) return;
  place.told = told;
  place.replaceChildren(...lines.map((parts) => {
    const line = document.createElement("p");
    line.append(
      ...parts.map((part, i) => i % 2 ? Object.assign(document.createElement("b"), { textContent: part }) : part),
    );
    return line;
  }));
}
