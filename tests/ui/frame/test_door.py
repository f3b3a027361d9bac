"""Deeds and looks go through the door to the store's thread and come back on the window's."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from app.deeds.ticket import issue
from app.folds.ticket import Ticket
from app.ports import Look, Work
from app.refusal import Refusal
from tests.timing import quickest
from tests.ui.shell import Shell
from ui.bootstrap import Desk
from ui.frame import door as door_module
from ui.frame import errand_thread
from ui.frame.door import Door


def take(work: Work) -> Ticket:
    return issue(work, "35")


def unknown(work: Work) -> Ticket:
    return issue(work, "no such code")


def stumble(_: object) -> NoReturn:
    raise ZeroDivisionError


def name_of(look: Look) -> str:
    return look.office.described.name


def test_a_deed_is_done_elsewhere_and_told_here(qtbot: QtBot, door: Door) -> None:
    threads: list[str] = []
    told: list[Ticket] = []

    def deed(work: Work) -> Ticket:
        threads.append(threading.current_thread().name)
        return take(work)

    def then(ticket: Ticket) -> None:
        threads.append(threading.current_thread().name)
        told.append(ticket)

    with qtbot.waitSignal(door.happened) as happened:
        door.do(deed, then)
        busy = [door.busy]
    qtbot.waitUntil(lambda: bool(told))
    busy.append(door.busy)
    assert busy == [True, False]
    assert threads == ["store", "MainThread"]
    assert told[0].label
    assert [recorded.entity for recorded, _ in happened.args[0]] == [told[0].id]


def test_a_deed_is_done_in_the_clerks_name(qtbot: QtBot, door: Door) -> None:
    known: list[str] = []
    door.look(lambda look: next(iter(look.office.clerks.values())).clerk, known.append)
    qtbot.waitUntil(lambda: bool(known))
    door.clerk = known[0]
    with qtbot.waitSignal(door.happened) as happened:
        door.do(take)
    assert {recorded.clerk for recorded, _ in happened.args[0]} == {known[0]}


def test_a_look_gives_what_stands(qtbot: QtBot, door: Door) -> None:
    told: list[str] = []
    door.look(name_of, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0]


def test_of_looks_with_one_topic_only_the_last_answers(qtbot: QtBot, door: Door) -> None:
    told: list[int] = []
    for number in range(50):
        door.look(lambda _, number=number: number, told.append, topic="queue")  # type: ignore[misc]
    door.look(lambda _: -1, told.append)
    qtbot.waitUntil(lambda: -1 in told)
    assert told == [49, -1]


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, door: Door) -> None:
    told: list[Refusal] = []
    door.do(unknown, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "service_unknown"
    assert not door.busy


def test_a_refusal_that_nobody_takes_is_told_to_all(qtbot: QtBot, door: Door) -> None:
    with qtbot.waitSignal(door.refused) as refused:
        door.do(unknown)
    assert refused.args[0].code == "service_unknown"


@pytest.mark.expected_log("ZeroDivisionError")
def test_a_bug_is_logged_and_told_and_work_goes_on(qtbot: QtBot, door: Door) -> None:
    with qtbot.waitSignal(door.failed) as failed:
        door.do(stumble)
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert not door.busy
    with qtbot.waitSignal(door.happened):
        door.do(take)


@pytest.mark.expected_log("ZeroDivisionError")
def test_a_look_that_fails_does_not_end_the_wait_for_a_deed(qtbot: QtBot, door: Door) -> None:
    door.do(take)
    door.do(take)
    with qtbot.waitSignal(door.failed):
        door.look(stumble, print)
    with qtbot.waitSignal(door.failed):
        door.look(stumble, print)
    assert not door.busy


def test_a_deed_that_waits_for_another_program_is_spoken_of(
    qtbot: QtBot, door: Door, opening: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opening()
    with other.journal.work(), qtbot.waitSignal(door.slow) as slow:
        door.do(take)
    assert slow.args == [True]
    with qtbot.waitSignal(door.slow) as slow:
        pass
    assert slow.args == [False]
    assert not door.busy
    other.close()


def test_what_waits_behind_something_kept_quietly_is_spoken_of(
    qtbot: QtBot, door: Door, opening: Callable[[], Desk]
) -> None:
    other = opening()
    told: list[str] = []
    with other.journal.work():
        with qtbot.waitSignal(door.slow) as slow:
            door.do(take, quietly=True)
            door.look(name_of, told.append, awaited=True)
        assert slow.args == [True]
        assert told == []
    with qtbot.waitSignal(door.slow) as slow:
        pass
    assert slow.args == [False]
    other.close()


def test_many_quick_deeds_after_another_are_not_slow(qtbot: QtBot, door: Door) -> None:
    done: list[Ticket] = []
    began = monotonic()

    def again(ticket: Ticket) -> None:
        done.append(ticket)
        door.do(take, again) if monotonic() - began < 0.7 else None
        door.do(take, quietly=True)

    with qtbot.assertNotEmitted(door.slow):
        door.do(take, again)
        qtbot.waitUntil(lambda: monotonic() - began > 0.7 and not door.busy)


def test_a_quick_deed_is_not_spoken_of(qtbot: QtBot, door: Door) -> None:
    with qtbot.assertNotEmitted(door.slow), qtbot.waitSignal(door.happened):
        door.do(take)


def test_what_another_program_commits_is_heard_within_300_ms(
    qtbot: QtBot, door: Door, opening: Callable[[], Desk]
) -> None:
    other = opening()

    def heard() -> None:
        signal = qtbot.waitSignal(door.happened)
        with signal as happened, other.journal.work() as work:
            ticket = take(work)
        assert happened.args[0][0][0].entity == ticket.id

    assert quickest(heard, 0.3) < 0.3
    other.close()


def test_while_much_comes_it_looks_less_often(
    qtbot: QtBot, door: Door, opening: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errand_thread, "FLOOD", 2)
    monkeypatch.setattr(errand_thread, "BREATH", 0.6)
    other = opening()

    def heard(tickets: int) -> float:
        with qtbot.waitSignal(door.happened), other.journal.work() as work:
            for _ in range(tickets):
                take(work)
        return monotonic()

    first = heard(3)
    second = heard(1)
    third = heard(1)
    other.close()
    assert second - first > 0.4
    assert third - second < 0.4


def test_closing_finishes_what_was_asked_and_leaves_no_thread(
    qtbot: QtBot, opening: Callable[[], Desk], office: Shell
) -> None:
    before = office.events()
    door = Door(opening)
    told: list[Ticket] = []
    for _ in range(3):
        door.do(take, told.append)
    door.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "store"]
    assert office.events() == before + 3
    assert told == [], "nobody is called back any more"


def test_a_store_that_cannot_be_opened_is_told(qtbot: QtBot, nowhere: Shell) -> None:
    def open_nothing() -> Desk:
        raise Refusal("store_missing", folder=str(nowhere.data))

    door = Door(open_nothing)
    with qtbot.waitSignal(door.unopened) as unopened:
        pass
    assert unopened.args[0].code == "store_missing"
    door.close()


def test_news_that_cannot_be_read_are_spoken_of_once(
    qtbot: QtBot, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Refusal] = []
    door.refused.connect(told.append)

    def deaf(_: Desk) -> NoReturn:
        raise Refusal("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "news", deaf)
        for number in range(5):
            heard: list[int] = []
            door.look(lambda _, number=number: number, heard.append)  # type: ignore[misc]
            qtbot.waitUntil(lambda heard=heard: bool(heard))  # type: ignore[misc]
    with qtbot.waitSignal(door.happened):
        door.do(take)
    assert [refusal.code for refusal in told] == ["disk_full"]


def test_the_window_is_told_that_something_is_slow_well_within_a_second() -> None:
    assert door_module.SLOW < 1
