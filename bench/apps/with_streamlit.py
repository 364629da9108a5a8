"""ELU and its derivative the way Streamlit's own tutorial would write it: a slider, a figure, a line of numbers."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

st.title("ELU")
alpha = st.slider("alpha", 0.0, 4.0, 1.0, 0.05)

x = np.linspace(-6, 6, 401)
f = np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))
slope = np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))

figure = go.Figure()
figure.add_scatter(x=x, y=f, name="f")
figure.add_scatter(x=x, y=slope, name="f′")
figure.update_layout(height=420, xaxis_title="x")
st.plotly_chart(figure)
st.write(f"f(−1) = {alpha * np.expm1(-1):.4f}, f′(−1) = {alpha * np.exp(-1):.4f}, smallest value {f.min():.4f}")
