// What is said to readers who do not see the page change: politely, one thing at a time.
const place = document.querySelector("body > .unseen") ?? document.createElement("div"); // each component has this module
place.className = "unseen";
place.setAttribute("role", "status");
document.body.append(place);

export function say(text) {
  place.textContent = text;
}
