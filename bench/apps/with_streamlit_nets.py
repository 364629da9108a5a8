"""Networks that train in Streamlit, as its guides draw what goes on: a loop that writes into one place."""

import streamlit as st

from bench.apps import nets

picture, told = st.empty(), st.empty()
for step, figure in nets.race():
    picture.plotly_chart(figure, key=f"picture_{step}")
    told.markdown(f"step {step}")
