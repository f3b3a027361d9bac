"""Who did what, whether the records are whole, and what an inspector is shown."""

import csv
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from app.deeds.office import admit_clerk, dismiss_clerk
from app.deeds.request import correct, register, void
from app.persian import persian_digits
from app.refusal import Refusal
from app.signing_in import enter
from app.tracking import grouped
from tests.app.opened import person
from tests.printing.readback import missing, pages
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.frame.conflict_page import ConflictPage
from ui.frame.papers_page import PapersPage
from ui.frame.pick_rows import PickList
from ui.frame.request_read_page import RequestReadPage
from ui.supervisor.inspection.audit_page import AuditPage
from ui.supervisor.inspection.pack_page import PackPage
from ui.supervisor.inspection.verify_page import VerifyPage

SERVICE = "35"


def registers(supervisor: Supervisor, number: int = 1) -> str:
    return supervisor.does(
        lambda work: register(work, SERVICE, person(number), counter="1")
    ).tracking


def audit(supervisor: Supervisor) -> AuditPage:
    supervisor.hit("Ctrl+9")
    page = supervisor.page
    assert isinstance(page, AuditPage)
    supervisor.waits(lambda: bool(page.facts) and not page.busy)
    return page


def pack(supervisor: Supervisor) -> PackPage:
    audit(supervisor)
    supervisor.hit("F12")
    page = supervisor.page
    assert isinstance(page, PackPage)
    supervisor.waits(lambda: bool(page.points.rows))
    return page


def kinds(page: AuditPage) -> list[str]:
    return [fact.kind for fact in page.facts]


def asked(supervisor: Supervisor, text: str) -> None:
    """Answers with other words than were given."""
    supervisor.hit("Ctrl+A")
    supervisor.type(text)
    supervisor.hit("Enter")


def test_facts_are_narrowed_to_a_clerk_a_kind_and_a_number(supervisor: Supervisor) -> None:
    tracking, other = registers(supervisor), registers(supervisor, 2)
    page = audit(supervisor)
    everything = len(page.facts)
    assert kinds(page)[:2] == ["RequestRegistered", "RequestRegistered"]
    supervisor.hit("F6")
    asked(supervisor, tracking)
    supervisor.waits(lambda: kinds(page) == ["RequestRegistered"])
    assert page.facts[0].name == tracking
    supervisor.hit("Enter")
    supervisor.waits(lambda: isinstance(supervisor.page, RequestReadPage))
    supervisor.hit("Esc")
    page.table.setFocus()
    supervisor.hit("Delete")
    supervisor.waits(lambda: len(page.facts) == everything)
    supervisor.hit("F3")
    asked(supervisor, "201")
    supervisor.waits(lambda: 0 < len(page.facts) < everything)
    assert {fact.clerk for fact in page.facts} == {"پروین قاسمی‌نژاد"}
    supervisor.hit("F5")
    asked(supervisor, "ثبت درخواست")
    supervisor.waits(lambda: {fact.name for fact in page.facts} == {tracking, other})


def test_of_two_who_had_one_code_it_is_told_which_has_left(supervisor: Supervisor) -> None:
    supervisor.does(lambda work: dismiss_clerk(work, "102"))
    supervisor.does(lambda work: admit_clerk(work, "102", "مینا صادقی", "clerk"))
    page = audit(supervisor)
    supervisor.hit("F3")
    supervisor.type("102")
    rows = supervisor.window.picking.findChild(PickList)
    assert rows
    assert [row.cells[2].text for row in rows.rows] == ["", "رفته از ۱۴۰۵/۰۸/۳۰"]
    supervisor.hit("Down", "Enter")
    supervisor.waits(lambda: "رفته از ۱۴۰۵/۰۸/۳۰" in page.filter.text)


def test_a_number_that_nothing_bears_is_said_in_words(supervisor: Supervisor) -> None:
    registers(supervisor)
    page = audit(supervisor)
    supervisor.hit("F6")
    asked(supervisor, "123")
    supervisor.waits(lambda: persian_digits("123") in supervisor.said)
    assert persian_digits("123") in page.filter.text
    assert (page.facts, page.table.rows) == ((), ())
    assert not page.busy
    page.table.setFocus()
    supervisor.hit("Delete")
    supervisor.waits(lambda: bool(page.facts))


def test_departures_stand_apart_with_their_reasons(supervisor: Supervisor) -> None:
    first, second = registers(supervisor), registers(supervisor, 2)
    supervisor.does(lambda work: correct(work, first, "نام نادرست بود", applicant=person(3)))
    supervisor.does(lambda work: void(work, second, "تکراری بود"))
    supervisor.does(
        lambda work: register(work, SERVICE, person(3), counter="1", repeated="نامه گم شد")
    )
    page = audit(supervisor)
    supervisor.hit("2")
    supervisor.waits(lambda: len(page.facts) == 3)
    reasons = [fact.reason for fact in page.facts]
    assert reasons == ["نامه گم شد", "تکراری بود", "نام نادرست بود"]


def test_older_facts_come_as_somebody_goes_down(supervisor: Supervisor) -> None:
    for number in range(1, 180):
        registers(supervisor, number)
    page = audit(supervisor)
    assert len(page.facts) == 200
    supervisor.hit("End")
    supervisor.waits(lambda: len(page.facts) > 200 and not page.busy)
    ids = [fact.id for fact in page.facts]
    assert len(set(ids)) == len(ids)


def test_what_is_shown_goes_into_a_file(supervisor: Supervisor, tmp_path: Path) -> None:
    tracking = registers(supervisor)
    page = audit(supervisor)
    for name in ("audit.csv", "audit.xlsx"):
        file = tmp_path / name
        supervisor.hit("F7")
        asked(supervisor, str(file))
        supervisor.waits(file.exists)
    text = (tmp_path / "audit.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert len(rows) == 1 + len(page.facts)
    assert persian_digits(grouped(tracking)) in rows[1][3]
    sheet = openpyxl.load_workbook(tmp_path / "audit.xlsx").active
    assert sheet is not None
    assert sheet.max_row == len(rows)
    supervisor.hit("F7")
    asked(supervisor, str(tmp_path / "audit.doc"))
    supervisor.waits(lambda: "xlsx" in supervisor.said)


def test_the_records_are_read_beside_the_window(supervisor: Supervisor) -> None:
    registers(supervisor)
    audit(supervisor)
    supervisor.hit("F9")
    page = supervisor.page
    assert isinstance(page, VerifyPage)
    supervisor.hit("F8")
    supervisor.waits(lambda: bool(page.list.rows))
    icons = [row.cells[0].icon for row in page.list.rows]
    assert icons.count("circle-check") == 2
    assert "alert-circle" not in icons
    assert page.head.chip.isVisible()


def test_conflicts_and_papers_are_reached(supervisor: Supervisor) -> None:
    page = audit(supervisor)
    for key, kind in (("F11", ConflictPage), ("Shift+F11", PapersPage)):
        supervisor.hit(key)
        assert isinstance(supervisor.page, kind)
        supervisor.hit("Esc")
        assert supervisor.window.page is page


def test_the_same_seed_draws_the_same_requests(supervisor: Supervisor) -> None:
    for number in range(1, 31):
        registers(supervisor, number)
    page = pack(supervisor)
    assert page._told is not None
    first = page._told.draw
    assert (first.population, len(first.rows)) == (30, 10)
    assert first.seed.isdecimal()
    registers(supervisor, 31)
    supervisor.hit("F5")
    asked(supervisor, "۱۴۰۵")
    supervisor.waits(lambda: bool(page._told and page._told.draw.seed == "1405"))
    drawn = page._told.draw
    supervisor.hit("F6")
    asked(supervisor, "3")
    supervisor.waits(lambda: bool(page._told and len(page._told.draw.rows) == 3))
    assert page._told.draw.rows == drawn.rows[:3]
    supervisor.hit("2", "Enter")
    supervisor.waits(lambda: isinstance(supervisor.page, RequestReadPage))


def test_an_inspection_goes_on_paper(supervisor: Supervisor, tmp_path: Path) -> None:
    tracking = registers(supervisor)
    pack(supervisor)
    file = tmp_path / "inspection.pdf"
    supervisor.hit("F8")
    asked(supervisor, str(file))
    supervisor.waits(file.exists, timeout=30_000)
    data = file.read_bytes()
    assert pages(data) >= 2
    wanted = ["برگ بازرسی میز خدمت", persian_digits(grouped(tracking)).split()[0], "ملاحظات بازرس"]
    assert missing(wanted, data) == []


def test_a_sheet_is_a_pdf_in_the_folder_of_the_user_whatever_is_typed(
    supervisor: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    registers(supervisor)
    pack(supervisor)
    for name in ("pack", "1405", "pack.xlsx"):
        supervisor.hit("F8")
        asked(supervisor, name)
        supervisor.waits(lambda: ".pdf" in supervisor.said)
        supervisor.hit("Esc")
        pack(supervisor)
    supervisor.hit("F8")
    asked(supervisor, "pack.pdf")
    supervisor.waits(lambda: str(tmp_path / "pack.pdf") in supervisor.said, timeout=30_000)
    assert (tmp_path / "pack.pdf").exists()


def test_a_pass_reads_for_one_day_and_changes_nothing(supervisor: Supervisor) -> None:
    pack(supervisor)
    supervisor.hit("F7")
    supervisor.type("بازرس استانداری")
    supervisor.hit("Enter")
    supervisor.waits(lambda: "۹۰۱" in supervisor.said)
    journal, hasher = supervisor.desk.journal, supervisor.desk.passwords
    password = supervisor.said.split("نخست ")[1].split(".")[0]
    came = enter(journal, hasher, "901", password, "supervisor:")
    assert came.change
    supervisor.clock.at += timedelta(days=1)
    with pytest.raises(Refusal) as refused:
        enter(journal, hasher, "901", password, "supervisor:")
    assert refused.value.code == "pass_over"


def test_large_text_shows_every_fact_whole(sits: Sits) -> None:
    page = audit(sits(scale=1.5))
    assert all(len(row.cells) == 3 for row in page.table.rows)


def test_large_text_asks_every_point_of_an_inspection_whole(sits: Sits) -> None:
    points = pack(sits(scale=1.5)).points
    room = points.viewport().width() - 60  # its margins, and the icon before it
    for row in points.rows:
        asks, beside, below = row.cells
        assert points.theme.width("strong", asks.text) <= room, asks.text
        assert not beside.text
        assert "(Ctrl+" in below.text or " · " in below.text
