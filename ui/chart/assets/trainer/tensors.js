// Arrays by name in the format of safetensors (https://github.com/huggingface/safetensors): a length, a head in JSON,
// and the numbers as they stand in memory.
const KINDS = { F64: Float64Array, I32: Int32Array };

/** The arrays of a buffer: name -> { shape, data }. */
export function tensors(buffer) {
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const found = {};
  for (const [name, { dtype, shape, data_offsets: [from, to] }] of Object.entries(head)) {
    found[name] = { shape, data: new KINDS[dtype](buffer.slice(8 + length + from, 8 + length + to)) };
  }
  return found;
}
