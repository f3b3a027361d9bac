"""What an inspector would miss, entry by entry."""

from typing import Any

import pytest
from msgspec.structs import replace

from app.catalogue_check import PARTS, Flaw, flaws, shared_titles
from app.decoding import decode
from app.sub_service import (
    Answerable,
    Fee,
    FormFile,
    Inquiry,
    ReadyText,
    RequiredDocument,
    Step,
    SubService,
)
from resources import path
from ui.words import Words

FILE = FormFile(title="فرم درخواست", file="form.pdf", name="a" * 32, size=10)
WHOLE = SubService(
    code="7",
    title="صدور مجوز",
    department="دفتر فنی",
    official_id="۱۳۰۱۱۲۳۴",
    channel="both",
    url="https://desk.example/7",
    fitness=("presence",),
    places=("میز خدمت",),
    average="ده روز کاری",
    legal_basis="ماده ۲۵",
    answerable=Answerable(name="رضایی", post="کارشناس", phone="۱۱۱", deputy="کریمی"),
    steps=(Step(title="بررسی", unit="دفتر فنی", post="کارشناس", duration=2),),
    documents=(RequiredDocument(title="کارت ملی"),),
    forms=("فرم درخواست",),
    inquiries=(Inquiry(title="گزارش محل", body="شهرداری"),),
    fees=(Fee(title="تعرفه", amount=1000, account="۱۲", article="ماده ۲"),),
    ready_texts=(
        ReadyText(title="موافقت", result="agreed", grounds="م", content="ب", objection="ه"),
    ),
)


def codes(**changes: Any) -> set[str]:
    return {flaw.code for flaw in flaws(replace(WHOLE, **changes), (FILE,))}


def test_a_whole_entry_lacks_nothing() -> None:
    assert flaws(WHOLE, (FILE,)) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"department": ""}, "department_missing"),
        ({"official_id": ""}, "official_id_missing"),
        ({"fitness": ()}, "fitness_missing"),
        ({"url": ""}, "url_missing"),
        ({"legal_basis": ""}, "legal_basis_missing"),
        ({"places": ()}, "place_missing"),
        ({"average": ""}, "average_missing"),
        ({"answerable": Answerable()}, "answerable_missing"),
        ({"answerable": Answerable(name="الف", deputy="ب")}, "answerable_phone_missing"),
        ({"answerable": Answerable(name="الف", phone="۱")}, "deputy_missing"),
        ({"documents": ()}, "documents_missing"),
        (
            {"documents": (RequiredDocument(title="وکالت‌نامه", obligatory=False),)},
            "condition_missing",
        ),
        ({"documents": (RequiredDocument(title="گزارش  محل"),)}, "inquiry_of_client"),
        ({"steps": ()}, "steps_missing"),
        ({"steps": (Step(title="الف", unit="", post="ب", duration=1),)}, "step_unit_missing"),
        ({"steps": (Step(title="الف", unit="ب", duration=1),)}, "step_post_missing"),
        ({"steps": (Step(title="الف", unit="ب", post="پ"),)}, "step_duration_missing"),
        ({"fees": (Fee(title="ت", amount=1, article="م"),)}, "fee_account_missing"),
        ({"fees": (Fee(title="ت", amount=1, account="۱"),)}, "fee_article_missing"),
        ({"inquiries": (Inquiry(title="ت", body=""),)}, "inquiry_body_missing"),
        ({"ready_texts": ()}, "ready_texts_missing"),
        (
            {
                "ready_texts": (
                    ReadyText(title="ت", result="done", grounds="م", content="ب", objection=" "),
                )
            },
            "text_objection_missing",
        ),
        ({"forms": ("فرم دیگر",)}, "form_file_missing"),
    ],
)
def test_each_lack_is_told_alone(changes: dict[str, Any], code: str) -> None:
    assert codes(**changes) == {code}


def test_a_flaw_leads_to_its_row() -> None:
    steps = (*WHOLE.steps, Step(title="امضا", unit="", post="رئیس", duration=1))
    (found,) = flaws(replace(WHOLE, steps=steps), (FILE,))
    assert (found.part, found.table, found.row, found.field) == ("steps", "steps", 1, "unit")
    assert Words().flaw(found) == "مرحله ۲ «امضا» واحد مسئول ندارد."


def test_a_unit_must_be_one_of_the_offices_where_it_has_named_any() -> None:
    assert flaws(WHOLE, (FILE,), ("دفتر  فنی",)) == ()
    (found,) = flaws(WHOLE, (FILE,), ("امور مالی",))
    assert (found.code, found.row, found.facts["unit"]) == ("step_unit_unknown", 0, "دفتر فنی")
    assert "دفتر فنی" in Words().flaw(found)


def test_guidance_needs_no_durations_and_electronic_services_no_place() -> None:
    assert codes(mode=1, steps=(Step(title="الف", unit="ب", post="پ"),)) == set()
    assert codes(channel="electronic", places=(), fitness=()) == set()


def test_nothing_is_asked_of_what_is_between_agencies() -> None:
    assert flaws(SubService(code="1", title="الف", channel="g2g")) == ()


def test_two_of_one_title_are_told_apart_by_their_departments() -> None:
    other = replace(WHOLE, code="8")
    assert shared_titles((WHOLE, other)) == (("7", "8"),)
    assert shared_titles((WHOLE, replace(other, department="دفتر امور"))) == ()


def test_every_lack_has_its_sentence() -> None:
    said = decode(path("words", "flaws.json").read_bytes(), dict[str, str])
    empty = SubService(
        code="1",
        title="الف",
        channel="both",
        steps=(Step(title="ب", unit=""),),
        documents=(RequiredDocument(title="پ", obligatory=False),),
        fees=(Fee(title="ت", amount=1),),
        inquiries=(Inquiry(title="پ", body=""),),
        ready_texts=(ReadyText(title="ث", result="done", grounds="", content="", objection=""),),
        forms=("ج",),
    )
    for flaw in flaws(empty):
        assert flaw.part in PARTS
        assert "—" not in Words().flaw(flaw)
    assert {flaw.code for flaw in flaws(empty)} <= said.keys()
    gone = Flaw(code="unit_gone", part="steps", facts={"unit": "دفتر", "n": "2"})
    assert "دفتر" in Words().flaw(gone)
