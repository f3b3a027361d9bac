"""The counter's other pages in the real window on a real store: keys in, journal and papers out."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.deeds.spool import printers_of, set_printers
from app.handing.handing_out import hand_out
from app.ports import Work
from app.refusal import Refusal
from app.spooling.printers import Printers, named_printers
from app.spooling.spool import begun, done, stopped
from tests.ui.counter.pages import Counter, Open
from tests.ui.keyboard import press, types
from tests.ui.shell import Shell
from ui.bootstrap import printers
from ui.counter.clerks import Clerks
from ui.counter.day_page import DayPage
from ui.counter.due_page import DuePage
from ui.counter.papers import Papers, join_papers
from ui.counter.printer_address import printer_address
from ui.counter.printer_page import PrinterPage
from ui.counter.request_page import RequestPage
from ui.counter.search_page import SearchPage
from ui.counter.sheets import Sheets
from ui.frame.page import Page
from ui.frame.sign_in import SignIn
from ui.look.theme import Theme

Key = Qt.Key
BODY = {1.0: 728 - 64 - 57 - 28, 1.5: 728 - 76 - 101 - 42}
"""What a page has at 1366 x 728, by the scale of its text."""


# -- printers ------------------------------------------------------------------------------------


class Print:
    """The page of papers and printers, opened."""

    def __init__(self, counter: Counter, found: Sequence[str] = ("Zebra",)) -> None:
        self.page, self.counter = PrinterPage(counter.theme), counter
        self.papers = Papers(counter.door, counter.window, lambda: found)
        join_papers(self.page, self.papers)
        self.refresh()
        counter.window.go(self.page)

    def refresh(self) -> None:
        """Looks again."""
        self.counter.after(self.papers.shown, self.papers.refresh)

    def shows_after(self, act: Callable[[], object]) -> list[str]:
        """The states of the papers after a deed."""
        self.counter.after(self.papers.shown, act)
        return [job.state for job in self.counter.jobs()]

    def named(self) -> Printers:
        """The printers of this PC."""
        with self.counter.desk.journal.look() as look:
            return printers_of(look)


@pytest.fixture
def held(office: Shell, counter: Counter) -> Print:
    """A receipt that waits for a printer, of which there is none."""
    tracking = office.register()
    counter.do(lambda work: set_printers(work, Printers()))
    counter.do(lambda work: hand_out(work, "receipt", tracking))
    return Print(counter)


def test_naming_a_printer_sends_what_was_held_to_it(held: Print, counter: Counter) -> None:
    assert [job.state for job in counter.jobs()] == ["held"]
    assert "چاپگری تعیین نشده" in held.page.why.text
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("192.0.2.7")
    press(Key.Key_Return)
    counter.asked()
    states = held.shows_after(lambda: types("2"))
    assert held.named() == named_printers(roll="tcp://192.0.2.7", width=58)
    assert states == ["queued"]


def test_a_printer_of_the_system_or_a_folder_is_taken_for_pages(
    held: Print, counter: Counter
) -> None:
    held.page.printers.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("Zebra")
    assert held.shows_after(lambda: press(Key.Key_Return)) == ["queued"]
    assert held.named().named("page") == "Zebra"
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("file:/home/papers")
    held.shows_after(lambda: press(Key.Key_Return))
    assert held.named().named("page") == "file:/home/papers"
    counter.qtbot.waitUntil(held.page.printers.hasFocus)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("هیچ")
    held.shows_after(lambda: press(Key.Key_Return))
    assert held.named().named("page") == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("192.168.1.20", "tcp://192.168.1.20"),
        ("۱۹۲.۱۶۸.۱.۲۰:۹۱۰۰", "tcp://192.168.1.20:9100"),
        ("TCP://roll-2", "tcp://roll-2"),
        ("roll.office.example:9100", "tcp://roll.office.example:9100"),
        ("File: /home/برگ‌های ۲", "file:/home/برگ‌های ۲"),
        ("192.168.1", ""),
        ("192.168.1.20:0", ""),
        ("192.168.1.20:65536", ""),
        ("tcp://", ""),
        ("tcp://two words", ""),
        ("Laser", ""),
        ("file:papers", ""),
        ("USB://04b8:0202", "usb://04b8:0202"),
        ("usb://04b8:0202/X1", "usb://04b8:0202/X1"),
        ("usb://04b8", ""),
        ("serial:/dev/ttyS0@9600", "serial:/dev/ttyS0@9600"),
        ("serial:COM3", "serial:COM3"),
        ("serial:", ""),
        ("ipp://۱۹۲.۱۶۸.۱.۲۰/ipp/print", "ipp://192.168.1.20/ipp/print"),
        ("ipp://laser:8631", "ipp://laser:8631"),
        ("ipp://laser:99999", ""),
        ("system: لیزری ۲", "system:لیزری ۲"),
        ("system:-o", ""),
        ("system:", ""),
        ("", ""),
    ],
)
def test_an_address_or_a_whole_path_is_the_name_of_a_printer(typed: str, name: str) -> None:
    assert printer_address(typed) == name


def test_a_printer_that_was_found_goes_before_an_address_that_reads_like_it(
    counter: Counter,
) -> None:
    counter.do(lambda work: set_printers(work, Printers()))
    shown = Print(counter, ("192.0.2.7", "Zebra"))
    shown.page.printers.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("192.0.2.7")
    shown.shows_after(lambda: press(Key.Key_Return))
    assert shown.named().named("page") == "192.0.2.7"


def test_what_is_neither_a_printer_nor_an_address_is_not_taken(
    held: Print, counter: Counter
) -> None:
    press(Key.Key_F4)
    picking = counter.window.picking
    counter.qtbot.waitUntil(picking.isVisible)
    types("192.0.2")
    press(Key.Key_Return)
    assert picking.isVisible()
    assert held.named() == Printers()


def test_a_paper_that_nobody_confirmed_is_taken_as_printed_or_printed_again(
    office: Shell, counter: Counter
) -> None:
    tracking = office.register()

    def unconfirmed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        job = begun(hand_out(work, "receipt", tracking), "Zebra")
        work.set_job(stopped(job, Refusal("print_unconfirmed")))

    counter.do(unconfirmed)
    shown = Print(counter)
    assert "برگه را ببینید" in shown.page.why.text
    assert shown.shows_after(lambda: press(Key.Key_F8)) == ["queued", "sent"]
    assert [(job.copy, job.why) for job in counter.jobs()] == [(2, ""), (1, "print_repeated")]
    press(Key.Key_Up)
    assert shown.shows_after(lambda: press(Key.Key_F7)) == ["confirmed", "sent"]
    press(Key.Key_Down)
    press(Key.Key_F7)
    counter.says("پایان یافته است")


def test_a_paper_that_is_not_printed_comes_as_it_was(office: Shell, counter: Counter) -> None:
    tracking = office.register()

    def unconfirmed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        job = begun(hand_out(work, "receipt", tracking), "Zebra")
        work.set_job(stopped(job, Refusal("print_unconfirmed")))

    counter.do(unconfirmed)
    shown = Print(counter)
    shift = Qt.KeyboardModifier.ShiftModifier
    assert shown.shows_after(lambda: press(Key.Key_F7, shift)) == ["queued"]
    assert [job.copy for job in counter.jobs()] == [1]
    why_not = {act.combo: act.why_not for act in shown.page.acts()}
    assert "تردیدی نیست" in why_not["Shift+F7"]


def test_delete_takes_a_paper_out_of_the_queue(held: Print) -> None:
    assert held.shows_after(lambda: press(Key.Key_Delete)) == ["cancelled"]


def test_a_paper_that_is_done_is_printed_again_as_a_copy(office: Shell, counter: Counter) -> None:
    tracking = office.register()

    def printed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        work.set_job(done(begun(hand_out(work, "receipt", tracking), "Zebra")))

    counter.do(printed)
    shown = Print(counter)
    assert shown.shows_after(lambda: press(Key.Key_F8)) == ["queued", "sent"]
    assert [job.copy for job in counter.jobs()] == [2, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks its spooler")
def test_printers_are_those_that_the_system_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "lpstat"
    told.write_text("#!/bin/sh\necho Zebra\necho Laser\necho Zebra\n")
    told.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == ("Laser", "Zebra")
    told.unlink()
    assert printers() == ()


# -- what is chosen from a list ------------------------------------------------------------------


def test_another_clerk_takes_over_and_deeds_bear_the_name(office: Shell, counter: Counter) -> None:
    signing = SignIn(counter.window, counter.door, "counter:1")
    clerks = Clerks(counter.door, counter.window, signing)
    clerks.change()
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("102")
    counter.after(signing.changed, lambda: press(Key.Key_Return))
    opened = Open(counter, office.register())
    after = opened.shows_after(lambda: press(Key.Key_F8))
    recorded, _ = counter.desk.journal.history(after.id)[-1]
    with counter.desk.journal.look() as look:
        assert recorded.clerk == look.office.clerk("102").clerk


def test_forms_of_no_client_are_chosen_and_printed(counter: Counter) -> None:
    Sheets(counter.door, counter.window, "1").offer()
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("تابلو")
    press(Key.Key_Return)
    counter.says("برای چاپ سپرده شد")
    assert [(job.kind, job.key) for job in counter.jobs()] == [("board", "1")]


# -- all of them ---------------------------------------------------------------------------------


@pytest.fixture(params=[1.0, 1.5], ids=["100", "150"])
def scale(request: pytest.FixtureRequest) -> float:
    """Both sizes of text."""
    return float(request.param)


def pages(theme: Theme) -> list[Page]:
    """One of each."""
    kinds = (SearchPage, RequestPage, DuePage, DayPage, PrinterPage)
    return [kind(theme) for kind in kinds]


def test_pages_fit_the_window_at_both_sizes_of_text(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme = Theme(scale=scale)
    theme.apply(qapp)
    for page in pages(theme):
        qtbot.addWidget(page)
        least = page.minimumSizeHint()
        assert (least.width() <= 1366, least.height() <= BODY[scale]) == (True, True), page
    qapp.setStyleSheet("")


def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    for page in pages(theme):
        qtbot.addWidget(page)
        lists = [choice.view() for choice in page.findChildren(QComboBox)]
        nameless = [
            each
            for each in page.findChildren(QWidget)
            if each.focusPolicy() != Qt.FocusPolicy.NoFocus
            and each.focusProxy() is None
            and each not in lists  # a choice's own, under the name of the choice
            and not each.accessibleName()
        ]
        assert nameless == [], page
