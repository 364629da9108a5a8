// The menu beside the page: on a phone it makes way once a page is chosen, and closed it is out of the way of keys.
const narrow = matchMedia("(max-width: 768px)"); // where Streamlit lays it over the page

const menu = () => document.querySelector('[data-testid="stSidebar"]');
const open = () => menu()?.dataset.collapsed === "false";

function close() {
  if (open()) menu().querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

function settle() {
  const part = menu();
  if (part) part.inert = !open();
}

addEventListener("click", ({ target }) => {
  if (narrow.matches && target.closest?.('[data-testid="stSidebarNavLink"]')) setTimeout(close);
});
addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape" || !open() || !(narrow.matches || menu().contains(target))) return;
  close();
  setTimeout(() => document.querySelector('[data-testid="stExpandSidebarButton"]')?.focus(), 100);
});
new MutationObserver(settle).observe(document.body, {
  subtree: true,
  attributes: true,
  attributeFilter: ["data-collapsed"],
});
settle();

/** A sheet that is turned begins at its top. */
addEventListener("click", ({ target }) => {
  const turned = target.closest?.('[data-testid="stPagination"] button');
  if (turned) document.querySelector(".st-key-claims")?.scrollIntoView();
});
