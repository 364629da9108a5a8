// Notes what a page shows while networks learn: every new step, and how late it hears of the pointer.
(told) => {
  const seen = { steps: [], late: [] };
  window.seen = seen;
  const read = () => /\d+/.exec(document.querySelector(told)?.textContent ?? "")?.[0];
  const look = () => {
    const step = read();
    if (step !== undefined && step !== seen.steps.at(-1)) seen.steps.push(step);
    requestAnimationFrame(look);
  };
  look();
  addEventListener("pointermove", (event) => seen.late.push(performance.now() - event.timeStamp), true);
};
