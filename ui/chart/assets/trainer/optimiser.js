// Rules by which weights go downhill, as in labs/training/optimisers.py.
const SQUARE_KEPT = 0.999;
const TINY = 1e-8;

/** Take a share off the weights, not off the biases. */
function shrink({ layers, params }, share) {
  if (!share) return;
  for (const { weights, biases } of layers) for (let k = weights; k < biases; k++) params[k] *= 1 - share;
}

/** Shorten the gradient to a norm of at most `most`. */
function clip(grads, most) {
  if (!(most > 0 && most < Infinity)) return; // 0 is no limit
  let squares = 0;
  for (let k = 0; k < grads.length; k++) squares += grads[k] * grads[k];
  const share = most / Math.max(Math.sqrt(squares), most);
  for (let k = 0; k < grads.length; k++) grads[k] *= share;
}

/**
 * `rule` is "adam" or "momentum" (of which `kept` 0 is plain descent). What it remembers is `state`, arrays that may be
 * copied and written back; `steps` how many it has taken.
 */
export function optimiser({ rule, rate, kept = 0.9, decay = 0, most = Infinity }, size) {
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  const own = { state: [mean, square], steps: 0, step };

  function step(net) {
    const { params, grads } = net;
    clip(grads, most);
    shrink(net, rate * decay);
    own.steps += 1;
    if (rule === "momentum") {
      for (let k = 0; k < size; k++) params[k] += mean[k] = kept * mean[k] - rate * grads[k];
      return;
    }
    const grown = 1 - kept ** own.steps;
    const settled = Math.sqrt(1 - SQUARE_KEPT ** own.steps);
    for (let k = 0; k < size; k++) {
      mean[k] += (1 - kept) * (grads[k] - mean[k]);
      square[k] += (1 - SQUARE_KEPT) * (grads[k] * grads[k] - square[k]);
      params[k] -= rate / grown * mean[k] / (Math.sqrt(square[k]) / settled + TINY);
    }
  }
  return own;
}
