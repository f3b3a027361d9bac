"""What a visitor at the kiosk is given, refused and told, and what nobody is told there."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from msgspec.structs import replace

from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.appointment import make_appointment
from app.deeds.call import begin, call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.office import remove_kiosk, set_rules
from app.deeds.request import register, withdraw
from app.deeds.spool import set_printers
from app.deeds.template import edit_template, template_of
from app.deeds.ticket import issue
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.office import Rules
from app.filling.receipt import receipt_paper
from app.folds.request import Request
from app.handing.kiosk import SLIP_MARK, Wanted, give_number, wanted_by
from app.handing.kiosk_handouts import print_handout
from app.local import instant, local
from app.order import collecting_lane
from app.showing.kiosk import kiosk_shown
from app.spooling.printers import Printers, roll_printer
from tests.app.desk import Desk
from tests.app.opened import FORM, PERMIT, PLAIN, TODAY, opened, person, service_id
from tests.app.spooled import BOTH, PAGE, ROLL, desk_with

DRAFT = Draft(
    grounds="ماده ۲", content="موافقت شد.", objection="ده روز", issuer_name="ا", issuer_post="ب"
)


def asked(desk: Desk) -> Request:
    return desk.do(register, PLAIN, person())


def ready(desk: Desk) -> str:
    found = asked(desk)
    desk.do(prepare_answer, found.tracking, DRAFT)
    return found.tracking


def slip(desk: Desk) -> str:
    """What the symbol of a deficiency slip says."""
    desk.do(issue, PERMIT)
    called = desk.do(call_next, "1")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    told = desk.do(announce_deficiency, called.id, missing, applicant=person())
    return f"{SLIP_MARK}{told.deficiencies[-1].slip.token}"


def collects(tracking: str) -> Wanted:
    return Wanted(purpose="collect", key=tracking)


# -- what a found receipt tells ------------------------------------------------------------------


def delivered(desk: Desk) -> str:
    tracking = ready(desk)
    desk.do(deliver, tracking, receiver="applicant", counter="1")
    return tracking


def withdrawn(desk: Desk) -> str:
    tracking = asked(desk).tracking
    desk.do(withdraw, tracking, "انصراف")
    return tracking


@pytest.mark.parametrize("of", [lambda desk: asked(desk).tracking, delivered, withdrawn])
def test_whoever_holds_a_receipt_hears_only_that_nothing_is_to_be_collected(
    of: Callable[[Desk], str],
) -> None:
    desk = opened()
    refusal = desk.refused(give_number, collects(of(desk)), "tap")
    assert (refusal.code, refusal.facts) == ("nothing_to_collect", {})


# -- one receipt, one number ---------------------------------------------------------------------


def test_a_receipt_that_is_read_again_shows_the_number_that_waits_and_prints_it_once_more() -> None:
    desk = opened()
    desk.do(set_printers, ROLL)
    wanted = collects(ready(desk))
    first, second, third = (desk.do(give_number, wanted, tap) for tap in "abc")
    assert first.ticket == second.ticket == third.ticket
    assert [each.again for each in (first, second, third)] == [False, True, True]
    assert [bool(each.job) for each in (first, second, third)] == [True, True, False]
    assert len(desk.see(lambda look: look.waiting_in(collecting_lane(service_id(PLAIN))))) == 1


def test_another_receipt_has_a_number_of_its_own() -> None:
    desk = opened()
    one = desk.do(give_number, collects(ready(desk)), "a")
    other = desk.do(register, PLAIN, person(2_345_678))
    desk.do(prepare_answer, other.tracking, DRAFT)
    assert desk.do(give_number, collects(other.tracking), "b").ticket != one.ticket


def test_who_was_served_or_comes_on_another_day_gets_a_new_number() -> None:
    desk = opened()
    wanted = collects(ready(desk))
    first = desk.do(give_number, wanted, "a")
    desk.clock.move(days=1)
    second = desk.do(give_number, wanted, "b")
    assert (second.ticket == first.ticket, second.again) == (False, False)
    assert desk.do(call_next, "1").id == second.ticket
    desk.do(finish, second.ticket, "guidance")
    assert desk.do(give_number, wanted, "c").ticket != second.ticket


@pytest.mark.parametrize("gone_on", ["called", "serving", "held", "waiting", "sent"])
def test_an_answer_has_one_number_as_long_as_its_holder_is_here(gone_on: str) -> None:
    desk = opened()
    wanted = collects(ready(desk))
    first = desk.do(give_number, wanted, "a").ticket
    desk.do(call_next, "1")
    match gone_on:
        case "serving":
            desk.do(begin, first)
        case "held":
            desk.do(hold, first, 5)
        case "waiting":
            desk.do(return_to_queue, first)
        case "sent":
            desk.do(transfer, first, service=PERMIT)
    again = desk.do(give_number, wanted, "b")
    assert (again.ticket, again.again) == (first, True)
    told = again.gone_on.state if again.gone_on else "waiting"
    assert told == ("waiting" if gone_on == "sent" else gone_on)


def test_a_kept_place_for_an_answer_is_its_number_before_the_night_is_settled() -> None:
    desk = opened()
    desk.do(set_rules, Rules(night="keep"))
    wanted = collects(ready(desk))
    first = desk.do(give_number, wanted, "a")
    desk.clock.move(days=1)
    assert desk.do(give_number, wanted, "b").label == first.label
    assert desk.do(call_next, "1").label == first.label
    assert desk.do(give_number, wanted, "c").label == first.label


# -- papers on the wrong card --------------------------------------------------------------------


def test_a_slip_brings_back_wherever_it_is_read() -> None:
    desk = opened()
    text = slip(desk)
    for purpose in ("collect", "complete", "appointment"):
        assert wanted_by(text, purpose).purpose == "complete"
    assert wanted_by("482719305563").purpose == "collect"
    assert wanted_by("00000", "appointment").purpose == "appointment"


def test_a_receipt_in_place_of_a_slip_is_called_a_receipt() -> None:
    desk = opened()
    tracking = asked(desk).tracking
    seal = desk.see(receipt_paper, tracking).payload
    for text in (tracking, seal):
        refusal = desk.refused(give_number, wanted_by(text, "complete"), "tap")
        assert refusal.code == "slip_wanted"


def test_what_is_wrong_with_a_slip_is_said_to_its_bearer() -> None:
    desk = opened()
    text = slip(desk)
    assert desk.refused(give_number, wanted_by(text), "a").code == "slip_too_early"
    desk.do(finish, desk.tickets()[0].id)
    assert desk.refused(give_number, wanted_by(text[:-1]), "b").code == "slip_unknown"
    desk.do(give_number, wanted_by(text), "c")
    assert desk.refused(give_number, wanted_by(text), "d").code == "slip_ended"


# -- appointments --------------------------------------------------------------------------------


def test_the_holder_of_an_appointment_hears_from_when_the_turn_counts() -> None:
    desk = opened()
    hour = (local(desk.clock.now()) + timedelta(hours=1)).time()
    for late in (False, True):
        made = desk.do(make_appointment, PERMIT, TODAY, hour, name="زهرا")
        if late:
            desk.clock.move(minutes=90)
        wanted = Wanted(purpose="appointment", key=made.said.number)
        given = desk.do(give_number, wanted, f"tap-{late}")
        assert (given.agreed, given.late) == (made.said.at, late)


def test_the_card_for_appointments_is_there_while_somebody_is_to_come() -> None:
    desk = opened()
    assert not desk.see(kiosk_shown).awaits
    hour = (local(desk.clock.now()) + timedelta(hours=1)).time()
    made = desk.do(make_appointment, PERMIT, TODAY, hour, name="زهرا")
    assert desk.see(kiosk_shown).awaits
    desk.do(give_number, Wanted(purpose="appointment", key=made.said.number), "a")
    assert not desk.see(kiosk_shown).awaits


# -- until when numbers are given ------------------------------------------------------------------


def at(desk: Desk, hour: int, minute: int) -> None:
    desk.clock.at = instant(datetime.combine(TODAY, time(hour, minute)))


def test_who_was_promised_to_be_received_gets_a_number_until_the_office_closes() -> None:
    desk = opened()
    desk.do(set_rules, Rules(numbers_until=time(13, 30)))
    agreed = desk.do(make_appointment, PERMIT, TODAY, time(13, 45), name="زهرا")
    answer, token = ready(desk), slip(desk)
    desk.do(finish, desk.tickets()[0].id)
    at(desk, 13, 35)
    for wanted in (Wanted(purpose="new", key=PLAIN), Wanted(purpose="guide")):
        assert desk.refused(give_number, wanted, "new").facts["time"] == "۱۳:۳۰"
    for tap, wanted in enumerate((collects(answer), wanted_by(token))):
        assert desk.do(give_number, wanted, str(tap)).label
    wanted = Wanted(purpose="appointment", key=agreed.said.number)
    assert desk.do(give_number, wanted, "agreed").agreed == agreed.said.at
    at(desk, 14, 30)
    refusal = desk.refused(give_number, collects(answer), "late")
    assert (refusal.code, refusal.facts["time"]) == ("giving_over", "۱۴:۳۰")


def test_an_agreed_hour_that_still_counts_holds_after_closing() -> None:
    desk = opened()
    keys = [
        desk.do(make_appointment, PERMIT, TODAY, time(14, minute), name="زهرا").said.number
        for minute in (10, 29)
    ]
    at(desk, 14, 31)
    late, counts = (Wanted(purpose="appointment", key=key) for key in keys)
    assert desk.refused(give_number, late, "late").code == "giving_over"
    assert not desk.do(give_number, counts, "counts").late


def test_a_touch_that_comes_again_after_closing_has_its_number() -> None:
    desk = opened()
    first = desk.do(give_number, Wanted(purpose="guide"), "a")
    at(desk, 15, 0)
    assert desk.do(give_number, Wanted(purpose="guide"), "a").ticket == first.ticket


# -- sheets --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printers", "prints"),
    [
        (Printers(), set()),
        (ROLL, {"information"}),
        (PAGE, {"information", "survey"}),
        (BOTH, {"information", "survey"}),
    ],
)
def test_only_sheets_that_a_printer_takes_are_offered(printers: Printers, prints: set[str]) -> None:
    assert desk_with(printers).see(kiosk_shown).prints == prints


def test_a_form_that_names_its_printer_is_offered_where_that_one_is() -> None:
    desk = desk_with(Printers(roll_spare=roll_printer("tcp://spare")))
    assert desk.see(kiosk_shown).prints == set()
    newest = desk.see(template_of, "information")
    desk.do(edit_template, "information", replace(newest, printer="roll_spare"))
    assert desk.see(kiosk_shown).prints == {"information"}
    assert desk.do(print_handout, "information", PERMIT).role == "roll_spare"


def test_a_sheet_that_no_printer_takes_is_refused_and_waits_for_none() -> None:
    desk = desk_with(ROLL)
    assert desk.refused(print_handout, "survey", "").code == "sheet_no_printer"
    assert desk.see(lambda look: look.jobs()) == []


def test_a_kiosk_prints_so_many_sheets_in_a_minute_and_keeps_nobody_from_a_number() -> None:
    desk = desk_with(BOTH)
    desk.do(set_rules, Rules(kiosk_pace=2))
    for what in ("information", "survey"):
        desk.do(print_handout, what, PERMIT, "ورودی")
    refusal = desk.refused(print_handout, "survey", "", "ورودی")
    assert (refusal.code, refusal.facts["n"]) == ("printing_too_fast", 2)
    desk.do(give_number, Wanted(purpose="guide"), "a", "ورودی")
    desk.do(print_handout, "survey", "", "دیگر")
    desk.clock.move(minutes=1)
    desk.do(print_handout, "survey", "", "ورودی")


# -- its name ------------------------------------------------------------------------------------


def test_a_kiosk_is_one_that_the_office_knows() -> None:
    desk = opened()
    office = desk.see(lambda look: look.office)
    assert office.kiosk("") == office.kiosk("ورودی") == "ورودی"
    refusal = desk.refused(lambda work: work.office.kiosk("راهرو"))
    assert (refusal.code, refusal.facts["known"]) == ("kiosk_unlisted", ("ورودی",))
    several = replace(office, kiosks=("ورودی", "طبقه دوم"))
    assert desk.refused(lambda _: several.kiosk("")).code == "kiosk_unnamed"
    desk.do(remove_kiosk, "ورودی")
    assert desk.refused(lambda work: work.office.kiosk("ورودی")).code == "kiosk_none"
