"""Who did what, an inspection and a unit's steps, by commands."""

from datetime import date
from pathlib import Path

from app.deeds.clerk import account_of
from app.persian import persian_digits
from app.tracking import grouped
from tests.printing.readback import missing, pages
from tests.ui.shell import REQUEST, Shell
from ui.bootstrap import open_desk


def test_facts_are_told_and_kept(office: Shell, tmp_path: Path) -> None:
    tracking = office.done("register", office.file("request.json", REQUEST))["tracking"]
    told = office.done("audit", "--subject", tracking)
    assert [fact["kind"] for fact in told["facts"]] == ["RequestRegistered"]
    assert told["facts"][0]["name"] == tracking
    assert office.done("audit", "--most", "2")["more"]
    assert office.done("audit", "--overrides")["facts"] == []
    file = tmp_path / "audit.csv"
    office.done("audit", "--to", str(file))
    assert persian_digits(grouped(tracking)) in file.read_text("utf-8-sig")
    assert office.do("audit", "--subject", "۱۲")[1]["refused"] == "audit_subject_unknown"
    assert office.do("audit", "--to", str(tmp_path / "a.doc"))[1]["refused"] == "format_unknown"
    _, said = office.say("audit", "--subject", tracking)
    assert "ثبت درخواست" in said


def test_an_inspection_is_drawn_the_same_again(office: Shell, tmp_path: Path) -> None:
    office.done("register", office.file("request.json", REQUEST))
    first = office.done("inspect", "--seed", "7")
    again = office.done("inspect", "--seed", "7")
    assert first["drawn"] == again["drawn"]
    assert (first["population"], first["seed"]) == (1, "7")
    file = tmp_path / "inspection.pdf"
    told = office.done("inspect", "--to", str(file))
    assert told["seed"].isdecimal()
    data = file.read_bytes()
    assert pages(data) >= 2
    assert missing(["برگ بازرسی میز خدمت", "بازرس نخست"], data) == []
    assert office.do("inspect", "--draw", "0")[1]["refused"] == "draw_wrong"
    assert office.do("inspect", "--to", "a.txt")[1]["refused"] == "format_unknown"
    _, said = office.say("inspect", "--seed", "7")
    assert "زیرخدمت" in said


def test_a_pass_is_given_for_a_day(office: Shell, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("Kelid-1405-x")
    given = office.done("pass", "بازرس", "--password-file", str(file))
    assert (given["code"], given["date"]) == ("901", "2026-11-21")
    late = office.do("pass", "بازرس", "--password-file", str(file), "--date", "1405/08/01")
    assert late[1]["refused"] == "pass_past"
    asked = ("pass", "بازرس دوم", "--password-file", str(file), "--date")
    assert office.refused(*asked, "1405/10/01") == "pass_far"
    assert office.done(*asked, "1405/09/30")["date"] == "2026-12-21"


def test_who_may_not_read_any_more_reads_nothing_at_the_command_line(
    office: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "password"
    file.write_text("Kelid-1405-x")
    office.done("pass", "بازرس", "--password-file", str(file))
    for command in ("audit", "inspect"):
        office.done(command, "--clerk", "901")
        assert office.refused(command, "--clerk", "101") == "not_allowed"
    office.done("office", "clerk", "301", "--name", "مریم", "--role", "administrator")
    office.done("office", "clerk", "301", "--disable", "مرخصی")
    office.later(days=1)
    for command in ("audit", "inspect"):
        assert office.refused(command, "--clerk", "901") == "pass_over"
        assert office.refused(command, "--clerk", "301") == "clerk_disabled"
        assert "پایان یافته است" in office.sentence(command, "--clerk", "901")


def test_a_pass_stays_a_pass(office: Shell, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("Kelid-1405-x")
    office.done("pass", "بازرس", "--password-file", str(file))
    office.done("office", "clerk", "901", "--name", "بازرس استانداری")
    assert office.refused("office", "clerk", "901", "--role", "clerk") == "pass_role"
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        who = look.office.clerk("901")
        assert (who.role, who.name) == ("inspector", "بازرس استانداری")
        assert account_of(look, who.clerk).last_day == date(2026, 11, 21)
    desk.close()


def test_a_unit_sees_what_it_has(office: Shell) -> None:
    tracking = office.done("register", office.file("request.json", REQUEST))["tracking"]
    office.done("step", tracking, "--begin")
    told = office.done("inbox")
    assert [step["tracking"] for step in told["steps"]] == [tracking]
    assert office.done("inbox", "--unit", told["unit"])["n"] == 1
    assert office.do("inbox", "--unit", "هیچ")[1]["refused"] == "office_unit_unknown"
    _, said = office.say("inbox")
    assert told["unit"] in said
