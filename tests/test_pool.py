"""The pool: fair to readers, equal wishes once, unwanted ones given up, and alive whatever the work does."""

import asyncio
import gc
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

import pytest

from tests import pool_work as work
from ui.server import wishes
from ui.server.pool import Cancelled, Full, Lost, Pool
from ui.server.pool.places import Places


@pytest.fixture(scope="module")
def pool():
    return Pool(1, most=6, each=3)


@pytest.fixture
def busy(pool):
    """A pool whose only process is at work for a moment."""
    wish = pool.ask(work.nap, 0.5)
    until(lambda: wish.started)
    return pool


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def alive(*pids):
    """Which processes there are still, those aside that only wait to be buried."""
    found = []
    for pid in pids:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if not (state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"):
                found.append(pid)
        except ProcessLookupError:
            pass
    return found


def order(places):
    found = []
    while len(places):
        found.append(places.take())
    return found


def test_readers_take_turns_and_each_ones_newest_wish_comes_first():
    places = Places(most=10, each=5)
    for wish in ("a1", "a2", "a3", "b1", "c1", "c2"):
        places.put(wish, wish[0])
    assert order(places) == ["a3", "b1", "c2", "a2", "c1", "a1"]


def test_many_readers_of_one_group_do_not_keep_another_waiting():
    places = Places(most=100, each=5)
    for i in range(50):
        places.put(f"flood{i}", i, "there")
    places.put("honest", 0, "here")
    assert order(places).index("honest") == 1


def test_places_are_bounded_and_the_oldest_wish_of_a_reader_gives_way():
    places = Places(most=3, each=2)
    assert [places.put(wish, "a") for wish in ("a1", "a2", "a3")] == [None, None, "a1"]
    places.put("b1", "b")
    with pytest.raises(Full):
        places.put("c1", "c")
    assert len(places) == 3
    places.drop("a2")
    places.drop("never there")
    assert order(places) == ["a3", "b1"]
    with pytest.raises(IndexError):
        places.take()


def test_equal_wishes_are_computed_once_and_later_ones_anew(busy):
    wishes = [busy.ask(work.once, reader=i) for i in range(20)]
    results = {wish.result(20) for wish in wishes}
    assert len(results) == 1
    assert busy.ask(work.once).result(20) not in results


def test_a_reader_who_wants_much_waits_behind_one_who_wants_little(busy):
    many = [busy.ask(work.nap, 0.01, f"many{i}", reader="many") for i in range(3)]
    one = busy.ask(work.nap, 0.01, "one", reader="one")
    done = sorted((wish.result(20) for wish in (*many, one)), key=lambda pair: pair[1])
    assert [name for name, _ in done] == ["many2", "one", "many1", "many0"]


def test_a_full_queue_says_so_at_once(busy):
    wishes = [busy.ask(work.nap, 0.0, str(i), reader=i) for i in range(6)]
    with pytest.raises(Full):
        busy.ask(work.nap, 0.0, "one too many", reader="new")
    wishes.append(busy.ask(work.nap, 0.0, "0", reader="joins what waits already"))
    assert [wish.result(20)[0] for wish in wishes] == ["0", "1", "2", "3", "4", "5", "0"]


def test_who_leaves_is_not_computed_for_unless_others_want_the_same(busy):
    with busy.ask(work.once, reader="a") as left:
        pass
    with pytest.raises(Cancelled):
        left.result(0)
    first, second = busy.ask(work.once, reader="a"), busy.ask(work.once, reader="b")
    first.leave()
    first.leave()
    assert second.result(20)
    assert len(busy) == 0


def test_work_under_way_tells_how_far_it_is_and_is_given_up(pool, tmp_path):
    with pool.ask(work.steps, str(tmp_path)) as wish:
        until(lambda: wish.progress > 0.01)
        assert wish.started and wish.progress < 1
    until((tmp_path / "given up").exists)
    assert pool.ask(work.once).result(20)


def test_work_that_does_not_listen_ends_with_its_process(pool, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.server.pool.pool.GRACE", 0.1)
    with pool.ask(work.deaf, str(tmp_path)):
        until((tmp_path / "begun").exists)
    start = time.monotonic()
    assert pool.ask(work.once).result(20)
    assert time.monotonic() - start < 20


def test_a_process_that_dies_is_told_and_replaced(pool):
    with pytest.raises(Lost):
        pool.ask(work.die).result(20)
    assert pool.ask(work.once).result(20)


def test_errors_of_the_work_come_back_whatever_they_are(pool):
    with pytest.raises(OSError, match="of the work itself"):
        pool.ask(work.print_and_fail).result(20)
    with pytest.raises(RuntimeError, match="Odd: cannot be pickled"):
        pool.ask(work.fail_oddly).result(20)
    assert pool.ask(work.once).result(20)


def test_processes_without_work_end_and_come_back():
    pool = Pool(1, idle=0.05)
    pid = pool.ask(os.getpid).result(20)
    until(lambda: not pool.pids() and not alive(pid))
    assert pool.ask(work.once).result(20)


def test_processes_end_with_the_server():
    code = (
        "from ui.server.pool import Pool; from tests import pool_work as w; import os, time\n"
        "p = Pool(1); a = p.ask(w.nap, 30); \nwhile not a.started: time.sleep(.01)\n"
        "print(*p.pids(), flush=True); os._exit(0)"
    )
    root = Path(__file__).parents[1]
    found = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", timeout=30)
    until(lambda: not alive(int(found.stdout)))


class Gone:
    """A request whose reader has left already."""

    headers: ClassVar = {}
    cookies: ClassVar = {}
    client = None

    async def receive(self):
        return {"type": "http.disconnect"}


def test_a_reader_who_goes_leaves_the_wish_and_nothing_in_the_log(busy):
    said = []

    async def go():
        asyncio.get_running_loop().set_exception_handler(lambda _, told: said.append(told))
        with pytest.raises(Full):
            await wishes.granted(Gone(), busy, work.once)
        await asyncio.sleep(0.05)  # what the pool says reaches the loop
        gc.collect()

    asyncio.run(go())
    assert not said and len(busy) == 0
