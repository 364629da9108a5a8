// Plotly's own script, loaded once for all charts; a load that failed may be tried again.
let loading;

export function plotly(url) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      script.remove();
      loading = undefined;
      reject(new Error("plotly.js did not load"));
    };
    document.head.append(script);
  });
  return loading;
}
