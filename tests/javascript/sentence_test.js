// The sentence beside a picture says what holds for the numbers drawn.
import { filled, sentence, written } from "../../ui/chart/assets/sentence.js";

function equal(found, expected) {
  const [a, b] = [found, expected].map((one) => JSON.stringify(one));
  if (a !== b) throw new Error(`${a} is not ${b}`);
}

const CASES = [
  { texts: ["flat"], when: { "point/slope": [-0.01, 0.01] } },
  { texts: ["falls"], when: { "point/slope": [null, 0] } },
  { texts: ["rises at {point/x:1}", "steigt"], when: {} },
];
const at = (slope) => ({ "point/slope": [slope], "point/x": [-2] });

Deno.test("the first case that holds is told, in every language", () => {
  equal(sentence(CASES, at(0.0099)), ["flat"]);
  equal(sentence(CASES, at(-0.01)), ["flat"]);
  equal(sentence(CASES, at(0.01)), CASES[2].texts);
  equal(sentence(CASES, at(-0.5)), ["falls"]);
  equal(sentence(CASES.slice(0, 2), at(3)), []);
});

Deno.test("a number that is not there holds for no limits", () => {
  equal(sentence(CASES, { "point/slope": [NaN] }), CASES[2].texts);
  equal(sentence(CASES, {}), CASES[2].texts);
});

Deno.test("numbers are filled in as print sets them", () => {
  equal(filled("at {point/x:1}, {point/slope:2}.", at(-0.001)), ["at ", "−2.0", ", ", "0.00", "."]);
  equal(filled("nothing", {}), ["nothing"]);
  equal(written(NaN, 2), "–");
  equal(written(-0.25, 1), "−0.3");
});
