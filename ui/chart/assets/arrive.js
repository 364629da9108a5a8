// Whoever goes on to another step of the course begins at its top, with the focus on its heading.
let last; // where the reader was
let returned = false; // by the browser's own button: places.js scrolls to where that place was left

addEventListener("popstate", () => {
  returned = true;
});

export default function ({ data }) {
  const { at, heading } = data;
  const came = last !== undefined && last !== at && !returned;
  last = at;
  returned = false;
  if (!came) return;
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTop = 0;
  if (document.activeElement?.closest('[role="radiogroup"]')) return; // arrow keys go on from number to number
  const title = main.querySelector(heading);
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
