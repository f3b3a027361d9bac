"""Appointments and the whole set of calls from the command line."""

import pytest

from tests.ui.shell import Shell

NAME, CODE = "زهرا محمدی", "2190764157"


def made(office: Shell, at: str = "09:00", date: str = "1405/08/30") -> str:
    """The number of an appointment for a permit."""
    done = office.done(
        "appointment", "make", "--service", "27", "--date", date, "--at", at, "--name", NAME,
        "--id", CODE,
    )  # fmt: skip
    return str(done["number"])


def issued(office: Shell, service: str = "27") -> str:
    """The id of a ticket."""
    return str(office.done("issue", "--service", service)["ticket"])


def called(office: Shell, counter: str = "1") -> str:
    """Who is called there."""
    return str(office.done("call", "--counter", counter)["ticket"])


def test_an_appointment_is_made_listed_and_met(office: Shell) -> None:
    number = made(office)
    told = office.done("appointment", "list")
    assert (told["expected"], told["appointments"][0]["number"]) == (1, number)
    assert NAME in office.say("appointment", "list")[1]
    met = office.done("appointment", "meet", number)
    assert met["number"] == number
    assert office.done("appointment", "list")["appointments"][0]["label"] == met["label"]
    why = office.done("call", "--counter", "1")["why"]
    assert "نوبت قبلی" in why
    assert office.refused("appointment", "meet", CODE) == "appointment_met"
    verified = office.done("verify")
    assert (verified["chain"], verified["projections"]) == ("whole", "equal")


def test_one_that_is_cancelled_gives_no_ticket(office: Shell) -> None:
    number = made(office)
    assert office.refused("appointment", "cancel", number) == "reason_empty"
    office.done("appointment", "cancel", number, "--reason", "تلفن کرد")
    assert office.refused("appointment", "meet", number) == "appointment_cancelled"
    assert office.refused("appointment", "cancel", "00000", "--reason", "ب") == (
        "appointment_unknown"
    )


def test_one_that_moves_keeps_its_number(office: Shell) -> None:
    number = made(office)
    moving = ("appointment", "move", number, "--to", "1405/09/01", "--reason", "سفر")
    assert office.refused(*moving) == "option_missing"
    moved = office.done(*moving, "--at", "10:30")
    assert (moved["number"], moved["day"]) == (number, "2026-11-22")
    (left,) = office.done("appointment", "list")["appointments"]
    assert (left["standing"], left["reason"]) == ("cancelled", "سفر")
    assert left["moved_to"] == moved["at"]
    assert "به ۱۴۰۵/۰۹/۰۱ ۱۰:۳۰ جابه‌جا شده است" in office.say("appointment", "list")[1]
    assert "سفر · به ۱۴۰۵/۰۹/۰۱ ۱۰:۳۰" in office.say("audit")[1]
    later = office.done("appointment", "move", number, "--date", "1405/09/01", "--at", "11",
                        "--reason", "دیرتر")  # fmt: skip
    assert later["number"] == number


@pytest.mark.parametrize("option", ["--service", "--date", "--at"])
def test_what_an_appointment_needs_is_asked_for(office: Shell, option: str) -> None:
    said = {"--service": "27", "--date": "1405/08/30", "--at": "9", "--name": NAME}
    given = [each for key, value in said.items() if key != option for each in (key, value)]
    assert office.do("appointment", "make", *given)[1]["refused"] == "option_missing"


def test_back_to_the_queue_before_behind_and_after_some(office: Shell) -> None:
    first, second, third = issued(office), issued(office), issued(office)
    assert called(office) == first
    office.done("return", "--ticket", first, "--after", "1")
    assert called(office) == second
    assert office.refused("return", "--ticket", second, "--front") == "reason_empty"
    office.done("return", "--ticket", second, "--front", "--reason", "بیمار است")
    said = office.done("call", "--counter", "1")
    assert said["ticket"] == second
    assert "بیمار است" in said["why"]
    office.done("finish", "--ticket", second, "--outcome", "guidance")
    office.done("return", "--ticket", called(office), "--end")
    assert called(office) == third


def test_on_to_a_counter_and_back(office: Shell) -> None:
    first = issued(office)
    called(office)
    office.done("transfer", "--ticket", first, "--counter", "2", "--returns")
    assert called(office, "2") == first
    went = office.done("finish", "--ticket", first)
    assert (went["state"], went["outcome"]) == ("waiting", None)
    assert called(office) == first
    assert office.done("finish", "--ticket", first, "--outcome", "service")["state"] == "finished"


def test_who_comes_too_late_comes_back_for_a_reason(office: Shell) -> None:
    first = issued(office)
    office.done("setting", "set", "tolerance", "0")
    called(office)
    office.done("noshow", "--ticket", first)
    issued(office)
    office.done("finish", "--ticket", called(office), "--outcome", "guidance")
    assert office.refused("noshow", "--ticket", first, "--undo") == "turn_lost"
    office.done("noshow", "--ticket", first, "--undo", "--reason", "در بیمارستان بود")
    assert called(office) == first
