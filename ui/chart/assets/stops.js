// The arithmetic of Streamlit's sliders: where a thumb is, which value that is. Nothing of the page.

/** The value at a share of the track (anything beyond its ends is the end), rounded as the slider shows it. */
export function valueAt(share, low, high, step, decimals) {
  const stop = Math.round((Math.min(1, Math.max(0, share)) * (high - low)) / step) * step + low;
  return Number(Math.min(high, Math.max(low, stop)).toFixed(decimals));
}

/** How many digits a step has behind the point, as it is written. */
export const decimals = (step) => step.split(".")[1]?.length ?? 0;
