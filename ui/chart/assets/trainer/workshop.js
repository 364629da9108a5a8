// A worker and the answers it owes. Wishes are answered in turn.
/** `news(message)` hears what the worker says unasked. Throws where there are no workers. */
export function workshop(news) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const owed = new Map();
  let last = 0;

  worker.onmessage = ({ data }) => {
    if (!owed.has(data.id)) return news(data);
    const { kept, failed } = owed.get(data.id);
    owed.delete(data.id);
    if (data.kind === "failed") failed(new Error(data.why));
    else kept(data);
  };
  worker.onerror = (event) => {
    for (const { failed } of owed.values()) failed(new Error(event.message ?? "no worker"));
    owed.clear();
  };

  return {
    ask: (wish) =>
      new Promise((kept, failed) => {
        owed.set(last += 1, { kept, failed });
        worker.postMessage({ ...wish, id: last });
      }),
    end: () => worker.terminate(),
  };
}
