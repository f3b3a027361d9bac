from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.applicant import Applicant
from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.applicant import applicant
from app.deeds.call import call_chosen, call_next
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.office import (
    announce_closures,
    confirm_clock,
    lift_closure,
    set_hours,
    set_rules,
)
from app.deeds.request import Marks, correct, register, void, withdraw
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.events.office import Rules
from app.events.request import (
    Checked,
    RequestCorrected,
    RequestRegistered,
    RequestVoided,
    RequestWithdrawn,
)
from app.folds import catalogue, request
from app.local import local
from app.showing.service import here_for
from app.sub_service import RequiredDocument, Step, SubService
from app.tracking import check
from app.workdays import promise
from tests.app.desk import Desk
from tests.app.made_up import recorded
from tests.app.opened import (
    COMPANY,
    FORM,
    GUIDANCE,
    HOLIDAY,
    ID_CARD,
    LETTERS,
    PERMIT,
    PHOTO,
    PLAIN,
    PORTAL,
    SPEAKER,
    STAMP,
    STATUTES,
    STEPS,
    TODAY,
    UNNUMBERED,
    WEEK,
    opened,
    person,
    service_id,
)

DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")
FOREIGNER = applicant("foreigner", "12345", "Ahmad")


# registering


def test_a_request_says_everything_that_was_decided() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "2")
    made = desk.do(
        register,
        PERMIT,
        person(),
        representative=SPEAKER,
        documents={ID_CARD: True, FORM: "on_file", PHOTO: False},
        ticket=visit.id,
        remarks="فوری",
    )
    entry = desk.state(catalogue.FOLD, service_id(PERMIT))
    assert entry is not None
    (closures,) = [line.id for line, _ in desk.facts if line.kind == "ClosuresAnnounced"]
    assert desk.said()[-1] == RequestRegistered(
        tracking=made.tracking,
        service=service_id(PERMIT),
        service_version=1,
        sheet=entry.defined_by,
        code=PERMIT,
        title="صدور مجوز",
        mode=2,
        applicant=person(),
        representative=SPEAKER,
        received=datetime(2026, 11, 21, 8, 1),
        promised=datetime(2026, 11, 25, 14, 30),
        calendar=closures,
        opens="07:30",
        closes="14:30",
        answerable="خانم رضایی",
        phone="۰۱۱",
        steps=STEPS,
        documents=(
            Checked(title=ID_CARD, form="original"),
            Checked(title=FORM, form="both", mark="on_file"),
            Checked(title=PHOTO, form="copy", mark="missing"),
        ),
        counter="2",
        ticket=visit.id,
        remarks="فوری",
    )
    assert check(made.tracking) == made.tracking
    assert made.tracking[0] != "0"
    assert (made.state, made.clerk) == ("registered", desk.clerk)


def test_every_request_has_its_own_number() -> None:
    desk = opened()
    made = [desk.do(register, PLAIN, person(n)).tracking for n in range(1, 40)]
    assert len(set(made)) == 39


def test_without_steps_the_office_promises_its_usual_time() -> None:
    desk = opened(Rules(usual_days=3))
    made = desk.do(register, PLAIN, person())
    assert [s.step for s in made.steps] == [
        Step(title="درخواست عمومی", unit="دبیرخانه", duration=3)
    ]
    assert made.promised == datetime(2026, 11, 25, 14, 30)


def test_what_is_given_at_once_is_promised_for_today() -> None:
    made = opened().do(register, STAMP, person())
    assert (made.mode, made.steps, made.promised) == (3, (), datetime(2026, 11, 21, 14, 30))


def test_of_mere_guidance_no_request_is_made() -> None:
    refusal = opened().refused(register, GUIDANCE, person())
    assert (refusal.code, refusal.facts) == (
        "service_guidance_only",
        {"service": "راهنمایی عمومی"},
    )


@pytest.mark.parametrize(
    ("service", "code"),
    [("99", "service_unknown"), (PORTAL, "service_electronic_only"), (LETTERS, "service_g2g")],
)
def test_what_the_desk_does_not_serve_is_not_registered(service: str, code: str) -> None:
    assert opened().refused(register, service, person()).code == code


def test_a_retired_sub_service_is_not_registered_and_what_was_taken_goes_on() -> None:
    desk = opened()
    made = desk.do(register, PLAIN, person())
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.refused(register, PLAIN, person(2)).code == "service_retired"
    desk.do(prepare_answer, made.tracking, DRAFT)
    assert desk.do(deliver, made.tracking).state == "delivered"


def test_who_took_a_number_before_it_was_retired_is_still_registered() -> None:
    desk = opened()
    early = desk.do(issue, PLAIN)
    other = desk.do(issue, PERMIT)
    assert desk.see(here_for, PLAIN) == 1
    desk.do(call_chosen, "1", early.label, "آماده است")
    assert desk.see(here_for, PLAIN) == 1, "at a counter"
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.do(register, PLAIN, person(), ticket=early.id).ticket == early.id
    desk.do(finish, early.id)
    assert desk.see(here_for, PLAIN) == 0
    desk.do(call_next, "1")
    refusal = desk.refused(register, PLAIN, person(2), ticket=other.id)
    assert refusal.code == "service_retired", "who came for something else"


def test_where_it_was_registered_must_be_a_counter_and_a_visit() -> None:
    desk = opened()
    assert desk.refused(register, PLAIN, person(), counter="9").code == "counter_unknown"
    given = desk.do(issue, PLAIN)
    assert desk.refused(register, PLAIN, person(), ticket=given.id).code == "not_called"
    assert desk.refused(register, PLAIN, person(), ticket="nobody").code == "ticket_unknown"
    foreign = desk.refused(register, PLAIN, person(), ticket=service_id(PLAIN))
    assert foreign.code == "ticket_unknown"
    assert desk.do(register, PLAIN, person(), counter="2").counter == "2"


# the promise


@given(
    steps=st.lists(
        st.tuples(
            st.floats(0, 30), st.sampled_from(["working_day", "working_hour", "calendar_day"])
        ),
        min_size=1,
        max_size=4,
    ),
    minutes=st.integers(0, 20_000),
)
def test_a_promise_is_what_the_working_calendar_says(
    steps: list[tuple[float, str]], minutes: int
) -> None:
    desk = opened()
    rows = [Step(title="م", unit="و", duration=n, unit_of_time=u) for n, u in steps]  # type: ignore[arg-type]
    desk.do(define_sub_service, SubService(code="50", title="آزمون", steps=tuple(rows)))
    desk.clock.move(minutes=minutes)
    made = desk.do(register, "50", person())
    calendar = desk.see(lambda look: look.office.calendar)
    asked = [(row.duration, row.unit_of_time) for row in rows]
    assert made.promised == promise(local(desk.clock.at), asked, calendar)
    assert made.promised >= made.received or made.promised.date() == made.received.date()


def test_a_promise_stands_whatever_changes_afterwards() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    entry = desk.state(catalogue.FOLD, service_id(PERMIT))
    assert entry is not None
    desk.do(define_sub_service, SubService(code=PERMIT, title="دیگر", steps=STEPS * 9))
    desk.do(announce_closures, {made.promised.date(): "برف", TODAY + timedelta(days=1): "برف"})
    desk.do(lift_closure, HOLIDAY)
    desk.do(set_hours, TODAY, {0: (time(10), time(11))})
    desk.do(set_rules, Rules(usual_days=99))
    desk.do(correct, made.tracking, "نام", applicant=person(2))
    after = desk.request(made.id)
    assert (after.promised, after.steps, after.title) == (made.promised, made.steps, "صدور مجوز")
    other = desk.do(register, PERMIT, person(3))
    assert (other.service_version, other.title) == (2, "دیگر")
    assert other.promised > made.promised


def test_received_in_the_night_or_on_a_closed_day_counts_from_the_next() -> None:
    desk = opened()
    desk.clock.at = desk.clock.at.replace(day=27, hour=6)
    made = desk.do(register, PERMIT, person())
    assert made.received == datetime(2026, 11, 27, 10, 1)
    assert made.promised == datetime(2026, 11, 30, 14, 30)


def test_an_office_without_working_days_registers_nothing() -> None:
    desk = opened()
    desk.forget("HoursSet")
    assert desk.refused(register, PERMIT, person()).code == "calendar_empty"


# papers


def settled(who: Applicant, marks: Marks | None) -> list[tuple[str, str]]:
    made = opened().do(register, PERMIT, who, documents=marks)
    return [(paper.title, paper.mark) for paper in made.documents]


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        (person(), [ID_CARD, FORM, PHOTO]),
        (COMPANY, [STATUTES, FORM, PHOTO]),
        (FOREIGNER, [FORM, PHOTO]),
    ],
)
def test_each_kind_of_applicant_is_asked_for_its_papers(who: Applicant, asked: list[str]) -> None:
    marks = ["not_needed" if title == PHOTO else "received" for title in asked]
    assert settled(who, None) == list(zip(asked, marks, strict=True))


@pytest.mark.parametrize("mark", ["received", "not_needed", "on_file", True])
def test_a_paper_may_be_there_on_file_or_not_needed(mark: bool | str) -> None:  # noqa: FBT001
    marks: Marks = {ID_CARD: mark, FORM: mark}
    expected = mark if isinstance(mark, str) else "received"
    assert settled(person(), marks) == [
        (ID_CARD, expected),
        (FORM, expected),
        (PHOTO, "not_needed"),
    ]
    assert settled(person(), {**marks, PHOTO: False})[-1] == (PHOTO, "missing")


@pytest.mark.parametrize("marks", [{}, {ID_CARD: False}, {FORM: "missing", ID_CARD: "missing"}])
def test_without_an_obligatory_paper_nothing_is_registered(marks: Marks) -> None:
    desk = opened()
    refusal = desk.refused(register, PERMIT, person(), documents=marks)
    assert (refusal.code, refusal.facts) == (
        "documents_missing",
        {"n": 2, "documents": [ID_CARD, FORM]},
    )


def test_a_refused_request_uses_up_no_number() -> None:
    desk = opened()
    before = desk.random.getstate()
    desk.refused(register, PERMIT, person(), documents={})
    desk.do(register, PERMIT, person())
    desk.refused(register, PERMIT, person())
    assert before != desk.random.getstate()
    one = desk.random.getstate()
    desk.refused(register, PERMIT, person(2), documents={ID_CARD: True})
    assert desk.random.getstate() == one


def test_an_unknown_paper_or_mark_is_refused() -> None:
    desk = opened()
    refusal = desk.refused(register, PERMIT, person(), documents={"سند": True})
    assert (refusal.code, refusal.facts) == ("document_unknown", {"document": "سند"})
    refusal = desk.refused(register, PERMIT, person(), documents={ID_CARD: "perhaps"})
    assert (refusal.code, refusal.facts) == (
        "document_mark_wrong",
        {"document": ID_CARD, "mark": "perhaps"},
    )


def test_a_paper_of_another_kind_of_applicant_may_be_mentioned() -> None:
    assert settled(person(), {ID_CARD: True, FORM: True, STATUTES: False})[0] == (
        ID_CARD,
        "received",
    )


def test_a_sub_service_without_papers_asks_for_none() -> None:
    desk = opened()
    assert desk.do(register, PLAIN, person(), documents={}).documents == ()
    assert desk.refused(register, PLAIN, person(2), documents={FORM: True}).code == (
        "document_unknown"
    )


# once


def test_the_same_applicant_does_not_ask_the_same_twice() -> None:
    desk = opened()
    first = desk.do(register, PERMIT, person())
    desk.clock.move(days=2)
    refusal = desk.refused(register, PERMIT, person(name="زهرا  محمدي"))
    assert (refusal.code, refusal.facts) == (
        "duplicate_request",
        {"date": TODAY, "tracking": first.tracking},
    )
    assert desk.refused(register, PERMIT, person(), repeated="  ").code == "duplicate_request"


def test_why_it_is_asked_again_is_asked_when_all_else_is_right() -> None:
    desk = opened()
    desk.do(register, PERMIT, person())
    lacking = desk.refused(register, PERMIT, person(), documents={ID_CARD: False})
    assert lacking.code == "documents_missing"


def test_with_a_reason_the_same_is_asked_again() -> None:
    desk = opened()
    desk.do(register, PERMIT, person())
    again = desk.do(register, PERMIT, person(), repeated="ملک دیگر")
    assert again.repeated == "ملک دیگر"


def test_another_applicant_or_another_sub_service_is_no_duplicate() -> None:
    desk = opened()
    desk.do(register, PERMIT, person())
    desk.do(register, PERMIT, person(2))
    assert desk.do(register, PLAIN, person()).state == "registered"


def test_who_has_no_code_never_asks_for_the_same_twice() -> None:
    desk = opened()
    first = desk.do(register, PERMIT, UNNUMBERED)
    second = desk.do(register, PERMIT, UNNUMBERED)
    assert (first.applicant, second.applicant.id) == (UNNUMBERED, "")
    assert first.tracking != second.tracking


def test_papers_of_those_who_have_a_code_are_not_asked_of_who_has_none() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, UNNUMBERED)
    assert [paper.title for paper in made.documents] == [FORM, PHOTO]


@pytest.mark.parametrize("ends", ["delivered", "withdrawn", "voided"])
def test_what_is_over_is_asked_anew_without_a_reason(ends: str) -> None:
    desk = opened()
    first = desk.do(register, PERMIT, person()).tracking
    if ends == "delivered":
        desk.do(prepare_answer, first, DRAFT)
        desk.do(deliver, first)
    else:
        desk.do(withdraw if ends == "withdrawn" else void, first, "دلیل")
    assert desk.do(register, PERMIT, person()).tracking != first


def test_the_retired_namesake_is_another_sub_service() -> None:
    """Two entries may have one title (R78); they are told apart by their codes."""
    desk = opened()
    desk.do(define_sub_service, SubService(code="51", title="صدور مجوز"))
    desk.do(register, PERMIT, person())
    assert desk.do(register, "51", person()).service == service_id("51")


# the clock


def test_nothing_is_registered_before_the_last_event() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    last = desk.clock.at
    desk.clock.move(minutes=-5)
    refusal = desk.refused(register, PERMIT, person())
    assert (refusal.code, refusal.facts) == ("clock_wrong", {"now": desk.clock.at, "last": last})


def test_a_call_does_not_heal_the_clock() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.clock.move(minutes=-10)
    called = desk.do(call_next, "1")
    assert desk.refused(register, PERMIT, person(), ticket=called.id).code == "clock_wrong"
    desk.clock.move(minutes=10)
    assert desk.do(register, PERMIT, person(), ticket=called.id).state == "registered"


def test_the_clock_of_the_journal_stands_still_and_a_ticket_does_not_lift_the_rule() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    last = desk.clock.at
    desk.clock.move(minutes=-10)
    for _ in range(2):
        desk.do(issue, PERMIT)
        assert desk.facts[-1][0].moment == last, "not a microsecond further"
        refusal = desk.refused(register, PERMIT, person())
        assert (refusal.code, refusal.facts) == (
            "clock_wrong",
            {"now": desk.clock.at, "last": last},
        )


@pytest.mark.parametrize(("seconds", "wrong"), [(-60, False), (-61, True)])
def test_a_step_back_of_a_minute_is_not_asked_about(seconds: int, wrong: bool) -> None:  # noqa: FBT001
    desk = opened()
    desk.do(issue, PERMIT)
    last = desk.clock.at
    desk.clock.move(seconds=seconds)
    if wrong:
        assert desk.refused(register, PERMIT, person()).code == "clock_wrong"
    else:
        assert desk.do(register, PERMIT, person()).received == local(last)


def test_who_is_responsible_may_say_that_the_clock_is_right_now() -> None:
    desk = opened()
    desk.clock.move(days=30)
    desk.do(issue, PERMIT)
    desk.clock.move(days=-30)
    assert desk.refused(register, PERMIT, person()).code == "clock_wrong"
    assert desk.refused(confirm_clock, "").code == "reason_empty"
    desk.do(confirm_clock, "باتری عوض شد")
    assert desk.do(register, PERMIT, person()).received.date() == TODAY
    desk.clock.move(minutes=-5)
    assert desk.refused(register, PERMIT, person(2)).code == "clock_wrong"


# mended and taken back


def test_what_was_written_wrongly_is_said_anew() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    mended = desk.do(correct, made.tracking, "کد ملی", applicant=person(2), remarks="\0توضیح")
    assert desk.said()[-1] == RequestCorrected(reason="کد ملی", id=person(2).id, remarks="توضیح")
    assert (mended.applicant, mended.tracking, mended.promised) == (
        person(2),
        made.tracking,
        made.promised,
    )
    assert desk.do(correct, made.tracking, "وکیل", representative=SPEAKER).corrected == (
        "کد ملی",
        "وکیل",
    )
    assert desk.do(correct, made.tracking, "پاک شد", remarks="").remarks == ""


def test_a_code_is_found_later_or_turns_out_to_be_nobodys() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, UNNUMBERED)
    coded = applicant("person", person().id, UNNUMBERED.name, father=UNNUMBERED.father)
    after = desk.do(correct, made.tracking, "شناسنامه گرفت", applicant=coded)
    assert after.applicant == coded
    assert desk.said()[-1] == RequestCorrected(
        reason="شناسنامه گرفت", kind="person", id=person().id
    )
    assert desk.refused(register, PERMIT, person()).code == "duplicate_request"
    back = desk.do(correct, made.tracking, "کد از دیگری بود", applicant=UNNUMBERED)
    assert back.applicant == UNNUMBERED
    assert desk.do(register, PERMIT, person()).state == "registered"


def test_two_corrections_of_different_parts_both_stand() -> None:
    """They may come from two PCs that did not know of each other."""
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(correct, made.tracking, "نام", applicant=replace(made.applicant, name="زهره"))
    first = desk.said()[-1]
    mobile = replace(made.applicant, mobile="09120000000")
    assert first == RequestCorrected(reason="نام", name="زهره")
    after = request.FOLD(
        [
            *desk.history(made.id),
            recorded(RequestCorrected(reason="تلفن", mobile=mobile.mobile), 999, made.id),
        ]
    )
    assert after is not None
    assert after.applicant == replace(mobile, name="زهره")
    assert after.corrected == ("نام", "تلفن")


def test_an_applicant_said_anew_without_a_difference_is_nothing() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    refusal = desk.refused(correct, made.tracking, "نام", applicant=person())
    assert refusal.code == "nothing_to_correct"


def test_nothing_is_mended_without_a_reason_or_a_change() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert desk.refused(correct, made.tracking, "دلیل").code == "nothing_to_correct"
    assert desk.refused(correct, made.tracking, " ", remarks="x").code == "reason_empty"
    assert desk.refused(correct, "1", "دلیل", remarks="x").code == "tracking_wrong"


@pytest.mark.parametrize("ends", [withdraw, void])
def test_what_was_taken_back_or_declared_void_is_not_mended(ends: object) -> None:
    assert callable(ends)
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(ends, made.tracking, "دوباره‌کاری")
    wrong = desk.refused(correct, made.tracking, "نام", applicant=person(2))
    assert wrong.code == "request_ended"


def test_what_was_given_may_still_be_mended() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    desk.do(deliver, made.tracking)
    mended = desk.do(correct, made.tracking, "نام", applicant=person(name="زهره محمدی"))
    assert (mended.applicant.name, mended.state) == ("زهره محمدی", "delivered")


@pytest.mark.parametrize(("deed", "said"), [(withdraw, RequestWithdrawn), (void, RequestVoided)])
def test_a_request_is_taken_back_once_and_for_a_reason(deed: object, said: type) -> None:
    assert callable(deed)
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert desk.refused(deed, made.tracking, "\t").code == "reason_empty"
    ended = desk.do(deed, made.tracking, "پشیمان شد")
    assert desk.said()[-1] == said(reason="پشیمان شد")
    refusal = desk.refused(deed, made.tracking, "باز")
    assert (refusal.code, refusal.facts) == (
        "request_ended",
        {"tracking": made.tracking, "state": ended.state},
    )
    assert desk.refused(deliver, made.tracking).code == "request_ended"
    assert desk.refused(prepare_answer, made.tracking, DRAFT).code == "request_ended"


@pytest.mark.parametrize("deed", [withdraw, void])
def test_what_was_given_is_not_taken_back(deed: object) -> None:
    assert callable(deed)
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    desk.do(deliver, made.tracking)
    refusal = desk.refused(deed, made.tracking, "دلیل")
    assert (refusal.code, refusal.facts) == (
        "already_delivered",
        {"datetime": desk.clock.at, "name": "زهرا محمدی"},
    )


def test_of_a_doubled_number_the_newer_is_meant() -> None:
    desk = opened()
    older = desk.do(register, PERMIT, person())
    desk.clock.move(minutes=1)
    newer = desk.do(register, PLAIN, person(2))
    line, event = desk.facts.pop()
    assert isinstance(event, RequestRegistered)
    desk._take_back(len(desk.facts))
    desk.add(
        replace(line, body=line.body.replace(newer.tracking.encode(), older.tracking.encode()))
    )
    assert desk.do(withdraw, older.tracking, "دلیل").id == newer.id
    assert desk.request(older.id).state == "registered"


def test_several_requests_are_registered_in_one_visit() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "1")
    for service in (PERMIT, PLAIN, STAMP):
        desk.do(register, service, person(), ticket=visit.id)
    assert len(desk.see(lambda look: look.requests_of_visit(visit.id))) == 3
    assert desk.do(finish, visit.id).outcome == "request"


def desk_with(*documents: RequiredDocument) -> Desk:
    desk = opened()
    desk.do(define_sub_service, SubService(code="52", title="آزمون", documents=documents))
    return desk


def test_a_paper_for_several_kinds_is_asked_of_each_of_them() -> None:
    paper = RequiredDocument(title="سند", kinds=("legal", "foreigner"))
    desk = desk_with(paper)
    assert desk.do(register, "52", person(), documents={}).documents == ()
    for who in (COMPANY, FOREIGNER):
        assert desk.refused(register, "52", who, documents={}).code == "documents_missing"


def test_the_week_of_the_office_is_what_it_was_told() -> None:
    calendar = opened().see(lambda look: look.office.calendar)
    assert calendar.hours_of(TODAY) == WEEK[5]
    assert calendar.hours_of(HOLIDAY) is None
