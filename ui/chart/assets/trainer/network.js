// A multilayer perceptron with one output, forward and backward, on typed arrays; labs/training/networks.py in a browser.

/** The losses: what a row of outputs costs on average, and the derivative by each output, which `back` is filled with. */
export const LOSSES = {
  cross_entropy(outputs, wanted, back) {
    let sum = 0;
    for (let n = 0; n < outputs.length; n++) {
      const z = outputs[n];
      sum += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - wanted[n] * z;
      back[n] = (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))) - wanted[n];
    }
    return sum / outputs.length;
  },
  squared_error(outputs, wanted, back) {
    let sum = 0;
    for (let n = 0; n < outputs.length; n++) {
      const missed = outputs[n] - wanted[n];
      sum += missed * missed;
      back[n] = 2 * missed;
    }
    return sum / outputs.length;
  },
};

/** The layers of a network of these widths: how many numbers come in and go out, and where its weights and biases lie. */
export function layout(widths) {
  const layers = [];
  let at = 0;
  for (let l = 0; l + 1 < widths.length; l++) {
    const [inputs, outputs] = [widths[l], widths[l + 1]];
    layers.push({ inputs, outputs, weights: at, biases: at + inputs * outputs });
    at += (inputs + 1) * outputs;
  }
  return { layers, size: at };
}

/**
 * `widths` from the inputs to the single output; `params` holds the weights and biases of one layer after the other,
 * `bends` a curve for each hidden layer, or one for each way: `{ forward, backward }`.
 */
export function network(widths, params, bends) {
  const { layers, size } = layout(widths);
  const grads = new Float64Array(size);
  const rooms = new Map(); // arrays for so many points
  let shown = null;

  function room(count) {
    if (!rooms.has(count)) {
      const each = (of) => layers.map((layer) => new Float64Array(count * of(layer)));
      const outward = ({ outputs }) => outputs;
      rooms.set(count, {
        sums: each(outward),
        own: each(outward), // slopes of the functions themselves
        lent: each(outward), // those of surrogates
        slopes: [], // those that lead back
        backs: each(outward),
        acts: each(outward),
        spare: each(outward),
      });
    }
    return rooms.get(count);
  }

  /** The outputs for `count` points; what has entered and left each layer stays until the next call for as many. */
  function forward(x, count) {
    const { sums, own, lent, slopes, acts, spare } = room(count);
    let entering = x;
    layers.forEach(({ inputs, outputs, weights, biases }, l) => {
      const z = sums[l];
      for (let n = 0; n < count; n++) {
        const row = n * outputs;
        for (let o = 0; o < outputs; o++) z[row + o] = params[biases + o];
        for (let i = 0; i < inputs; i++) {
          const value = entering[n * inputs + i];
          const column = weights + i * outputs;
          for (let o = 0; o < outputs; o++) z[row + o] += value * params[column + o];
        }
      }
      if (l + 1 < layers.length) {
        const { forward: there, backward } = ways(bends[l]);
        there.apply(z, acts[l], own[l]);
        if (backward !== there) backward.apply(z, spare[l], lent[l]);
        slopes[l] = backward === there ? own[l] : lent[l];
        entering = acts[l];
      }
    });
    shown = { x, count };
    return sums.at(-1);
  }

  /** The mean loss of the points last sent forward; `grads` are its derivatives afterwards. */
  function backward(wanted, loss) {
    const { x, count } = shown;
    const { sums, slopes, backs, acts } = room(count);
    const cost = loss(sums.at(-1), wanted, backs.at(-1));
    for (let n = 0; n < count; n++) backs.at(-1)[n] /= count;
    grads.fill(0);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { inputs, outputs, weights, biases } = layers[l];
      const [back, entering] = [backs[l], l ? acts[l - 1] : x];
      for (let n = 0; n < count; n++) {
        const row = n * outputs;
        for (let o = 0; o < outputs; o++) grads[biases + o] += back[row + o];
        for (let i = 0; i < inputs; i++) {
          const value = entering[n * inputs + i];
          const column = weights + i * outputs;
          for (let o = 0; o < outputs; o++) grads[column + o] += value * back[row + o];
        }
        if (!l) continue;
        for (let i = 0; i < inputs; i++) {
          const column = weights + i * outputs;
          let sum = 0;
          for (let o = 0; o < outputs; o++) sum += back[row + o] * params[column + o];
          backs[l - 1][n * inputs + i] = sum * slopes[l - 1][n * inputs + i];
        }
      }
    }
    return cost;
  }

  return { layers, params, grads, bends, forward, backward, room };
}

const ways = (bend) => bend.forward ? bend : { forward: bend, backward: bend };
