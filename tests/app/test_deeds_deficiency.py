from datetime import date, timedelta

import pytest

from app.deeds.call import call_next
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.office import announce_closures, give_series, set_rules
from app.deeds.ticket import come_back, issue
from app.deeds.visit import finish
from app.events.office import Rules
from app.events.ticket import DeficiencyAnnounced, Missing, ReferralArranged
from app.folds import catalogue
from app.folds.ticket import Ticket
from app.sub_service import RequiredDocument, SubService
from tests.app.desk import Desk
from tests.app.opened import (
    FORM,
    ID_CARD,
    PERMIT,
    PLAIN,
    UNNUMBERED,
    opened,
    person,
    service_id,
)

MISSING = (Missing(title=FORM, form="both", where="همین میز خدمت"),)


def called(rules: Rules | None = None, service: str = PERMIT) -> tuple[Desk, Ticket]:
    desk = opened(rules)
    desk.do(issue, service)
    return desk, desk.do(call_next, "1")


def told(desk: Desk, visit: Ticket, reason: str = "") -> DeficiencyAnnounced:
    desk.do(announce_deficiency, visit.id, MISSING, reason=reason)
    said = desk.said()[-1]
    assert isinstance(said, DeficiencyAnnounced)
    return said


def test_a_slip_says_everything_that_is_missing_and_until_when() -> None:
    desk, visit = called()
    found = desk.do(
        announce_deficiency, visit.id, MISSING, applicant=person(), received=[ID_CARD], reason="ب"
    )
    slip = found.deficiencies[0].slip
    entry = desk.state(catalogue.FOLD, service_id(PERMIT))
    assert entry is not None
    assert slip == DeficiencyAnnounced(
        number="14050830-1-001",
        token=slip.token,
        applicant=person(),
        service=service_id(PERMIT),
        code=PERMIT,
        title="صدور مجوز",
        service_version=1,
        sheet=entry.defined_by,
        missing=MISSING,
        received=(ID_CARD,),
        until=date(2026, 12, 6),
        counter="1",
        reason="ب",
        fee=350_000,
        account="۱۲۳",
        legal_basis="ماده ۱۰",
        answerable="خانم رضایی",
        phone="۰۱۱",
    )
    assert slip.token.startswith(visit.id)


def test_who_has_no_code_comes_back_by_the_token_alone() -> None:
    desk, visit = called()
    found = desk.do(announce_deficiency, visit.id, MISSING, applicant=UNNUMBERED)
    slip = found.deficiencies[0].slip
    assert slip.applicant == UNNUMBERED
    desk.do(finish, visit.id)
    back = desk.do(come_back, slip.token)
    assert (back.continues, back.applicant) == (visit.id, "")
    assert desk.refused(come_back, slip.token).code == "token_used"


@pytest.mark.parametrize(("days", "until"), [(1, 1), (3, 4), (4, 7), (10, 15)])
def test_a_slip_holds_for_working_days(days: int, until: int) -> None:
    """Saturday, a holiday on Tuesday, no work on Thursday and Friday."""
    desk, visit = called(Rules(deficiency_days=days))
    assert told(desk, visit).until == date(2026, 11, 21) + timedelta(days=until)


def test_what_is_closed_later_leaves_the_slip() -> None:
    desk, visit = called(Rules(deficiency_days=1))
    until = told(desk, visit).until
    desk.do(announce_closures, {until: "برف"})
    assert desk.ticket(visit.id).deficiencies[0].slip.until == until


def test_slips_of_a_day_are_numbered() -> None:
    desk, visit = called()
    first = told(desk, visit).number
    desk.do(finish, visit.id)
    desk.do(issue, PERMIT)
    second = told(desk, desk.do(call_next, "1")).number
    assert (first, second) == ("14050830-1-001", "14050830-1-002")


def test_new_letters_leave_the_numbers_of_slips_their_place() -> None:
    desk, visit = called()
    told(desk, visit)
    desk.do(give_series, visit_node(desk), "ب")
    assert told(desk, visit, "دوباره").number == "14050830-1-002"


def visit_node(desk: Desk) -> str:
    return desk.see(lambda look: look.node)


def test_a_second_slip_in_one_visit_needs_a_reason() -> None:
    desk, visit = called()
    first = told(desk, visit)
    for reason in ("", "  "):
        refusal = desk.refused(announce_deficiency, visit.id, MISSING, reason=reason)
        assert (refusal.code, refusal.facts) == ("second_slip_reason", {"number": first.number})
    second = told(desk, visit, "مدرک دیگری کم بود")
    assert second.token != first.token
    assert second.number != first.number


def test_no_slip_without_something_missing() -> None:
    desk, visit = called()
    assert desk.refused(announce_deficiency, visit.id, ()).code == "nothing_missing"


def test_no_slip_for_whom_nobody_called() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    assert desk.refused(announce_deficiency, given.id, MISSING).code == "not_called"
    assert desk.refused(announce_deficiency, "nobody", MISSING).code == "ticket_unknown"


def test_no_slip_while_the_clock_is_wrong() -> None:
    desk, visit = called()
    desk.clock.move(minutes=-5)
    assert desk.refused(announce_deficiency, visit.id, MISSING).code == "clock_wrong"


def test_a_slip_for_a_sub_service_that_was_retired_meanwhile() -> None:
    desk, visit = called(service=PLAIN)
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert told(desk, visit).code == PLAIN
    desk.do(retire_sub_service, PERMIT, "به سامانه رفت")
    assert desk.do(missing_documents, PERMIT, [FORM]) == MISSING


def test_what_no_store_can_hold_is_left_out() -> None:
    desk, visit = called()
    found = desk.do(announce_deficiency, visit.id, MISSING, received=["کارت\0 ملی\ud800"])
    assert found.deficiencies[0].slip.received == (ID_CARD,)


def test_a_slip_says_how_many_of_a_paper_are_missing() -> None:
    desk = opened()
    photos = RequiredDocument(title="عکس", count=4)
    desk.do(define_sub_service, SubService(code="52", title="آزمون", documents=(photos,)))
    assert desk.do(missing_documents, "52", ["عکس"]) == (
        Missing(title="عکس", form="copy", count=4),
    )


def test_a_sub_service_without_fees_or_answerable_names_the_office() -> None:
    desk, visit = called(service=PLAIN)
    said = told(desk, visit)
    assert (said.fee, said.account, said.answerable, said.phone) == (0, "", "", "۰۱۱۵۲۲۲")


def test_missing_papers_are_told_in_the_catalogues_words() -> None:
    desk = opened()
    assert desk.do(missing_documents, PERMIT, [FORM, ID_CARD]) == (
        *MISSING,
        Missing(title=ID_CARD, form="original"),
    )
    refusal = desk.refused(missing_documents, PERMIT, [FORM, "سند"])
    assert (refusal.code, refusal.facts) == ("document_unknown", {"document": "سند"})
    refusal = desk.refused(missing_documents, "99", [FORM])
    assert (refusal.code, refusal.facts) == ("service_unknown", {"service": "99"})


def test_an_office_without_working_days_promises_nothing() -> None:
    desk, visit = called()
    desk.forget("HoursSet")
    assert desk.refused(announce_deficiency, visit.id, MISSING).code == "calendar_empty"


def test_a_changed_rule_holds_for_the_next_slip() -> None:
    desk, visit = called()
    first = told(desk, visit)
    desk.do(set_rules, Rules(deficiency_days=1))
    assert told(desk, visit, "دوباره").until < first.until


# to a unit


def test_who_is_sent_to_a_unit_is_sent_to_somebody_for_a_reason() -> None:
    desk, visit = called()
    found = desk.do(
        refer,
        visit.id,
        official="احمدی",
        unit="فنی",
        reason="بازدید",
        place="طبقه ۲",
        subject="مجوز",
        hour="۱۰",
    )
    said = ReferralArranged(
        official="احمدی",
        unit="فنی",
        reason="بازدید",
        counter="1",
        place="طبقه ۲",
        subject="مجوز",
        hour="۱۰",
    )
    assert found.referrals == (said,)
    assert found.state == "called"


@pytest.mark.parametrize("field", ["official", "unit", "reason"])
@pytest.mark.parametrize("text", ["", " ", "\0"])
def test_nobody_is_sent_without_arranging_it(field: str, text: str) -> None:
    desk, visit = called()
    facts = {"official": "احمدی", "unit": "فنی", "reason": "بازدید"} | {field: text}
    refusal = desk.refused(refer, visit.id, **facts)
    assert (refusal.code, refusal.facts) == ("referral_incomplete", {"field": field})


def test_nobody_is_sent_who_was_not_called() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    assert desk.refused(refer, given.id, official="ا", unit="ب", reason="ج").code == "not_called"
