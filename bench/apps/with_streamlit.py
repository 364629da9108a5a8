"""The page in Streamlit, run with `streamlit run`."""

import streamlit as st

from bench.apps import elu

st.title(elu.TITLE)
alpha = st.slider("α", elu.LOW, elu.HIGH, elu.START, elu.STEP)
st.plotly_chart(elu.figure(alpha), key="picture")
st.markdown(elu.numbers(alpha))
