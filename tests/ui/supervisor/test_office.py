"""The office, tab by tab: what a supervisor changes holds, and nothing is lost."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.applicant import Applicant
from app.deeds.appointment import make_appointment
from app.deeds.catalogue import retire_sub_service
from app.deeds.looking import the_entry
from app.deeds.office import announce_closures, describe_office, open_counter, set_hours
from app.deeds.request import register
from app.deeds.step import hand_over
from app.deeds.unit import define_unit
from app.events.office import OfficeDescribed, UnitDefined
from app.folds import request
from app.folds.office import Office
from app.persian import parse_date
from app.ports import Work
from tests.app.opened import person
from tests.ui.shell import PERSON
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.look.parts.row import Row
from ui.look.parts.row_paint import spread
from ui.supervisor.office.form_page import FormPage
from ui.supervisor.office.lines_page import LinesPage
from ui.supervisor.office.month import Month
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.serves_page import ServesPage

SOMEBODY = Applicant(id=PERSON["id"], name=PERSON["name"])
EARLY = date(2026, 11, 21)


def tab(supervisor: Supervisor, place: int) -> OfficePage:
    supervisor.hit("Ctrl+7", str(place))
    page = supervisor.page
    assert isinstance(page, OfficePage)
    return page


def office_of(supervisor: Supervisor) -> Office:
    return supervisor.looks(lambda look: look.office)


def form_of(supervisor: Supervisor) -> FormPage:
    page = supervisor.page
    assert isinstance(page, FormPage)
    return page


def lines_of(supervisor: Supervisor) -> LinesPage:
    page = supervisor.page
    assert isinstance(page, LinesPage)
    return page


def asked(supervisor: Supervisor, answer: str) -> None:
    """Types over what is given, and confirms."""
    assert supervisor.question
    supervisor.type(answer)
    supervisor.hit("Enter")


def agreed(supervisor: Supervisor) -> None:
    """Reads the question first."""
    assert supervisor.question
    supervisor.window.asking.asked_at -= 1
    supervisor.hit("Enter")


def rows_of(page: OfficePage) -> tuple[Row, ...]:
    return page.pane.table.rows


def cells(page: OfficePage, key: str) -> list[str]:
    row = next(row for row in page.pane.table.rows if row.key == key)
    return [cell.text for cell in row.cells]


# counters


def test_a_counter_comes_and_serves_what_is_picked_by_typing(supervisor: Supervisor) -> None:
    page = tab(supervisor, 1)
    supervisor.hit("F2")
    supervisor.type("3")
    supervisor.hit("Enter")
    supervisor.type("مجوزها")
    supervisor.hit("F8")
    assert office_of(supervisor).counters["3"].title == "مجوزها"
    supervisor.waits(lambda: len(page.pane.table.rows) == 3)
    supervisor.hit("End", "F8", "F2")
    assert isinstance(supervisor.page, ServesPage)
    supervisor.type("35")
    supervisor.hit("Enter")
    supervisor.waits(lambda: len(supervisor.page.table.rows) == 1)  # type: ignore[attr-defined]
    supervisor.hit("F2")
    supervisor.type("27")
    supervisor.hit("Enter")
    supervisor.waits(lambda: len(supervisor.page.table.rows) == 2)  # type: ignore[attr-defined]
    assert len(office_of(supervisor).counters["3"].services) == 2
    supervisor.hit("F3", "Esc")
    supervisor.waits(lambda: cells(page, "3")[2].startswith("۱ زیرخدمت"))
    assert tab(supervisor, 1) is page


def test_the_number_of_a_counter_is_given_once(supervisor: Supervisor) -> None:
    tab(supervisor, 1)
    supervisor.hit("F2")
    supervisor.type("1")
    supervisor.hit("Enter", "F8")
    assert "باجه ۱ در فهرست هست" in supervisor.said
    form_of(supervisor)


def test_who_takes_a_counter_away_is_told_that_it_worked_today(supervisor: Supervisor) -> None:
    supervisor.does(lambda work: register(work, "35", person(1), counter="2"))
    tab(supervisor, 1)
    supervisor.hit("End", "F3")
    supervisor.waits(lambda: "۱ درخواست" in supervisor.question)
    assert supervisor.question.startswith("روز باجه ۲ بسته نشده است")
    agreed(supervisor)
    assert "2" not in office_of(supervisor).counters


def test_a_counter_pauses_for_a_reason_and_goes_on(supervisor: Supervisor) -> None:
    page = tab(supervisor, 1)
    supervisor.hit("F7")
    asked(supervisor, "نماز")
    assert office_of(supervisor).paused["1"].reason == "نماز"
    supervisor.waits(lambda: cells(page, "1")[3] == "متوقف: نماز")
    supervisor.hit("F7")
    assert office_of(supervisor).paused == {}


def test_a_whole_department_is_added_at_once(supervisor: Supervisor) -> None:
    tab(supervisor, 1)
    supervisor.hit("F8", "F2")
    supervisor.type("همه زیرخدمات")
    supervisor.hit("Enter")
    page = supervisor.page
    assert isinstance(page, ServesPage)
    supervisor.waits(lambda: len(page.table.rows) > 1)
    departments = {row.cells[2].text for row in page.table.rows}
    assert len(departments) == 1
    supervisor.hit("F6")
    supervisor.waits(lambda: not page.table.rows)
    assert office_of(supervisor).counters["1"].services == ()


def test_a_counter_of_which_all_is_retired_says_so_and_can_serve_all_again(
    supervisor: Supervisor,
) -> None:
    only = supervisor.looks(lambda look: the_entry(look, "35")).id
    supervisor.does(lambda work: open_counter(work, "2", services=(only,)))
    supervisor.does(lambda work: retire_sub_service(work, "35", "به سامانه رفت"))
    page = tab(supervisor, 1)
    supervisor.waits(lambda: cells(page, "2")[2] == "تنها آنچه دیگر ارائه نمی‌شود")
    supervisor.hit("End", "F8")
    serves = supervisor.page
    assert isinstance(serves, ServesPage)
    assert "دیگر ارائه نمی‌شود" in serves.table.empty
    supervisor.hit("F3")
    assert office_of(supervisor).counters["2"].services == (only,)
    supervisor.hit("F6")
    assert office_of(supervisor).counters["2"].services == ()
    supervisor.waits(lambda: serves.table.empty.startswith("این باجه همه زیرخدمات"))


def test_of_two_who_change_a_counter_nothing_is_lost(supervisor: Supervisor) -> None:
    tab(supervisor, 1)
    supervisor.hit("F4")
    supervisor.type(" شرقی")
    supervisor.does(lambda work: open_counter(work, "1", title="باجه غربی"))
    form = form_of(supervisor)
    supervisor.waits(lambda: bool(form.head.chip.accessibleName()))
    supervisor.hit("F8")
    assert "همکار دیگری" in supervisor.said
    assert office_of(supervisor).counters["1"].title == "باجه غربی"
    assert form.values["title"] == "باجه ۱ شرقی"
    supervisor.hit("F8")
    assert office_of(supervisor).counters["1"].title == "باجه ۱ شرقی"


def test_what_somebody_else_kept_is_shown_by_a_key(supervisor: Supervisor) -> None:
    tab(supervisor, 1)
    supervisor.hit("F4")
    supervisor.type("؟")
    supervisor.does(lambda work: open_counter(work, "1", title="باجه غربی"))
    form = form_of(supervisor)
    supervisor.waits(lambda: bool(form.head.chip.accessibleName()))
    supervisor.hit("F7")
    assert form.values["title"] == "باجه غربی"
    assert not form.changed
    supervisor.hit("Esc")
    assert isinstance(supervisor.page, OfficePage)


def test_leaving_what_is_typed_is_asked_about(supervisor: Supervisor) -> None:
    tab(supervisor, 1)
    supervisor.hit("F4")
    supervisor.type(" شرقی")
    supervisor.hit("Esc")
    assert supervisor.question
    supervisor.hit("Esc")
    assert form_of(supervisor).values["title"] == "باجه ۱ شرقی"
    supervisor.hit("Esc")
    agreed(supervisor)
    assert isinstance(supervisor.page, OfficePage)


# PCs and kiosks


def test_large_text_shows_the_whole_name_of_a_pc(sits: Sits) -> None:
    pane = tab(sits(scale=1.5), 2).pane
    table, columns = pane.table, pane.view.columns
    theme, row = table.theme, table.rows[0]
    rooms = spread(theme, columns, table.viewport().rect())
    for cell, column, room in zip(row.cells, columns, rooms, strict=True):
        assert theme.width(cell.role or column.role, cell.text) <= room.width(), cell.text


def test_under_a_question_days_of_the_month_stay_within_their_cells(sits: Sits) -> None:
    sitting = sits(scale=1.5)
    page = tab(sitting, 6)
    month = page.findChild(Month)
    assert isinstance(month, Month)
    sitting.hit("F4")
    assert month.ring_rect().contains(month.number_rect(month.day))


def test_pcs_have_names_and_letters_and_kiosks_come_and_go(supervisor: Supervisor) -> None:
    page = tab(supervisor, 2)
    supervisor.hit("F4")
    asked(supervisor, "کنار در")
    supervisor.hit("F6")
    asked(supervisor, "ج")
    office = office_of(supervisor)
    assert list(office.pcs.values()) == ["کنار در"]
    assert list(office.series.values()) == ["ج"]
    supervisor.hit("F2")
    asked(supervisor, "طبقه دوم")
    supervisor.waits(lambda: len(page.pane.table.rows) == 3)
    supervisor.hit("End", "F3")
    agreed(supervisor)
    assert "طبقه دوم" not in office_of(supervisor).kiosks
    supervisor.hit("Up", "Up", "F3")
    assert supervisor.said == "تنها کیوسک را می‌توان برداشت."


# units


def test_units_of_table_1_are_taken_over_and_one_gets_a_person(supervisor: Supervisor) -> None:
    page = tab(supervisor, 3)
    named = len(page.pane.table.rows)
    assert {row.cells[2].text for row in page.pane.table.rows} == {"فقط در جدول ۱"}
    supervisor.hit("F6")
    assert len(office_of(supervisor).units) == named
    supervisor.waits(lambda: page.pane.table.rows[0].cells[2].text == "")
    supervisor.hit("F4")
    supervisor.type("رضایی")
    supervisor.hit("F8")
    supervisor.waits(lambda: page.pane.table.rows[0].cells[2].text == "رضایی")


def test_a_unit_with_open_requests_leads_to_their_list(supervisor: Supervisor) -> None:
    made = supervisor.does(lambda work: register(work, "35", SOMEBODY, counter="1"))
    unit = made.steps[0].step.unit
    supervisor.does(lambda work: define_unit(work, UnitDefined(name=unit)))
    page = tab(supervisor, 3)
    supervisor.waits(lambda: page.pane.table.rows[0].key == unit)
    assert page.pane.table.rows[0].cells[4].text == "۱"
    supervisor.hit("F3")
    agreed(supervisor)
    lines = lines_of(supervisor)
    assert [row.key for row in lines.table.rows] == [made.id]
    assert "۱ درخواست باز" in supervisor.said
    assert office_of(supervisor).units
    supervisor.hit("Esc", "F7")
    assert lines_of(supervisor).acts()[-1].combo == "Esc"
    supervisor.hit("Esc", "F3")
    agreed(supervisor)
    supervisor.hit("F8")
    assert office_of(supervisor).units == {}
    supervisor.does(lambda work: hand_over(work, made.tracking))
    assert supervisor.page is page


# priority classes


def test_a_class_says_in_words_what_its_minutes_mean(supervisor: Supervisor) -> None:
    page = tab(supervisor, 4)
    assert cells(page, "elderly")[1] == "۱۵ دقیقه جلوتر"
    supervisor.hit("F2")
    supervisor.type("مهمان")
    supervisor.hit("Enter")
    supervisor.type("5")
    supervisor.hit("F8")
    supervisor.waits(lambda: len(page.pane.table.rows) == 5)
    made = next(each for each in office_of(supervisor).classes.values() if each.title == "مهمان")
    assert made.credit == 5
    supervisor.hit("F3")
    agreed(supervisor)
    assert len(office_of(supervisor).classes) == 4


# hours


def test_new_hours_from_a_day_on_keep_promises(supervisor: Supervisor) -> None:
    made = supervisor.does(lambda work: register(work, "35", SOMEBODY, counter="1"))
    page = tab(supervisor, 5)
    supervisor.hit("F2")
    supervisor.type("1405/10/01")
    supervisor.hit("Enter")
    form = form_of(supervisor)
    form.form.put("opens5", "08:00")
    form.form.put("closes5", "14:00")
    form.form.put("opens3", "08:00")
    form.form.put("closes3", "12:00")
    supervisor.hit("F6", "F8")
    day = parse_date("1405/10/01")
    weeks = office_of(supervisor).weeks
    assert [week.since for week in weeks][-1] == day
    assert weeks[-1].hours[1] == (time(8), time(14))
    supervisor.waits(lambda: len(page.pane.table.rows) == 2)
    told = "شنبه تا چهارشنبه ۰۸:۰۰ تا ۱۴:۰۰؛ پنجشنبه ۰۸:۰۰ تا ۱۲:۰۰"
    assert cells(page, day.isoformat())[1] == told
    kept = supervisor.looks(lambda look: look.load(request.FOLD, made.id))
    assert kept
    assert kept.promised == made.promised
    supervisor.hit("End", "F3")
    agreed(supervisor)
    assert len(office_of(supervisor).weeks) == 1


@pytest.mark.parametrize(
    ("put", "said"),
    [
        ({"opens5": "14:30", "closes5": "07:30"}, "ساعت شنبه درست نیست"),
        ({"opens3": "08:00"}, "برای پنجشنبه"),
        ({"opens5": "هفت"}, "«هفت» خوانده نشد"),
        ({"since": "1404/12/30"}, "وجود ندارد"),
        ({"since": "فردا"}, "تاریخ"),
    ],
)
def test_hours_that_are_wrong_are_refused_in_words(
    supervisor: Supervisor, put: dict[str, str], said: str
) -> None:
    tab(supervisor, 5)
    supervisor.hit("F2")
    form = form_of(supervisor)
    for name, text in {"since": "1405/10/01", **put}.items():
        form.form.put(name, text)
    supervisor.hit("F8")
    assert said in supervisor.said
    assert supervisor.page is form


def test_two_changes_of_one_day_are_told_apart(supervisor: Supervisor) -> None:
    tab(supervisor, 5)
    supervisor.hit("F2")
    form = form_of(supervisor)
    form.form.put("since", "1405/10/01")
    day = parse_date("1405/10/01")
    supervisor.does(lambda work: set_hours(work, day, {5: (time(9), time(12))}))
    supervisor.hit("F8")
    assert "۱۴۰۵/۱۰/۰۱ تغییر دیگری" in supervisor.said
    assert office_of(supervisor).calendar.hours_of(day + timedelta(days=4)) == (time(9), time(12))


def test_the_end_of_number_giving_is_set_and_taken_back(supervisor: Supervisor) -> None:
    page = tab(supervisor, 5)
    supervisor.hit("F6")
    asked(supervisor, "13:30")
    assert office_of(supervisor).rules.numbers_until == time(13, 30)
    supervisor.waits(lambda: "۱۳:۳۰" in page.pane.note.text)
    supervisor.hit("F6")
    asked(supervisor, "نیم")
    assert "خوانده نشد" in supervisor.said


# closures


def test_a_closure_of_today_moves_estimates_and_no_promise(supervisor: Supervisor) -> None:
    made = supervisor.does(lambda work: register(work, "35", SOMEBODY, counter="1"))
    page = tab(supervisor, 6)
    supervisor.hit("F4")
    asked(supervisor, "1405/09/01")
    assert page.calendar.month.day == EARLY + timedelta(days=1)
    supervisor.hit("F2")
    asked(supervisor, "برف")
    assert "۱ درخواست باز دیرتر از موعد" in supervisor.said
    assert office_of(supervisor).closures[EARLY + timedelta(days=1)] == "برف"
    kept = supervisor.looks(lambda look: look.load(request.FOLD, made.id))
    assert kept
    assert kept.promised == made.promised
    supervisor.hit("F9")
    row = lines_of(supervisor).table.rows[0]
    assert row.key == made.id
    assert row.cells[4].text < row.cells[5].text
    supervisor.hit("Esc", "F3")
    agreed(supervisor)
    assert EARLY + timedelta(days=1) not in office_of(supervisor).closures


def test_who_closes_a_day_hears_of_its_appointments(supervisor: Supervisor) -> None:
    day = EARLY + timedelta(days=1)

    def make(work: Work) -> None:
        make_appointment(work, "35", day, time(9), name="زهرا محمدی")
        make_appointment(work, "35", day, time(10), name="علی رضایی")

    supervisor.does(make)
    page = tab(supervisor, 6)
    page.calendar.go(day)
    supervisor.hit("F2")
    asked(supervisor, "برف")
    assert "۲ نوبت قبلی این روز برجاست" in supervisor.said
    page.calendar.go(day + timedelta(days=1))
    supervisor.hit("F2")
    asked(supervisor, "برف")
    assert "نوبت" not in supervisor.said


def test_keys_walk_through_the_months(supervisor: Supervisor) -> None:
    month = tab(supervisor, 6).calendar.month
    assert month.month == (1405, 8)
    assert "۳۰ آبان ۱۴۰۵" in month.accessibleName()
    supervisor.hit("Left")
    assert month.month == (1405, 9)
    supervisor.hit("Right", "Down", "Up", "PgDn", "PgDn")
    assert month.month == (1405, 10)
    supervisor.hit("PgUp")
    assert month.month == (1405, 9)


def test_the_holidays_of_the_next_year_are_seeded_and_confirmed(supervisor: Supervisor) -> None:
    page = tab(supervisor, 6)
    supervisor.hit("F4")
    asked(supervisor, "1407/01/20")
    assert rows_of(page) == ()
    supervisor.hit("F6")
    supervisor.waits(lambda: bool(supervisor.question))
    agreed(supervisor)
    supervisor.waits(lambda: len(rows_of(page)) > 20)
    assert "amber" in {row.cells[1].colour for row in rows_of(page)}
    supervisor.hit("F7")
    agreed(supervisor)
    assert 1407 in office_of(supervisor).confirmed
    supervisor.hit("F4")
    asked(supervisor, "1450/01/20")
    supervisor.hit("F6")
    supervisor.waits(lambda: "۱۴۵۰" in supervisor.said)


def test_from_the_running_year_the_next_one_is_offered_where_it_is_missing(
    supervisor: Supervisor,
) -> None:
    page = tab(supervisor, 6)
    assert "تعطیلات ۱۴۰۶" in {act.name for act in page.acts()}
    supervisor.hit("F6")
    supervisor.waits(lambda: "۱۴۰۶" in supervisor.question)
    agreed(supervisor)
    assert page.calendar.year == 1406
    supervisor.waits(lambda: "تعطیلات ۱۴۰۷" not in {act.name for act in page.acts()})


def test_a_year_that_nobody_confirmed_is_told(supervisor: Supervisor) -> None:
    page = tab(supervisor, 6)
    assert page.head.chip.accessibleName() == "تعطیلات ۱۴۰۵ تأیید نشده است"
    supervisor.hit("F7")
    agreed(supervisor)
    supervisor.waits(lambda: page.head.chip.accessibleName() == "")


def test_a_date_that_is_none_is_refused(supervisor: Supervisor) -> None:
    page = tab(supervisor, 6)
    supervisor.hit("F4")
    asked(supervisor, "1404/12/30")
    assert "وجود ندارد" in supervisor.said
    assert page.calendar.month.day == EARLY


def test_of_two_who_close_a_day_the_second_hears_of_the_first(supervisor: Supervisor) -> None:
    tab(supervisor, 6)
    supervisor.hit("F2")
    supervisor.does(lambda work: announce_closures(work, {EARLY: "آلودگی هوا"}))
    asked(supervisor, "برف")
    assert office_of(supervisor).closures[EARLY] == "آلودگی هوا"
    supervisor.waits(lambda: "آلودگی هوا" in supervisor.question)  # what was typed is there again
    agreed(supervisor)
    assert office_of(supervisor).closures[EARLY] == "برف"


# letterhead


def test_the_letterhead_is_changed_part_by_part(supervisor: Supervisor) -> None:
    page = tab(supervisor, 7)
    supervisor.hit("Down", "Down", "Down", "Enter")
    form = form_of(supervisor)
    assert form.form.inputs["phone"].stops[0].hasFocus()
    form.form.put("phone", "011-5222")
    supervisor.hit("F8")
    assert office_of(supervisor).described.phone == "011-5222"
    supervisor.waits(lambda: cells(page, "phone")[1] == "۰۱۱-۵۲۲۲")


def test_the_name_of_the_office_stays(supervisor: Supervisor) -> None:
    tab(supervisor, 7)
    supervisor.hit("F4")
    form = form_of(supervisor)
    form.form.put("name", "")
    supervisor.hit("F8")
    assert supervisor.said == "نام واحد خالی است."
    described = office_of(supervisor).described

    def rename(work: Work) -> object:
        return describe_office(work, work.office.id, OfficeDescribed(agency="الف", name="ب"))

    supervisor.does(rename)
    supervisor.hit("F8")
    assert "همکار دیگری" in supervisor.said
    assert described.sample


def test_an_emblem_is_a_picture(supervisor: Supervisor, tmp_path: Path) -> None:
    page = tab(supervisor, 7)
    supervisor.hit("F6")
    asked(supervisor, str(tmp_path / "none.png"))
    supervisor.waits(lambda: bool(supervisor.said))
    assert office_of(supervisor).emblem == b""
    supervisor.hit("F3")
    assert "نشان ندارد" in supervisor.said
    picture = tmp_path / "emblem.png"
    QImage(32, 32, QImage.Format.Format_RGB32).save(str(picture))
    supervisor.hit("F6")
    asked(supervisor, str(picture))
    supervisor.waits(lambda: office_of(supervisor).emblem == picture.read_bytes())
    supervisor.waits(lambda: cells(page, "emblem")[1] == "تصویر ثبت شده است")
    supervisor.hit("F3")
    agreed(supervisor)
    assert office_of(supervisor).emblem == b""


# who only looks


def test_who_may_not_change_the_office_reads_it(sits: Sits) -> None:
    clerk = sits(code="101")
    page = tab(clerk, 1)
    assert len(page.pane.table.rows) == 2
    clerk.hit("F2")
    assert "در اختیار مسئول میز خدمت" in clerk.said
    clerk.hit("6", "PgDn")
    assert page.calendar.month.month == (1405, 9)
