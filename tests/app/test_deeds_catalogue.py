"""Keeping the catalogue: versions, two editors at once, and the files of forms."""

from msgspec.structs import replace

from app.deeds.catalogue import (
    define_sub_service,
    import_catalogue,
    reinstate_sub_service,
    retire_sub_service,
)
from app.deeds.form_file import LARGEST, MOST, attach_file, bytes_of, drop_file
from app.deeds.request import register
from app.deeds.step import hand_over
from app.events.form_file import FormFileKept
from app.showing.catalogue import (
    NEW,
    EntryDraft,
    catalogue_flaws,
    catalogue_shown,
    compared,
    draft_in,
    draft_place,
    entry_shown,
    sheets_of,
)
from app.sub_service import Step, SubService
from tests.app.desk import Desk
from tests.app.opened import CATALOGUE, PERMIT, PLAIN, STEPS, opened, person, service_id

PERMIT_SHEET = next(sheet for sheet in CATALOGUE if sheet.code == PERMIT)
CHANGED = replace(PERMIT_SHEET, title="صدور پروانه")
FORM = "فرم درخواست"


def supervised() -> Desk:
    """The supervisor's."""
    desk = opened()
    with desk.look() as look:
        desk.clerk = look.office.clerk("20").clerk
    return desk


def test_an_edit_names_the_version_on_which_it_is_based() -> None:
    desk = supervised()
    assert desk.do(define_sub_service, CHANGED, based=1).version == 2
    refusal = desk.refused(define_sub_service, replace(CHANGED, note="ی"), based=1)
    assert (refusal.code, refusal.facts["version"]) == ("service_changed_meanwhile", 2)
    assert desk.do(define_sub_service, replace(CHANGED, note="ی"), based=2).version == 3


def test_a_new_entry_takes_no_code_that_another_has() -> None:
    desk = supervised()
    taken = desk.refused(define_sub_service, PERMIT_SHEET, based=0)
    assert taken.code == "service_code_taken"
    assert desk.do(define_sub_service, replace(PERMIT_SHEET, code="77"), based=0).version == 1


def test_a_request_keeps_the_version_under_which_it_was_taken() -> None:
    desk = supervised()
    papers = {paper.title: True for paper in PERMIT_SHEET.documents}
    taken = desk.do(register, PERMIT, person(), documents=papers)
    desk.do(define_sub_service, replace(CHANGED, steps=STEPS[:1]), based=1)
    found = desk.request(taken.id)
    assert (found.service_version, len(found.steps)) == (1, len(STEPS))


def test_what_was_retired_is_offered_again_with_a_reason() -> None:
    desk = supervised()
    assert desk.refused(reinstate_sub_service, PERMIT, "باز").code == "service_offered"
    desk.do(retire_sub_service, PERMIT, "به سامانه رفت")
    assert desk.refused(reinstate_sub_service, PERMIT, " ").code == "reason_empty"
    again = desk.do(reinstate_sub_service, PERMIT, "سامانه قطع است")
    assert (again.retired, again.version, again.sheet) == ("", 1, PERMIT_SHEET)


def test_a_file_is_kept_once_and_given_back_as_it_was() -> None:
    desk = supervised()
    entry = desk.do(attach_file, service_id(PERMIT), FORM, "C/form.PDF", b"%PDF-1")
    other = desk.do(attach_file, service_id(PLAIN), FORM, "same.pdf", b"%PDF-1")
    assert [(f.title, f.file, f.size) for f in entry.files] == [(FORM, "form.PDF", 6)]
    assert sum(isinstance(event, FormFileKept) for event in desk.said()) == 1
    assert desk.see(bytes_of, other.files[0]) == b"%PDF-1"
    stood = len(desk.facts)
    desk.do(attach_file, service_id(PERMIT), FORM, "form.PDF", b"%PDF-1")
    assert len(desk.facts) == stood


def test_another_file_takes_its_place_and_a_new_version_keeps_it() -> None:
    desk = supervised()
    desk.do(attach_file, service_id(PERMIT), FORM, "one.pdf", b"1")
    desk.do(attach_file, service_id(PERMIT), "فرم  درخواست", "two.pdf", b"2")
    entry = desk.do(define_sub_service, CHANGED)
    assert [f.file for f in entry.files] == ["two.pdf"]
    assert [f.file for f in entry.former] == ["one.pdf"]
    assert desk.do(drop_file, service_id(PERMIT), FORM).files == ()
    assert desk.refused(drop_file, service_id(PERMIT), FORM).code == "form_file_unknown"


def test_what_is_no_form_is_refused() -> None:
    desk, entry = supervised(), service_id(PERMIT)
    for title, file, data, code in (
        (FORM, "form.exe", b"1", "form_file_kind"),
        (FORM, "form", b"1", "form_file_kind"),
        (FORM, "form.pdf", b"", "form_file_empty"),
        (FORM, "form.pdf", bytes(LARGEST + 1), "form_file_large"),
        (" ", "form.pdf", b"1", "form_title_empty"),
    ):
        assert desk.refused(attach_file, entry, title, file, data).code == code
    assert desk.refused(attach_file, "0" * 32, FORM, "f.pdf", b"1").code == "service_unknown"


def test_all_files_together_have_their_measure_and_what_was_dropped_counts() -> None:
    desk, entry = supervised(), service_id(PERMIT)
    for number in range(MOST // LARGEST):
        data = bytes([number]) * LARGEST
        desk.do(attach_file, entry, FORM, "form.pdf", data)
    assert desk.refused(attach_file, entry, FORM, "more.pdf", b"1").code == "form_files_full"
    desk.do(attach_file, service_id(PLAIN), FORM, "known.pdf", bytes(LARGEST))


def test_the_list_counts_what_is_lacking_and_knows_drafts() -> None:
    desk = supervised()
    body = b'{"based":1,"sheet":{"code":"2","title":"half"}}'
    with desk.work(desk.clerk) as work:
        work.keep_draft(draft_place(desk.clerk, service_id(PERMIT)), body)
    shown = desk.see(catalogue_shown, desk.clerk)
    assert [line.code for line in shown.lines] == sorted(s.code for s in CATALOGUE)
    drafts = {line.code for line in shown.lines if line.draft}
    assert (drafts, shown.editable, shown.new_draft) == ({PERMIT}, True, False)
    found = desk.see(entry_shown, service_id(PERMIT), desk.clerk)
    assert found.draft == EntryDraft(based=1, sheet=SubService(code="2", title="half"))
    assert found.units == ("دفتر فنی", "فرمانداری")
    assert desk.see(entry_shown, service_id(PERMIT), "").draft is None
    assert desk.see(entry_shown, NEW, desk.clerk).entry is None
    assert draft_in(b"{") is None


def test_a_unit_that_no_table_names_is_told_while_requests_stand_in_it() -> None:
    desk = supervised()
    papers = {paper.title: True for paper in PERMIT_SHEET.documents}
    taken = desk.do(register, PERMIT, person(), documents=papers)
    desk.do(hand_over, taken.tracking)
    other = tuple(replace(step, unit="دفتر نو") for step in STEPS)
    desk.do(define_sub_service, replace(PERMIT_SHEET, steps=other))
    whole = desk.see(catalogue_flaws)[0]
    assert [(flaw.code, dict(flaw.facts)) for flaw in whole.flaws] == [
        ("unit_gone", {"unit": "دفتر فنی", "n": "1"})
    ]


def test_a_file_of_the_catalogue_is_held_against_what_stands() -> None:
    desk = supervised()
    desk.do(retire_sub_service, PLAIN, "پایان")
    plain = next(sheet for sheet in CATALOGUE if sheet.code == PLAIN)
    steps = (Step(title="الف", unit="ب"),)
    wanted = (PERMIT_SHEET, replace(plain, steps=steps), SubService(code="99", title="تازه"))
    changes = desk.see(compared, (*wanted, replace(CATALOGUE[0], fees=(), note="ی")))
    assert [(each.kind, each.parts) for each in changes] == [
        ("same", ()),
        ("reinstated", ("steps",)),
        ("new", ()),
        ("changed", ("information",)),
    ]
    assert desk.do(import_catalogue, wanted) == 2
    assert PLAIN in {sheet.code for sheet in desk.see(sheets_of)}
