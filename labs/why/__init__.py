"""The experiments on why networks need bending, in reading order: what each computes. `ui/why/` shows each by name."""

from labs.why import collapse, depth, neuron, ranges, sparsity, threshold, xor

LABS = {
    "collapse": collapse,
    "xor": xor,
    "neuron": neuron,
    "threshold": threshold,
    "depth": depth,
    "ranges": ranges,
    "sparsity": sparsity,
}
