"""What may go wrong at a counter: killed, closed, no printer, no disk, another program's lock."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from app.deeds.call import call_next
from app.deeds.spool import set_printers
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.ports import Work
from app.spooling.printers import Printers, named_printers
from tests.printing.pretend import pretend_printer
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import ROOT, Shell
from ui.counter.keys import COUNTER_KEYS

NAME = "سیده فاطمه زهرا حسینی طباطبایی نژاد اصل لاهیجانی"
LOST = 0.5
"""Seconds of typing that a kill may cost on a slow machine; a quick one loses an eighth."""

STALL = 300
"""Milliseconds; a thread that waits for a disk, a lock or a printer stands for seconds."""

Stalls = Callable[[], float]


@contextmanager
def watched(clerk: Clerk) -> Iterator[Stalls]:
    """Gives the longest time, in milliseconds, in which the window's thread did not turn, without
    that in which it would have and other programs had the processor.
    """
    longest, last = 0.0, perf_counter() - _kept_waiting()

    def beat() -> None:
        nonlocal longest, last
        now = perf_counter() - _kept_waiting()
        longest, last = max(longest, now - last), now

    timer = QTimer(clerk.window, interval=5)
    timer.timeout.connect(beat)
    timer.start()
    yield lambda: longest * 1000
    timer.stop()


def _kept_waiting() -> float:
    """Seconds that this thread has stood in the kernel's queue for a processor; Linux tells."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


# -- the program ends ------------------------------------------------------------------------------


def test_what_was_half_done_is_back_after_closing_by_mistake(sits: Sits) -> None:
    clerk = sits()
    given = clerk.calls("8")
    clerk.identifies()
    clerk.hit("Ctrl+3", "Space", "Enter", "Delete")
    before = clerk.state
    clerk.window.desk.sheet.details.enter()
    clerk.type("چالو")
    clerk.window.close()
    clerk.door.close()

    again = sits()
    assert again.visit.id == given.id
    sheet = again.state.sheet
    assert (sheet.identified, sheet.name) == (NOBODY[0], NOBODY[1])
    assert sheet.marks == before.sheet.marks
    assert list(sheet.details.values()) == ["چالو"]
    assert "کار ناتمام" in again.said
    assert again.state.person is not None
    again.hit("F6")
    again.window.desk.sheet.details.enter()
    again.type("س")
    assert list(again.state.sheet.details.values()) == ["چالو", "س"]


@pytest.mark.parametrize("steps", ["", "Enter", "Ctrl+3", "Ctrl+2"])
def test_the_focus_is_back_where_it_was(sits: Sits, steps: str) -> None:
    clerk = sits()
    clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.details.enter()
    clerk.type("چالو")
    clerk.hit(*filter(None, [steps]))
    place = clerk.window.desk.sheet.order.index(clerk.focus)
    clerk.window.close()
    clerk.door.close()

    again = sits()
    again.waits(lambda: again.state.identified and not again.state.busy)
    again.rest()
    assert again.window.desk.sheet.order.index(again.focus) == place


def test_the_focus_is_back_where_it_was_when_a_held_client_comes_again(clerk: Clerk) -> None:
    given = clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.details.enter()
    clerk.type("چالو")
    field = clerk.focus
    clerk.hit("F11")
    clerk.type("5")
    clerk.hit("Enter")
    assert clerk.free
    clerk.hit("Ctrl+1", "Enter")
    if clerk.question:
        clerk.type("بازگشت")
        clerk.hit("Enter")
    assert clerk.visit.id == given.id
    clerk.rest()
    assert clerk.focus is field


def test_a_registered_request_is_still_to_be_told_after_a_restart(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    clerk.calls()
    tracking = clerk.registers()
    clerk.window.close()
    clerk.door.close()
    again = sits(printers=Printers())
    assert again.state.sheet.registered == tracking
    assert [job.kind for job in again.state.jobs if not job.ended] == ["receipt"]
    again.hit("F8")
    assert "ثبت شده است" in again.said
    assert again.looks(lambda look: len(look.requests_by(NOBODY[0]))) == 1


@pytest.mark.parametrize("turn", range(3))
def test_a_kill_at_any_moment_of_typing_costs_a_blink(sits: Sits, office: Shell, turn: int) -> None:
    office.done("issue", "--service", "27")
    keys = random.Random(turn).randint(30, len(NAME) - 5)  # what came before them is long saved
    with subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(office.data), NOBODY[0], NAME],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        typed = [float(child.stdout.readline()) for _ in range(keys)]
        child.kill()
        killed = monotonic()
        typed += [float(line) for line in child.stdout if line.endswith("\n")]

    clerk = sits()
    sheet = clerk.state.sheet
    assert sheet.identified == NOBODY[0]
    assert list(sheet.marks.values()) == ["received"]
    assert NAME.startswith(sheet.name)
    assert len(sheet.name) >= len(NAME[: sum(at < killed - LOST for at in typed)].strip())
    assert clerk.state.begun
    clerk.window.desk.sheet.applicant.name.setFocus()
    clerk.type(NAME[len(sheet.name) :])
    clerk.rest()
    assert clerk.state.sheet.name == NAME
    clerk.hit("F6", "F8", "F2")
    assert clerk.news().count("RequestRegistered") == 1
    office.verified()


_TYPING = """
import sys
from pathlib import Path
from time import monotonic
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.keyboard import press, types
from tests.ui.shell import HandClock
from ui.cli.windows import House
from ui.start import Start

folder, code, name = sys.argv[1:]
application = QApplication([])
start = Start(application, House(Path(folder), HandClock()), "counter:1")
letters = iter(name)

def then(act, until):
    timer = QTimer(application, interval=5)
    def look():
        if until():
            timer.stop()
            act()
    timer.timeout.connect(look)
    timer.start()

def call():
    press(Qt.Key.Key_F2, widget=start.window)
    counter = start.window.counter
    then(identify, lambda: counter.state.visit is not None and not counter.state.busy)

def identify():
    types(code)
    press(Qt.Key.Key_Return)
    then(tick, lambda: start.window.counter.state.person is not None)

def tick():
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Space, text=" ")
    start.window.desk.sheet.applicant.name.setFocus()
    typing.start()

def letter():
    one = next(letters, "")
    if one:
        types(one)
        print(monotonic(), flush=True)

typing = QTimer(application, interval=20)
typing.timeout.connect(letter)
start.shown.connect(lambda window: then(call, lambda: window.counter.state.loaded))
start.begin()
application.exec()
"""


# -- printers --------------------------------------------------------------------------------------


def test_a_dead_printer_stops_nobody(sits: Sits) -> None:
    dead = "tcp://127.0.0.1:9"
    clerk = sits(printers=named_printers(roll=dead, page=dead), prints=True)
    given = clerk.calls()
    with watched(clerk) as stalled:
        clerk.registers()
        clerk.waits(lambda: "در دسترس نیست" in clerk.window.status.accessibleName())
        clerk.waits(lambda: "roll" in clerk.state.conditions)  # either may be heard of first
        clerk.hit("F12")
    assert "چاپ نشده" in clerk.question
    clerk.hit("Enter")
    assert clerk.ticket(given).state == "finished"
    assert stalled() < STALL


def test_the_status_bar_follows_what_is_named_while_the_printers_are_open(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    clerk.calls()
    clerk.registers()
    status, page = clerk.window.status, clerk.window.beside._printer
    assert "چاپگری تعیین نشده" in status.accessibleName()
    clerk.hit("Ctrl+9")
    page.printers.setFocus()
    clerk.press("F4")
    clerk.waits(lambda: clerk.choosing)
    clerk.type("192.0.2.7")
    clerk.hit("Enter")
    clerk.type("1")
    clerk.waits(lambda: "تعیین نشده" not in status.accessibleName())
    assert "چاپگر رول: هنوز آزموده نشده" in status.accessibleName()
    assert "چاپگر کاغذ: ندارد" in status.accessibleName()
    clerk.waits(lambda: bool(page.printers.rows[0].cells[2].text))
    roll, paper = page.printers.rows[:2]
    assert [cell.colour for cell in (roll.cells[-1], paper.cells[-1])] == ["ink_2", "ink_2"]


def test_the_status_bar_follows_what_a_printer_tells_while_the_printers_are_open(
    sits: Sits,
) -> None:
    clerk = sits(printers=Printers())
    status = clerk.window.status
    clerk.hit("Ctrl+9")
    with clerk.desk.journal.work() as work:
        set_printers(work, named_printers(roll="Zebra", page="Laser"))
    clerk.window.printed()
    clerk.waits(lambda: "چاپگر هنوز آزموده نشده" in status.accessibleName())


def test_the_status_bar_says_what_an_idle_printer_says(sits: Sits) -> None:
    with pretend_printer() as roll:
        clerk = sits(printers=named_printers(roll=roll.name), prints=True)
        status = clerk.window.status
        clerk.waits(lambda: "چاپگر رول: آماده · چاپگر کاغذ: ندارد" in status.accessibleName())
        troubles: list[tuple[str, object, str]] = [
            ("paper", "near", "کاغذ چاپگر رو به پایان است"),
            ("paper", "out", "کاغذ چاپگر تمام شده است"),
            ("paper", "full", "آماده"),
            ("cover_open", True, "درپوش چاپگر باز است"),
            ("offline", True, "درپوش چاپگر باز است"),
            ("cover_open", False, "چاپگر خاموش یا برون‌خط است"),
            ("mute", True, "چاپگر پاسخ نمی‌دهد"),
        ]
        for name, value, words in troubles:
            setattr(roll.troubles, name, value)
            clerk.waits(lambda words=words: words in status.accessibleName())  # type: ignore[misc]
    clerk.waits(lambda: "چاپگر در دسترس نیست" in status.accessibleName())


# -- the store -------------------------------------------------------------------------------------


def test_a_locked_store_is_waited_for_and_nothing_is_done_twice(sits: Sits) -> None:
    clerk = sits()
    clerk.gives()
    clerk.gives()
    clerk.news()
    with watched(clerk) as stalled:
        with clerk.desk.journal.work():
            clerk.press("F2")
            clerk.type(NOBODY[0])
            clerk.press("Enter")
            clerk.waits(lambda: "برنامه دیگری" in clerk.said)
            clerk.press("F2")
            assert clerk.free
        clerk.rest()
    kinds = clerk.news()
    assert kinds.count("TicketCalled") == 1
    assert "برنامه دیگری" not in clerk.said
    assert clerk.state.sheet.identified == NOBODY[0]
    assert stalled() < STALL


def test_a_locked_store_is_said_while_the_clerk_types_on(sits: Sits) -> None:
    clerk = sits()
    clerk.calls()
    with clerk.desk.journal.work():
        clerk.type(NOBODY[0])
        clerk.waits(lambda: "برنامه دیگری" in clerk.said)
        clerk.press("Enter")
        clerk.type("علی")
        assert "برنامه دیگری" in clerk.said
        assert "۳ کلید" in clerk.said
        clerk.press("F6")
        clerk.press("F8")
        assert "۵ کلید" in clerk.said
    clerk.rest()
    assert "برنامه دیگری" not in clerk.said
    assert clerk.state.sheet.identified == NOBODY[0]
    assert clerk.state.sheet.registered, clerk.said


def test_a_store_locked_for_too_long_is_said(sits: Sits) -> None:
    clerk = sits()
    clerk.gives()
    of_the_store(clerk, lambda journal: setattr(journal, "patience", 0.6))
    clerk.news()
    with clerk.desk.journal.work():
        clerk.press("F2")
        clerk.waits(lambda: "برنامه دیگری" in clerk.said)
        clerk.waits(lambda: "انتظار" not in clerk.said)
        clerk.rest()
    assert clerk.free
    assert clerk.said
    assert clerk.news() == []
    clerk.hit("F2")
    assert not clerk.free


def test_a_full_disk_is_said_and_nothing_is_lost(sits: Sits) -> None:
    clerk = sits()
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6")
    limit(clerk, 1)
    with watched(clerk) as stalled:
        for _ in range(60):
            clerk.window.counter.edit(repeated="دوباره", remarks="پ" * 3000)
            clerk.hit("F8")
            if not clerk.state.sheet.registered:
                break
            clerk.window.counter.put(clerk.state.sheet.__class__(ticket=clerk.visit.id))
            clerk.identifies()
            clerk.hit("F6")
    assert "دیسک" in clerk.said
    before = clerk.state.sheet
    assert (before.registered, before.identified) == ("", NOBODY[0])
    limit(clerk, 1_000_000)
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said
    assert stalled() < STALL


def limit(clerk: Clerk, pages: int) -> None:
    """How large the store may become."""
    of_the_store(clerk, lambda it: it.cursor.execute(f"PRAGMA max_page_count = {pages}").fetchall())


def of_the_store(clerk: Clerk, act: Callable[[Any], object]) -> None:
    """Done to the window's own journal, on its thread."""
    done: list[object] = []
    clerk.door.with_store(lambda store: act(store.journal), done.append)
    clerk.waits(lambda: bool(done))


# -- two windows -----------------------------------------------------------------------------------


def test_a_call_in_one_window_is_seen_in_the_other(sits: Sits) -> None:
    one, two = sits("1"), sits("2", code="102")
    one.gives()
    two.waits(lambda: two.state.queue is not None and two.state.queue.waiting == 1)
    one.press("F2")
    two.waits(lambda: two.state.queue is not None and two.state.queue.waiting == 0)
    one.waits(lambda: not one.free)
    assert two.free


@pytest.mark.parametrize("waiting", [1, 2])
def test_two_counters_never_call_the_same_client(sits: Sits, waiting: int) -> None:
    one, two = sits("1"), sits("2", code="102")
    for _ in range(waiting):
        one.gives()
    one.press("F2")
    two.press("F2")
    one.rest()
    two.rest()
    called = [clerk.visit.id for clerk in (one, two) if not clerk.free]
    assert len(called) == len(set(called)) == waiting
    if waiting == 1:
        (idle,) = [clerk for clerk in (one, two) if clerk.free]
        assert "اکنون کسی در صف" in idle.said


def test_two_windows_of_one_counter_show_the_same_client(sits: Sits) -> None:
    one, two = sits("1"), sits("1")
    one.calls()
    two.waits(lambda: not two.free)
    assert two.visit.id == one.visit.id
    one.hit("F4")
    two.waits(lambda: two.free)


def test_a_hundred_numbers_taken_while_the_clerk_types_disturb_nothing(sits: Sits) -> None:
    clerk = sits()
    clerk.calls()

    def crowd(work: Work) -> None:
        for _ in range(10):
            issue(work, "16")

    with watched(clerk) as stalled:
        for digit in NOBODY[0]:
            with clerk.desk.journal.work() as work:
                crowd(work)
            clerk.type(digit)
        clerk.hit("Enter")
    assert clerk.state.sheet.identified == NOBODY[0]
    clerk.waits(lambda: clerk.state.queue is not None and clerk.state.queue.waiting == 100)
    assert stalled() < STALL


# -- two at once, and bugs -------------------------------------------------------------------------


def test_another_code_in_the_field_is_nobody_until_it_is_entered(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "Ctrl+2")
    clerk.type("0013542419")
    clerk.hit("F8")
    assert "متقاضی معلوم نیست" in clerk.said
    assert clerk.news()[-1] == "ServiceBegun"
    clerk.hit("Ctrl+2")
    clerk.type(NOBODY[0])
    clerk.hit("F8")
    assert clerk.state.sheet.registered


def test_what_is_found_late_is_not_told_of_the_next_client(clerk: Clerk) -> None:
    first, second = clerk.calls(), clerk.gives()

    def by_another_program(work: Work) -> None:
        finish(work, first.id, "guidance", counter="1")
        call_next(work, "1")

    clerk.door.do(by_another_program, quietly=True)
    clerk.window.counter.refresh()
    clerk.window.counter.identify(NOBODY[0], lambda _: None)
    clerk.rest()
    assert clerk.visit.id == second.id
    assert clerk.state.person is None
    assert not clerk.state.sheet.identified


@pytest.mark.expected_log("unexpected")
def test_after_a_bug_the_next_deed_is_done(clerk: Clerk) -> None:
    def broken(_: Work) -> None:
        raise ZeroDivisionError

    clerk.calls()
    clerk.window.counter.do(broken)
    clerk.rest()
    clerk.hit("F3")
    assert clerk.news()[-1] == "TicketRecalled"


def test_a_paper_that_is_not_obligatory_keeps_nobody_from_registering(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6")
    assert clerk.state.checklist is not None
    free = next(row for row in clerk.state.checklist.rows if not row.obligatory)
    clerk.window.counter.mark(free.title, "missing")
    clerk.hit("F8")
    assert clerk.state.sheet.registered


# -- anything --------------------------------------------------------------------------------------


@pytest.mark.parametrize("turn", range(3))
def test_a_cat_on_the_keyboard_breaks_nothing(sits: Sits, office: Shell, turn: int) -> None:
    clerk = sits()
    chance = random.Random(turn)
    keys = [key.combo for key in COUNTER_KEYS if key.combo != "Ctrl++"]
    for _ in range(6):
        clerk.gives(chance.choice(("4", "8", "27", "32", "35")))
    for _ in range(150):
        kind = chance.random()
        if kind < 0.5:
            clerk.press(chance.choice(keys))
        elif kind < 0.7:
            clerk.press(chance.choice(("Enter", "Tab", "Space", "Down", "Esc", "Delete", "1")))
        elif kind < 0.9:
            clerk.type(chance.choice((NOBODY[0], NOBODY[1], "8", "ذض:ي:", "12")))
        else:
            clerk.rest()
    clerk.rest()
    clerk.close()
    office.verified()
