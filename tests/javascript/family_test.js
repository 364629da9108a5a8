// What the browser draws of the bytes it gets is what the lesson has drawn; what fails is asked for again in time.
import { family } from "../../ui/chart/assets/family.js";

const { families } = JSON.parse(Deno.readTextFileSync(Deno.env.get("CASES")));
const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
const flat = (array) => (ArrayBuffer.isView(array) ? [...array] : array.flatMap((row) => [...row]));

/** A family whose requests are answered by `answer(url)`; `settled()` waits for the next one to arrive or to fail. */
function served({ url, names }, answer) {
  const asked = [];
  let arrived;
  globalThis.fetch = (address) => {
    asked.push(address);
    return Promise.resolve(answer(address));
  };
  const made = family({ url, names }, (error) => arrived?.(error));
  return { made, asked, settled: () => new Promise((done) => (arrived = done)) };
}

function equal(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
}

function near(found, wanted, { tolerance, limit }, what) {
  equal(found.length, wanted.length, `${what}, length`);
  found.forEach((value, i) => {
    const exact = wanted[i];
    if (exact === null ? !Number.isNaN(value) : Math.abs(exact) < limit && !(Math.abs(value - exact) <= tolerance)) {
      throw new Error(`${what} [${i}]: ${value} is not ${exact}`);
    }
  });
}

for (const one of families) {
  Deno.test(`${one.url}: every place of its sliders is drawn as the lesson draws it`, async () => {
    const { made, settled } = served(one, () => new Response(bytes(one.bytes)));
    equal(made.at(one.point), null, "before anything has come");
    equal(await settled(), undefined, "an error");
    for (const { point, arrays } of one.drawings) {
      const drawn = made.at(point);
      for (const [name, { values, tolerance }] of Object.entries(arrays)) {
        near(
          flat(drawn[name]),
          values,
          { tolerance, limit: one.limit ?? Infinity },
          `${name} at ${JSON.stringify(point)}`,
        );
      }
    }
  });
}

const several = families.find(({ names }) => names.length > 1);

Deno.test("what is too far is asked for once, where things are now, and along the slider that was approached", async () => {
  const again = { ...several, url: `${several.url}&far` };
  const { made, asked, settled } = served(again, () => new Response(bytes(several.bytes)));
  made.at(several.point);
  made.at(several.point);
  await settled();
  const [first, second] = several.names;
  const far = { ...several.point, [first]: several.drawings.at(-1).point[first] + 0.25, [second]: 0.25 };
  equal(made.at(far), null, "two sliders away");
  equal(asked.length, 2, "requests");
  await settled();
  equal(made.at(far) === null, false, "it has come");
  made.prepare({ ...far, [second]: 0.5 }, first);
  equal(asked.at(-1).includes(`~${first}?`), true, "the axis stands in the address");
  equal(asked.at(-1).includes(`&${second}=0.5`), true, "and so does where the others are");
  equal(asked.at(-1).includes(`&${first}=`), false, "but not where it is itself");
});

Deno.test("what has failed is told, and not asked for again by mere moving until it is woken", async () => {
  const failing = { ...several, url: `${several.url}&fails` };
  const { made, asked, settled } = served(failing, () => new Response("", { status: 503 }));
  made.at(several.point);
  equal((await settled()).message, "503", "the error");
  made.at(several.point);
  equal(asked.length, 1, "requests while it rests");
  made.wake();
  made.at(several.point);
  equal(asked.length, 2, "requests once it is woken");
  await settled();
});
