from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.applicant import Applicant
from app.deeds.answer import deliver, prepare_answer
from app.deeds.applicant import applicant, representative
from app.deeds.call import call_next
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
NOTHING = PersonFile(applicant=None)


def known(desk: Desk, service: str = PERMIT) -> PersonFile:
    return desk.see(person_file, "person", WHO.id, service_id(service))


def test_nothing_is_known_of_a_stranger() -> None:
    assert known(opened()) == NOTHING


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


UNNUMBERED_PEOPLE = st.builds(
    lambda name, father: applicant("unnumbered", "", name, father=father),
    st.sampled_from(("نور", "گل", "نور احمد")),
    st.sampled_from(("خان", "جان")),
)


@given(st.lists(st.tuples(UNNUMBERED_PEOPLE, st.booleans()), min_size=1, max_size=6))
def test_no_two_people_without_a_code_ever_see_each_others_papers(
    people: list[tuple[Applicant, bool]],
) -> None:
    desk = opened()
    for who, lacking in people:
        if lacking:
            slip(desk, who)
        else:
            made = desk.do(register, PERMIT, who, representative=SPEAKER)
            assert not made.repeated
        assert desk.see(person_file, "unnumbered", "", service_id(PERMIT)) == NOTHING
        assert known(desk) == NOTHING


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


def visit(desk: Desk, *services: str) -> list[str]:
    """They come, ask for these, and go; gives the tracking numbers."""
    here = desk.do(receive_without_ticket, PLAIN, counter="1")
    made = [
        desk.do(register, service, WHO, ticket=here.id, repeated="دوباره").tracking
        for service in services
    ]
    desk.do(finish, here.id)
    return made


def test_visits_of_this_jalali_year_are_counted_two_of_a_day_too() -> None:
    desk = opened()
    visit(desk, PLAIN, PERMIT)
    assert known(desk).visits == 1
    desk.clock.move(minutes=30)
    (ready,) = visit(desk, PERMIT)
    assert known(desk).visits == 2
    desk.do(prepare_answer, ready, DRAFT)
    here = desk.do(receive_without_ticket, PLAIN, counter="1")
    desk.do(deliver, ready, ticket=here.id)
    assert known(desk).visits == 3
    desk.clock.at += timedelta(days=200)
    assert known(desk).visits == 0


def test_what_was_registered_without_a_visit_counts_once_a_day() -> None:
    desk = opened()
    desk.do(register, PLAIN, WHO)
    desk.do(register, PERMIT, WHO)
    desk.clock.move(days=1)
    desk.do(register, PERMIT, WHO, repeated="دوباره")
    assert known(desk).visits == 2


def test_a_visit_that_ended_with_a_slip_counts_whether_they_came_back_or_not() -> None:
    desk = opened()
    visit(desk, PLAIN)
    token = slip(desk)
    assert known(desk).visits == 2
    desk.do(come_back, token)
    back = desk.do(call_next, "1")
    desk.do(register, PERMIT, WHO, ticket=back.id)
    assert known(desk).visits == 3


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
