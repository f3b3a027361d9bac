"""One entry of the catalogue, edited by keys: kept, overtaken, half kept, with its files."""

import os
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QUrl

from app.deeds.catalogue import define_sub_service
from app.deeds.form_file import bytes_of
from app.deeds.looking import the_entry
from app.folds.catalogue import Entry
from tests.ui.shell import ROOT, Shell
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from tests.ui.supervisor.test_catalogue_list import asked, listed
from ui.supervisor.catalogue.check_page import CheckPage
from ui.supervisor.catalogue.entry_files import EntryFiles
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.catalogue.list_page import ListPage


def opened(supervisor: Supervisor, code: str = "35") -> EntryPage:
    """That entry on top."""
    listed(supervisor)
    supervisor.type(code)
    supervisor.hit("Enter")
    page = supervisor.page
    assert isinstance(page, EntryPage)
    return page


def stands(supervisor: Supervisor, code: str = "35") -> Entry:
    return supervisor.looks(lambda look: the_entry(look, code))


def test_table_1_is_written_by_keys_and_kept_as_a_version(supervisor: Supervisor) -> None:
    page = opened(supervisor, "1")
    supervisor.hit("4", "F2")
    supervisor.type("بررسی")
    supervisor.hit("Enter")
    supervisor.type("دفتر فنی")
    supervisor.hit("Enter")
    supervisor.type("کارشناس")
    supervisor.hit("Enter")
    supervisor.type("2.5", persian=True)
    supervisor.hit("F2")
    supervisor.type("امضا")
    supervisor.hit("F8")
    kept = stands(supervisor, "1")
    assert kept.version == 2
    first, second = kept.sheet.steps
    assert (first.title, first.unit, first.post, first.duration) == (
        "بررسی",
        "دفتر فنی",
        "کارشناس",
        2.5,
    )
    assert second.title == "امضا"
    assert "نسخه ۲" in supervisor.said
    assert not page.typed.changed


def test_a_known_unit_is_chosen_and_not_typed(supervisor: Supervisor) -> None:
    page = opened(supervisor, "1")
    supervisor.hit("4", "F2", "F4")
    supervisor.type("امور مالی")
    supervisor.hit("Enter")
    assert page.typed.sheet.steps[0].unit == "اداره امور مالی"
    supervisor.hit("Esc", "1", "F4", "Down", "Enter")
    assert page.typed.sheet.department == "معاونت هماهنگی امور اقتصادی"


def test_typing_on_replaces_the_unit_that_was_chosen(supervisor: Supervisor) -> None:
    page = opened(supervisor, "1")
    supervisor.hit("4", "F2", "Enter", "F4")
    supervisor.type("امور مالی")
    supervisor.hit("Enter")
    assert page.typed.sheet.steps[0].unit == "اداره امور مالی"
    supervisor.type("دبیرخانه")
    assert page.typed.sheet.steps[0].unit == "دبیرخانه"


def test_a_new_entry_begins_with_its_code(supervisor: Supervisor) -> None:
    listed(supervisor)
    supervisor.hit("F2")
    page = supervisor.page
    assert isinstance(page, EntryPage)
    supervisor.type("777")
    supervisor.hit("Enter")
    supervisor.type("گواهی")
    assert (page.typed.sheet.code, page.typed.sheet.title) == ("777", "گواهی")


def test_a_number_that_is_none_is_refused_at_its_field_and_nothing_is_kept(
    supervisor: Supervisor,
) -> None:
    page = opened(supervisor)
    before = page.typed.sheet
    for part, name, typed in (("4", "duration", "-3"), ("5", "amount", "12000abc")):
        supervisor.hit(part, "F2")
        supervisor.type("چیزی")
        table = page.view.part.tables[0]
        field = table.form.inputs[name]
        table.form.enter(name)
        supervisor.type(typed)
        assert field.value() is None
        assert "فقط عدد" in field.stops[0].accessibleDescription()
        supervisor.hit("Esc", "F8")
        assert "اصلاح" in supervisor.said
        assert supervisor.focus is field.stops[0]
        supervisor.hit("F3")
        assert page.typed.sheet == before
    assert stands(supervisor).version == 1


def test_rows_are_moved_and_taken_away(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    before = [step.title for step in page.typed.sheet.steps]
    supervisor.hit("4", "Enter")
    assert supervisor.focus is page.view.part.tables[0].list
    page.view.part.tables[0]._press("PgDn")
    supervisor.hit("Delete")
    after = [step.title for step in page.typed.sheet.steps]
    assert after == [before[1], *before[2:]]


def test_what_was_done_to_rows_is_taken_back(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    before = page.typed.sheet.steps
    supervisor.hit("4", "Enter", "Delete", "Delete")
    assert len(page.typed.sheet.steps) == len(before) - 2
    supervisor.hit("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert page.typed.sheet.steps == before
    assert not page.typed.changed


def test_a_row_without_a_title_is_shown_and_not_kept(supervisor: Supervisor) -> None:
    opened(supervisor)
    supervisor.hit("5", "F2")
    supervisor.hit("Esc", "1", "F8")
    assert "عنوان سطر ۱" in supervisor.said
    assert stands(supervisor).version == 1


def test_the_second_of_two_editors_is_refused_and_loses_nothing(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    supervisor.hit("Enter", "Tab")
    supervisor.type(" الف")
    mine = page.typed.sheet.title
    other = replace(stands(supervisor).sheet, average="ده روز")
    supervisor.does(lambda work: define_sub_service(work, other, based=1))
    assert "نسخه ۲" in page.head.trailing.text
    supervisor.hit("F8")
    assert "در این میان" in supervisor.said
    assert page.typed.sheet.title == mine
    assert stands(supervisor).sheet == other
    supervisor.hit("F8")
    kept = stands(supervisor)
    assert (kept.version, kept.sheet.title) == (3, mine)


def test_of_two_windows_that_save_one_entry_the_second_sees_who_changed_what_and_chooses(
    sits: Sits, office: Shell
) -> None:
    office.done("office", "clerk", "301", "--name", "مریم سادات", "--role", "administrator")
    first, second = sits(), sits(code="301")
    theirs, mine = opened(first), opened(second)
    for each, text in ((first, " نخست"), (second, " دوم")):
        each.hit("Enter", "Tab")
        each.type(text)
    written = mine.typed.sheet
    first.hit("F8")
    assert "نخست" in stands(first).sheet.title
    second.hit("F8")
    assert "در این میان" in second.said
    assert (stands(second).version, mine.typed.sheet) == (2, written)
    second.waits(lambda: "نسخه ۲" in mine.head.trailing.text)
    assert "پروین قاسمی‌نژاد" in mine.head.trailing.text
    assert "کلیات" in mine.head.trailing.text
    second.hit("F8")
    assert (stands(second).version, stands(second).sheet) == (3, written)
    first.waits(lambda: bool(theirs.typed.entry and theirs.typed.entry.version == 3))
    facts = office.done("audit", "--kind", "SubServiceDefined", "--most", "2")["facts"]
    assert [fact["clerk"] for fact in facts] == ["مریم سادات", "پروین قاسمی‌نژاد"]


def test_the_theirs_is_seen_where_mine_is_dropped(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    supervisor.hit("Enter", "Tab")
    supervisor.type(" الف")
    other = replace(stands(supervisor).sheet, average="ده روز")
    supervisor.does(lambda work: define_sub_service(work, other, based=1))
    supervisor.hit("F7")
    assert page.typed.sheet == other
    assert "۲" in page.head.trailing.text


def test_what_is_half_typed_is_there_after_a_crash(sits: Sits) -> None:
    first = sits()
    page = opened(first)
    first.hit("Enter", "Tab")
    first.type(" نیمه")
    first.waits(lambda: not page._soon.isActive())
    first.rest()
    second = sits()
    again = opened(second)
    assert again.typed.sheet.title.endswith("نیمه")
    assert again.typed.changed
    assert "نیمه‌کاره" in second.said
    assert stands(second).version == 1


def test_what_is_half_typed_is_there_after_the_program_was_killed(
    sits: Sits, office: Shell
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(office.data)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"typed\n"
        other.kill()
    supervisor = sits()
    page = opened(supervisor)
    assert page.typed.sheet.title.endswith("نیمه")
    assert "نیمه‌کاره" in supervisor.said
    assert stands(supervisor).version == 1
    office.verified()


_TYPING = """
import sys
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from tests.ui.shell import HandClock
from tests.ui.supervisor.supervisor import Supervisor
from tests.ui.supervisor.test_catalogue_entry import opened
from ui.look.theme import Theme

qt_api.set_qt_api("pyside6")
application, theme = QApplication([]), Theme()
theme.apply(application)
asked = SimpleNamespace(config=SimpleNamespace(getini=lambda _: True))
supervisor = Supervisor(QtBot(asked), theme, Path(sys.argv[1]), HandClock(), "201")
page = opened(supervisor)
supervisor.hit("Enter", "Tab")
supervisor.type(" نیمه")
supervisor.waits(lambda: not page._soon.isActive())
supervisor.rest()
print("typed", flush=True)
application.exec()
"""


def test_leaving_says_that_a_draft_is_kept(supervisor: Supervisor) -> None:
    opened(supervisor)
    supervisor.hit("Enter", "Tab")
    supervisor.type(" نیمه")
    supervisor.hit("Esc", "Esc")
    assert isinstance(supervisor.page, ListPage)
    assert "پیش‌نویس" in supervisor.said
    supervisor.hit("F5", "F5")
    page = supervisor.page
    assert isinstance(page, ListPage)
    supervisor.waits(lambda: len(page.list.rows) == 1)


def test_fields_undo_what_was_typed(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    before = page.typed.sheet.title
    supervisor.hit("Enter", "Tab")
    supervisor.type("x")
    assert page.typed.changed
    supervisor.hit("Ctrl+Z")
    assert page.typed.sheet.title == before
    assert not page.typed.changed


def test_the_preview_says_what_is_typed(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    supervisor.hit("2", "Enter", "Tab")
    supervisor.type(" یادداشت تازه")
    supervisor.waits(lambda: "یادداشت تازه" in page.view.aside.text.toPlainText())


def test_what_is_lacking_leads_to_its_field(supervisor: Supervisor) -> None:
    page = opened(supervisor, "1")
    supervisor.hit("F9")
    flaws = page.view.aside.flaws
    place = next(n for n, flaw in enumerate(flaws) if flaw.code == "answerable_missing")
    page.view.aside.list.go(place)
    supervisor.hit("Enter")
    supervisor.type("رضایی")
    assert page.typed.sheet.answerable.name == "رضایی"
    assert "answerable_missing" not in {flaw.code for flaw in page.view.aside.flaws}


def test_the_check_of_the_whole_leads_into_an_entry(supervisor: Supervisor) -> None:
    listed(supervisor)
    supervisor.hit("F9")
    check = supervisor.page
    assert isinstance(check, CheckPage)
    supervisor.waits(lambda: len(check.list.rows) > 100)
    every = len(check.list.rows)
    supervisor.hit("F5")
    assert len(check.list.rows) < every
    supervisor.hit("Enter")
    page = supervisor.page
    assert isinstance(page, EntryPage)
    assert page.typed.sheet.code == "1"
    supervisor.hit("Esc", "Esc")
    assert supervisor.page is check


def test_a_form_gets_its_file_gives_it_back_and_loses_it(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    form, copy = tmp_path / "form.pdf", tmp_path / "copy.pdf"
    form.write_bytes(b"%PDF-1.4 form")
    page = opened(supervisor)
    supervisor.hit("7", "F4")
    asked(supervisor, form)
    supervisor.waits(lambda: bool(page.typed.entry and page.typed.entry.files))
    assert page.view.part.tables[0].list.rows[0].cells[2].text == "form.pdf"
    entry = stands(supervisor)
    assert supervisor.looks(lambda look: bytes_of(look, entry.files[0])) == form.read_bytes()
    supervisor.hit("F5")
    asked(supervisor, copy)
    supervisor.waits(copy.exists)
    assert copy.read_bytes() == form.read_bytes()
    shown: list[QUrl] = []
    files = page.findChild(EntryFiles)
    assert files
    files.opening._show = lambda url: not shown.append(url)  # type: ignore[func-returns-value]
    supervisor.hit("F6")
    supervisor.waits(lambda: bool(shown))
    assert Path(shown[0].toLocalFile()).read_bytes() == form.read_bytes()
    supervisor.hit("F11", "Enter")
    supervisor.waits(lambda: not (page.typed.entry and page.typed.entry.files))
    assert stands(supervisor).files == ()


def test_what_is_no_form_is_refused_in_words(supervisor: Supervisor, tmp_path: Path) -> None:
    (tmp_path / "form.exe").write_bytes(b"MZ")
    opened(supervisor)
    supervisor.hit("7", "F4")
    asked(supervisor, tmp_path / "form.exe")
    supervisor.waits(lambda: "گونه‌های پذیرفته" in supervisor.said)


def test_the_file_of_a_form_that_is_gone_can_still_be_dropped(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    (tmp_path / "form.pdf").write_bytes(b"%PDF")
    page = opened(supervisor)
    supervisor.hit("7", "F4")
    asked(supervisor, tmp_path / "form.pdf")
    supervisor.waits(lambda: bool(page.typed.entry and page.typed.entry.files))
    supervisor.hit("Enter", "Delete")
    assert page.view.orphans.isVisible()
    page.view.orphans.list.setFocus()
    supervisor.hit("Delete", "Enter")
    supervisor.waits(lambda: not page.view.orphans.isVisible())


def test_large_text_shows_what_is_lacking_in_place_of_the_parts(sits: Sits) -> None:
    large = sits(scale=1.5)
    page = opened(large, "1")
    for keys, covered in ((("F9",), True), (("Esc",), False), (("F9", "Enter"), False)):
        large.hit(*keys)
        assert (page.view.covered, page.view.stack.isVisible()) == (covered, not covered)
