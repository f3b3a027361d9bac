"""The day's log: looked at, printed, kept as a file, closed; and the receipts written by hand."""

import csv
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from app.deeds.call import begin, call_next
from app.deeds.day import close_day
from app.deeds.office import close_counter
from app.deeds.pad import pads_of, prepare_pad
from app.deeds.request import register, void
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.local import day_of
from app.persian import format_date, latin_date
from app.ports import Look
from app.showing.day import day_shown
from app.showing.day_end import day_end
from app.spooling.spool import Job
from tests.app.opened import national_code, person
from tests.ui.shell import Shell
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.frame.day_rows import day_columns
from ui.frame.papers_page import PapersPage
from ui.frame.pick_rows import PickList
from ui.frame.request_read_page import RequestReadPage
from ui.look.parts.row_paint import spread
from ui.supervisor.day.end_page import EndPage
from ui.supervisor.day.lists import HandoverPage, VisitsPage
from ui.supervisor.day.pads_page import PadsPage
from ui.supervisor.day.page import DayPage
from ui.supervisor.day.sheet_page import SheetPage
from ui.words import Words

SERVICE = "35"


def page_of(supervisor: Supervisor) -> DayPage:
    supervisor.hit("Ctrl+2")
    page = supervisor.page
    assert isinstance(page, DayPage)
    return page


def registers(supervisor: Supervisor, number: int = 1, counter: str = "1") -> str:
    return supervisor.does(
        lambda work: register(work, SERVICE, person(number), counter=counter)
    ).tracking


def jobs(supervisor: Supervisor) -> list[Job]:
    return supervisor.looks(lambda look: list(look.jobs()))


def closed(supervisor: Supervisor, counter: str = "") -> bool:
    def read(look: Look) -> bool:
        return day_shown(look, day_of(look.at), counter).closed_at is not None

    return supervisor.looks(read)


def test_a_day_without_a_single_request_prints_and_closes_calmly(supervisor: Supervisor) -> None:
    page = page_of(supervisor)
    assert page.sheet.received.empty == "موردی ثبت نشده است."
    supervisor.hit("F8")
    (job,) = jobs(supervisor)
    assert (job.kind, job.copy) == ("log", 1)
    supervisor.hit("F12")
    assert isinstance(supervisor.page, EndPage)
    assert supervisor.filled == "F12"
    supervisor.hit("F12")
    supervisor.qtbot.wait(550)  # a question must be read before Enter counts
    supervisor.hit("Enter")
    supervisor.waits(lambda: closed(supervisor))
    supervisor.waits(lambda: supervisor.filled == "F8")
    supervisor.hit("F12")
    assert "دوباره باز نمی‌شود" in supervisor.said


def test_an_administrator_is_told_who_closes_a_day(office: Shell, sits: Sits) -> None:
    office.done("office", "clerk", "202", "--name", "نسرین کاظمی", "--role", "administrator")
    administrator = sits(code="202")
    page_of(administrator)
    administrator.hit("F12")
    page = administrator.page
    assert isinstance(page, EndPage)
    assert administrator.filled == "F8"
    administrator.hit("F12")
    assert administrator.question == ""
    assert administrator.said == "تنها مسئول میز خدمت و کارمندان میز خدمت روز را می‌بندند."
    assert "تنها مسئول میز خدمت" in page.advice.text


def test_enter_on_a_row_of_the_report_opens_its_request(supervisor: Supervisor) -> None:
    tracking = registers(supervisor)
    page = page_of(supervisor)
    supervisor.waits(lambda: len(page.sheet.received.rows) == 1)
    supervisor.hit("Enter")
    supervisor.waits(lambda: isinstance(supervisor.page, RequestReadPage))
    assert isinstance(supervisor.page, RequestReadPage)
    shown = supervisor.page.shown
    assert shown
    assert shown.request.tracking == tracking


def test_a_long_reason_stands_whole_under_the_supplement(supervisor: Supervisor) -> None:
    tracking = registers(supervisor)
    supervisor.does(lambda work: close_day(work, day_of(work.at)))
    reason = "این درخواست به اشتباه دو بار ثبت شده بود و متقاضی خواست که یکی از آن‌ها باطل شود " * 2
    supervisor.does(lambda work: void(work, tracking, reason.strip()))
    page = page_of(supervisor)
    supervisor.waits(lambda: bool(page.sheet.received.rows))
    assert page.sheet.reason.isHidden()
    supervisor.hit("F7")
    supervisor.waits(lambda: bool(page.sheet.changed.rows))
    assert page.sheet.reason.text.replace("\xa0", " ").endswith(reason.strip())
    supervisor.hit("Enter")
    supervisor.waits(lambda: isinstance(supervisor.page, RequestReadPage))


def test_the_report_of_all_counters_goes_to_paper_by_one_key(supervisor: Supervisor) -> None:
    registers(supervisor, 1, "1")
    registers(supervisor, 2, "2")
    page = page_of(supervisor)
    supervisor.waits(lambda: len(page.sheet.received.rows) == 2)
    supervisor.hit("Shift+F8")
    assert [job.copy for job in jobs(supervisor)] == [1, 1, 1]
    supervisor.hit("Shift+F8")
    assert sorted(job.copy for job in jobs(supervisor)) == [1, 1, 1, 2, 2, 2]


def test_a_counter_that_was_taken_away_keeps_its_report(supervisor: Supervisor) -> None:
    registers(supervisor, 1, "2")
    supervisor.does(lambda work: close_counter(work, "2"))
    page = page_of(supervisor)
    supervisor.hit("Shift+F8")
    assert len(jobs(supervisor)) == 3, "two counters and the desk"
    supervisor.hit("F6")
    supervisor.type("2")
    picked = supervisor.window.picking.findChild(PickList)
    assert picked
    assert picked.rows[0].cells[2].text == "برچیده شده"
    supervisor.hit("Enter")
    supervisor.waits(lambda: page.acts()[3].note == "باجه ۲")
    assert len(page.sheet.received.rows) == 1


def test_one_counter_is_looked_at_and_another_day_too(supervisor: Supervisor) -> None:
    registers(supervisor, 1, "1")
    registers(supervisor, 2, "2")
    supervisor.clock.at += timedelta(days=1)
    registers(supervisor, 3, "2")
    page = page_of(supervisor)
    supervisor.waits(lambda: len(page.sheet.received.rows) == 1)
    supervisor.hit("PageUp")
    supervisor.waits(lambda: len(page.sheet.received.rows) == 2)
    supervisor.hit("F6")
    supervisor.type("1")
    supervisor.hit("Enter")
    supervisor.waits(lambda: len(page.sheet.received.rows) == 1)
    assert page.acts()[3].note == "باجه ۱"
    supervisor.hit("PageDown")
    supervisor.waits(lambda: not page.sheet.received.rows)
    supervisor.hit("F4")
    supervisor.type("1405/8/30")
    supervisor.hit("Enter")
    supervisor.waits(lambda: len(page.sheet.received.rows) == 1)
    supervisor.hit("F4")
    supervisor.type("1405/9/30")
    supervisor.hit("Enter")
    assert supervisor.said == "آن روز هنوز نرسیده است."
    supervisor.hit("F4")
    supervisor.type("1404/12/30")
    supervisor.hit("Enter")
    assert "در تقویم وجود ندارد" in supervisor.said


def test_the_report_is_kept_as_a_file(supervisor: Supervisor, tmp_path: Path) -> None:
    tracking = registers(supervisor)
    page_of(supervisor)
    for ending in ("csv", "xlsx", "txt"):
        supervisor.hit("F9")
        field = supervisor.window.asking._field
        assert field is not None
        field.line.setText(str(tmp_path / f"day.{ending}"))
        supervisor.hit("Enter")
        supervisor.waits(lambda: bool(supervisor.said))
    lines = list(csv.reader((tmp_path / "day.csv").read_text("utf-8-sig").splitlines()))
    assert lines[1][1] == tracking
    assert lines[-1][0] == "شناسه درستی سوابق"
    table, foot = openpyxl.load_workbook(tmp_path / "day.xlsx").worksheets
    assert table["B2"].value == tracking
    assert foot["B1"].value == 1
    assert "txt" in supervisor.said


def test_the_supplement_is_shown_by_its_key_and_kept_as_a_file(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    tracking = registers(supervisor)
    supervisor.does(lambda work: close_day(work, day_of(work.at)))
    supervisor.does(lambda work: void(work, tracking, "دوبار ثبت شد"))
    late = registers(supervisor, 2)
    page = page_of(supervisor)
    supervisor.waits(lambda: "۲" in page.sheet.head.trailing.text)
    supervisor.hit("F7")
    supervisor.waits(lambda: [row.key for row in page.sheet.received.rows] == [late])
    assert page.sheet.changed in page.stops()
    assert "دوبار ثبت شد" in page.sheet.changed.rows[0].said()
    supervisor.hit("F9")
    field = supervisor.window.asking._field
    assert field is not None
    assert field.line.text().endswith("supplement.xlsx")
    field.line.setText(str(tmp_path / "more.csv"))
    supervisor.hit("Enter")
    supervisor.waits(lambda: bool(supervisor.said))
    lines = list(csv.reader((tmp_path / "more.csv").read_text("utf-8-sig").splitlines()))
    assert [(line[0], line[1]) for line in lines[1:3]] == [
        ("درخواست‌های ثبت‌شده پس از بستن گزارش", late),
        ("تغییر در ردیف‌های گزارش بسته‌شده", tracking),
    ]
    assert lines[2][-1].startswith("ابطال‌شده، ")
    supervisor.hit("F12", "F8", "Esc")
    supervisor.waits(lambda: len(jobs(supervisor)) == 1)
    (job,) = jobs(supervisor)
    paper = supervisor.looks(lambda look: look.job_paper(job.id))
    assert b'"supplement"' not in paper, "the end of the day prints the report"
    supervisor.hit("F7")
    supervisor.waits(lambda: [row.key for row in page.sheet.received.rows] == [tracking])
    supervisor.hit("F7", "PageUp", "PageDown")
    supervisor.waits(lambda: [row.key for row in page.sheet.received.rows] == [tracking])


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_voided_row_says_so_where_its_title_is_cut(sits: Sits, scale: float) -> None:
    supervisor = sits(scale=scale)
    tracking = registers(supervisor)
    supervisor.does(lambda work: void(work, tracking, "اشتباه"))
    rows = page_of(supervisor).sheet.received
    supervisor.waits(lambda: len(rows.rows) == 1)
    assert rows.rows[0].cells[1].text.startswith("ابطال‌شده:")
    line = rows.visualRect(rows.model().index(0, 0))
    room = spread(rows.theme, day_columns(rows.theme), line)[1]
    for mark in ("corrected", "withdrawn", "voided", "by_hand"):
        assert rows.theme.width("open", f"{Words().value('mark', mark)}: …") <= room.width()


def test_the_end_of_a_day_comes_up_under_its_own_title_also_after_that_of_a_closed_day(
    supervisor: Supervisor,
) -> None:
    supervisor.does(lambda work: close_day(work, day_of(work.at)))
    page_of(supervisor)
    supervisor.hit("F12")
    end = supervisor.page
    assert isinstance(end, EndPage)
    titles: list[str] = []
    end.seen.connect(lambda seen: titles.append(end.head.title.text) if seen else None)
    supervisor.hit("Esc", "PgUp", "F12", "Esc", "PgDn", "F12")
    assert ["جمعه" in title for title in titles] == [True, False]
    assert ["شنبه ۳۰ آبان" in title for title in titles] == [False, True]


def test_an_open_visit_keeps_the_day_from_being_closed_and_is_shown(
    supervisor: Supervisor,
) -> None:
    given = supervisor.does(lambda work: issue(work, SERVICE))
    supervisor.does(lambda work: call_next(work, "1"))
    supervisor.does(lambda work: begin(work, given.id))
    page_of(supervisor)
    supervisor.hit("F12")
    end = supervisor.page
    assert isinstance(end, EndPage)
    supervisor.waits(lambda: bool(end.matters.rows))
    supervisor.hit("F12")
    assert "هنوز کسی" in supervisor.said
    supervisor.hit("Enter")
    visits = supervisor.page
    assert isinstance(visits, VisitsPage)
    supervisor.waits(lambda: len(visits.table.rows) == 1)
    assert given.label in visits.table.rows[0].said()
    supervisor.does(lambda work: finish(work, given.id, "guidance"))
    supervisor.waits(lambda: not visits.table.rows)
    supervisor.hit("Esc")
    supervisor.waits(lambda: supervisor.filled == "F12")


def test_the_visit_of_a_clerk_who_is_away_is_settled_for_a_reason(supervisor: Supervisor) -> None:
    given = supervisor.does(lambda work: issue(work, SERVICE))
    supervisor.does(lambda work: call_next(work, "1"), by="101")
    page_of(supervisor)
    supervisor.hit("F12", "Enter")
    visits = supervisor.page
    assert isinstance(visits, VisitsPage)
    supervisor.waits(lambda: len(visits.table.rows) == 1)
    supervisor.hit("F6")
    assert "حضور ندارد" in supervisor.question
    supervisor.type("بیماری")
    supervisor.hit("Enter")
    supervisor.waits(lambda: not visits.table.rows)
    assert given.label in supervisor.said
    supervisor.does(lambda work: call_next(work, "1"), by="101")
    supervisor.waits(lambda: len(visits.table.rows) == 1)
    supervisor.clock.at += timedelta(days=1)
    supervisor.hit("Esc", "Enter")
    supervisor.waits(lambda: "۱۴۰۵/۰۸/۳۰" in visits.table.rows[0].said())
    assert next(act for act in visits.acts() if act.combo == "F6").why_not
    supervisor.hit("F12")
    supervisor.type("بیماری")
    supervisor.hit("Enter")
    supervisor.waits(lambda: not visits.table.rows)


def test_what_no_unit_has_is_handed_over_from_there(supervisor: Supervisor) -> None:
    for number in (1, 2):
        registers(supervisor, number)
    page_of(supervisor)
    supervisor.hit("F12", "Down", "Enter")
    page = supervisor.page
    assert isinstance(page, HandoverPage)
    supervisor.waits(lambda: len(page.ticks.rows) == 2)
    supervisor.hit("F7", "F6", "Enter")
    supervisor.waits(lambda: not page.ticks.rows)
    supervisor.hit("F8")
    assert [job.kind for job in jobs(supervisor)] == ["handover"]


def test_a_paper_that_nobody_confirmed_is_decided_from_there(supervisor: Supervisor) -> None:
    page_of(supervisor)
    supervisor.hit("F8")
    with supervisor.desk.journal.work() as work:  # as the hand of a printer leaves it
        (job,) = work.jobs()
        work.set_job(replace(job, state="unconfirmed"))
    assert supervisor.looks(lambda look: len(day_end(look, day_of(look.at), "").papers)) == 1
    supervisor.hit("F12", "Down", "Down", "Enter")
    papers = supervisor.page
    assert isinstance(papers, PapersPage)
    supervisor.waits(lambda: len(papers.table.rows) == 1)
    supervisor.hit("F7")
    supervisor.waits(lambda: not papers.table.rows)
    assert jobs(supervisor)[0].state == "confirmed"


def test_a_pad_is_printed_and_a_sheet_of_it_entered_with_its_own_number_and_date(
    supervisor: Supervisor,
) -> None:
    page_of(supervisor)
    supervisor.hit("F11")
    page = supervisor.page
    assert isinstance(page, PadsPage)
    supervisor.hit("F8", "Enter")
    supervisor.waits(lambda: len(page.table.rows) == 20)
    assert [job.kind for job in jobs(supervisor)] == ["pad"]
    printed = supervisor.looks(lambda look: day_of(look.at))
    supervisor.clock.at += timedelta(days=1)
    tracking = page.table.rows[0].key
    supervisor.hit("F6")
    assert supervisor.choosing
    supervisor.type(SERVICE)
    supervisor.hit("Enter")
    sheet = supervisor.page
    assert isinstance(sheet, SheetPage)
    supervisor.type(latin_date(printed))
    supervisor.waits(lambda: sheet.promise.text != "")
    supervisor.hit("Enter", "Enter")
    supervisor.type(national_code(77))
    supervisor.hit("Enter")
    supervisor.type("زهرا محمدی")
    supervisor.hit("F8")
    supervisor.waits(lambda: len(page.table.rows) == 19)
    assert supervisor.page is page
    found = supervisor.looks(lambda look: pads_of(look).sheets[tracking])
    assert found.request
    supervisor.hit("2")
    assert [row.key for row in page.table.rows] == [tracking]
    supervisor.hit("Esc")
    day = supervisor.page
    assert isinstance(day, DayPage)
    supervisor.hit("PageUp")
    supervisor.waits(lambda: len(day.sheet.received.rows) == 1)
    assert "ثبت از رسید دستی" in day.sheet.received.rows[0].cells[1].text
    assert format_date(printed) == day.sheet.received.rows[0].cells[2].text


def test_a_spoilt_sheet_is_void_and_a_wrong_date_is_said(supervisor: Supervisor) -> None:
    supervisor.does(lambda work: prepare_pad(work, 2))
    page_of(supervisor)
    supervisor.hit("F11")
    page = supervisor.page
    assert isinstance(page, PadsPage)
    supervisor.waits(lambda: len(page.table.rows) == 2)
    supervisor.hit("F4")
    supervisor.type("خط خورد")
    supervisor.hit("Enter")
    supervisor.waits(lambda: len(page.table.rows) == 1)
    supervisor.hit("F6")
    supervisor.type(SERVICE)
    supervisor.hit("Enter")
    supervisor.type("1405/1/1")
    for _ in range(2):
        supervisor.hit("Enter")
    supervisor.type(national_code(77))
    supervisor.hit("Enter")
    supervisor.type("زهرا محمدی")
    supervisor.hit("F8")
    assert "پیش از آن است" in supervisor.said
    assert supervisor.looks(lambda look: sum(s.out for s in pads_of(look).sheets.values())) == 1
