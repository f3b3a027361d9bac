"""Printers set up, tried and watched by keys, in the real window, on a printer that can fail."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.deeds.spool import cancel, confirm, printers_of, set_printers
from app.handing.handing_out import hand_out
from app.handing.trying import PAYLOAD
from app.papers import TRIAL
from app.persian import persian_digits
from app.ports import Work
from app.printer import Printer
from app.spooling.printers import Printers, named_printers, roll_printer
from app.spooling.spool import Job
from app.tracking import grouped
from tests.printing import readback
from tests.printing.pretend import PretendPrinter, on_a_pty, pretend_printer
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.counter.answer_page import AnswerPage
from ui.counter.printer_form import PrinterForm
from ui.counter.printer_page import PrinterPage
from ui.counter.printer_record_page import PrinterRecordPage
from ui.frame.help import HelpPage

NOBODY = "file:/nowhere/papers"
"""A page printer that is named, so that the desk has one."""


@pytest.fixture
def thermal() -> Iterator[PretendPrinter]:
    """A roll printer on the network."""
    with pretend_printer() as printer:
        yield printer


@pytest.fixture(params=[1.0, 1.5], ids=["100", "150"])
def scale(request: pytest.FixtureRequest) -> float:
    """Both sizes of text."""
    return float(request.param)


def opened(clerk: Clerk) -> PrinterPage:
    """Ctrl+9, at the printers."""
    clerk.hit("Ctrl+9")
    page = clerk.window.page
    assert isinstance(page, PrinterPage)
    clerk.rest()
    page.printers.setFocus()
    return page


def settings(clerk: Clerk) -> PrinterForm:
    """F3: the settings of the printer that is meant."""
    clerk.hit("F3")
    clerk.waits(lambda: isinstance(clerk.window.page, PrinterRecordPage))
    page = clerk.window.page
    assert isinstance(page, PrinterRecordPage)
    return page.form


def printers(clerk: Clerk) -> Printers:
    """As they are kept."""
    return clerk.looks(printers_of)


def why_not(clerk: Clerk, combo: str) -> str:
    """What the key bar says of a key."""
    page = clerk.window.page
    assert page is not None
    return next(act.why_not for act in page.acts() if act.combo == combo)


def row(page: PrinterPage, place: int = 0) -> Sequence[str]:
    """What a printer's row says."""
    return [cell.text for cell in page.printers.rows[place].cells]


def fills(clerk: Clerk, field: QWidget, text: str) -> None:
    """Types over what stands in a field."""
    field.setFocus()
    line = clerk.focus
    line.selectAll()  # type: ignore[attr-defined]
    clerk.type(text)


def ended(clerk: Clerk, state: str, count: int = 1) -> Sequence[Job]:
    """Waits until so many papers have come so far."""
    clerk.waits(lambda: sum(job.state == state for job in clerk.jobs()) == count)
    clerk.rest()
    return clerk.jobs()


def stops(clerk: Clerk, combo: str, state: str) -> None:
    """Presses a key of the paper in focus; while its printer is just being tried, again."""

    def stopped() -> bool:
        if why_not(clerk, combo) == "":
            clerk.hit(combo)
        return clerk.jobs()[-1].state == state

    clerk.waits(stopped)


def test_a_printer_is_named_set_and_tried_and_its_trial_is_read_off_the_paper(
    sits: Sits, thermal: PretendPrinter, scale: float
) -> None:
    clerk = sits(prints=True, scale=scale, printers=named_printers(page=NOBODY))
    page = opened(clerk)
    assert why_not(clerk, "F3") == why_not(clerk, "F6") == "نخست F4"
    clerk.hit("Enter")
    clerk.waits(lambda: clerk.choosing)
    clerk.type(thermal.name)
    clerk.hit("Enter")
    clerk.waits(lambda: bool(clerk.question))
    clerk.hit("1")
    assert printers(clerk).roll == roll_printer(thermal.name)
    clerk.waits(lambda: page.printers.rows[0].cells[2].text == "شبکه")
    assert row(page)[1:4] == [f"\u2066{thermal.name}\u2069", "شبکه", "۸۰ میلی‌متر، ۵۷۶ نقطه"]
    form = settings(clerk)
    form.head.setFocus()
    clerk.hit("Down")
    fills(clerk, form.strip, "64")
    fills(clerk, form.pause, "1")
    clerk.hit("F7")
    clerk.waits(lambda: form.proof.value() == "process")
    assert "چاپگر آماده است" in clerk.said
    assert why_not(clerk, "F6") == "نخست F8"
    clerk.hit("F8")
    usual = roll_printer(thermal.name)
    wanted = replace(usual, dots=512, dpi=180, strip=64, pause=1, proof="process")
    assert printers(clerk) == Printers(roll=wanted, page=Printer(name=NOBODY))
    clerk.hit("F6")
    (job,) = ended(clerk, "confirmed")
    assert (job.kind, job.copy, job.name) == (TRIAL, 1, thermal.name)
    (roll,) = thermal.rolls
    assert (roll.unit, max(roll.strips), thermal.unknown) == (180, 64, [])
    assert readback.symbols(roll.image(512)) == [PAYLOAD]
    clerk.hit("Esc")
    assert clerk.window.page is page
    assert page.printers.hasFocus()
    clerk.waits(lambda: "۵۱۲" in row(page)[3])
    clerk.close()


def test_a_trial_is_nobodys_paper_and_comes_again_without_a_mark(
    sits: Sits, thermal: PretendPrinter
) -> None:
    clerk = sits(prints=True, printers=named_printers(roll=thermal.name))
    page = opened(clerk)
    clerk.news()
    clerk.hit("F6")
    ended(clerk, "sent")
    page.jobs.setFocus()
    clerk.hit("F8")
    jobs = ended(clerk, "sent", 2)
    assert [job.copy for job in jobs] == [1, 1]
    assert clerk.news() == []
    first, second = (thermal.got.get(timeout=5) for _ in jobs)
    assert first == second
    clerk.close()


def test_paper_that_ran_out_is_told_and_the_trial_comes_once_there_is_some(
    sits: Sits, thermal: PretendPrinter
) -> None:
    clerk = sits(prints=True, printers=named_printers(roll=thermal.name))
    page = opened(clerk)
    thermal.troubles.paper = "out"
    clerk.hit("F6")
    clerk.waits(lambda: row(page)[4] == "کاغذ تمام شده")
    clerk.waits(lambda: "کاغذ چاپگر" in page.why.text)
    assert [job.state for job in clerk.jobs()] == ["queued"]
    thermal.troubles.paper = "full"
    ended(clerk, "sent")
    clerk.close()


def test_a_paper_is_held_released_and_given_up_by_keys(
    sits: Sits, office: Shell, thermal: PretendPrinter
) -> None:
    tracking = office.register()
    clerk = sits(prints=True, printers=named_printers(roll=thermal.name))
    thermal.troubles.cover_open = True
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    page = opened(clerk)
    clerk.waits(lambda: row(page)[4] == "درپوش باز")
    page.jobs.setFocus()
    stops(clerk, "F12", "held")
    clerk.waits(lambda: "نگه داشته شده" in page.why.text)
    thermal.troubles.cover_open = False
    clerk.waits(lambda: row(page)[4] != "درپوش باز")
    assert [job.state for job in clerk.jobs()] == ["held"]
    clerk.hit("F12")
    ended(clerk, "sent")
    clerk.waits(lambda: why_not(clerk, "F12") == "در صف نیست")
    assert why_not(clerk, "Delete") == "پایان یافته است"
    assert thermal.name in page.why.text
    thermal.troubles.cover_open = True
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    clerk.waits(lambda: len(page.jobs.rows) == len(clerk.jobs()) > 1)
    page.jobs.go(0)
    stops(clerk, "Delete", "cancelled")
    clerk.close()


def test_a_printer_that_tells_nothing_is_never_called_good(
    sits: Sits, thermal: PretendPrinter
) -> None:
    thermal.troubles.mute = True
    clerk = sits(printers=named_printers(roll=thermal.name))
    opened(clerk)
    form = settings(clerk)
    form.proof.setFocus()
    clerk.hit("Down")
    assert form.printer().proof == "status"
    clerk.hit("F7")
    clerk.waits(lambda: "گواه چاپ ندارد" in clerk.said)
    assert "وضعیت خود را نمی‌گوید" in clerk.said
    assert form.printer().proof == "none"
    thermal.turn_off()
    clerk.hit("F7")
    clerk.waits(lambda: "پاسخ نمی‌دهد" in clerk.said)
    clerk.close()


def test_a_serial_printer_is_asked_as_well(sits: Sits) -> None:
    with on_a_pty() as (_, device):
        clerk = sits(printers=named_printers(roll=f"serial:{device}"))
        page = opened(clerk)
        assert row(page)[2] == "درگاه سریال"
        form = settings(clerk)
        clerk.hit("F7")
        clerk.waits(lambda: form.proof.value() == "process")
        clerk.close()


def test_another_head_is_typed_and_one_that_no_roll_has_is_refused(sits: Sits) -> None:
    clerk = sits(printers=named_printers(roll="Zebra"))
    opened(clerk)
    form = settings(clerk)
    assert form.dots.isHidden()
    form.head.setFocus()
    clerk.hit("End")
    assert not form.dots.isHidden()
    fills(clerk, form.dots, "9000")
    clerk.hit("F8")
    assert "سر چاپی با ۹۰۰۰ نقطه" in clerk.said
    fills(clerk, form.dots, "832")
    fills(clerk, form.strip, "300")
    clerk.hit("F8")
    assert "۲۵۵ سطر" in clerk.said
    fills(clerk, form.strip, "200")
    clerk.hit("F8")
    kept = printers(clerk).roll
    assert (kept.dots, kept.dpi, kept.strip) == (832, 203, 200)
    clerk.hit("F4")
    assert form.printer() == roll_printer("Zebra")
    form.width_of_roll.setFocus()
    clerk.hit("Down")
    assert (form.printer().width, form.printer().dots) == (58, 384)
    clerk.close()


def test_slips_go_to_plain_paper_where_that_is_ticked(sits: Sits) -> None:
    clerk = sits(printers=named_printers(roll="Zebra", page="Laser"))
    opened(clerk)
    clerk.hit("Down")
    form = settings(clerk)
    assert form.strip.isHidden()
    assert form.proof.isHidden()
    assert form.to_page.hasFocus()
    clerk.hit("Space", "F8")
    assert printers(clerk).roll_to_page
    assert why_not(clerk, "F7") == "در این راه پرسش ممکن نیست"
    clerk.close()


def test_a_spare_is_named_and_what_it_can_prove_is_known_by_its_road(sits: Sits) -> None:
    clerk = sits(printers=named_printers(page="Laser"))
    page = opened(clerk)
    clerk.hit("Down", "Down", "Down")
    clerk.hit("F4")
    clerk.waits(lambda: clerk.choosing)
    clerk.type("ipp://192.0.2.60/ipp/print")
    clerk.hit("Enter")
    spare = Printer(name="ipp://192.0.2.60/ipp/print", proof="status")
    assert printers(clerk).page_spare == spare
    clerk.waits(lambda: row(page, 3)[2] == "شبکه (IPP)")
    form = settings(clerk)
    assert form.proof.value() == "status"
    clerk.close()


def test_a_folder_is_offered_no_proof_and_one_that_stands_in_its_record_goes(sits: Sits) -> None:
    impossible = Printer(name=NOBODY, proof="process")
    clerk = sits(printers=Printers(roll=impossible, page=Printer(name=NOBODY)))
    opened(clerk)
    form = settings(clerk)
    assert form.proof.isHidden()
    assert form.printer().proof == "none"
    clerk.hit("F8")
    assert printers(clerk).roll.proof == "none"
    clerk.close()


def test_what_waits_behind_a_silent_printer_says_behind_which_paper(
    sits: Sits, office: Shell, thermal: PretendPrinter, scale: float
) -> None:
    tracking = office.register()
    thermal.troubles.paper = "out"
    clerk = sits(prints=True, scale=scale, printers=named_printers(roll=thermal.name))
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    meanwhile(clerk, lambda work: hand_out(work, "information", "16"))
    assert clerk.hands is not None
    clerk.hands.wake()
    page = opened(clerk)
    clerk.waits(lambda: state_of(page, 0) == ("پشت رسید خدمت مانده", "amber"))
    assert state_of(page, 1) == ("چاپگر: کاغذ تمام شده", "amber")
    page.jobs.setFocus()
    page.jobs.go(0)
    number = f"\u2066{persian_digits(grouped(tracking))}\u2069"
    clerk.waits(lambda: page.why.text.startswith(f"پس از رسید خدمت {number} چاپ می‌شود."))
    clerk.waits(lambda: "کاغذ چاپگر" in page.why.text)
    thermal.troubles.paper = "full"
    ended(clerk, "sent", 2)
    clerk.waits(lambda: state_of(page, 0) == ("به چاپگر فرستاده شد", "ink_2"))
    clerk.close()


def state_of(page: PrinterPage, place: int) -> tuple[str, str]:
    """How a paper stands, and in which colour."""
    rows = page.jobs.rows[place : place + 1]
    return next(((row.cells[-1].text, str(row.cells[-1].colour)) for row in rows), ("", ""))


def meanwhile(clerk: Clerk, deed: Callable[[Work], object]) -> None:
    """A deed that is no event, and the window told of it."""
    with clerk.desk.journal.work() as work:
        deed(work)
    clerk.window.printed()
    clerk.rest()


def names(clerk: Clerk, name: str) -> str:
    """F4 with that name; gives what was said. Empty: it is there no more."""
    clerk.hit("F4")
    clerk.waits(lambda: clerk.choosing)
    clerk.type(name or "1")
    clerk.hit("Enter")
    if clerk.question:
        clerk.hit("1")
    return clerk.said


def test_naming_a_printer_says_what_goes_there_and_what_waits_for_another(
    sits: Sits, office: Shell
) -> None:
    tracking = office.register()
    clerk = sits(printers=named_printers(roll="Zebra"))
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    page = opened(clerk)
    page.printers.go(1)
    assert names(clerk, NOBODY) == "چاپگر تعیین شد. ۱ برگ در انتظار چاپگر دیگر می‌ماند."
    assert [job.role for job in clerk.jobs()] == ["roll"]
    clerk.does(lambda work: hand_out(work, "log", "1405/08/30"))
    assert names(clerk, "file:/elsewhere") == "چاپگر تعیین شد. ۱ برگ در انتظار به آن می‌رود."
    page.printers.go(2)
    assert "اگر چاپگر اصلی پاسخ ندهد" in names(clerk, "usb://04b8:0202")
    page.printers.go(1)
    assert names(clerk, "") == "این چاپگر کنار گذاشته شد."
    meanwhile(clerk, lambda work: [cancel(work, job.id) for job in work.jobs()])
    assert names(clerk, NOBODY) == "چاپگر تعیین شد."
    clerk.close()


@pytest.mark.parametrize("combo", ["F12", "Delete"])
def test_a_key_that_comes_while_the_printer_is_being_tried_is_answered_in_words(
    sits: Sits, office: Shell, thermal: PretendPrinter, combo: str
) -> None:
    tracking = office.register()
    clerk = sits(prints=True, printers=named_printers(roll=thermal.name))
    page = opened(clerk)
    clerk.waits(lambda: row(page)[4] == "آماده")
    thermal.troubles.stalls_after = 0
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    clerk.waits(lambda: state_of(page, 0)[0] == "در حال چاپ")
    page.jobs.setFocus()
    clerk.hit(combo)
    assert "این برگه اکنون در حال چاپ است" in clerk.said
    assert [job.state for job in clerk.jobs()] == ["sending"]
    thermal.turn_off()
    clerk.waits(lambda: clerk.jobs()[0].state != "sending", 20_000)
    clerk.close()


def test_an_answer_that_no_printer_takes_is_ready_and_its_paper_waits(
    sits: Sits, office: Shell
) -> None:
    tracking = office.register()
    clerk = sits(printers=Printers())
    clerk.window.beside.answering.open(tracking)
    clerk.waits(lambda: isinstance(clerk.window.page, AnswerPage))
    page = clerk.window.page
    assert isinstance(page, AnswerPage)
    clerk.type("1")
    clerk.hit("F8")
    clerk.waits(lambda: not page.writing)
    assert clerk.said.endswith("آماده تحویل است. برگ آن در انتظار چاپگر می‌ماند.")
    clerk.waits(lambda: page.acts()[-1].note == "برگ آن در انتظار چاپ است")
    meanwhile(clerk, lambda work: set_printers(work, named_printers(page=NOBODY)))
    assert page.acts()[-1].note == "برگ آن در انتظار چاپ است"
    meanwhile(clerk, lambda work: [confirm(work, job.id) for job in work.jobs()])
    clerk.waits(lambda: page.acts()[-1].note == "نسخه اصل صادر شده است")
    clerk.close()


def test_without_a_printer_the_page_says_what_to_do(sits: Sits) -> None:
    clerk = sits(printers=named_printers(page="Laser"))
    clerk.hit("Ctrl+9")
    page = clerk.window.page
    assert isinstance(page, PrinterPage)
    assert page.printers.hasFocus()
    assert "F6" in page.jobs.empty
    clerk.close()
    bare = replace(named_printers(), roll=Printer())
    clerk = sits(printers=bare)
    page = opened(clerk)
    assert "F4" in page.jobs.empty
    clerk.close()


@pytest.mark.parametrize("roll", [True, False], ids=["roll", "page"])
def test_the_settings_fit_the_window_and_each_field_has_its_name(
    sits: Sits, scale: float, *, roll: bool
) -> None:
    clerk = sits(scale=scale, printers=named_printers(roll="tcp://192.0.2.7", page="Laser"))
    opened(clerk)
    clerk.hit(*([] if roll else ["Down"]))
    form = settings(clerk)
    page = clerk.window.page
    assert page is not None
    assert page.minimumSizeHint().height() <= page.height()
    assert page.minimumSizeHint().width() <= page.width()
    assert not clerk.window.grab().isNull()
    nameless = [
        each
        for each in form.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and not each.accessibleName()
        and each.isVisible()
    ]
    assert nameless == []
    clerk.close()


def test_the_help_tells_the_keys_of_the_printers(sits: Sits) -> None:
    clerk = sits(printers=named_printers(roll="tcp://192.0.2.7", page=NOBODY))
    page = opened(clerk)
    clerk.hit("F1")
    told = clerk.window.page
    assert isinstance(told, HelpPage)
    rows = dict(
        row.split(": ", 1) for row in told.accessibleDescription().split("، ") if ": " in row
    )
    own = {act.combo: act.does for act in page.acts() if act.does}
    assert {"F3", "F4", "F6", "F7", "Shift+F7", "F8", "F11", "F12", "Delete"} == set(own)
    assert all(does.startswith(rows[combo]) for combo, does in own.items())
    assert "Shift+F4" not in rows
    assert "Ctrl+1" in rows
    clerk.hit("Esc")
    assert clerk.window.page is page
    clerk.hit("Esc", "F1")
    assert "Shift+F4: " in told.accessibleDescription()
    assert "Delete: " not in told.accessibleDescription()
    clerk.close()
