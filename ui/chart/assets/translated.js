// Browsers translate a page by putting <font> elements in the place of its texts. React goes on writing into the texts
// it made, so a translated page would keep its old words and numbers, or break when React takes a text away. Here a
// text that changes comes back into its place, where the browser translates it anew.
const WRAPPER = "FONT";
const standIns = new WeakMap(); // of each text that was taken out of the page
const texts = new MutationObserver((changes) => new Set(changes.map(({ target }) => target)).forEach(restore));

function restore(text) {
  const standIn = standIns.get(text);
  if (text.isConnected || !standIn?.isConnected) return; // the new words are seen where the text is now
  standIns.delete(text);
  standIn.replaceWith(text);
}

/** The wrapper that a text is in now, or that was put beside its place. */
function wrapper({ target, previousSibling, nextSibling, addedNodes }, text) {
  let outermost = text;
  while (outermost && outermost.parentNode !== target) outermost = outermost.parentNode;
  const near = [outermost, ...addedNodes, previousSibling, nextSibling];
  return near.find((node) => node?.nodeName === WRAPPER && node.parentNode === target);
}

new MutationObserver((changes) => {
  for (const change of changes) {
    for (const text of change.removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.parentNode === change.target) continue;
      const standIn = wrapper(change, text);
      if (!standIn) continue;
      standIns.set(text, standIn);
      texts.observe(text, { characterData: true });
    }
  }
}).observe(document.body, { subtree: true, childList: true });

/** What stands where React believes a node to be. */
function present(parent, node) {
  if (!node || node.parentNode === parent) return node;
  const standIn = standIns.get(node);
  return standIn?.parentNode === parent ? standIn : null;
}

const { removeChild, insertBefore } = Node.prototype;
const removed = (parent, node) => node?.nodeType === Node.TEXT_NODE && node.parentNode !== parent;

Node.prototype.removeChild = function (child) {
  if (!removed(this, child)) return removeChild.call(this, child);
  const standIn = present(this, child);
  if (standIn) removeChild.call(this, standIn);
  return child;
};

Node.prototype.insertBefore = function (node, before) {
  return insertBefore.call(this, node, removed(this, before) ? present(this, before) : before);
};
