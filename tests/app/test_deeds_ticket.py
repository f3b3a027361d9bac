from datetime import timedelta
from typing import Literal

import pytest

from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.call import begin, call_chosen, call_next, offer
from app.deeds.catalogue import retire_sub_service
from app.deeds.clerk import sign_in
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.labelled import the_labelled
from app.deeds.office import close_counter, define_priority_class, give_series
from app.deeds.request import register, withdraw
from app.deeds.ticket import come_back, issue, issue_for_answer, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue
from app.events.office import Rules
from app.events.ticket import (
    TicketCalled,
    TicketCleared,
    TicketIssued,
    TokenRedeemed,
    VisitOpened,
)
from app.folds import catalogue
from app.folds.ticket import Ticket
from app.order import collecting_lane, counter_lane, service_lane
from app.sync.replica import Asked
from tests.app.desk import NODE, OFFICE, Desk
from tests.app.opened import (
    FORM,
    GUIDANCE,
    HOLIDAY,
    LETTERS,
    PERMIT,
    PLAIN,
    PORTAL,
    SERIES,
    STAMP,
    TODAY,
    TOMORROW,
    opened,
    person,
    service_id,
)

DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")


def slip_of(desk: Desk, service: str = PERMIT, counter: str = "1") -> Ticket:
    """Somebody was called, told what is missing, and sent home."""
    desk.do(issue, service)
    called = desk.do(call_next, counter)
    missing = desk.do(missing_documents, PERMIT, [FORM])
    desk.do(announce_deficiency, called.id, missing, applicant=person())
    return desk.do(finish, called.id)


def token(found: Ticket) -> str:
    return found.deficiencies[-1].slip.token


# numbers


@pytest.mark.parametrize("service", [GUIDANCE, PERMIT, STAMP, PLAIN])
def test_a_number_says_everything_that_was_decided(service: str) -> None:
    desk = opened()
    given = desk.do(issue, service)
    entry = desk.state(catalogue.FOLD, service_id(service))
    assert entry is not None
    assert desk.said()[-1] == TicketIssued(
        label="الف ۰۰۱",
        series=SERIES,
        number=1,
        day=TODAY,
        service=entry.id,
        service_version=1,
        code=service,
        title=entry.sheet.title,
        lane=service_lane(entry.id),
        effective_at=desk.clock.at,
    )
    assert given.state == "waiting"


def test_numbers_run_on_through_the_day_and_begin_anew_the_next() -> None:
    desk = opened()
    assert [desk.do(issue, PERMIT).label for _ in range(3)] == ["الف ۰۰۱", "الف ۰۰۲", "الف ۰۰۳"]
    desk.clock.move(days=1)
    tomorrow = desk.do(issue, PERMIT)
    assert (tomorrow.label, tomorrow.day) == ("الف ۰۰۱", TOMORROW)


def test_a_number_above_999_is_written_out() -> None:
    desk = opened()
    desk.series[SERIES] = (TODAY, 999)
    assert desk.do(issue, PERMIT).label == "الف ۱۰۰۰"


def test_the_day_is_tehrans() -> None:
    desk = opened()
    desk.clock.at = desk.clock.at.replace(hour=20, minute=29)
    assert desk.do(issue, PERMIT).day == TODAY
    desk.clock.move(minutes=1)
    given = desk.do(issue, PERMIT)
    assert (given.day, given.label) == (TOMORROW, "الف ۰۰۱")


def test_the_day_of_a_series_never_goes_back_when_the_clock_does() -> None:
    desk = opened()
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    desk.clock.move(days=-1)
    given = desk.do(issue, PERMIT)
    assert (given.label, given.day) == ("الف ۰۰۲", TOMORROW)
    assert desk.do(call_chosen, "1", given.label, "سالمند").id == given.id
    desk.clock.move(days=1)
    assert desk.do(issue, PERMIT).label == "الف ۰۰۳"


def test_a_number_under_which_somebody_waits_is_passed_over() -> None:
    desk = opened()
    for _ in range(3):
        desk.do(issue, PERMIT)
    desk.series[SERIES] = (TODAY, 1)
    assert desk.do(issue, PERMIT).label == "الف ۰۰۴"


def test_the_same_tap_gives_the_same_ticket() -> None:
    desk = opened()
    first = desk.do(issue, PERMIT, tap="k-17")
    stood = len(desk.facts)
    assert desk.do(issue, PERMIT, tap="k-17") == first
    assert desk.do(issue, PORTAL, tap="k-17") == first, "whatever else it asks"
    assert len(desk.facts) == stood
    assert desk.do(issue, PERMIT, tap="k-18").label == "الف ۰۰۲"


def test_the_same_tap_gives_the_same_ticket_after_the_visit_too() -> None:
    desk = opened()
    first = desk.do(issue, PERMIT, tap="k-17")
    desk.do(call_next, "1")
    desk.do(finish, first.id, "guidance")
    desk.clock.move(days=1)
    assert desk.do(issue, PERMIT, tap="k-17").id == first.id


def test_a_priority_class_takes_its_credit_off_the_time() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT, priority="elder")
    assert (given.priority, given.credit) == ("elder", 20)
    assert given.effective_at == desk.clock.at - timedelta(minutes=20)
    desk.do(define_priority_class, "elder", "سالمند", 5)
    assert desk.ticket(given.id).credit == 20, "what was decided stays"


@pytest.mark.parametrize(
    ("service", "code", "facts"),
    [
        ("99", "service_unknown", {"service": "99"}),
        ("", "service_unknown", {"service": ""}),
        (
            PORTAL,
            "service_electronic_only",
            {"service": "استعلام برخط", "address": "https://example.ir"},
        ),
        (LETTERS, "service_g2g", {"service": "مکاتبه دستگاه‌ها"}),
    ],
)
def test_what_the_desk_does_not_serve_gets_no_number(
    service: str, code: str, facts: dict[str, object]
) -> None:
    for deed in (issue, receive_without_ticket):
        desk = opened()
        more = {"counter": "1"} if deed is receive_without_ticket else {}
        refusal = desk.refused(deed, service, **more)  # type: ignore[arg-type]
        assert (refusal.code, refusal.facts) == (code, facts)


def test_a_code_is_found_however_its_digits_are_typed() -> None:
    assert opened().do(issue, "۲").code == PERMIT


def test_a_retired_sub_service_gets_no_number() -> None:
    desk = opened()
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.refused(issue, PLAIN).code == "service_retired"


def test_an_unknown_priority_class_is_refused() -> None:
    refusal = opened().refused(issue, PERMIT, priority="vip")
    assert (refusal.code, refusal.facts) == ("priority_unknown", {"priority": "vip"})


def test_a_pc_without_letters_gives_no_numbers() -> None:
    desk = opened()
    desk.forget("SeriesGiven")
    assert desk.refused(issue, PERMIT).code == "no_series"


# to collect an answer


def test_who_collects_an_answer_waits_with_the_request() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    given = desk.do(issue_for_answer, made.tracking)
    assert (given.purpose, given.request, given.code) == ("collect", made.id, PERMIT)
    assert given.lane == collecting_lane(made.service)


def test_who_was_called_yesterday_and_never_ended_collects_under_a_new_number() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    given = desk.do(issue_for_answer, made.tracking)
    desk.do(call_next, "1")
    assert desk.do(issue_for_answer, made.tracking).id == given.id
    desk.clock.move(days=1)
    again = desk.do(issue_for_answer, made.tracking)
    assert again.id != given.id
    assert (again.state, again.purpose) == ("waiting", "collect")
    assert desk.do(issue_for_answer, made.tracking) == again


def test_an_answer_of_a_retired_sub_service_is_still_collected() -> None:
    desk = opened()
    made = desk.do(register, PLAIN, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.do(issue_for_answer, made.tracking).title == made.title


def test_nothing_is_collected_without_a_request() -> None:
    desk = opened()
    assert desk.refused(issue_for_answer, "123").code == "tracking_wrong"
    unknown = desk.refused(issue_for_answer, "۰۰۰۰ ۰۰۰۰ ۰۰۰۰")
    assert (unknown.code, unknown.facts) == ("tracking_unknown", {"tracking": "0" * 12})


def test_nobody_waits_for_an_answer_that_is_not_ready_or_not_owed() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    refusal = desk.refused(issue_for_answer, made.tracking)
    assert (refusal.code, refusal.facts) == (
        "answer_not_ready",
        {"date": made.promised.date(), "step": "بررسی", "unit": "دفتر فنی"},
    )
    desk.do(withdraw, made.tracking, "انصراف")
    assert desk.refused(issue_for_answer, made.tracking).code == "request_ended"


def test_who_collects_an_answer_ends_with_a_delivery() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    given = desk.do(issue_for_answer, made.tracking)
    desk.do(call_next, "1")
    desk.do(deliver, made.tracking, ticket=given.id)
    ended = desk.do(finish, given.id)
    assert (ended.outcome, ended.purpose) == ("delivery", "collect")


def test_a_tap_is_one_of_its_pc() -> None:
    desk = opened()
    desk.do(give_series, "other", "ب")
    mine = desk.do(issue, PERMIT, tap="1")
    desk.node = "other"
    theirs = desk.do(issue, PERMIT, tap="1")
    assert (mine.label, theirs.label) == ("الف ۰۰۱", "ب ۰۰۱")
    assert desk.do(issue, PERMIT, tap="1") == theirs


# coming back with a slip


def test_a_slip_lets_in_the_next_day_with_todays_label_at_the_old_place() -> None:
    desk = opened()
    old = slip_of(desk)
    desk.clock.move(days=1)
    first = desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    desk.do(issue, PERMIT)
    desk.do(sign_in, "counter:1")
    back = desk.do(come_back, token(old))
    assert (back.label, back.day, back.purpose) == ("الف ۰۰۳", TOMORROW, "complete")
    assert (back.continues, back.effective_at) == (old.id, old.effective_at)
    assert back.applicant == person().id
    assert back.lane == counter_lane("1")
    assert desk.do(call_next, "1").id == back.id, "before those who wait"
    assert desk.do(call_next, "2").id == first.id


def test_coming_back_is_on_record_at_the_old_ticket() -> None:
    desk = opened()
    old = slip_of(desk)
    back = desk.do(come_back, token(old))
    assert [type(event) for event in desk.said()[-2:]] == [TokenRedeemed, TicketIssued]
    assert desk.ticket(old.id).deficiencies[0].redeemed == back.id
    assert desk.ticket(old.id).state == "finished"


def test_a_slip_lets_in_once() -> None:
    desk = opened()
    old = slip_of(desk)
    desk.do(come_back, token(old))
    refusal = desk.refused(come_back, token(old))
    assert refusal.code == "token_used"
    assert refusal.facts == {"number": old.deficiencies[0].slip.number}


def test_a_slip_lets_in_to_the_end_of_its_last_day() -> None:
    desk = opened()
    old = slip_of(desk)
    until = old.deficiencies[0].slip.until
    # Ten working days from Saturday: two Thursdays, two Fridays and a holiday between.
    assert (until, HOLIDAY in (TODAY, until)) == (TODAY + timedelta(days=15), False)
    desk.clock.at = desk.clock.at.replace(hour=20, minute=29) + (until - TODAY)
    stood = desk.clock.at
    assert desk.do(come_back, token(old)).day == until
    desk = opened()
    old = slip_of(desk)
    desk.clock.at = stood + timedelta(minutes=1)
    refusal = desk.refused(come_back, token(old))
    assert (refusal.code, refusal.facts) == ("token_expired", {"until": until})


@pytest.mark.parametrize("text", ["", "x", "0" * 40, "0" * 4000, "الف ۰۰۱", "\0", OFFICE, NODE])
def test_rubbish_is_no_slip(text: str) -> None:
    desk = opened()
    refusal = desk.refused(come_back, text)
    assert (refusal.code, refusal.facts) == ("token_wrong", {"token": text})


def test_a_guessed_or_shortened_token_is_no_slip() -> None:
    desk = opened()
    old = slip_of(desk)
    whole = token(old)
    for wrong in (whole[:-1], whole + "0", whole[:32], whole[:34] + "000000", old.id + "02abcdef"):
        assert desk.refused(come_back, wrong).code == "token_wrong"
    assert desk.do(come_back, f"  {whole.upper()}\n").continues == old.id


def test_a_ticket_without_a_slip_lets_nobody_in() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    assert desk.refused(come_back, given.id + "01" + "0" * 6).code == "token_wrong"


def test_the_token_of_a_replaced_slip_lets_nobody_in() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "1")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    older = token(desk.do(announce_deficiency, visit.id, missing))
    newer = token(desk.do(announce_deficiency, visit.id, missing, reason="دوباره"))
    desk.do(finish, visit.id)
    assert desk.refused(come_back, older).code == "token_wrong"
    assert desk.do(come_back, newer).continues == visit.id


def test_a_slip_lets_in_only_after_its_visit() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "1")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    told = desk.do(announce_deficiency, visit.id, missing)
    refusal = desk.refused(come_back, token(told))
    assert (refusal.code, refusal.facts) == (
        "visit_open",
        {"label": visit.label, "ticket": visit.id},
    )
    desk.do(finish, visit.id)
    assert desk.do(come_back, token(told)).continues == visit.id


def test_each_of_two_slips_lets_in() -> None:
    desk = opened()
    first, second = slip_of(desk), slip_of(desk)
    assert token(first) != token(second)
    desk.do(come_back, token(first))
    assert desk.do(come_back, token(second)).continues == second.id


def test_who_comes_back_where_the_counter_is_gone_is_called_elsewhere() -> None:
    desk = opened()
    old = slip_of(desk)
    desk.do(close_counter, "1")
    back = desk.do(come_back, token(old))
    assert back.lane == service_lane(service_id(PERMIT))
    assert desk.do(call_next, "2").id == back.id


def test_a_slip_of_a_retired_sub_service_still_lets_in() -> None:
    desk = opened()
    old = slip_of(desk, PLAIN)
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    back = desk.do(come_back, token(old))
    assert (back.code, desk.do(call_next, "1").id) == (PLAIN, back.id)


# without a number


@pytest.mark.parametrize("how", ["walk_in", "telephone"])
def test_who_has_no_number_is_served_at_once(how: Literal["walk_in", "telephone"]) -> None:
    desk = opened()
    visit = desk.do(receive_without_ticket, GUIDANCE, counter="1", how=how)
    said = desk.said()[-1]
    assert isinstance(said, VisitOpened)
    assert said == VisitOpened(
        how=how,
        call=visit.call_ids[0],
        counter="1",
        day=TODAY,
        service=service_id(GUIDANCE),
        service_version=1,
        code=GUIDANCE,
        title="راهنمایی عمومی",
    )
    assert len(said.call) == 32
    assert (visit.state, visit.label, visit.how) == ("serving", "", how)
    assert desk.series == {}, "no number was taken"


def test_a_counter_serves_one_at_a_time() -> None:
    desk = opened()
    desk.do(receive_without_ticket, GUIDANCE, counter="1")
    assert desk.refused(receive_without_ticket, GUIDANCE, counter="1").code == "visit_open"
    assert desk.refused(call_next, "1").code == "visit_open"
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    refusal = desk.refused(receive_without_ticket, GUIDANCE, counter="2")
    assert (refusal.code, refusal.facts["label"]) == ("visit_open", given.label)


def test_nobody_is_received_at_an_unknown_counter() -> None:
    refusal = opened().refused(receive_without_ticket, GUIDANCE, counter="9")
    assert (refusal.code, refusal.facts) == ("counter_unknown", {"counter": "9"})


# the night


def test_a_pc_carries_over_only_its_own_series() -> None:
    desk = opened(Rules(night="keep"))
    mine = desk.do(issue, PERMIT)
    desk.do(give_series, "other", "ب")
    desk.node = "other"
    theirs = desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    desk.do(issue, GUIDANCE)
    assert desk.ticket(mine.id).state == "waiting"
    assert desk.ticket(theirs.id).state == "cleared"
    desk.node = NODE
    desk.do(issue, GUIDANCE)
    assert desk.ticket(mine.id).state == "cleared"
    carried = {t.continues: t.label for t in desk.tickets() if t.continues}
    assert carried == {mine.id: mine.label, theirs.id: theirs.label}


def test_the_night_clears_who_still_waited() -> None:
    desk = opened()
    parked, waited = desk.do(issue, PERMIT), desk.do(issue, PERMIT, priority="elder")
    desk.do(call_chosen, "1", parked.label, "کار کوتاه")
    desk.do(hold, parked.id, 5)
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert desk.ticket(waited.id).state == desk.ticket(parked.id).state == "cleared"
    assert desk.said().count(TicketCleared()) == 2


def test_the_night_is_settled_by_a_call_too() -> None:
    desk = opened()
    old = desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    assert desk.refused(call_next, "1").code == "nobody_waiting"
    today = desk.do(issue, PERMIT)
    assert desk.do(call_next, "1").id == today.id
    assert desk.ticket(old.id).state == "cleared"


def test_the_night_is_settled_before_the_centre_is_asked_for_a_call() -> None:
    desk = opened()
    old = desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    asked = Asked(call="c", counter="1", clerk="")
    assert desk.do(offer, asked, 20) == []
    assert desk.ticket(old.id).state == "cleared"
    today = desk.do(issue, PERMIT)
    assert [entity for entity, _ in desk.do(offer, asked, 20)] == [today.id]


def test_the_night_keeps_places_where_the_office_says_so() -> None:
    desk = opened(Rules(night="keep"))
    old = desk.do(issue, PERMIT, priority="elder")
    desk.clock.move(days=1)
    new = desk.do(issue, PERMIT)
    kept = next(t for t in desk.tickets() if t.continues == old.id)
    assert (kept.day, kept.label, new.label) == (TOMORROW, "الف ۰۰۱", "الف ۰۰۲")
    assert (kept.effective_at, kept.credit, kept.priority) == (old.effective_at, 20, "elder")
    assert TicketCleared(carried_to=kept.id) in desk.said()
    assert desk.do(call_next, "1").id == kept.id


def test_a_kept_place_still_collects_its_answer() -> None:
    desk = opened(Rules(night="keep"))
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    desk.do(issue_for_answer, made.tracking)
    desk.clock.move(days=1)
    kept = desk.do(call_next, "1")
    assert (kept.purpose, kept.request) == ("collect", made.id)


def test_who_keeps_the_place_hears_the_number_on_the_paper_and_nobody_else_bears_it() -> None:
    desk = opened(Rules(night="keep"))
    served, *kept = [desk.do(issue, PERMIT) for _ in range(4)]
    desk.do(call_next, "1")
    desk.do(finish, served.id, "guidance")
    desk.clock.move(days=1)
    called = desk.do(call_next, "1")
    assert (called.label, called.continues) == (kept[0].label, kept[0].id)
    given = [desk.do(issue, PERMIT).label for _ in range(2)]
    assert given == ["الف ۰۰۱", "الف ۰۰۵"]
    for each in kept:
        assert desk.ticket(desk.see(the_labelled, each.label)).continues == each.id


def test_a_kept_number_is_found_by_its_paper_before_anybody_has_settled_the_night() -> None:
    desk = opened(Rules(night="keep"))
    first, second = desk.do(issue, PERMIT), desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    assert desk.see(the_labelled, "الف ۲") == second.id
    called = desk.do(call_chosen, "1", "الف ۲", "کار کوتاه")
    assert (called.continues, called.day) == (second.id, TOMORROW)
    assert desk.do(call_next, "2").continues == first.id


def test_a_number_that_the_night_has_ended_is_not_found_by_its_paper() -> None:
    desk = opened()
    old = desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    assert desk.refused(call_chosen, "1", old.label, "کار کوتاه").code == "label_unknown"
    assert desk.refused(call_chosen, "1", old.id, "کار کوتاه").code == "ticket_ended"


def test_a_call_finds_who_kept_the_place_as_one_of_today() -> None:
    desk = opened(Rules(night="keep"))
    old = desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    called = desk.do(call_next, "1")
    assert (called.continues, called.label, called.day) == (old.id, "الف ۰۰۱", TOMORROW)
    assert desk.ticket(old.id).state == "cleared"


def test_the_night_keeps_no_place_for_what_is_no_longer_offered() -> None:
    desk = opened(Rules(night="keep"))
    desk.do(issue, PLAIN)
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    desk.clock.move(days=1)
    today = desk.do(issue, PERMIT)
    assert desk.do(call_next, "1").id == today.id, "and stops nobody else"


def test_a_place_kept_for_a_counter_that_is_gone_is_one_of_the_sub_service() -> None:
    desk = opened(Rules(night="keep"))
    old = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(hold, old.id, 5)
    desk.do(close_counter, "1")
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert desk.do(call_next, "2").continues == old.id


def test_the_night_leaves_who_is_still_being_served() -> None:
    desk = opened()
    served = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(begin, served.id)
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert desk.ticket(served.id).state == "serving"


def test_a_pc_without_letters_leaves_the_night_to_one_that_has_them() -> None:
    desk = opened(Rules(night="keep"))
    old = desk.do(issue, PERMIT)
    desk.forget("SeriesGiven")
    desk.clock.move(days=1)
    called = desk.do(call_next, "1")
    assert (called.id, called.label) == (old.id, old.label)
    assert isinstance(desk.said()[-1], TicketCalled)


def test_a_returned_place_of_yesterday_is_settled_as_well() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(return_to_queue, given.id)
    desk.clock.move(days=3)
    desk.do(issue, PERMIT)
    assert desk.ticket(given.id).state == "cleared"
