"""Who did what, an inspection and a unit's steps, by commands."""

from datetime import date
from pathlib import Path

from app.deeds.clerk import account_of
from app.local import local
from app.persian import format_moment, persian_digits
from app.tracking import grouped
from tests.printing.readback import missing, pages
from tests.ui.shell import PERSON, REQUEST, Shell
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


def test_what_a_correction_changed_is_told_everywhere(office: Shell, tmp_path: Path) -> None:
    tracking = office.done("register", office.file("request.json", REQUEST))["tracking"]
    mended = office.file("mended.json", {"applicant": {**PERSON, "name": "علی رمضانی"}})
    office.done("correct", tracking, mended, "--reason", "نام کامل نبود")
    change = {"part": "name", "before": PERSON["name"], "after": "علی رمضانی"}
    corrected, registered = office.done("audit", "--subject", tracking)["facts"]
    assert corrected["changes"] == [change]
    said = f"نام متقاضی از «{PERSON['name']}» به «علی رمضانی»"
    assert corrected["particulars"].startswith(said)
    assert registered["detail"] == PERSON["name"]
    assert office.done("show", tracking)["events"][-1]["changes"] == [change]
    assert said in office.say("show", tracking)[1]
    file = tmp_path / "audit.csv"
    office.done("audit", "--subject", tracking, "--to", str(file))
    assert said in file.read_text("utf-8-sig")
    assert tracking in office.say("find", PERSON["name"], "--json")[1]


def test_what_a_clerk_did_is_found_by_a_code_that_is_free_or_given_anew(office: Shell) -> None:
    office.done("register", office.file("request.json", REQUEST), "--clerk", "102")
    office.done("office", "clerk", "102", "--remove", "--clerk", "201")
    kinds = [fact["kind"] for fact in office.done("audit", "--of", "102")["facts"]]
    assert kinds == ["RequestRegistered"]
    office.done("office", "clerk", "102", "--name", "مینا صادقی", "--clerk", "201")
    assert [fact["kind"] for fact in office.done("audit", "--of", "102")["facts"]] == kinds
    assert office.refused("audit", "--of", "999") == "clerk_unknown"


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


def test_an_inspection_tells_the_last_reading_of_the_records(office: Shell) -> None:
    _, said = office.say("inspect")
    assert "درستی سوابق در این رایانه هنوز بررسی نشده است" in said
    assert "دست‌نخورده" not in said
    at = office.clock.at
    office.done("verify")
    point = office.done("inspect")["points"][-1]
    assert (point["code"], point["facts"]["verified"]) == ("records", "whole")
    _, said = office.say("inspect")
    assert f"آخرین بررسی در این رایانه، {format_moment(local(at))}: سوابق دست‌نخورده است" in said


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
    for unit in (told["unit"], told["unit"].replace("ی", "ي").replace(" ", "  ")):
        assert office.done("inbox", "--unit", unit)["n"] == 1
    assert office.do("inbox", "--unit", "هیچ")[1]["refused"] == "office_unit_unknown"
    _, said = office.say("inbox")
    assert told["unit"] in said


def test_days_that_end_before_they_begin_are_refused(office: Shell) -> None:
    days = ("--since", "1405/08/02", "--until", "1405/08/01")
    assert office.refused("audit", *days) == "period_wrong"
