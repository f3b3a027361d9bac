from datetime import timedelta

from app.applicant import Applicant
from app.deeds.answer import prepare_answer
from app.deeds.applicant import applicant, representative
from app.deeds.catalogue import define_sub_service
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.request import register, void, withdraw
from app.deeds.ticket import come_back, receive_without_ticket
from app.deeds.visit import finish
from app.showing.person import PersonFile, person_file
from app.sub_service import RequiredDocument, SubService
from tests.app.desk import Desk
from tests.app.opened import (
    COMPANY,
    FORM,
    ID_CARD,
    PERMIT,
    PLAIN,
    SPEAKER,
    national_code,
    opened,
    person,
    service_id,
)
from tests.app.test_deeds_request import DRAFT

WHO = person()


def known(desk: Desk, service: str = PERMIT) -> PersonFile:
    return desk.see(person_file, "person", WHO.id, service_id(service))


def test_nothing_is_known_of_a_stranger() -> None:
    assert known(opened()) == PersonFile(applicant=None)


def test_the_applicant_is_who_they_were_last_said_to_be() -> None:
    desk = opened()
    desk.do(register, PERMIT, WHO)
    desk.clock.move(days=1)
    moved = applicant("person", WHO.id, "زهرا محمدی", mobile_text="09351234567", father="علی")
    desk.do(register, PLAIN, moved)
    assert known(desk).applicant == moved


def test_a_foreigner_with_the_same_digits_is_somebody_else() -> None:
    desk = opened()
    desk.do(register, PLAIN, applicant("foreigner", WHO.id, "جان"))
    assert known(desk).applicant is None
    assert desk.see(person_file, "foreigner", WHO.id).applicant is not None


def test_representatives_are_named_once_the_newest_first() -> None:
    desk = opened()
    other = representative(national_code(3_333_333), "مینا صادقی")
    for speaker in (SPEAKER, other, SPEAKER, None):
        desk.clock.move(minutes=1)
        desk.do(register, PLAIN, WHO, representative=speaker, repeated="دوباره")
    assert known(desk).representatives == (SPEAKER, other)


def test_open_requests_and_ready_answers_are_told_apart_and_ended_ones_left_out() -> None:
    desk = opened()
    made = []
    for _ in range(4):
        desk.clock.move(minutes=1)
        made.append(desk.do(register, PERMIT, WHO, repeated="دوباره").tracking)
    desk.do(prepare_answer, made[0], DRAFT)
    desk.do(withdraw, made[1], "انصراف")
    shown = known(desk)
    assert [line.tracking for line in shown.ready] == [made[0]]
    assert [line.tracking for line in shown.open] == [made[3], made[2]]
    line = shown.open[0]
    assert (line.name, line.title, line.code, line.state) == (
        WHO.name,
        "صدور مجوز",
        PERMIT,
        "registered",
    )
    assert (line.step, line.unit) == ("بررسی", "دفتر فنی")


def test_a_paper_of_the_same_name_is_on_file_with_the_newest_request_that_holds() -> None:
    desk = opened()
    sheet = SubService(
        code="40",
        title="دیگر",
        documents=(RequiredDocument(title="كارت ملي"), RequiredDocument(title="سند")),
    )
    desk.do(define_sub_service, sheet)
    first = desk.do(register, PERMIT, WHO)
    desk.clock.move(days=1)
    second = desk.do(register, PERMIT, WHO, repeated="دوباره")
    shown = desk.see(person_file, "person", WHO.id, service_id("40"))
    assert shown.on_file == {"كارت ملي": second.tracking}
    desk.do(void, second.tracking, "تکراری")
    assert desk.see(person_file, "person", WHO.id, service_id("40")).on_file == {
        "كارت ملي": first.tracking
    }


def test_only_what_was_handed_in_itself_is_on_file() -> None:
    desk = opened()
    desk.do(register, PERMIT, WHO, documents={ID_CARD: "not_needed", FORM: "on_file"})
    assert known(desk).on_file == {}
    assert known(desk, "99").on_file == {}


def test_visits_are_days_of_this_jalali_year() -> None:
    desk = opened()
    desk.do(register, PLAIN, WHO)
    desk.do(register, PERMIT, WHO)
    desk.clock.move(days=1)
    desk.do(register, PERMIT, WHO, repeated="دوباره")
    assert known(desk).visits == 2
    desk.clock.at += timedelta(days=200)
    assert known(desk).visits == 0


def slip(desk: Desk, who: Applicant | None = WHO) -> str:
    """A visit for the permit that ends with a slip; gives its token."""
    visit = desk.do(receive_without_ticket, PERMIT, counter="1")
    missing = desk.do(missing_documents, PERMIT, [FORM, ID_CARD])
    found = desk.do(announce_deficiency, visit.id, missing, applicant=who)
    desk.do(finish, visit.id)
    desk.clock.move(minutes=1)
    return found.deficiencies[-1].slip.token


def test_the_slip_of_this_applicant_and_sub_service_tells_what_was_missing() -> None:
    desk = opened()
    slip(desk)
    assert known(desk).slip_missing == (FORM, ID_CARD)
    assert known(desk, PLAIN).slip_missing == ()


def test_a_slip_for_somebody_else_or_for_nobody_tells_nothing() -> None:
    desk = opened()
    slip(desk, COMPANY)
    slip(desk, None)
    assert known(desk).slip_missing == ()


def test_a_slip_that_was_redeemed_or_followed_by_the_request_is_settled() -> None:
    desk = opened()
    desk.do(come_back, slip(desk))
    assert known(desk).slip_missing == ()
    slip(desk)
    desk.do(register, PERMIT, WHO)
    assert known(desk).slip_missing == ()
