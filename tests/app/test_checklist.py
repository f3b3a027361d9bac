import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checklist import Checklist, Row, RowMark, checklist_for
from app.deeds.request import checked
from app.refusal import Refusal
from app.sub_service import ApplicantKind, Inquiry, RequiredDocument, SubService
from tests.app.opened import COMPANY, FORM, ID_CARD, PAPERS, PHOTO, STATUTES, person

SHEET = SubService(
    code="2",
    title="صدور مجوز",
    documents=PAPERS,
    inquiries=(Inquiry(title="سوابق بیمه", body="تأمین اجتماعی"),),
)
MARKS: tuple[RowMark, ...] = ("open", "received", "on_file", "missing", "not_needed")
PAPER = st.builds(
    RequiredDocument,
    title=st.sampled_from("ابپتثج"),
    kinds=st.sampled_from([(), ("person",), ("legal",), ("person", "legal")]),
    obligatory=st.booleans(),
)


def fresh(**on_file: str) -> Checklist:
    return checklist_for(SHEET, "person", on_file)


def test_each_kind_of_applicant_is_asked_for_its_own_papers() -> None:
    assert [row.title for row in fresh().rows] == [ID_CARD, FORM, PHOTO, "سوابق بیمه"]
    company = checklist_for(SHEET, "legal", {})
    assert [row.title for row in company.rows] == [STATUTES, FORM, PHOTO, "سوابق بیمه"]


def test_a_row_says_where_and_how_the_paper_is_to_be_had() -> None:
    form = fresh().rows[1]
    assert (form.form, form.count, form.where, form.obligatory) == (
        "both",
        1,
        "همین میز خدمت",
        True,
    )


def test_an_inquiry_is_the_offices_own_and_is_never_marked() -> None:
    rows = fresh()
    inquiry = rows.rows[3]
    assert (inquiry.inquiry, inquiry.where, inquiry.obligatory) == (True, "تأمین اجتماعی", False)
    assert all(rows.marked(3, mark) == rows for mark in MARKS)
    assert rows.all_received().rows[3] == inquiry


def test_a_paper_on_file_is_there_already_and_says_with_which_request() -> None:
    rows = fresh(**{ID_CARD: "482719305563"})
    assert (rows.rows[0].mark, rows.rows[0].tracking) == ("on_file", "482719305563")
    assert rows.marked(0, "missing").marked(0, "on_file") == rows


def test_what_is_not_on_file_is_not_marked_as_if_it_were() -> None:
    assert fresh().marked(0, "on_file") == fresh()


def test_papers_of_free_choice_are_asked_for_once_something_is_said_of_them() -> None:
    rows = fresh()
    asked = [row.asked for row in rows.rows]
    assert asked == [True, True, False, False]
    assert rows.marked(2, "received").rows[2].asked
    assert not rows.marked(2, "not_needed").rows[2].asked
    assert not rows.marked(0, "not_needed").rows[0].asked


def test_everything_is_there_after_all() -> None:
    rows = fresh().marked(0, "missing").all_received()
    assert [row.mark for row in rows.rows] == ["received", "received", "not_needed", "open"]
    assert rows.complete
    assert fresh().marked(2, "missing").all_received().rows[2].mark == "missing"


def test_what_is_missing_is_named_and_keeps_the_list_from_being_complete() -> None:
    rows = fresh().marked(0, "received").marked(1, "missing")
    assert [row.title for row in rows.missing] == [FORM]
    assert rows.unsettled == ()
    assert not rows.complete
    assert rows.marked(1, "received").marked(2, "missing").complete


def test_the_next_open_row_lies_below_and_is_no_inquiry() -> None:
    rows = fresh()
    assert [rows.next_open(), rows.next_open(0), rows.next_open(2)] == [0, 1, None]
    assert rows.marked(1, "received").next_open(0) == 2


def test_rows_are_settled_again_as_they_were_left() -> None:
    left: dict[str, RowMark] = {ID_CARD: "missing", PHOTO: "received", "دیگر": "received"}
    rows = checklist_for(SHEET, "person", {ID_CARD: "482719305563"}, left)
    assert [row.mark for row in rows.rows] == ["missing", "open", "received", "open"]


def test_a_row_without_a_sheet_is_an_obligatory_paper() -> None:
    assert Row(title="نامه").asked


@given(
    st.lists(PAPER, max_size=6, unique_by=lambda paper: paper.title),
    st.sampled_from(["person", "legal"]),
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(MARKS)), max_size=12),
    st.booleans(),
)
def test_a_list_is_complete_just_when_it_may_be_registered(
    papers: list[RequiredDocument],
    kind: ApplicantKind,
    steps: list[tuple[int, RowMark]],
    everything: bool,  # noqa: FBT001
) -> None:
    rows = checklist_for(SubService(code="1", title="a", documents=tuple(papers)), kind, {})
    for place, mark in steps:
        if rows.rows:
            rows = rows.marked(place % len(rows.rows), mark)
    rows = rows.all_received() if everything else rows
    assert rows.complete or not everything
    who = person() if kind == "person" else COMPANY
    if not rows.complete:
        with pytest.raises(Refusal) as refused:
            checked(papers, who, rows.marks())
        assert refused.value.code == "documents_missing"
        return
    settled = checked(papers, who, rows.marks())
    assert [paper.mark for paper in settled] == list(rows.marks().values())
