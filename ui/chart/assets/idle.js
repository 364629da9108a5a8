// When the browser has time for what nobody sees yet. Safari has no requestIdleCallback: there, soon.
const SOON = 50; // ms
const native = "requestIdleCallback" in window;

export const whenIdle = native ? (run) => requestIdleCallback(run, { timeout: 2000 }) : (run) => setTimeout(run, SOON);
export const cancelIdle = native ? (handle) => cancelIdleCallback(handle) : clearTimeout;
