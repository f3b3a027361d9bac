"""The office from the command line: hours, holidays, units, classes, counters that pause."""

from app.folds.office import Office
from tests.ui.shell import REQUEST, Shell
from ui.bootstrap import open_desk


def test_hours_come_and_are_taken_back(office: Shell) -> None:
    office.done("office", "hours", "۱۴۰۵/۱۰/۰۱", "--week", "sat=08:00-14:00,thu=08:00-12:00")
    office.done("office", "hours", "1405/10/01", "--remove")
    assert office.refused("office", "hours", "1405/10/01", "--remove") == "hours_unknown"
    twice = "sat=08:00-12:00,sat=10:00-14:00"
    assert office.refused("office", "hours", "1405/10/01", "--week", twice) == "hours_day_twice"
    assert office.refused("office", "hours", "1405/10/01", "--week", "sat=14:00-8:00") == (
        "hours_unreadable"
    )


def test_hours_without_a_day_say_how_days_are_written(office: Shell) -> None:
    for nothing in ((), ("--week", ""), ("--week", " , ")):
        assert office.refused("office", "hours", "1405/10/01", *nothing) == "hours_week_empty"


def test_what_is_over_is_changed_for_a_reason_or_not_at_all(office: Shell) -> None:
    past = ("office", "closure", "1405/08/20", "--name", "برف")
    assert office.refused(*past) == "closure_past"
    office.done(*past, "--reason", "کسی در واحد نبود")
    office.done("office", "closure", "1405/08/30", "--name", "آلودگی هوا")
    week = ("--week", "sat=08:00-14:00")
    assert office.refused("office", "hours", "1405/08/29", *week) == "hours_past"
    office.done("office", "hours", "1405/08/30", *week)


def test_a_closure_tells_how_many_appointments_stand_on_its_day(office: Shell) -> None:
    closure = ("office", "closure", "1405/09/02", "--name", "برف")
    assert office.done(*closure) == {"changed": "closure", "appointments": 0}
    assert office.done(*closure[:3], "--remove") == {"changed": "closure"}
    there = ("--date", "1405/09/02", "--at", "10:30", "--name", "زهرا محمدی")
    office.done("appointment", "make", "--service", "35", *there)
    assert office.done(*closure) == {"changed": "closure", "appointments": 1}
    assert "۱ نوبت قبلی" in office.say(*closure)[1]


def test_a_retired_sub_service_is_called_retired_and_since_when(office: Shell) -> None:
    office.done("catalogue", "retire", "35", "--reason", "به سامانه رفت")
    assert office.refused("issue", "--service", "35") == "service_retired"
    assert "۱۴۰۵/۰۸/۳۰" in office.sentence("issue", "--service", "35")


def test_the_holidays_of_a_year_are_added_once_and_confirmed(office: Shell) -> None:
    office.done("office", "holidays", "۱۴۰۷")
    office.done("office", "holidays", "1407")
    office.done("office", "holidays", "1407", "--confirm")
    assert office.refused("office", "holidays", "1450") == "holidays_unknown"
    for wrong in ("2026", "سال"):
        assert office.refused("office", "holidays", wrong) == "year_wrong"


def test_a_unit_with_open_requests_is_taken_away_only_although(office: Shell) -> None:
    office.done("office", "unit", "بایگانی", "--posts", "بایگان,مسئول", "--name", "رضایی")
    office.done("office", "unit", "بایگانی", "--phone", "۲۲۲")
    office.done("office", "unit", "بایگانی", "--remove")
    assert office.refused("office", "unit", "بایگانی", "--remove") == "office_unit_unknown"
    tracking = office.done("register", office.file("r.json", REQUEST))["tracking"]
    unit = office.done("step", tracking, "--list")["steps"][0]["unit"]
    office.done("office", "unit", unit)
    assert office.refused("office", "unit", unit, "--remove") == "unit_busy"
    office.done("office", "unit", unit, "--remove", "--although")


def test_classes_kiosks_and_pauses(office: Shell) -> None:
    office.done("office", "class", "guest", "--name", "مهمان", "--credit", "5")
    office.done("issue", "--service", "35", "--priority", "guest")
    office.done("office", "class", "guest", "--remove")
    assert office.refused("issue", "--service", "35", "--priority", "guest") == "priority_unknown"
    office.done("office", "kiosk", "طبقه دوم")
    office.done("office", "kiosk", "طبقه دوم", "--remove")
    assert office.refused("office", "kiosk", "طبقه دوم", "--remove") == "kiosk_unknown"
    office.done("office", "counter", "1", "--pause", "نماز")
    assert office.refused("call", "--counter", "1") == "counter_paused"
    office.done("office", "counter", "1", "--resume")
    assert office.done("call", "--counter", "1")["label"]


def told(office: Shell) -> Office:
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        found = look.office
    desk.close()
    return found


def test_what_is_left_out_of_a_counter_stays_as_it_is(office: Shell) -> None:
    office.done("office", "counter", "7", "--name", "باجه هفت", "--services", "35,4")
    served = told(office).counter("7").services
    assert len(served) == 2
    office.done("office", "counter", "--name", "باجه خسارت", "7")
    assert told(office).counter("7").services == served
    office.done("office", "counter", "7", "--services", "")
    counter = told(office).counter("7")
    assert (counter.title, counter.services) == ("باجه خسارت", ())


def test_what_is_left_out_of_a_clerk_stays_as_it_is(office: Shell) -> None:
    office.done("office", "clerk", "301", "--name", "مریم", "--role", "administrator")
    office.done("office", "clerk", "301", "--services", "35")
    office.done("office", "clerk", "301", "--name", "مریم سادات")
    who = told(office).clerk("301")
    assert (who.name, who.role, len(who.skills)) == ("مریم سادات", "administrator", 1)
    office.done("office", "clerk", "301", "--role", "unit", "--services", "")
    who = told(office).clerk("301")
    assert (who.name, who.role, who.skills) == ("مریم سادات", "unit", ())
    assert office.refused("office", "clerk", "302", "--services", "35") == "name_empty"
    office.done("office", "clerk", "302", "--name", "نو")
    assert told(office).clerk("302").role == "clerk"


def test_a_named_clerk_makes_a_backup_only_where_it_is_theirs(office: Shell) -> None:
    path = office.home / "copy.bajeh"
    assert office.refused("--clerk", "102", "backup", str(path)) == "not_allowed"
    assert not path.exists()
    office.done("--clerk", "201", "backup", str(path))
    office.done("backup", str(office.home / "again.bajeh"))
    office.done("office", "clerk", "301", "--name", "مریم", "--role", "administrator")
    office.done("office", "clerk", "301", "--disable", "مرخصی")
    refused = office.refused("--clerk", "301", "backup", str(office.home / "third.bajeh"))
    assert refused == "clerk_disabled"


def test_a_counter_bears_a_number_from_1_on_and_perhaps_letters(office: Shell) -> None:
    for wrong in ("0", "۰۰", "1000", "-5", "abc", "الف"):
        assert office.refused("office", "counter", wrong) == "counter_number_wrong"
    office.done("office", "counter", "۱۲ الف")
    office.done("office", "counter", "VIP-3")


def test_a_counter_pauses_for_a_reason_alone(office: Shell) -> None:
    assert office.refused("office", "counter", "1", "--pause", "") == "reason_empty"
    office.done("office", "counter", "1", "--pause", "نماز")


def test_nobody_is_sent_back_behind_nobody(office: Shell) -> None:
    office.done("issue", "--service", "4")
    ticket = office.done("call", "--counter", "1")["ticket"]
    assert office.refused("return", "--ticket", ticket, "--after", "0") == "places_wrong"
    assert office.refused("return", "--ticket", ticket, "--after", "1", "--end") == "return_where"
    assert office.done("return", "--ticket", ticket, "--after", "1")["state"] == "waiting"
    assert "پس از چند نفر دیگر" in office.done("call", "--counter", "1")["why"]


def test_one_request_more_than_the_rule_is_registered_for_a_reason(office: Shell) -> None:
    office.done("setting", "set", "turn_requests", "1")
    office.done("issue", "--service", "35")
    ticket = office.done("call", "--counter", "1")["ticket"]
    first = {**REQUEST, "ticket": ticket}
    office.done("register", office.file("1.json", first))
    second = {**first, "repeated": "نشانی دیگر"}
    assert office.refused("register", office.file("2.json", second)) == "turn_full"
    office.done("register", office.file("3.json", {**second, "beyond": "از راه دور آمده است"}))


def test_the_voice_says_no_number_and_no_counter_that_is_none(office: Shell) -> None:
    said = ("voice", "say", "--to", str(office.home / "say.wav"))
    assert office.refused(*said, "--label", "الف ۰") == "label_unknown"
    assert office.refused(*said, "--counter", "") == "counter_number_wrong"
