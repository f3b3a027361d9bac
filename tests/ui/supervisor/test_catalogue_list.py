"""The catalogue's list: found by typing, copied, retired, to a file and from one."""

from pathlib import Path

from msgspec.structs import replace

from app.deeds.catalogue import define_sub_service, import_catalogue
from app.deeds.looking import the_entry
from app.deeds.office import open_counter
from app.deeds.ticket import issue
from app.sub_service import SubService
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.catalogue.import_page import ImportPage
from ui.supervisor.catalogue.list_page import ListPage


def listed(supervisor: Supervisor) -> ListPage:
    """The chapter's first page."""
    supervisor.hit("Ctrl+6")
    page = supervisor.page
    assert isinstance(page, ListPage)
    return page


def codes(page: ListPage) -> list[str]:
    return [row.cells[0].text for row in page.list.rows]


def asked(supervisor: Supervisor, path: Path) -> None:
    """Answers with the name of a file."""
    supervisor.hit("Ctrl+A")
    supervisor.type(str(path))
    supervisor.hit("Enter")


def test_hundreds_are_narrowed_while_somebody_types(supervisor: Supervisor) -> None:
    many = tuple(
        SubService(code=str(1000 + n), title=f"خدمت {n}", department="دفتر") for n in range(560)
    )
    supervisor.does(lambda work: import_catalogue(work, many))
    page = listed(supervisor)
    assert len(codes(page)) == 598
    supervisor.type("1077")
    assert codes(page) == ["۱۰۷۷"]
    supervisor.hit("Esc")
    supervisor.type("غیرمترقبه")
    assert codes(page) == ["۳۳", "۳۴", "۳۵"]
    supervisor.hit("Esc", "F4")
    supervisor.type("دفتر")
    supervisor.hit("Enter")
    assert len(codes(page)) == 560
    supervisor.hit("F5", "F5")
    assert codes(page) == []
    assert page.list.empty


def test_one_is_retired_and_offered_again_with_a_reason(supervisor: Supervisor) -> None:
    page = listed(supervisor)
    supervisor.type("35")
    supervisor.hit("F11")
    supervisor.type("به سامانه رفت")
    supervisor.hit("Enter")
    supervisor.waits(lambda: "۳۵" not in codes(page))
    supervisor.hit("F5", "F5", "F5", "F5", "F5")
    assert codes(page) == ["۳۵"]
    supervisor.hit("F11")
    supervisor.type("باز")
    supervisor.hit("Enter")
    supervisor.waits(lambda: not codes(page))
    assert supervisor.looks(lambda look: the_entry(look, "35")).version == 1


def test_who_retires_one_is_told_who_is_here_for_it(supervisor: Supervisor) -> None:
    supervisor.does(lambda work: issue(work, "35"))
    listed(supervisor)
    supervisor.type("35")
    supervisor.hit("F11")
    supervisor.waits(lambda: supervisor.question.startswith("۱ مراجعه‌کننده"))


def test_who_retires_one_is_told_which_counters_are_left_with_nothing(
    supervisor: Supervisor,
) -> None:
    only = supervisor.looks(lambda look: the_entry(look, "35")).id
    supervisor.does(lambda work: open_counter(work, "2", services=(only,)))
    listed(supervisor)
    supervisor.type("35")
    supervisor.hit("F11")
    supervisor.waits(lambda: supervisor.question.startswith("برای باجه ۲ زیرخدمت دیگری نمی‌ماند"))


def test_a_new_one_is_made_from_another(supervisor: Supervisor) -> None:
    listed(supervisor)
    supervisor.type("35")
    supervisor.hit("F3")
    page = supervisor.page
    assert isinstance(page, EntryPage)
    supervisor.hit("F8")
    assert "کد زیرخدمت" in supervisor.said
    supervisor.type("35")
    supervisor.hit("F8")
    assert "کد دیگری" in supervisor.said
    supervisor.hit("Ctrl+A")
    supervisor.type("135")
    supervisor.hit("F8")
    made = supervisor.looks(lambda look: the_entry(look, "135"))
    model = supervisor.looks(lambda look: the_entry(look, "35"))
    assert (made.version, made.sheet.steps) == (1, model.sheet.steps)
    assert page.typed.key == made.id
    assert not page.typed.changed


def test_a_file_is_looked_at_before_it_is_taken_in(supervisor: Supervisor, tmp_path: Path) -> None:
    listed(supervisor)
    file = tmp_path / "all.csv"
    supervisor.hit("F7")
    asked(supervisor, file)
    supervisor.waits(file.exists)
    text = file.read_text("utf-8-sig").replace("خسارات ناشی از حوادث غ", "زیان ناشی از حوادث غ")
    file.write_text(text + "900,تازه" + "\n", "utf-8")
    supervisor.hit("F6")
    asked(supervisor, file)
    supervisor.waits(lambda: isinstance(supervisor.page, ImportPage))
    page = supervisor.page
    assert isinstance(page, ImportPage)
    told = [[cell.text for cell in row.cells[::2]] for row in page.list.rows[:3]]
    assert told == [["۳۵", "تغییریافته"], ["۹۰۰", "تازه"], ["۱", "بی‌تغییر"]]
    supervisor.hit("F8")
    assert "۲ زیرخدمت" in supervisor.said
    assert supervisor.looks(lambda look: the_entry(look, "35")).version == 2
    supervisor.waits(lambda: isinstance(supervisor.page, ListPage))


def test_a_file_undoes_no_edit_that_was_kept_after_it_was_looked_at(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    listed(supervisor)
    file = tmp_path / "all.csv"
    supervisor.hit("F7")
    asked(supervisor, file)
    supervisor.waits(file.exists)
    file.write_text(file.read_text("utf-8-sig") + "900,تازه" + "\n", "utf-8")
    supervisor.hit("F6")
    asked(supervisor, file)
    supervisor.waits(lambda: isinstance(supervisor.page, ImportPage))
    page = supervisor.page
    assert isinstance(page, ImportPage)
    before = supervisor.looks(lambda look: the_entry(look, "35")).sheet
    edited = replace(before, title="خسارت")
    supervisor.does(lambda work: define_sub_service(work, edited, based=1))
    supervisor.hit("F8")
    assert "همکار دیگری" in supervisor.said
    supervisor.waits(lambda: page.list.rows[0].key == "35")
    assert page.list.rows[1].key == "900"
    assert supervisor.looks(lambda look: the_entry(look, "35")).sheet == edited
    supervisor.hit("F8")
    assert "۲ زیرخدمت" in supervisor.said
    assert supervisor.looks(lambda look: the_entry(look, "35")).sheet == before


def test_a_column_that_a_file_lacks_is_left_alone(supervisor: Supervisor, tmp_path: Path) -> None:
    before = supervisor.looks(lambda look: the_entry(look, "35")).sheet
    file = tmp_path / "some.csv"
    file.write_text("code,title\n35,خسارت\n", encoding="utf-8")
    listed(supervisor)
    supervisor.hit("F6")
    asked(supervisor, file)
    supervisor.waits(lambda: isinstance(supervisor.page, ImportPage))
    supervisor.hit("F8")
    supervisor.waits(lambda: isinstance(supervisor.page, ListPage))
    after = supervisor.looks(lambda look: the_entry(look, "35")).sheet
    assert after == replace(before, title="خسارت")


def test_every_bad_cell_of_a_file_is_shown_and_nothing_is_taken(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    listed(supervisor)
    file = tmp_path / "bad.csv"
    rows = [f"{900 + n},عنوان,{9 if n % 80 == 0 else 2}" for n in range(1, 561)]
    file.write_text("\n".join(["code,title,mode", *rows]))
    supervisor.hit("F6")
    asked(supervisor, file)
    supervisor.waits(lambda: isinstance(supervisor.page, ImportPage))
    page = supervisor.page
    assert isinstance(page, ImportPage)
    assert [row.cells[0].text for row in page.list.rows] == [
        "۸۱", "۱۶۱", "۲۴۱", "۳۲۱", "۴۰۱", "۴۸۱", "۵۶۱"
    ]  # fmt: skip
    supervisor.hit("F8")
    assert "اصلاح" in supervisor.said
    assert supervisor.looks(lambda look: look.entry_of("901")) is None


def test_a_file_that_is_none_is_refused_in_words(supervisor: Supervisor, tmp_path: Path) -> None:
    listed(supervisor)
    supervisor.hit("F6")
    asked(supervisor, tmp_path / "none.csv")
    supervisor.waits(lambda: "یافت نشد" in supervisor.said)


def test_whoever_only_serves_looks_and_keeps_nothing(sits: Sits) -> None:
    clerk = sits(code="101")
    page = listed(clerk)
    assert {act.combo for act in page.acts() if act.why_not} == {"F2", "F3", "F6", "F11"}
    clerk.hit("F2")
    assert "مسئول میز خدمت" in clerk.said
