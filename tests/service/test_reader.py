"""Readers without a browser: the sessions that the class measurement and the fault tests are made of."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.Exception_pb2 import Exception as Exception_
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Markdown_pb2 import Markdown
from streamlit.proto.NewSession_pb2 import NewSession

from harness.sessions.crowd import run
from harness.sessions.session import Session
from harness.sessions.tab import KEPT_FOR, Slider, Tab
from harness.sessions.wire import Lost

ELU = "/explore?fn=elu"


async def at_work(base, work, path=ELU, **options):
    session = Session(base, path, **options)
    try:
        await session.arrive()
        return await work(session)
    finally:
        await session.close()
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("path", "query", "sliders"),
    [
        (ELU, "fn=elu", 2),
        (f"{ELU}&alpha=0.5", "fn=elu&elu.alpha=0.5", 2),
        ("/", "", 2),
        ("/gallery", "", 1),
        ("/explore?fn=elu&code=torch", "fn=elu&code=torch", 2),
    ],
)
def test_a_release_reruns_its_fragment_and_reaches_the_address(lesson, path, query, sliders):
    async def release(session):
        assert len(session.tab.sliders) == sliders and session.tab.query == query
        for slider in session.tab.sliders.values():
            assert await session.move(slider, slider.at(7)) < 5
            assert session.tab.ran_fragments == (slider.fragment,)
            assert f"{slider.id.rpartition('-')[2]}={slider.at(7):g}" in session.tab.query
        assert session.socket.compressed and not session.tab.errors

    asyncio.run(at_work(lesson.url, release, path))


def test_a_reader_comes_back_to_the_same_page_after_a_cut(lesson):
    async def come_back(session):
        slider = next(iter(session.tab.sliders.values()))
        await session.move(slider, slider.at(9))
        known = session.tab.session_id
        session.cut()
        while not session.losses.returns or session.tab.running:
            await asyncio.sleep(0.05)
        await session.move(slider, slider.at(11))
        assert session.tab.query == f"fn=elu&elu.alpha={slider.at(11):g}"
        assert session.tab.session_id == known and session.losses.strangers == 0
        assert session.losses.cuts == session.losses.returns == 1

    asyncio.run(asyncio.wait_for(at_work(lesson.url, come_back, faithful=True), 20))


def test_a_move_during_a_cut_is_counted_as_lost(lesson):
    async def lose(session):
        slider = next(iter(session.tab.sliders.values()))
        session.cut()
        await asyncio.sleep(0.1)
        with pytest.raises(Lost):
            await session.move(slider, slider.at(3))
        assert session.losses.moves == 1 and not session.connected

    asyncio.run(at_work(lesson.url, lose))


def test_a_small_class_is_answered_without_errors(lesson):
    result = run(lesson.url, [ELU, "/why"], 4, 2, within=0.5, settle=0)
    assert len(result.arrivals) == 4 and len(result.moves) >= 3 and not result.errors and result.received
    assert len(result.moves) == len(result.late) and 0 < result.own < 1


def hear(tab, *, hash="", **content):
    """One message of the server, taken in by the tab."""
    message = ForwardMsg(hash=hash, **content)
    message.metadata.cacheable = bool(hash)
    return tab.hear(message.SerializeToString())


def delta(**element):
    return {"delta": Delta(new_element=Element(**element))}


def test_an_exception_on_the_page_is_an_error():
    tab = Tab("http://host", "/")
    hear(tab, **delta(exception=Exception_(type="ValueError", message="no")))
    assert tab.errors == ["ValueError: no"]


def test_large_messages_are_announced_for_two_more_runs():
    tab, announced = Tab("http://host", "/"), []
    for run_number in range(KEPT_FOR + 3):
        hear(tab, new_session=NewSession())
        if run_number == 0:
            hear(tab, hash="abc", **delta(markdown=Markdown(body="long")))
        assert hear(tab, script_finished=ForwardMsg.FINISHED_SUCCESSFULLY) == "finished"
        announced.append(list(BackMsg.FromString(tab.rerun()).rerun_script.cached_message_hashes))
    assert announced == [["abc"], ["abc"], [], [], []]


def test_a_reference_to_a_message_not_kept_is_an_error():
    tab = Tab("http://host", "/")
    hear(tab, ref_hash="abc")
    assert tab.errors


def test_a_run_that_was_interrupted_is_not_an_answer():
    tab = Tab("http://host", "/")
    assert hear(tab, new_session=NewSession()) == "started"
    assert hear(tab, script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN) == ""


def test_stops_of_a_slider_are_the_numbers_it_shows():
    slider = Slider("id", "", 0, 3, 0.01)
    assert slider.stops == 300 and slider.at(7) == 0.07 and slider.at(slider.stops) == 3
