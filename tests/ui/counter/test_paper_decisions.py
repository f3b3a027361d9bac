"""Papers that nobody confirmed, were given up or went elsewhere, told and decided by keys."""

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from app.deeds.spool import cancel, hear, set_printers
from app.handing.handing_out import hand_out
from app.handing.trying import try_printer
from app.ports import Work
from app.printer import Taken
from app.refusal import Refusal
from app.spooling.printers import Printers, Role, named_printers, roll_printer
from app.spooling.spool import Job, begun, done, interrupted, moved, stopped
from tests.printing.pretend import pretend_printer
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.counter.printer_page import PrinterPage
from ui.counter.printer_record_page import PrinterRecordPage
from ui.counter.visit_lines import visit_lines
from ui.words import Words

NAMED = replace(named_printers(roll="Zebra", page="Laser"), roll_spare=roll_printer("Star"))


def page(clerk: Clerk) -> PrinterPage:
    """Ctrl+9, once its papers are there."""
    clerk.hit("Ctrl+9")
    found = clerk.window.page
    assert isinstance(found, PrinterPage)
    clerk.rest()
    return found


def meanwhile(clerk: Clerk, deed: Callable[[Work], object]) -> None:
    """A deed that is no event, and the window told of it."""
    with clerk.desk.journal.work() as work:
        deed(work)
    clerk.window.printed()
    clerk.rest()
    clerk.rest()


def hits(clerk: Clerk, *combos: str) -> None:
    """Keys, and what is looked up after what each of them did."""
    for combo in combos:
        clerk.hit(combo)
        clerk.rest()


def receipts(clerk: Clerk, tracking: str, *changes: Callable[[Job], Job]) -> None:
    """That many receipts, the oldest first, each with what has become of it."""

    def made(work: Work) -> None:
        for change in changes:
            work.set_job(change(hand_out(work, "receipt", tracking)))

    meanwhile(clerk, made)


def broken(job: Job) -> Job:
    """The line broke in the middle."""
    name = "tcp://192.0.2.7:9101"
    return stopped(begun(job, name), Refusal("printer_refused", printer=name, why="reset"))


def unmade(job: Job) -> Job:
    """It could not be made into a paper."""
    return stopped(job, Refusal("unexpected"))


def acts(shown: PrinterPage) -> dict[str, str]:
    """The keys, and what they are called."""
    return {act.combo: act.name.replace("\n", " ") for act in shown.acts()}


def states(shown: PrinterPage) -> Sequence[str]:
    """What the rows of papers say, the newest first."""
    return [row.cells[-1].text for row in shown.jobs.rows]


def trailing(shown: PrinterPage) -> str:
    """What stands at the end of the line above the papers."""
    return shown._queue.accessibleDescription()


def test_the_page_opens_at_the_first_doubt_and_goes_on_to_the_next_after_each(
    sits: Sits, office: Shell
) -> None:
    tracking = office.register()
    clerk = sits(printers=NAMED)
    receipts(clerk, tracking, done, broken, unmade, done, interrupted, broken, done)
    shown = page(clerk)
    assert shown.jobs.hasFocus()
    assert shown.jobs.place == 1
    hits(clerk, "F7")
    assert shown.jobs.place == 2
    hits(clerk, "Shift+F7")
    assert shown.jobs.place == 5
    hits(clerk, "F8")
    job = shown.job
    assert job is not None
    assert job.state == "failed"
    hits(clerk, "Delete")
    assert shown.job == replace(job, state="cancelled")
    shown.jobs.go(0)
    hits(clerk, "Esc")
    receipts(clerk, tracking, broken, done)
    assert page(clerk).job == clerk.jobs()[-2]
    clerk.close()


def test_a_key_on_a_paper_that_wants_no_decision_leaves_the_cursor(
    sits: Sits, office: Shell
) -> None:
    clerk = sits(printers=NAMED)
    receipts(clerk, office.register(), broken, lambda job: job, lambda job: job)
    shown = page(clerk)
    assert shown.jobs.place == 2
    hits(clerk, "Up", "F12")
    assert states(shown)[1] == "نگه‌داشته‌شده"
    assert shown.jobs.place == 1
    clerk.close()


def test_what_wants_a_decision_waits_or_is_held_is_counted_apart(sits: Sits, office: Shell) -> None:
    clerk = sits(printers=NAMED)
    receipts(clerk, office.register(), broken, unmade, lambda job: job, done)
    shown = page(clerk)
    assert trailing(shown) == "۲ برگ نیازمند بررسی · ۱ برگ در انتظار"
    shown.jobs.go(1)
    hits(clerk, "F12")
    clerk.waits(lambda: trailing(shown) == "۲ برگ نیازمند بررسی · ۱ برگ نگه‌داشته‌شده")
    clerk.close()


def test_a_line_that_broke_in_the_middle_says_what_to_look_at_and_which_keys_decide(
    sits: Sits, office: Shell
) -> None:
    clerk = sits(printers=NAMED)
    receipts(clerk, office.register(), broken)
    shown = page(clerk)
    said = shown.why.text
    assert "tcp://192.0.2.7:9101" in said
    assert "شاید بخشی از برگه چاپ شده باشد. برگه را ببینید." in said
    assert said.endswith("اگر چاپ شده است F7 و اگر نشده است Shift+F7.")
    clerk.close()


def test_what_was_deleted_before_its_first_byte_comes_back_as_the_original(
    sits: Sits, office: Shell
) -> None:
    clerk = sits(printers=NAMED)
    silent = Refusal("printer_silent", printer="Zebra")
    receipts(clerk, office.register(), lambda job: stopped(job, silent))
    clerk.news()
    shown = page(clerk)
    hits(clerk, "Delete")
    clerk.waits(lambda: "صرف‌نظر شد" in shown.why.text)
    assert "پاسخ نمی‌دهد" not in shown.why.text
    assert acts(shown)["F8"] == "چاپ"
    hits(clerk, "F8")
    (job,) = clerk.jobs()
    assert (job.copy, job.state) == (1, "queued")
    assert clerk.news() == []
    clerk.close()


def test_enter_on_the_line_of_a_deleted_receipt_prints_the_original(sits: Sits) -> None:
    clerk = sits(printers=NAMED)
    clerk.calls()
    clerk.registers()
    meanwhile(clerk, lambda work: cancel(work, work.jobs()[0].id))
    hits(clerk, "Ctrl+5", "Enter")
    if clerk.question:
        hits(clerk, "Enter")
    clerk.waits(lambda: [(job.copy, job.state) for job in clerk.jobs()] == [(1, "queued")])
    clerk.close()


def test_what_was_doubted_and_given_up_comes_as_a_copy(sits: Sits, office: Shell) -> None:
    clerk = sits(printers=NAMED)
    receipts(clerk, office.register(), broken)
    shown = page(clerk)
    hits(clerk, "Delete")
    clerk.waits(lambda: "شاید بخشی از آن چاپ شده باشد" in shown.why.text)
    assert acts(shown)["F8"] == "چاپ المثنی"
    hits(clerk, "F8")
    assert [job.copy for job in clerk.jobs()] == [1, 2]
    clerk.close()


def elsewhere(role: Role, name: str, taken: Taken) -> Callable[[Job], Job]:
    """It came out of that printer, for the first one did not answer."""
    return lambda job: done(begun(moved(job, role, NAMED), name), taken)


def test_a_row_says_which_printer_has_what_went_elsewhere(sits: Sits, office: Shell) -> None:
    clerk = sits(printers=NAMED)
    spare = elsewhere("roll_spare", "Star", Taken())
    proved = elsewhere("page", "Laser", Taken(proved=True))
    receipts(clerk, office.register(), done, spare, proved)
    assert states(page(clerk)) == [
        "روی کاغذ معمولی چاپ شد",
        "فرستاده شد به رول جایگزین",
        "به چاپگر فرستاده شد",
    ]
    clerk.close()


def test_no_copy_is_offered_of_a_trial(sits: Sits) -> None:
    clerk = sits(printers=NAMED)
    meanwhile(clerk, lambda work: work.set_job(done(begun(try_printer(work, "roll"), "Zebra"))))
    shown = page(clerk)
    clerk.waits(lambda: acts(shown)["F8"] == "چاپ دوباره")
    clerk.close()


def lines(clerk: Clerk) -> list[str]:
    """What the desk says of this visit."""
    return [line.text for line in visit_lines(clerk.state, Words())]


def status(clerk: Clerk) -> str:
    """What the status bar says."""
    return clerk.window.status.accessibleName()


def test_an_old_doubt_hides_nothing_that_the_printer_says(sits: Sits, office: Shell) -> None:
    tracking = office.register()
    with pretend_printer() as roll:
        clerk = sits(prints=True, printers=named_printers(roll=roll.name))
        clerk.waits(lambda: "چاپگر رول: آماده" in status(clerk))
        receipts(clerk, tracking, interrupted)
        clerk.waits(lambda: "چاپ تأیید نشد؛ برگه را ببینید" in status(clerk))
        assert "چاپگر رول: آماده" in status(clerk)
        shown = page(clerk)
        assert shown.printers.rows[0].cells[-1].text == "آماده"
        roll.troubles.paper = "near"
        clerk.waits(lambda: "کاغذ چاپگر رو به پایان است" in status(clerk))
        clerk.waits(lambda: shown.printers.rows[0].cells[-1].text == "کاغذ رو به پایان")
        assert "چاپ تأیید نشد" in status(clerk)
        clerk.close()


def test_of_two_printers_the_status_bar_says_which_has_the_trouble(sits: Sits) -> None:
    clerk = sits(printers=NAMED)

    def told(**said: str) -> str:
        def say(work: Work) -> None:
            for role, name in (("roll", "Zebra"), ("page", "Laser"), ("roll_spare", "Star")):
                hear(work, role, name, said.get(role, "fine"))  # type: ignore[arg-type]

        meanwhile(clerk, say)
        return status(clerk).split("، ")[2]

    assert told(page="paper_out") == "چاپگر کاغذ: کاغذ تمام شده"
    both = told(page="cover_open", roll_spare="near_end")
    assert both == "چاپگر کاغذ: درپوش باز · چاپگر رول جایگزین: کاغذ رو به پایان"
    same = dict.fromkeys(("roll", "page", "roll_spare"), "offline")
    assert told(**same) == "چاپگر خاموش یا برون‌خط است"
    clerk.close()


@pytest.mark.parametrize("choice", ["keep", "drop", "stay"])
def test_leaving_changed_settings_asks_what_becomes_of_them(sits: Sits, choice: str) -> None:
    clerk = sits(printers=NAMED)
    printers = page(clerk)
    printers.printers.setFocus()
    hits(clerk, "F3")
    record = clerk.window.page
    assert isinstance(record, PrinterRecordPage)
    record.take_proof("roll", "none")
    record.form.strip.setFocus()
    clerk.focus.selectAll()  # type: ignore[attr-defined]
    clerk.type("64")
    hits(clerk, "Esc")
    assert "تغییر کرده و ثبت نشده است" in clerk.question
    hits(clerk, {"keep": "1", "drop": "2", "stay": "Esc"}[choice])
    clerk.rest()
    assert clerk.window.page is (record if choice == "stay" else printers)
    kept = clerk.looks(lambda look: look.setting("printers"))
    assert ('"strip":64' in kept) == (choice == "keep")
    clerk.close()


def test_a_slip_that_no_printer_takes_says_that_it_waits(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    clerk.calls()
    clerk.identifies()
    hits(clerk, "F6", "Ctrl+3", "Delete", "F7")
    assert "در انتظار چاپگر می‌ماند" in clerk.said
    assert "صادر شد" not in clerk.said
    clerk.close()


def test_a_silent_printer_that_used_to_answer_has_its_receipt_wait_or_go_elsewhere(
    sits: Sits, office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.spooling.turns.PATIENCE", 1.0)
    with pretend_printer() as roll:
        folder = f"file:{office.home / 'papers'}"
        clerk = sits(prints=True, printers=named_printers(roll=roll.name))
        clerk.waits(lambda: "چاپگر رول: آماده" in status(clerk))
        roll.troubles.mute, roll.troubles.paper = True, "out"
        clerk.waits(lambda: "چاپگر پاسخ نمی‌دهد" in status(clerk))
        clerk.calls()
        clerk.registers()
        clerk.waits(lambda: clerk.jobs()[0].why == "printer_silent")
        assert roll.got.empty()
        fail_over = replace(named_printers(roll=roll.name, page=folder), roll_to_page=True)
        meanwhile(clerk, lambda work: set_printers(work, fail_over))
        assert clerk.hands is not None
        clerk.hands.wake()
        clerk.waits(lambda: clerk.jobs()[0].state == "sent")
        assert (clerk.jobs()[0].role, roll.got.empty()) == ("page", True)
        clerk.waits(lambda: lines(clerk) == ["رسید خدمت روی کاغذ معمولی"])
        clerk.close()
