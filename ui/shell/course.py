"""The course that leads through the lesson: where a reader is, the way on and back, and ways into it from elsewhere."""

from functools import cache

import streamlit as st

import content
from ui import chart, site
from ui.shell import page_shell
from ui.site import STEPS, WHY, Step
from ui.state import language, search

# which experiment shows best what a family of functions, or a topic of claims, is about
SHOWN_BY = {
    **{"threshold": "threshold", "sigmoidal": "depth", "rectifier": "depth", "exponential": "ranges"},
    **{"smooth_rectifier": "sparsity", "self_gated": "sparsity", "periodic": "ranges", "shrinkage": "sparsity"},
    **{"gated": "neuron", "distribution": "ranges", "row": "sparsity", "learned": "neuron"},
}
TOLD_BY = {
    **{"sigmoid": "depth", "tanh": "depth", "gradients": "depth", "relu": "depth", "leaky": "sparsity"},
    **{"elu": "ranges", "self_gated": "sparsity", "gated": "neuron", "softmax": "ranges", "pieces": "xor"},
    **{"theory": "xor", "practice": "threshold"},
}
ICONS = {"back": ":material/arrow_back:", "next": ":material/arrow_forward:"}
MOST = 3  # steps that a search names


def name(step: Step) -> str:
    """What a step is called in the reader's language."""
    say = language.reader(site.PAGES[step.page].words)
    return say(f"title_{step.experiment}" if step.experiment else "menu")


def here(page: str) -> Step:
    """The step that is on screen, as far as the course goes that way."""
    return Step(page, st.session_state["experiment"] if page == WHY else "")


def foot(page: str) -> None:
    """Below every page: how far the course has come, and one primary way on; elsewhere the way into it."""
    say, step = language.reader("ui"), here(page)
    chart.arrive("/".join(filter(None, (page, step.experiment))), "h2" if step.experiment else "h1")
    with st.container(key="screen_course"):
        if step not in STEPS:
            reached = STEPS[st.session_state.get("_step", 0)]
            page_shell.link(reached.page, say("course_resume", name=name(reached)), **reached.query)
            return
        at = st.session_state._step = STEPS.index(step)
        st.progress((at + 1) / len(STEPS), text=say("course_step", step=at + 1, steps=len(STEPS)))
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            if at:
                _way(STEPS[at - 1], step, "back")
            if at + 1 < len(STEPS):
                _way(STEPS[at + 1], step, "next")


def _way(to: Step, step: Step, which: str) -> None:
    """A link to another page; on the same page a button, because there the address is not what decides."""
    label, icon = language.reader("ui")(f"course_{which}", name=name(to)), ICONS[which]
    with st.container(key=f"course_{which}", width="content"):
        if to.page != step.page:
            st.page_link(site.PAGES[to.page].script, label=label, icon=icon, query_params=to.query or None)
        else:
            st.button(
                label,
                icon=icon,
                key=f"go_{which}",
                type="primary" if which == "next" else "tertiary",
                on_click=_go,
                args=(to.experiment,),
            )


def _go(experiment: str) -> None:
    st.session_state["experiment"] = experiment


def way_in(experiment: str) -> None:
    """One line: which step of the course this belongs to."""
    ways_in([Step(WHY, experiment)])


def ways_in(steps: list[Step]) -> None:
    """The first of some steps, each a line: where the course tells of what somebody looks for."""
    for step in steps[:MOST]:
        label = language.reader("ui")("course_belongs", step=STEPS.index(step) + 1, name=name(step))
        page_shell.link(step.page, label, **step.query)


def found(typed: str) -> list[Step]:
    """The steps whose question, title or keywords answer a search, best first."""
    wanted = search.query(typed)
    if wanted.blank:
        return []
    ranked = [(rank, step) for step in STEPS if (rank := search.best(wanted, _texts(step))) is not None]
    return [step for _, step in sorted(ranked, key=lambda pair: pair[0])]


@cache
def _texts(step: Step) -> list[search.Text]:
    unit = site.PAGES[step.page].words
    one = step.experiment
    slots = [f"ask_{one}", f"title_{one}", f"keys_{one}", f"see_{one}"] if one else ["title", "menu"]
    told = content.load(unit)
    return [search.read(text) for slot in slots if slot in told for text in content.in_every_language(unit, slot)]
