from datetime import date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.call import begin, call_next
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.office import (
    close_counter,
    describe_office,
    dismiss_clerk,
    set_hours,
    set_rules,
)
from app.deeds.paper import next_copy, print_paper
from app.deeds.request import Marks, correct, register, void, withdraw
from app.deeds.step import hand_over, take_back
from app.deeds.ticket import issue, issue_for_answer
from app.deeds.visit import finish
from app.events.office import EmblemChosen, OfficeDescribed, Rules
from app.events.paper import PaperPrinted
from app.filling.answer import answer_paper
from app.filling.board import board_paper
from app.filling.deficiency import deficiency_paper
from app.filling.log import log_paper
from app.filling.paper import fill
from app.filling.receipt import receipt_paper
from app.filling.sheet import (
    information_paper,
    request_steps_paper,
    steps_paper,
    survey_paper,
)
from app.filling.ticket import ticket_paper
from app.filling.transit import cover_paper, handover_paper
from app.folds import office, request, ticket
from app.letters import scanned
from app.papers import (
    AnswerPaper,
    BoardPaper,
    DeficiencyPaper,
    Letterhead,
    OfficeHours,
    PaperDocument,
    ReceiptPaper,
    StepRow,
    TicketPaper,
)
from app.refusal import Refusal
from app.seal import seal
from app.showing.service import service_sheet
from app.sub_service import SubService
from app.waits.habits import ENOUGH
from tests.app.desk import OFFICE, Desk
from tests.app.opened import (
    CATALOGUE,
    FORM,
    ID_CARD,
    PERMIT,
    PHOTO,
    PLAIN,
    PORTAL,
    SPEAKER,
    TODAY,
    opened,
    person,
)

HEAD = Letterhead(agency="وزارت کشور", office="فرمانداری چالوس", phone="۰۱۱۵۲۲۲")
NOW = datetime(2026, 11, 21, 8, 1)
DRAFT = Draft(
    grounds="ماده",
    content="متن",
    objection="ده روز",
    remarks="ملاحظه",
    issuer_name="ا",
    issuer_post="ب",
    letter="۱۲",
)


def refused(desk: Desk, filling: object, *args: object) -> str:
    assert callable(filling)
    with pytest.raises(Refusal) as refusal:
        desk.see(filling, *args)
    return refusal.value.code


# the number


def test_a_number_says_which_counters_how_many_before_and_which_papers() -> None:
    desk = opened()
    desk.do(issue, PERMIT, priority="elder")
    given = desk.do(issue, PERMIT)
    assert desk.see(ticket_paper, given.id) == TicketPaper(
        letterhead=HEAD,
        at=NOW,
        label="الف ۰۰۲",
        sub_service="صدور مجوز",
        payload=f"الف ۰۰۲ · 0115222 · BJ:T:{given.id}",
        counters=("1", "2"),
        ahead=1,
        documents=(
            PaperDocument(title=ID_CARD, form="original"),
            PaperDocument(title=FORM, form="both", where="همین میز خدمت"),
        ),
        tolerance=3,
    )
    desk.do(close_counter, "1")
    assert desk.see(ticket_paper, given.id).counters == ("2",)
    assert refused(desk, ticket_paper, "nobody") == "ticket_unknown"


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://nobat.chalus.example/", "https://nobat.chalus.example/t/"),
        (" nobat.chalus.example ", "https://nobat.chalus.example/t/"),
        ("http://10.0.0.5:8080", "http://10.0.0.5:8080/t/"),
    ],
)
def test_the_symbol_opens_the_public_address_and_a_counter_still_reads_it(
    address: str, opens: str
) -> None:
    desk = opened()
    desk.do(set_rules, Rules(tickets_at=address))
    given = desk.do(issue, PERMIT)
    said = desk.see(ticket_paper, given.id).payload
    assert said == f"{opens}{given.id}"
    assert scanned(said) == f"BJ:T:{given.id}"


def test_without_an_address_the_symbol_says_the_number_and_whom_to_ask() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    said = desk.see(ticket_paper, given.id).payload
    assert said.startswith("الف ۰۰۱ · 0115222 · ")
    assert scanned(said) == scanned("## 001 0115222 BJ:T:" + given.id) == f"BJ:T:{given.id}"


def test_who_collects_an_answer_has_it_on_the_number() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    given = desk.do(issue_for_answer, made.tracking)
    assert desk.see(ticket_paper, given.id).collecting


# the deficiency slip


def test_a_slip_has_all_that_is_needed_to_come_back() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "2")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    told = desk.do(
        announce_deficiency, visit.id, missing, applicant=person(), received=[ID_CARD], reason="ر"
    )
    slip = told.deficiencies[0].slip
    assert desk.see(deficiency_paper, visit.id) == DeficiencyPaper(
        letterhead=HEAD,
        at=NOW,
        counter="2",
        clerk="علوی",
        number=slip.number,
        name="زهرا محمدی",
        kind="person",
        id=person().id,
        sub_service="صدور مجوز",
        missing=(PaperDocument(title=FORM, form="both", where="همین میز خدمت"),),
        received=(ID_CARD,),
        fee=350_000,
        account="۱۲۳",
        legal_basis="ماده ۱۰",
        version=1,
        until=slip.until,
        token=f"BJ:D:{slip.token}",
        answerable="خانم رضایی",
        phone="۰۱۱",
        reason="ر",
    )


def test_a_slip_without_a_law_names_the_sheet_and_the_newest_is_printed() -> None:
    desk = opened()
    desk.do(issue, PLAIN)
    visit = desk.do(call_next, "1")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    desk.do(announce_deficiency, visit.id, missing)
    newest = desk.do(announce_deficiency, visit.id, missing, reason="دوباره").deficiencies[1].slip
    paper = desk.see(deficiency_paper, visit.id)
    assert paper.number == newest.number
    assert (paper.legal_basis, paper.version) == ("", 1)
    assert (paper.name, paper.id, paper.fee, paper.phone) == ("", "", 0, "۰۱۱۵۲۲۲")


def test_without_a_slip_there_is_no_paper() -> None:
    desk = opened()
    assert refused(desk, deficiency_paper, desk.do(issue, PERMIT).id) == "no_deficiency"
    assert refused(desk, deficiency_paper, "nobody") == "ticket_unknown"


# the receipt, Table 3


def test_a_receipt_says_what_was_received_and_when_the_answer_comes() -> None:
    desk = opened()
    marks: Marks = {ID_CARD: True, FORM: "on_file", PHOTO: False}
    made = desk.do(register, PERMIT, person(), representative=SPEAKER, documents=marks, counter="2")
    desk.clock.move(hours=1)
    filled = desk.see(receipt_paper, made.tracking)
    said = seal(filled.payload)
    assert said is not None
    assert (said.tracking, said.received, said.promised) == (
        made.tracking,
        NOW,
        datetime(2026, 11, 25, 14, 30),
    )
    assert filled == ReceiptPaper(
        letterhead=HEAD,
        at=datetime(2026, 11, 21, 9, 1),
        counter="2",
        clerk="علوی",
        tracking=made.tracking,
        sub_service="صدور مجوز",
        name="زهرا محمدی",
        id=person().id,
        received=NOW,
        promised=datetime(2026, 11, 25, 14, 30),
        opens="07:30",
        closes="14:30",
        representative="رضا کریمی",
        documents=(ID_CARD, FORM),
        answerable="خانم رضایی",
        answerable_phone="۰۱۱",
        payload=filled.payload,
    )


def test_the_date_of_the_answer_stays_blank_until_it_is_given() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    assert desk.see(receipt_paper, made.tracking).delivered is None
    desk.clock.move(days=1)
    desk.do(deliver, made.tracking)
    assert desk.see(receipt_paper, made.tracking).delivered == datetime(2026, 11, 22, 8, 1)


def test_a_receipt_is_printed_as_it_stands_corrected_by_whoever_registered_it() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(correct, made.tracking, "نام", applicant=person(2, "زهره محمدی"))
    desk.do(dismiss_clerk, "11")
    paper = desk.see(receipt_paper, made.tracking)
    assert (paper.name, paper.id, paper.clerk) == ("زهره محمدی", person(2).id, "علوی")
    assert paper.promised == made.promised


@pytest.mark.parametrize(("deed", "ended"), [(withdraw, "withdrawn"), (void, "voided")])
def test_a_receipt_of_what_is_over_says_so(deed: object, ended: str) -> None:
    assert callable(deed)
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert desk.see(receipt_paper, made.tracking).ended == ""
    desk.do(deed, made.tracking, "دلیل")
    paper = desk.see(receipt_paper, made.tracking)
    assert (paper.ended, paper.ended_reason) == (ended, "دلیل")


def test_a_receipt_says_the_hours_that_were_promised() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    before = desk.see(receipt_paper, made.tracking)
    assert (before.opens, before.closes, before.corrected) == ("07:30", "14:30", False)
    desk.do(set_hours, date(2026, 11, 21), {day: (time(9), time(10)) for day in range(7)})
    after = desk.see(receipt_paper, made.tracking)
    assert (after.opens, after.closes) == (before.opens, before.closes)
    desk.do(correct, made.tracking, "نام", applicant=person(2))
    assert desk.see(receipt_paper, made.tracking).corrected


def test_a_receipt_outlives_its_sub_service() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(define_sub_service, SubService(code=PERMIT, title="دیگر"))
    desk.do(retire_sub_service, PERMIT, "به سامانه رفت")
    paper = desk.see(receipt_paper, made.tracking)
    assert (paper.sub_service, paper.answerable_phone) == ("صدور مجوز", "۰۱۱")
    assert refused(desk, receipt_paper, "1") == "tracking_wrong"


# the answer, Table 4


def test_an_answer_is_printed_as_it_was_prepared() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert refused(desk, answer_paper, made.tracking) == "answer_not_prepared"
    desk.do(prepare_answer, made.tracking, DRAFT)
    desk.clock.move(days=2)
    expected = AnswerPaper(
        letterhead=HEAD,
        at=datetime(2026, 11, 23, 8, 1),
        number=f"{made.tracking}/1",
        issued=TODAY,
        id=person().id,
        name="زهرا محمدی",
        grounds="ماده",
        content="متن",
        objection="ده روز",
        remarks="ملاحظه",
        issuer_name="ا",
        issuer_post="ب",
        letter_number="۱۲",
        tracking=made.tracking,
        office_copy=True,
    )
    assert desk.see(answer_paper, made.tracking, office_copy=True) == expected
    desk.do(prepare_answer, made.tracking, DRAFT)
    assert desk.see(answer_paper, made.tracking).number == f"{made.tracking}/2"
    desk.do(prepare_answer, made.tracking, replace(DRAFT, attachment=" ۲ برگ نقشه\n"))
    assert desk.see(answer_paper, made.tracking).attachment == "۲ برگ نقشه"


# Table 1, the information sheet, the survey


def test_the_steps_of_a_request_have_their_times() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    desk.do(hand_over, made.tracking)
    desk.clock.move(hours=2)
    desk.do(take_back, made.tracking)
    paper = desk.see(request_steps_paper, made.tracking)
    assert (paper.tracking, paper.sub_service) == (made.tracking, "صدور مجوز")
    assert paper.steps == (
        StepRow(
            title="بررسی",
            unit="دفتر فنی",
            post="کارشناس",
            duration=2,
            unit_of_time="working_day",
            handed_over=NOW,
            done=datetime(2026, 11, 21, 10, 1),
        ),
        StepRow(title="امضا", unit="فرمانداری", post="", duration=1, unit_of_time="working_day"),
    )


def test_the_steps_of_a_sub_service_have_none() -> None:
    desk = opened()
    paper = desk.see(steps_paper, PERMIT)
    assert [(row.title, row.handed_over) for row in paper.steps] == [
        ("بررسی", None),
        ("امضا", None),
    ]
    assert paper.tracking == ""
    assert refused(desk, steps_paper, "99") == "service_unknown"


def test_the_information_sheet_is_the_catalogues_newest() -> None:
    desk = opened()
    paper = desk.see(information_paper, PERMIT)
    assert (paper.sub_service, paper.version, paper.edited) == (CATALOGUE[1], 1, TODAY)
    desk.clock.move(days=1)
    desk.do(define_sub_service, SubService(code=PERMIT, title="دیگر"))
    paper = desk.see(information_paper, PERMIT)
    assert (paper.version, paper.edited) == (2, date(2026, 11, 22))
    assert refused(desk, information_paper, "99") == "service_unknown"


USUAL = OfficeHours(days=(5, 6, 0, 1, 2), opens=time(7, 30), closes=time(14, 30))


def test_the_information_sheet_has_the_hours_of_the_week_on_every_day_of_it() -> None:
    desk = opened()
    for _ in range(7):
        assert desk.see(information_paper, PERMIT).hours == (USUAL,)
        desk.clock.move(days=1)


def test_days_with_other_hours_or_with_a_closed_day_between_stand_apart() -> None:
    desk = opened()
    early, late = (time(8), time(14)), (time(8), time(12))
    desk.do(set_hours, date(2026, 12, 1), {5: early, 6: early, 1: early, 3: late})
    assert desk.see(information_paper, PERMIT).hours == (USUAL,)
    desk.clock.move(days=10)
    assert desk.see(information_paper, PERMIT).hours == (
        OfficeHours(days=(5, 6), opens=time(8), closes=time(14)),
        OfficeHours(days=(1,), opens=time(8), closes=time(14)),
        OfficeHours(days=(3,), opens=time(8), closes=time(12)),
    )


def test_an_office_without_hours_names_none() -> None:
    desk = opened()
    desk.forget("HoursSet")
    assert desk.see(information_paper, PERMIT).hours == ()


def test_a_survey_is_blank_and_may_name_the_sub_service() -> None:
    desk = opened()
    assert desk.see(survey_paper).sub_service == ""
    assert desk.see(survey_paper, PERMIT).sub_service == "صدور مجوز"
    assert refused(desk, survey_paper, "99") == "service_unknown"


def test_the_questionnaire_thanks_in_the_name_of_the_head_of_the_office() -> None:
    desk = opened(Rules(head_of_agency="حسن یوسفی، استاندار"))
    assert desk.see(survey_paper).head_of_agency == "حسن یوسفی، استاندار"


def served(desk: Desk, count: int) -> None:
    """So many clients one after another, each for eight minutes."""
    for _ in range(count):
        desk.do(issue, PERMIT)
        called = desk.do(call_next, "1")
        desk.do(begin, called.id)
        desk.clock.move(minutes=8)
        desk.do(finish, called.id, "guidance")


def test_a_number_says_how_long_it_may_take_once_that_was_measured() -> None:
    desk = opened()
    served(desk, ENOUGH - 1)
    first = desk.do(issue, PERMIT)
    assert desk.see(ticket_paper, first.id).wait is None
    desk.clock.move(minutes=1)
    served(desk, 1)
    for _ in range(4):
        desk.clock.move(minutes=1)
        newest = desk.do(issue, PERMIT)
    paper = desk.see(ticket_paper, newest.id)
    assert (paper.ahead, paper.wait) == (4, (20, 40))
    assert desk.see(service_sheet, PERMIT).wait == (30, 50)
    desk.clock.move(hours=2)
    assert desk.see(ticket_paper, newest.id).wait is None  # nobody works there any more


def test_a_hand_over_list_has_what_was_really_given_on_its_day() -> None:
    desk = opened()
    given, taken, kept = (desk.do(register, PERMIT, person(n)).tracking for n in (11, 12, 13))
    assert refused(desk, handover_paper, TODAY) == "nothing_handed_over"
    desk.do(hand_over, given, letter="۱۴۰۵/۱۲")
    desk.do(take_back, taken)
    paper = desk.see(handover_paper, TODAY)
    assert [(row.tracking, row.unit, row.letter) for row in paper.rows] == [
        (given, "دفتر فنی", "۱۴۰۵/۱۲")
    ]
    desk.clock.move(days=1)
    desk.do(take_back, given)
    for tracking in (given, kept):
        desk.do(hand_over, tracking)
    tomorrow = TODAY + timedelta(days=1)
    assert len(desk.see(handover_paper, tomorrow).rows) == 2
    alone = desk.see(handover_paper, tomorrow, "دفتر  فنی")
    assert ([row.tracking for row in alone.rows], alone.unit) == ([kept], "دفتر فنی")
    assert desk.see(handover_paper, TODAY).rows == paper.rows
    assert desk.see(fill, "handover", "1405/8/30:دفتر فنی") == replace(
        paper, unit="دفتر فنی", at=desk.see(handover_paper, TODAY).at
    )


def test_a_cover_says_where_the_papers_go_next() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person(), documents={ID_CARD: True, FORM: True})
    paper = desk.see(cover_paper, made.tracking)
    assert (paper.unit, paper.letter, paper.tracking) == ("دفتر فنی", "", made.tracking)
    assert PaperDocument(title=ID_CARD, form="original") in paper.documents
    desk.do(hand_over, made.tracking, letter="۱۲")
    desk.do(take_back, made.tracking)
    paper = desk.see(cover_paper, made.tracking)
    assert (paper.unit, paper.letter) == ("فرمانداری", "۱۲")
    desk.do(take_back, made.tracking)
    assert desk.see(cover_paper, made.tracking).unit == ""


def test_a_board_has_what_its_counter_serves_at_the_desk() -> None:
    desk = opened()
    assert [line.code for line in desk.see(board_paper, "2").services] == [PERMIT]
    board = desk.see(fill, "board", "۱")
    assert isinstance(board, BoardPaper)
    assert PORTAL not in [line.code for line in board.services]
    assert {PERMIT, PLAIN} < {line.code for line in board.services}
    assert (board.counter, board.hours) == ("1", (USUAL,))
    assert refused(desk, board_paper, "9") == "counter_unknown"


def test_every_paper_bears_the_letterhead_of_today() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    described = OfficeDescribed(agency="دستگاه", name="نوشهر", sample=True)
    desk.do(describe_office, OFFICE, described)
    with desk.work() as work:
        work.append(office.FOLD, OFFICE, EmblemChosen(png=b"png"))
    head = Letterhead(agency="دستگاه", office="نوشهر", emblem=b"png", sample=True)
    assert desk.see(receipt_paper, made.tracking).letterhead == head
    assert desk.see(log_paper, TODAY).letterhead == head
    assert desk.see(survey_paper).letterhead == head


# copies


def test_the_first_is_the_original_and_every_later_one_a_copy() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert desk.do(print_paper, request.FOLD, made.id, "receipt") == 1
    assert desk.said()[-1] == PaperPrinted(paper="receipt", copy=1)
    assert desk.see(next_copy, request.FOLD, made.id, "receipt") == 2
    assert desk.do(print_paper, request.FOLD, made.id, "receipt") == 2
    assert desk.said()[-1] == PaperPrinted(paper="receipt", copy=2)
    assert desk.see(next_copy, request.FOLD, made.id, "receipt", copy=True) == 3
    assert desk.do(print_paper, request.FOLD, made.id, "receipt", copy=True) == 3


def test_a_copy_is_one_even_of_what_was_never_printed() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    assert desk.see(next_copy, request.FOLD, made.id, "receipt") == 1
    assert desk.see(next_copy, request.FOLD, made.id, "receipt", copy=True) == 2
    assert desk.do(print_paper, request.FOLD, made.id, "receipt", copy=True) == 2
    assert desk.see(next_copy, request.FOLD, "nobody", "receipt") == 1


def test_a_paper_printed_at_two_places_at_once_is_a_conflict() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    with desk.work() as work:
        for _ in range(2):
            work.append(request.FOLD, made.id, PaperPrinted(paper="receipt", copy=1))
    assert [c.reason for c in desk.request(made.id).conflicts] == ["printed_twice"]


def test_another_slip_or_answer_is_no_copy_of_the_first() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    for number in ("n1", "n2"):
        assert desk.do(print_paper, ticket.FOLD, given.id, "deficiency", key=number) == 1
    assert desk.see(next_copy, ticket.FOLD, given.id, "deficiency", "n1") == 2
    assert desk.do(print_paper, ticket.FOLD, given.id, "deficiency", "n1") == 2
    assert desk.do(print_paper, ticket.FOLD, given.id, "ticket") == 1
