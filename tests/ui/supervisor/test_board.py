"""The board: who waits where, what each counter does, and what goes wrong."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from app.deeds.call import begin, call_next
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.events.kiosk import KioskTroubled
from app.folds import kiosk
from app.folds.kiosk import kiosk_id
from app.order import counter_lane
from app.ports import Work
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.board.line_page import LinePage
from ui.supervisor.board.page import BoardPage


def board_of(supervisor: Supervisor) -> BoardPage:
    page = supervisor.page
    assert isinstance(page, BoardPage)
    return page


def line_of(supervisor: Supervisor) -> LinePage:
    page = supervisor.page
    assert isinstance(page, LinePage)
    return page


def test_the_board_follows_the_hall(supervisor: Supervisor) -> None:
    page = board_of(supervisor)
    assert page.waiting.value == "۰"
    first = supervisor.does(lambda work: issue(work, "35"))
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: page.waiting.value == "۲")
    called = supervisor.does(lambda work: call_next(work, "1"))
    assert called.id == first.id
    supervisor.does(lambda work: begin(work, called.id))
    supervisor.waits(lambda: page.waiting.value == "۱")
    assert page.counters.rows[0].cells[2].text == first.label
    assert page.lines.rows[0].key.startswith("service:")
    assert page.devices.rows[0].cells[1].text.startswith("۲ نوبت")


def test_what_goes_wrong_is_said_in_colour_and_in_words(supervisor: Supervisor) -> None:
    page = board_of(supervisor)
    for _ in range(3):
        supervisor.does(lambda work: issue(work, "35"))
    assert page.head.chip.accessibleName() == "همه چیز عادی است"
    supervisor.does(lambda work: call_next(work, "1"))
    supervisor.clock.at += timedelta(minutes=25)
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: page.head.chip.accessibleName() == "۲ هشدار")
    assert "انتظار بیش از ۲۰ دقیقه" in page.head.trailing.text
    counter, line = page.counters.rows[0], page.lines.rows[0]
    assert (counter.cells[1].colour, counter.cells[1].icon) == ("brick", "alert-triangle")
    assert counter.cells[1].text.startswith("هنوز نیامده")
    assert (line.cells[2].colour, line.cells[2].text) == ("brick", "۲۵ دقیقه")


def test_large_text_says_all_alarms_and_gives_each_line_its_width(sits: Sits) -> None:
    supervisor = sits(scale=1.5)
    page = board_of(supervisor)
    for code in ("35", "27", "35"):
        supervisor.does(partial(issue, service=code))
    supervisor.does(lambda work: call_next(work, "1"))
    supervisor.clock.at += timedelta(minutes=25)
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: "پس از ۳ دقیقه: ۱" in page.alarms.text)
    assert "انتظار بیش از ۲۰ دقیقه: ۲" in page.alarms.text
    assert page.alarms.heightForWidth(page.alarms.width()) <= page.alarms.height()
    counter, line = page.counters.rows[0], page.lines.rows[0]
    assert counter.cells[0].text.startswith("باجه ۱ · الف")
    assert counter.cells[1].text == "۲۵ دقیقه"
    assert counter.cells[2].text.startswith("هنوز نیامده، پروین قاسمی‌نژاد")
    assert "۲ نفر · ۲۵ دقیقه" in [row.cells[2].text for row in page.lines.rows]
    assert line.cells[0].icon == "alert-triangle"


def test_a_kiosk_that_needs_somebody_stands_above_all_devices(supervisor: Supervisor) -> None:
    page = board_of(supervisor)
    name = supervisor.looks(lambda look: look.office.kiosks[0])
    supervisor.does(lambda work: tell_alone(work, name))
    supervisor.waits(lambda: page.devices.rows[0].key == f"kiosk:{name}:paper")
    kiosk, said = page.devices.rows[0].cells
    assert (kiosk.text, kiosk.colour) == (f"کیوسک {name}", "brick")
    assert "بی‌برگ" in said.text
    assert page.head.chip.accessibleName() == "۱ هشدار"
    assert "کیوسک رسیدگی می‌خواهد" in page.head.trailing.text


def tell_alone(work: Work, name: str) -> None:
    """As the kiosk does, in whose name nobody acts."""
    event = KioskTroubled(name=name, trouble="paper")
    work.append(kiosk.FOLD, kiosk_id(work.office.id, name), event)


def test_a_new_alarm_is_heard_once_where_that_is_wished(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[None] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(None))
    page = board_of(supervisor)
    supervisor.hit("F6")
    assert supervisor.said == "هشدار تازه یک بار شنیده می‌شود."
    supervisor.does(lambda work: issue(work, "35"))
    supervisor.clock.at += timedelta(minutes=25)
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: bool(page.head.trailing.text))
    assert len(heard) == 1
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: page.waiting.value == "۳")
    assert len(heard) == 1
    supervisor.hit("F6")
    assert supervisor.looks(lambda look: look.setting("board_sound")) == ""


def test_a_counter_that_lets_people_wait_is_told(supervisor: Supervisor) -> None:
    page = board_of(supervisor)
    given = supervisor.does(lambda work: issue(work, "35"))
    supervisor.does(lambda work: call_next(work, "1"))
    supervisor.does(lambda work: finish(work, given.id, "service"))
    supervisor.does(lambda work: issue(work, "35"))
    supervisor.clock.at += timedelta(minutes=6)
    supervisor.does(lambda work: issue(work, "35"))
    supervisor.waits(lambda: page.counters.rows[0].cells[1].text == "آزاد، مردم منتظرند")
    assert page.counters.rows[0].cells[1].colour == "amber"


def test_enter_on_a_line_shows_its_people_and_one_of_them_is_put_before_others(
    supervisor: Supervisor,
) -> None:
    supervisor.does(lambda work: issue(work, "35"))
    supervisor.clock.at += timedelta(minutes=1)
    second = supervisor.does(lambda work: issue(work, "35"))
    supervisor.waits(lambda: bool(board_of(supervisor).lines.rows))
    supervisor.hit("F8")
    page = line_of(supervisor)
    supervisor.waits(lambda: len(page.table.rows) == 2)
    supervisor.hit("F7")
    assert supervisor.said == "این نوبت همین حالا نفر بعد است."
    supervisor.hit("Down", "F7")
    assert "چه دلیل" in supervisor.question
    supervisor.type("بیمار است")
    supervisor.hit("Enter")
    supervisor.waits(lambda: page.table.rows[0].key == second.id)
    assert page.table.rows[0].cells[3].text == "بیمار است"
    supervisor.hit("Esc")
    assert isinstance(supervisor.page, BoardPage)


def test_one_of_a_line_is_sent_to_a_counter(supervisor: Supervisor) -> None:
    supervisor.does(lambda work: issue(work, "35"))
    supervisor.waits(lambda: bool(board_of(supervisor).lines.rows))
    supervisor.hit("F8", "F6")
    assert supervisor.choosing
    supervisor.type("2")
    supervisor.hit("Enter")
    page = line_of(supervisor)
    supervisor.waits(lambda: not page.table.rows)
    supervisor.hit("Esc")
    board = board_of(supervisor)
    supervisor.waits(lambda: [row.key for row in board.lines.rows] == [counter_lane("2")])
    assert board.lines.rows[0].cells[0].text == "فرستاده‌شده به باجه ۲"
