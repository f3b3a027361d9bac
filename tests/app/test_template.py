"""What the office may make of its forms, how editions are kept, and which one a paper wears."""

import zlib
from struct import pack
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.decoding import decode
from app.deeds.answer import prepare_answer
from app.deeds.request import register
from app.deeds.spool import retry, set_printers
from app.deeds.template import edit_template, editions_of, take_back, template_of
from app.event import Event
from app.events import office as said
from app.events.paper import PaperPrinted
from app.filling.paper import fill
from app.filling.specimen import specimen
from app.folds.office import FOLD, Office
from app.folds.request import Request
from app.handing.handing_out import hand_out
from app.papers import PAPERS, Kind, Paper
from app.printer import Printer
from app.refusal import Refusal
from app.roles import may_do
from app.showing.answer import answer_shown
from app.showing.template import template_shown, tried_on
from app.spooling.printers import Printers
from app.spooling.spool import Job
from app.templates.picture import is_picture
from app.templates.template import Sentence, Template, own_rows, rules_of
from app.templates.template_check import LARGEST_EMBLEM, checked, checked_emblem, places_of, written
from tests.app.desk import Desk
from tests.app.made_up import history
from tests.app.opened import PERMIT, opened, person
from tests.app.test_deeds_answer import DRAFT

KINDS: tuple[Kind, ...] = get_args(Kind)
DESCRIBED = said.OfficeDescribed(agency="وزارت کشور", name="فرمانداری چالوس")
RECEIPT = own_rows("receipt")
LONG = Sentence(text="ا" * 300)


def png(wide: int = 3, high: int = 2, *, rows: bytes | None = None) -> bytes:
    """A grey picture, whole unless other rows are given."""
    data = (b"\0" + b"\x80" * wide) * high if rows is None else rows
    head = pack(">2I5B", wide, high, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    chunks = (
        pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def head_of(desk: Desk) -> Desk:
    """The same desk, its head acting."""
    with desk.look() as look:
        desk.clerk = look.office.clerk("20").clerk
    return desk


def registered(desk: Desk, number: int = 11) -> Request:
    """Somebody's request."""
    return desk.do(register, PERMIT, person(number))


def code(kind: str, template: Template) -> str:
    """As what a template is refused."""
    with pytest.raises(Refusal) as refused:
        checked(kind, template)
    return refused.value.code


# -- what may be said ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_may_stay_as_it_ships(kind: Kind) -> None:
    assert checked(kind, Template()) == Template()
    assert checked(kind, Template(rows=own_rows(kind))).rows == own_rows(kind)


@pytest.mark.parametrize(
    ("template", "refusal"),
    [
        (Template(heading="ا" * 121), "template_text_long"),
        (Template(footer="ا" * 121), "template_text_long"),
        (Template(sentences=(Sentence(text="ا" * 301),)), "template_text_long"),
        (Template(sentences=(Sentence(text="  "),)), "template_sentence_empty"),
        (Template(sentences=(Sentence(text="الف"),) * 5), "template_sentences_many"),
        (Template(sentences=(LONG, LONG)), "template_sentences_long"),
        (Template(sentences=(replace(LONG, place="foot"),)), "template_foot_long"),
        (Template(sentences=(LONG,), size=1.3), "template_sentences_long"),
        (Template(heading="تلفن {mobile}"), "template_place_unknown"),
        (Template(heading="تلفن {تلفن"), "template_brace_open"),
        (Template(heading="تلفن }"), "template_brace_open"),
        (Template(size=0.84), "template_size_wrong"),
        (Template(size=1.31), "template_size_wrong"),
        (Template(copies=0), "template_copies_wrong"),
        (Template(copies=4), "template_copies_wrong"),
        (Template(emblem="f" * 32), "template_emblem_unknown"),
        (Template(rows=(*RECEIPT, "colour")), "template_row_unknown"),
        (Template(rows=(*RECEIPT, "bring")), "template_row_twice"),
        (Template(rows=RECEIPT[1:]), "template_row_needed"),
        (Template(rows=tuple(r for r in RECEIPT if r != "next")), "template_row_needed"),
        (Template(rows=(RECEIPT[1], RECEIPT[0], *RECEIPT[2:])), "template_row_moved"),
        (Template(rows=(RECEIPT[-1], *RECEIPT[:-1])), "template_row_moved"),
        (Template(paper="A3"), "template_paper_wrong"),
        (Template(paper="roll", printer="page"), "template_printer_wrong"),
        (Template(paper="A5", printer="roll"), "template_printer_wrong"),
    ],
)
def test_what_may_not_stand_on_a_receipt_is_refused(template: Template, refusal: str) -> None:
    assert code("receipt", template) == refusal


def test_the_log_and_the_questionnaire_come_on_no_roll_and_the_latter_stays_one_page() -> None:
    assert code("log", Template(paper="roll")) == "template_paper_wrong"
    assert code("log", Template(printer="roll")) == "template_printer_wrong"
    assert code("survey", Template(size=1.1)) == "template_size_wrong"
    assert code("survey", Template(sentences=(Sentence(text="الف"),))) == "template_sentences_many"


def test_free_rows_may_be_left_out_and_change_places_among_each_other() -> None:
    rows = (*RECEIPT[:9], "next", "changes", "documents")
    assert checked("receipt", Template(rows=rows)).rows == rows


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_whatever_rows_are_accepted_hold_all_that_the_guide_prescribes(
    kind: Kind, data: st.DataObject
) -> None:
    known = own_rows(kind)
    rows = tuple(data.draw(st.permutations(known)))[: data.draw(st.integers(0, len(known)))]
    try:
        kept = checked(kind, Template(rows=rows)).rows
    except Refusal:
        return
    assert kept is not None
    guide = [row.name for row in rules_of(kind).rows if row.bond == "guide"]
    assert [name for name in kept if name in guide] == guide
    assert {row.name for row in rules_of(kind).rows if row.bond != "free"} <= set(kept)


def test_places_are_written_in_persian_or_english_and_kept_in_one_way() -> None:
    kept = checked("receipt", Template(heading="{ واحد } {phone}  {متقاضی}")).heading
    assert kept == "{office} {phone} {name}"
    assert written(kept) == "{واحد} {تلفن} {متقاضی}"
    assert code("log", Template(heading="{متقاضی}")) == "template_place_unknown"
    assert "name" not in places_of("log")


# -- the emblem ------------------------------------------------------------------------------------


def test_a_picture_is_known_by_its_parts_and_its_rows() -> None:
    assert is_picture(png())
    assert is_picture(png(700, 5))
    broken = (
        b"",
        b"GIF89a",
        png()[:-1],
        png() + b"x",
        png()[:40] + b"\0" + png()[41:],
        png(rows=b"\0\0\0"),
        png(rows=b"\0" * 9),
        png(5000, 1),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\nhello",
    )
    assert [is_picture(data) for data in broken] == [False] * len(broken)


@given(st.integers(8, len(png()) - 1), st.integers(1, 255))
def test_a_picture_with_one_other_byte_is_none(place: int, by: int) -> None:
    data = bytearray(png())
    data[place] ^= by
    assert not is_picture(bytes(data))


def test_a_large_or_broken_emblem_is_refused() -> None:
    for data, refusal in (
        (b"x" * (LARGEST_EMBLEM + 1), "template_emblem_large"),
        (b"x", "template_emblem_broken"),
    ):
        with pytest.raises(Refusal) as refused:
            checked_emblem(data)
        assert refused.value.code == refusal


# -- editions --------------------------------------------------------------------------------------


def after(*events: Event) -> Office:
    """The office after these."""
    found = FOLD(history(DESCRIBED, *events))
    assert found is not None
    return found


def test_all_editions_are_kept_with_time_and_clerk_and_a_double_version_is_told() -> None:
    first = said.TemplateEdited(paper="receipt", template=Template(version=1, heading="الف"))
    other = said.TemplateEdited(paper="receipt", template=Template(version=1, heading="ب"))
    found = after(first, said.PictureKept(name="p", png=b"x"))
    assert [edition.template for edition in found.templates["receipt"]] == [first.template]
    assert found.pictures == {"p": b"x"}
    assert found.conflicts == ()
    double = after(first, other)
    assert [conflict.reason for conflict in double.conflicts] == ["template_edited_twice"]
    assert double.templates["receipt"][-1].template == other.template


def test_only_the_head_of_the_desk_edits() -> None:
    desk = opened()
    with pytest.raises(Refusal) as refused, desk.work(desk.clerk) as work:
        edit_template(work, "receipt", Template(heading="الف"))
    assert refused.value.code == "not_allowed"
    assert refused.value.facts == {"role": ("supervisor", "administrator")}
    head_of(desk)
    assert desk.see(may_do, desk.clerk, "template.edit_template")
    assert desk.do(edit_template, "receipt", Template(heading="الف")).version == 1


def test_each_edit_counts_one_more_and_the_same_again_is_none() -> None:
    desk = head_of(opened())
    one = desk.do(edit_template, "receipt", Template(heading="الف"))
    same = desk.do(edit_template, "receipt", Template(heading="الف"))
    two = desk.do(edit_template, "receipt", replace(one, heading="ب"))
    assert (one.version, same, two.version) == (1, one, 2)
    assert desk.see(template_of, "receipt") == two
    assert desk.see(template_of, "receipt", 1) == one
    assert desk.see(template_of, "answer") == Template()
    found = desk.see(editions_of, "receipt")
    assert [edition.clerk for edition in found] == [desk.clerk] * 2
    with pytest.raises(Refusal) as refused:
        desk.see(template_of, "receipt", 3)
    assert refused.value.code == "template_version_unknown"


def test_an_older_edition_comes_back_as_a_new_one() -> None:
    desk = head_of(opened())
    one = desk.do(edit_template, "receipt", Template(heading="الف"))
    desk.do(edit_template, "receipt", Template(heading="ب"))
    assert desk.do(take_back, "receipt", 1) == replace(one, version=3)
    assert desk.do(take_back, "receipt", 0) == Template(version=4)


def test_an_edition_that_somebody_kept_meanwhile_is_not_undone_unawares() -> None:
    desk = head_of(opened())
    one = desk.do(edit_template, "receipt", Template(heading="الف"), based=0)
    with pytest.raises(Refusal) as refused:
        desk.do(edit_template, "receipt", Template(footer="ب"), based=0)
    told = (refused.value.code, refused.value.facts)
    assert told == ("template_changed_meanwhile", {"version": 1})
    assert desk.do(edit_template, "receipt", Template(heading="الف"), based=0) == one
    assert desk.do(edit_template, "receipt", Template(footer="ب"), based=1).version == 2


def test_a_picture_is_kept_once_and_stands_on_the_papers() -> None:
    desk = head_of(opened())
    kept = desk.do(edit_template, "receipt", Template(), png())
    desk.do(edit_template, "answer", Template(), png())
    kinds = [type(event).__name__ for event in desk.said()]
    assert kinds.count("PictureKept") == 1
    made = registered(desk)
    assert desk.see(fill, "receipt", made.tracking).letterhead.emblem == png()
    desk.do(edit_template, "receipt", replace(kept, emblem="none"))
    assert desk.see(fill, "receipt", made.tracking).letterhead.emblem == b""


# -- which edition a paper wears -------------------------------------------------------------------


def stored(desk: Desk, job: Job) -> Paper:
    """The paper of a job, read as it will be printed."""
    with desk.look() as look:
        return decode(look.job_paper(job.id), PAPERS[job.kind])


def test_a_copy_is_made_in_the_edition_of_its_original() -> None:
    desk = head_of(opened())
    made = registered(desk)
    first = desk.do(hand_out, "receipt", made.tracking)
    desk.do(edit_template, "receipt", Template(heading="الف"))
    copy = desk.do(hand_out, "receipt", made.tracking)
    assert desk.said()[-1] == PaperPrinted(paper="receipt", copy=2, emblem="none")
    assert stored(desk, first).template == stored(desk, copy).template == Template()
    other = registered(desk, 12)
    desk.do(hand_out, "receipt", other.tracking)
    assert desk.said()[-1] == PaperPrinted(paper="receipt", copy=1, template=1, emblem="none")
    desk.do(edit_template, "receipt", Template(heading="ب"))
    again = desk.do(hand_out, "receipt", other.tracking)
    assert stored(desk, again).template == Template(version=1, heading="الف")
    assert desk.see(fill, "receipt", other.tracking).template.version == 1
    assert desk.see(fill, "receipt", made.tracking).template == Template()


def test_a_form_that_is_wanted_twice_gives_an_original_and_a_copy() -> None:
    desk = head_of(opened())
    desk.do(edit_template, "receipt", Template(copies=2))
    made = registered(desk)
    first = desk.do(hand_out, "receipt", made.tracking)
    with desk.look() as look:
        jobs = sorted((job.id, job.copy) for job in look.jobs())
    assert jobs == [(first.id, 1), (first.id + 1, 2)]
    desk.do(hand_out, "receipt", made.tracking)
    with desk.look() as look:
        assert max(job.copy for job in look.jobs()) == 3


def test_a_form_goes_to_the_paper_and_printer_that_the_office_chose() -> None:
    desk = head_of(opened())
    roll, page, spare = (Printer(name=name) for name in ("رول", "برگ", "دیگر"))
    desk.do(set_printers, Printers(roll=roll, page=page, page_spare=spare))
    wishes = (
        (Template(), ("roll", "")),
        (Template(paper="A5"), ("page", "A5")),
        (Template(paper="A5", printer="page_spare"), ("page_spare", "A5")),
    )
    for number, (template, told) in enumerate(wishes, 11):
        desk.do(edit_template, "receipt", template)
        made = registered(desk, number)
        job = desk.do(hand_out, "receipt", made.tracking)
        assert (job.role, job.size, job.state) == (*told, "queued")
    desk.do(set_printers, Printers(roll=roll, page=page))
    assert _role(desk, job) == "page"
    desk.do(set_printers, Printers(roll=roll, page=page, page_spare=spare))
    assert _role(desk, job) == "page_spare"
    assert desk.do(retry, job.id).role == "page_spare"
    desk.do(edit_template, "information", Template(paper="roll"))
    assert desk.do(hand_out, "information", PERMIT).role == "roll"
    assert desk.do(hand_out, "information", PERMIT, size="A4").role == "page"


def _role(desk: Desk, job: Job) -> str:
    with desk.look() as look:
        found = look.job(job.id)
    return found.role if found else ""


# -- looking at them -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_has_a_page_to_look_at(kind: Kind) -> None:
    desk = head_of(opened())
    template = Template(heading="الف")
    page = desk.see(specimen, kind, template)
    assert type(page) is PAPERS[kind]
    assert page.template == template
    assert page.letterhead.office == "فرمانداری چالوس"


def test_an_office_without_a_catalogue_sees_its_forms_too() -> None:
    desk = head_of(opened())
    desk.forget("SubServiceDefined")
    for kind in KINDS:
        assert type(desk.see(specimen, kind, Template())) is PAPERS[kind]


def test_what_is_shown_of_a_form() -> None:
    desk = head_of(opened())
    desk.do(edit_template, "receipt", Template(heading="الف"), png())
    found = desk.see(template_shown, "receipt", desk.clerk)
    assert [edition.template.version for edition in found.editions] == [1, 0]
    assert (found.editions[0].clerk, found.editions[1].at) == ("مرادی", None)
    assert found.editable
    assert not desk.see(template_shown, "receipt", "").editable
    tried = tried_on(found, Template(heading="ب"), b"new")
    assert (tried.letterhead.emblem, tried.template.heading) == (b"new", "ب")
    assert tried_on(found, found.template).letterhead.emblem == png()


def test_an_answer_is_shown_in_the_form_of_its_original_and_its_next_version_in_todays() -> None:
    desk = head_of(opened())
    made = registered(desk)
    number = desk.do(prepare_answer, made.tracking, DRAFT).answers[-1].said.number
    desk.do(hand_out, "answer", number)
    desk.do(edit_template, "answer", Template(heading="الف"))
    found = desk.see(answer_shown, made.tracking, desk.clerk)
    assert found.paper.template == Template()
    assert found.next_paper.template == Template(version=1, heading="الف")


def test_the_rolls_of_this_pc_come_before_the_usual_ones() -> None:
    desk = head_of(opened())
    usual = [(roll.width, roll.dots, roll.dpi) for roll in _rolls(desk)]
    assert usual == [(80, 576, 203), (58, 384, 203)]
    own = Printer(name="tcp://a", dots=512, dpi=180)
    desk.do(set_printers, Printers(roll=own, roll_spare=Printer(name="b")))
    found = [(roll.width, roll.dots, roll.dpi) for roll in _rolls(desk)]
    assert found == [(80, 512, 180), *usual]


def _rolls(desk: Desk) -> tuple[Printer, ...]:
    return desk.see(template_shown, "receipt", desk.clerk).rolls
