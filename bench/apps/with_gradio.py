"""The page in Gradio, run with Python: an event at every move, sent at once and without a sign of progress."""

import os

import gradio as gr
import plotly.graph_objects as go

from bench.apps import elu


def show(alpha):
    return go.Figure(elu.figure(alpha)), elu.numbers(alpha)


with gr.Blocks() as demo:
    gr.Markdown(f"# {elu.TITLE}")
    alpha = gr.Slider(elu.LOW, elu.HIGH, elu.START, step=elu.STEP, label="α")
    picture = gr.Plot(go.Figure(elu.figure(elu.START)))
    numbers = gr.Markdown(elu.numbers(elu.START), elem_id="numbers")
    alpha.input(show, alpha, [picture, numbers], queue=False, show_progress="hidden", trigger_mode="always_last")

if __name__ == "__main__":
    demo.launch(server_port=int(os.environ["PORT"]))
