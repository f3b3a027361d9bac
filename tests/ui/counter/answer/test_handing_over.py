"""How an answer is handed over: with which paper, to whom, and what is asked before."""

from functools import partial

from PySide6.QtCore import Qt

from tests.ui.counter.answer.answerer import CONTROL, Counter, Key
from tests.ui.keyboard import types
from tests.ui.shell import TITLES, Shell

_OTHER = {"kind": "person", "id": "0076229645", "name": "امیرحسین طباطبایی"}


def test_a_usual_answer_takes_four_key_presses(counter: Counter) -> None:
    counter.shows(Key.Key_6, CONTROL)
    counter.hit(Key.Key_Down)
    counter.hit(Key.Key_Return)
    with counter.qtbot.waitSignal(counter.answering.shown):
        counter.hit(Key.Key_F8)

    (answer,) = counter.request().answers
    second = counter.shown().ready_texts[1]
    assert (answer.said.result, answer.said.number) == (second.result, f"{counter.tracking}/1")
    assert answer.said.content == second.content
    assert answer.said.issuer_name
    assert [(job.key, job.copy) for job in counter.papers()] == [(f"{counter.tracking}/1", 1)]
    counter.says("آماده تحویل")


def test_enter_hands_over_what_was_scanned_and_prints_it_once(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.counter) == ("applicant", "1")
    assert (delivery.said.lost_reason, delivery.clerk) == ("", counter.door.clerk)
    assert [job.copy for job in counter.papers()] == [1]
    counter.says("تحویل شد")
    assert counter.window.page is not counter.page


def test_an_answer_that_was_printed_to_be_signed_is_not_printed_again(counter: Counter) -> None:
    counter.open()
    types("1")
    counter.shows(Key.Key_F8)
    act = counter.page.acts()[-1]
    assert (act.combo, act.note) == ("F8", "نسخه اصل صادر شده است")
    counter.hit(Key.Key_Space)
    counter.gives(Key.Key_Return)
    assert [job.copy for job in counter.papers()] == [1]


def test_ctrl_p_prints_the_offices_copy_too_and_neither_is_a_duplicate(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_P, CONTROL)
    jobs = counter.papers()
    assert [job.copy for job in jobs] == [1, 1]
    with counter.desk.journal.look() as look:
        papers = [look.job_paper(job.id) for job in jobs]
    assert [b'"office_copy":true' in paper for paper in papers] == [False, True]


def test_without_the_receipt_the_reason_and_the_card_are_asked(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open()
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.hit(Key.Key_Return)
    assert counter.window.asking.isVisible()  # nobody signs by mistake that it was lost
    types("مفقود شدن رسید")
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert delivery.said.lost_reason == "مفقود شدن رسید"
    assert delivery.said.identity_document == "کارت ملی"


def test_giving_up_the_question_hands_nothing_over(counter: Counter, office: Shell) -> None:
    office.answer(counter.tracking)
    counter.open()
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.hit(Key.Key_Escape)
    assert not counter.window.asking.isVisible()
    assert counter.window.page is counter.page
    assert counter.request().delivery is None


def test_whoever_is_not_entitled_gets_a_sentence_and_no_answer(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.page.request.representative.setFocus()
    counter.hit(Key.Key_Space)
    counter.hit(Key.Key_Return)
    counter.says("نه متقاضی است و نه نماینده ثبت‌شده")
    assert counter.request().delivery is None
    assert counter.papers() == []


def test_what_was_delivered_elsewhere_meanwhile_is_said(counter: Counter, office: Shell) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    office.done("deliver", counter.tracking)
    counter.hit(Key.Key_Return)
    counter.says("تحویل شده است")
    counter.answering.open(counter.tracking)
    counter.says("تحویل شده است")


def test_keys_that_print_other_papers_at_the_counter_do_nothing_here(counter: Counter) -> None:
    elsewhere: list[str] = []
    for combo in ("F6", "F7", "Shift+F8", "Ctrl+P"):
        counter.window.on(combo, partial(elsewhere.append, combo))
    counter.open()
    counter.hit(Key.Key_F6)
    counter.hit(Key.Key_F7)
    counter.hit(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    counter.hit(Key.Key_P, CONTROL)
    assert elsewhere == []
    assert counter.request().answers == ()


def test_what_is_typed_while_the_answer_is_made_is_no_half_of_another(counter: Counter) -> None:
    counter.open()
    types("1")
    with counter.qtbot.waitSignal(counter.answering.shown):
        counter.hit(Key.Key_F8)
        types("و")
    counter.answering.flush()
    counter.open()
    assert counter.half() is None
    assert not counter.page.writing


def test_who_has_no_code_takes_the_answer_in_person(counter: Counter, office: Shell) -> None:
    counter.tracking = office.register(
        applicant={"kind": "unnumbered", "name": "گل‌محمد نورزایی", "mobile": "09121234567"}
    )
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.receiver_name, delivery.said.receiver_id) == (
        "applicant",
        "گل‌محمد نورزایی",
        "",
    )


def test_for_a_company_its_representative_comes(counter: Counter, office: Shell) -> None:
    counter.tracking = office.register(
        applicant={"kind": "legal", "id": "10380284790", "name": "شرکت راه‌سازان شمال"},
        representative={"id": _OTHER["id"], "name": _OTHER["name"]},
        documents=dict.fromkeys((*TITLES, "آگهی تأسیس یا آخرین تغییرات شرکت"), True),
    )
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.receiver_name) == (
        "representative",
        _OTHER["name"],
    )
