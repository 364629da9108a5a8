// Plotly's own script, loaded once for all charts; a load that failed may be tried again.
let loading;

/** The script that the served page has asked for already (arrival.js takes away one that failed), or one of our own. */
function asked(url) {
  const early = document.querySelector("script[data-plotly]");
  const script = early ?? document.createElement("script");
  if (!early) {
    script.src = url;
    document.head.append(script);
  }
  return script;
}

export function plotly(url) {
  loading ??= window.Plotly ? Promise.resolve(window.Plotly) : new Promise((resolve, reject) => {
    const script = asked(url);
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => {
      script.remove();
      loading = undefined;
      reject(new Error("plotly.js did not load"));
    });
  });
  return loading;
}
