"""The office from the command line: hours, holidays, units, classes, counters that pause."""

from tests.ui.shell import REQUEST, Shell


def test_hours_come_and_are_taken_back(office: Shell) -> None:
    office.done("office", "hours", "۱۴۰۵/۱۰/۰۱", "--week", "sat=08:00-14:00,thu=08:00-12:00")
    office.done("office", "hours", "1405/10/01", "--remove")
    assert office.refused("office", "hours", "1405/10/01", "--remove") == "hours_unknown"
    twice = "sat=08:00-12:00,sat=10:00-14:00"
    assert office.refused("office", "hours", "1405/10/01", "--week", twice) == "hours_day_twice"
    assert office.refused("office", "hours", "1405/10/01", "--week", "sat=14:00-8:00") == (
        "hours_unreadable"
    )


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
