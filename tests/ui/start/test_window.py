"""Which window comes, and what stands around it."""

import logging
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.deeds.clerk import passwords_in_use
from app.deeds.setting import change_setting
from app.deeds.ticket import issue
from app.handing import kiosk
from app.handing.handing_out import hand_out
from app.ports import Work
from app.spooling.printers import named_printers
from tests.ui.keyboard import focused, types
from tests.ui.start.pc import MINE, Begin, set_up, shut_sentence
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.kiosk.window import KioskWindow
from ui.kiosk.wishes import Take
from ui.own import Wanted
from ui.shut import OutOfOrderWindow
from ui.wizard.key import KeyStep
from ui.wizard.window import WizardWindow


def test_the_first_start_asks_questions(begin: Begin) -> None:
    assert isinstance(begin().window, WizardWindow)


def test_the_window_of_this_pc_comes(begin: Begin, house: House) -> None:
    set_up(house)
    started = begin()
    assert isinstance(started.window, CounterWindow)
    assert started.window.counter.state.number == "3"


def test_another_counter_can_be_wished_for(begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    started = begin("counter:2")
    assert isinstance(started.window, CounterWindow)
    assert started.window.counter.state.number == "2"


def test_a_kiosk_fills_its_screen(begin: Begin, house: House) -> None:
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    window = begin().window
    assert isinstance(window, KioskWindow)
    assert window.isFullScreen()


def test_a_kiosk_that_is_not_named_is_the_only_one_of_its_office(
    begin: Begin, house: House
) -> None:
    set_up(house, replace(MINE, sample=True, role="counter", name="1"))
    window = begin("kiosk:").window
    assert isinstance(window, KioskWindow)
    assert window.accessibleName() == "کیوسک ورودی"


def test_a_kiosk_that_the_office_does_not_know_is_not_opened(begin: Begin, house: House) -> None:
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    started = begin("kiosk:راهرو")
    assert isinstance(started.window, OutOfOrderWindow)
    said = shut_sentence(started)
    assert "راهرو" in said
    assert "ورودی" in said


def test_a_number_at_a_kiosk_is_with_its_printer_at_once(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    into = named_printers(roll=f"file:{papers}")
    set_up(house, replace(MINE, role="kiosk", name="ورودی", printers=into))
    window = begin().window
    assert isinstance(window, KioskWindow)
    with qtbot.waitSignal(window.given):
        window.attendant.wish(Take(wanted=kiosk.Wanted(purpose="guide")))
    qtbot.waitUntil(lambda: any(papers.iterdir()))


def test_deeds_are_done_in_the_name_of_the_first_clerk(begin: Begin, house: House) -> None:
    set_up(house)
    started = begin()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert started._door is not None
        assert started._door.clerk == look.office.clerk("1").clerk


def test_a_key_that_nobody_has_seen_is_shown_again(begin: Begin, house: House) -> None:
    house.set_up(MINE)
    window = begin().window
    assert isinstance(window, WizardWindow)
    assert isinstance(window.page, KeyStep)


def test_the_wizard_ends_in_the_window(qtbot: QtBot, begin: Begin, house: House) -> None:
    house.set_up(MINE)
    started = begin()
    window = started.window
    assert isinstance(window, WizardWindow)
    window.activateWindow()
    step = window.page
    assert isinstance(step, KeyStep)
    qtbot.waitUntil(step.hasFocus)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    types(step._groups[step.asked])
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not step)
    with qtbot.waitSignal(started.shown):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert isinstance(started.window, CounterWindow)


def test_an_office_of_one_person_serves_its_first_client_by_keys_alone(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    window = begin().window
    assert isinstance(window, CounterWindow)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.counter.state.loaded)
    QTest.keyClick(focused(), Qt.Key.Key_F5)
    qtbot.waitUntil(window.picking.isVisible)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.counter.state.visit is not None)
    QTest.keyClick(focused(), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: window.counter.state.visit is None)
    with closing(house.open()) as desk, desk.journal.look() as look:
        (visit,) = look.visits_of_day(look.at.date())
        assert visit.outcome == "guidance"
        assert [(who.name, who.role) for who in look.office.clerks.values()] == [
            (MINE.clerk, "supervisor")
        ]
        assert not look.office.kiosks


def test_after_its_end_nothing_of_it_stays_in_the_process(begin: Begin, house: House) -> None:
    def taken() -> tuple[object, ...]:
        handlers = tuple(logging.getLogger().handlers)
        return sys.excepthook, threading.excepthook, handlers, sys.getswitchinterval()

    set_up(house)
    before = taken()
    started = begin()
    assert not any(now == then for now, then in zip(taken(), before, strict=True))
    started.end()
    assert taken() == before


def test_hooks_that_somebody_else_took_since_are_theirs(
    begin: Begin, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(house)
    started = begin()
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    started.end()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_papers_are_printed_while_a_window_is_open(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    set_up(house, Wanted(sample=True, printers=named_printers(page=f"file:{folder}")))
    started = begin()
    assert started._door is not None

    def deed(work: Work) -> None:
        hand_out(work, "ticket", issue(work, "35").id)

    started._door.do(deed)
    qtbot.waitUntil(lambda: folder.exists() and bool(list(folder.glob("*.pdf"))))


def test_the_backup_of_a_day_is_made_while_a_window_is_open(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    set_up(house)
    folder = tmp_path / "stick"
    folder.mkdir()
    with closing(house.open()) as desk, desk.journal.work() as work:
        change_setting(work, "backup_folder", str(folder))
    begin()
    qtbot.waitUntil(lambda: any(folder.glob("bajeh-*.bajeh")))


def test_a_sample_office_opens_at_once(begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    window = begin().window
    assert isinstance(window, CounterWindow)
    assert window.gate.isHidden()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert passwords_in_use(look)
