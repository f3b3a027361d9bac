"""What each form says, word for word."""

import re
from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from typing import Any

import msgspec
import pytest
from PIL import Image

from app.bidi import LRI, PDI
from app.papers import LogChange, LogPaper, LogTotals, Paper, PaperDocument, Size
from app.persian import latin_digits, persian_digits, search_key
from app.refusal import Refusal
from app.sub_service import SubService
from printing.forms import answer, board, deficiency, log, parts, receipt, steps, survey
from printing.forms.deficiency import masked
from printing.forms.ticket import UNATTENDED
from printing.model import Document, Style, Table
from printing.paper import FORMS, Press, lay_out_page
from printing.sheet import Sheet
from printing.slab import Ink
from tests.printing import readback, samples, strips
from tests.printing.samples import COPY
from ui.frame.words import catalogue

LABELS = {
    samples.answer: (
        answer.TITLE,
        answer.NUMBER,
        answer.CODE,
        "مستندات قانونی و استدلال",
        answer.CONTENT,
        answer.REMARKS,
        "نام و سمت صادرکننده",
        "۴۸۲۷۱۹۳۰۵۵۶۳/۱",
        "مهدی صالحی",
    ),
    samples.log: (
        log.TITLE,
        "شنبه ۳۰ آبان ۱۴۰۵",
        "شماره رسید",
        "عنوان زیرخدمت مورد تقاضا",
        log.RECEIVED,
        log.ANSWERED,
        "صفحه ۱ از ۲",
        "جمع:",
        "راهنمایی ۳۱",
        "شناسه درستی سوابق:",
        "مسئول میز خدمت (امضا):",
    ),
    samples.steps: (steps.TITLE, steps.SERVICE, "عنوان مرحله", "ردیف", steps.NOTE, "ساعت کاری"),
    samples.handover: (
        "فهرست تحویل به رابط دبیرخانه — شنبه ۳۰ آبان ۱۴۰۵",
        "شماره ثبت دبیرخانه",
        "واحد مقصد",
        "تعداد ۶ درخواست در تاریخ ۱۴۰۵/۰۸/۳۰ ساعت ۱۰:۴۵ تحویل شد.",
        "تحویل‌گیرنده، رابط دبیرخانه (امضا):",
        "صفحه ۱ از ۱",
    ),
    samples.appointments: (
        "فهرست نوبت‌های قبلی — شنبه ۳۰ آبان ۱۴۰۵",
        "۰۸:۱۰",
        "۴۰۲۱۱",
        "تلفن همراه",
        "تعداد ۵ نوبت قبلی.",
        "صفحه ۱ از ۱",
    ),
    samples.cover: (
        "برگ همراه درخواست",
        "به: امور سیاسی",
        "۴۸۲۷ ۱۹۳۰ ۵۵۶۳",
        "پیوست: دارد",
        "سند مالکیت یا اجاره‌نامه محل (تصویر)",
        "متقاضی برای روز ۲۰ آذر درخواست دارد.",
        "گردش کار در واحدها:",
        "به باجه ۳ میز خدمت بازگردانده شود.",
    ),
    samples.board: (
        "باجه ۳",
        "خدمات این باجه:",
        "رسیدگی به شکایات مردمی از ادارات تابعه",
        "ارائه خدمت فقط در میز خدمت انجام می‌شود",
        "پیامک ۳۰۰۰۱۲۳۴",
    ),
    samples.ticket: ("۰۱۷", "باجه:", "نفرات جلوتر: ۶", "۱۰ تا ۲۰ دقیقه", "مدارک لازم:"),
    samples.deficiency: (
        "برگ اعلام نقص مدارک",
        "۱۴۰۵-۰۳۱۲",
        "سند مالکیت یا اجاره‌نامه محل (تصویر)",
        "۵۰۰٬۰۰۰ ریال",
        "پانصد هزار ریال",
        "بدون دریافت نوبت مجدد",
    ),
    samples.information: (
        "محل ارائه:",
        "مراحل گردش کار:",
        "مستندات مورد نیاز:",
        "متوسط مدت زمان ارائه:",
        "استعلام‌ها (دستگاه اخذ می‌کند):",
        "هزینه‌ها:",
        "مسئول پاسخگو:",
        "مستند قانونی: ماده ۶ قانون احزاب",
        "حضور متقاضی تنها یک بار لازم است.",
        "این برگ رسید ثبت درخواست نیست.",
    ),
}


@pytest.mark.parametrize("make", LABELS)
def test_a_form_bears_the_words_of_the_guide_and_of_the_desk(
    press: Press, make: samples.Make
) -> None:
    assert readback.missing(list(LABELS[make]), press.pdf(make())) == []


@pytest.mark.parametrize(
    ("kind", "code", "label"),
    [
        ("person", "0012345679", "کد ملی:"),
        ("legal", "10380284790", "شناسه ملی:"),
        ("foreigner", "123456789012", "شماره فراگیر اتباع:"),
        ("unnumbered", "", "کد ملی: —"),
    ],
)
def test_a_slip_calls_the_number_as_it_is_called(
    press: Press, kind: str, code: str, label: str
) -> None:
    pdf = press.pdf(samples.deficiency(kind=kind, id=code))
    assert readback.missing([label, persian_digits(code[:3]), persian_digits(code[-4:])], pdf) == []
    others = {"کد ملی:", "شناسه ملی:", "شماره فراگیر اتباع:"} - {label.removesuffix(" —")}
    assert set(readback.missing(sorted(others), pdf)) == others


@pytest.mark.parametrize("make", samples.EVERY)
def test_a_copy_a_sample_says_so_on_its_face(press: Press, make: samples.Make) -> None:
    paper = make(copy=COPY, letterhead=samples.letterhead(sample=True))
    phrases = ["المثنی — نسخه ۲ — زهرا محمدی", "نمونه آموزشی — فاقد اعتبار"]
    assert readback.missing(phrases, press.pdf(paper)) == []


def test_a_voided_receipt_is_marked_and_a_valid_one_is_not(press: Press) -> None:
    voided = press.pdf(samples.receipt(ended="withdrawn", ended_reason="سفر"))
    assert readback.missing(["انصراف متقاضی: سفر"], voided) == []
    assert readback.missing(["باطل"], press.pdf(samples.receipt())) == ["باطل"]


def test_a_corrected_receipt_says_so(press: Press) -> None:
    assert readback.missing(["اصلاح‌شده"], press.pdf(samples.receipt(corrected=True))) == []
    assert readback.missing(["اصلاح‌شده"], press.pdf(samples.receipt())) == ["اصلاح‌شده"]
    both = press.pdf(samples.receipt(corrected=True, ended="voided", ended_reason="سهو"))
    assert readback.missing(["ابطال‌شده: سهو"], both) == []


def test_a_paper_says_how_many_copies_are_asked_for() -> None:
    asked = (
        PaperDocument(title="عکس", count=4),
        PaperDocument(title="کروکی", form="copy", count=4),
    )
    assert [parts.named(document) for document in asked] == [
        "عکس (۴ نسخه)",
        "کروکی (تصویر، ۴ نسخه)",
    ]
    assert parts.named(PaperDocument(title="کروکی", form="copy")) == "کروکی (تصویر)"


def test_the_date_of_footnote_5_is_empty_until_the_receipt_comes_back(press: Press) -> None:
    open_one = readback.words(press.pdf(samples.receipt()))
    closed = readback.words(press.pdf(samples.receipt(delivered=samples.AT.replace(day=29))))
    assert "14050908" not in open_one.replace("/", "")
    assert "14050908" in closed.replace("/", "")


def test_a_receipt_names_its_two_equal_dates_apart_on_a_roll() -> None:
    slip = receipt.receipt(samples.receipt(), samples.ROLL)
    words = repr(slip).replace("\\xa0", "\u00a0")
    assert words.count(receipt.ANSWER) == 2
    assert receipt.ESTIMATE in words
    assert receipt.DELIVERY in words


def test_the_log_has_each_request_once_and_its_seven_columns(press: Press) -> None:
    paper: LogPaper = samples.log(350, 150)
    text = readback.words(press.pdf(paper))
    for row in paper.received[150:]:
        assert text.count(row.tracking) == 1
    tables = [block for block in log.log(paper, samples.PAGE).blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [351, 151]
    assert {len(row) for table in tables for row in table.rows} == {7}


def test_the_log_ends_with_the_head_of_the_chain_in_one_piece() -> None:
    last = lay_out_page(samples.log()).pages[-1]
    lines = [item.line for _, _, item in last.items if isinstance(item, Ink)]
    assert samples.log().head in [
        line.stretches[0].words.strip(LRI + PDI) for line in lines if line.stretches
    ]


def test_an_empty_log_says_so(press: Press) -> None:
    pdf = press.pdf(samples.log(0, 0, supplement=True))
    assert readback.missing(["موردی نیست.", "برگ متمم", "درخواست ۰"], pdf) == []
    assert readback.pages(pdf) == 1


def test_a_supplement_says_what_became_of_signed_rows_when_and_why(press: Press) -> None:
    (row,) = samples.rows(1)
    changed = (
        LogChange(row=row, what="voided", at=datetime(2026, 11, 25, 10, 45), reason="دوبار ثبت شد"),
        LogChange(row=row, what="last_step", at=datetime(2026, 11, 25, 11, 5)),
    )
    pdf = press.pdf(samples.log(0, 0, supplement=True, changed=changed))
    said = ["ابطال‌شده", "۱۰:۴۵", "دوبار ثبت شد", "۱۱:۰۵", log.CHANGED]
    assert readback.missing(said, pdf) == []
    assert readback.words(pdf).count(row.tracking) == 2
    assert readback.missing([log.CHANGED], press.pdf(samples.log(0, 0))) == [log.CHANGED]


def test_a_foot_that_nobody_counted_has_a_dash(press: Press) -> None:
    pdf = press.pdf(samples.log(totals=LogTotals(requests=3, overdue=None)))
    assert readback.missing(["موعد گذشته —"], pdf) == []


@pytest.mark.parametrize("make", samples.PAGES)
def test_what_is_a_page_refuses_the_roll(press: Press, make: samples.Make) -> None:
    with pytest.raises(Refusal) as refusal:
        press.thermal(make())
    assert refusal.value.code == "paper_not_on_roll"
    assert refusal.value.facts == {"kind": make.__name__}


def test_the_questionnaire_is_one_page_of_sixteen_questions(press: Press) -> None:
    words = survey.wording()
    pdf = press.pdf(samples.survey(letterhead=samples.letterhead(agency=samples.LONG_NAME)))
    assert readback.pages(pdf) == 1
    assert len(words.questions) == 16
    short = [question.text for question in words.questions if len(question.text) < 45]
    assert readback.missing([*short, *words.levels[1:4], "سطح رضایت"], pdf) == []
    assert readback.words(pdf).count("0012345679") == 0


def test_boxes_to_tick_stand_for_every_question_and_level() -> None:
    document = survey.survey(samples.survey(), samples.PAGE)
    assert repr(document).count("Square(") == 16 * 5 + 2


def test_a_free_service_says_so(press: Press) -> None:
    bare = SubService(code="1", title="راهنمایی")
    pdf = press.pdf(samples.information(sub_service=bare))
    assert readback.missing(["هزینه‌ها: این خدمت هزینه ندارد.", "ندارد"], pdf) == []


def test_the_rest_of_a_long_list_of_papers_is_counted_on_the_ticket(press: Press) -> None:
    pdf = press.pdf(
        samples.ticket(documents=tuple(PaperDocument(title=f"مدرک {n}") for n in range(9)))
    )
    assert readback.missing(["و ۴ مدرک دیگر، روی تابلو"], pdf) == []


def test_the_ticket_of_whom_nobody_would_call_says_so_as_the_screen_does(press: Press) -> None:
    nobody, waiting = "اکنون برای این خدمت کارمندی نیست", "اعلام شماره"
    alone, usual = (press.pdf(samples.ticket(unattended=so), "A5") for so in (True, False))
    assert readback.missing([nobody, waiting], alone) == [waiting]
    assert readback.missing([nobody, waiting], usual) == [nobody]
    on_screen = "Nobody is here for this service at present; please ask at the desk."
    assert catalogue()[on_screen] == UNATTENDED
    assert UNATTENDED.startswith(nobody)


def test_a_second_slip_says_why(press: Press) -> None:
    missing = (PaperDocument(title="کروکی", form="original"),)
    pdf = press.pdf(samples.deficiency(missing=missing, reason="تغییر نشانی محل"))
    assert readback.missing(["مدرک تازه به دلیل: تغییر نشانی محل"], pdf) == []


@pytest.mark.parametrize(
    ("code", "shown"),
    [("1234567890", "۱۲۳***۷۸۹۰"), ("12345678901", "۱۲۳****۸۹۰۱"), ("1234", "۱۲۳۴")],
)
def test_a_code_is_masked_in_its_middle(code: str, shown: str) -> None:
    assert masked(code) == shown


@pytest.mark.parametrize("sheet", [samples.ROLL, samples.PAGE], ids=["roll", "page"])
@pytest.mark.parametrize(
    ("form", "make"),
    [
        (receipt.receipt, samples.receipt),
        (answer.answer, samples.answer),
        (deficiency.deficiency, samples.deficiency),
    ],
    ids=["receipt", "answer", "deficiency"],
)
def test_a_dash_stands_where_somebody_has_no_code(
    form: Callable[[Any, Sheet], Document], make: samples.Make, sheet: Sheet
) -> None:
    coded, uncoded = repr(form(make(), sheet)), repr(form(make(id=""), sheet))
    assert uncoded.count("—") == coded.count("—") + 1


def test_text_is_data(press: Press) -> None:
    words = '<b>درشت</b> "نقل" {x} %s 😀👨‍👩‍👧 \u202eوارونه'
    laid = lay_out_page(samples.answer(content=words))
    lines = [
        item.line.stretches[0].words
        for _, _, item in laid.pages[0].items
        if isinstance(item, Ink) and item.line.stretches
    ]
    assert any("درشت" in line and "\ufffd" in line and "\u202e" not in line for line in lines)
    assert (
        readback.missing(["درشت", "وارونه", "نقل"], press.pdf(samples.answer(content=words))) == []
    )


HEADS: tuple[tuple[Paper, tuple[str, ...]], ...] = (
    (samples.answer(), ("شماره: ۴۸۲۷۱۹۳۰۵۵۶۳/۱", "پیوست: ندارد")),
    (samples.answer(attachment="2 برگ نقشه"), ("پیوست: ۲ برگ نقشه",)),
    (samples.receipt(), ("شماره: ۴۸۲۷ ۱۹۳۰ ۵۵۶۳", "پیوست: ندارد")),
    (samples.deficiency(), ("شماره: ۱۴۰۵-۰۳۱۲", "پیوست: ندارد")),
    (samples.cover(), ("شماره: ۴۸۲۷ ۱۹۳۰ ۵۵۶۳", "پیوست: دارد")),
    (samples.handover(), ("شماره: ………", "پیوست: ۶ پرونده")),
    (samples.log(), ("شماره: ………", "پیوست: ندارد")),
    (samples.steps(tracking="482719305563"), ("شماره: ۴۸۲۷ ۱۹۳۰ ۵۵۶۳",)),
    (samples.ticket(), ("شماره: الف ۰۱۷",)),
)


@pytest.mark.parametrize(("paper", "stack"), HEADS, ids=lambda value: type(value).__name__)
def test_date_number_and_enclosure_stand_at_the_head_of_a_letter(
    press: Press, paper: Paper, stack: tuple[str, ...]
) -> None:
    assert readback.missing(["تاریخ: ", *stack], press.pdf(paper)) == []


def test_what_goes_along_with_an_answer_is_told_on_a_roll_too() -> None:
    slips = [
        repr(answer.answer(samples.answer(attachment=told), samples.ROLL)) for told in ("", "2 برگ")
    ]
    assert ["پیوست:" in slip for slip in slips] == [False, True]
    assert "۲ برگ" in slips[1]


def test_table_1_has_its_labels_on_a_roll_too() -> None:
    said = repr(steps.steps(samples.steps(), samples.ROLL))
    assert [label for label in steps.COLUMNS[2:] if f"'{label}:'" not in said] == []


@pytest.mark.parametrize("make", samples.ROLLS)
def test_no_dot_hangs_at_the_end_of_a_line(make: samples.Make) -> None:
    for sheet in (samples.PAGE, samples.ROLL):
        assert " · " not in repr(FORMS[type(make())][1](make(), sheet))


def test_the_client_signs_only_the_copy_that_stays(press: Press) -> None:
    phrase = "تحویل اینجانب شد و رسید خدمت عودت گردید"
    assert readback.missing([phrase], press.pdf(samples.answer(office_copy=True))) == []
    assert readback.missing([phrase], press.pdf(samples.answer())) == [phrase]


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_usual_answer_needs_one_page_signed_or_not(size: Size, press: Press) -> None:
    remarks = "دریافت کمک مشابه از دستگاه دیگر باید پیش از واریز اعلام شود."
    for office_copy in (False, True):
        paper = samples.answer(remarks=remarks, office_copy=office_copy)
        assert readback.pages(press.pdf(paper, size)) == 1


def test_a_long_answer_goes_on_to_further_pages(press: Press) -> None:
    pdf = press.pdf(samples.answer(content=samples.CONTENT * 30, office_copy=True))
    assert readback.pages(pdf) > 1
    assert readback.missing(["صفحه ۲ از"], pdf) == []


def test_the_steps_of_one_request_carry_their_times_lying_on_their_side(press: Press) -> None:
    paper = samples.steps(tracking="482719305563")
    laid = lay_out_page(paper)
    assert laid.pages[0].width > laid.pages[0].height
    phrases = ["شماره پیگیری: ۴۸۲۷ ۱۹۳۰ ۵۵۶۳", "زمان تحویل به واحد", "۱۴۰۵/۰۸/۳۰ ۱۲:۴۵"]
    assert readback.missing(phrases, press.pdf(paper)) == []


def test_symbols_are_read_from_the_page(press: Press) -> None:
    for paper, said in (
        (samples.receipt(), samples.receipt().payload),
        (samples.ticket(), samples.ticket().payload),
        (samples.deficiency(), samples.deficiency().token),
    ):
        assert readback.symbols(readback.picture(press.pdf(paper))) == [said]


@pytest.mark.parametrize("rows", range(1, 40, 2))
def test_nobody_signs_a_page_of_the_log_that_has_no_rows(press: Press, rows: int) -> None:
    paper = samples.log(rows, 2)
    last = readback.words_by_page(press.pdf(paper))[-1]
    assert search_key("مسئول میز خدمت (امضا)") in last
    assert paper.answered[-1].tracking in last


def test_the_number_of_a_ticket_is_fifteen_millimetres_high(press: Press) -> None:
    job = strips.read(press.thermal(samples.ticket(label="۱۲۸"))).image(576)
    dark = [row.strip(b"\xff") != b"" for row in _rows_of(job)]
    tallest = max(len(list(run)) for inked, run in groupby(dark) if inked)
    assert tallest >= 15 / 25.4 * 203


def test_a_list_for_one_unit_is_signed_by_it(press: Press) -> None:
    pdf = press.pdf(samples.handover(unit="امور سیاسی"))
    assert readback.missing(["تحویل‌گیرنده، امور سیاسی (امضا):"], pdf) == []
    assert readback.missing(["رابط دبیرخانه (امضا)"], pdf) != []


@pytest.mark.parametrize("count", [1, 7, 12, 13, 26, 40])
def test_a_long_list_is_signed_under_its_last_row(press: Press, count: int) -> None:
    last = readback.words_by_page(press.pdf(samples.handover(count)))[-1]
    assert search_key("رابط دبیرخانه (امضا)") in last
    assert samples.handover(count).rows[-1].tracking in last


@pytest.mark.parametrize("size", ["A3", "A4"])
@pytest.mark.parametrize("count", [0, 1, 8, 12, 13])
def test_a_board_of_some_titles_is_one_page(press: Press, count: int, size: Size) -> None:
    head = samples.letterhead(emblem=samples.emblem(), sample=True)
    full = samples.board(count, letterhead=head, title="مجوزها")
    assert readback.pages(press.pdf(full, size)) == 1
    pdf = press.pdf(samples.board(count), size)
    assert readback.pages(pdf) == 1
    assert readback.missing([row.title for row in samples.board(count).services], pdf) == []


def test_many_titles_stand_under_their_departments_with_running_numbers(press: Press) -> None:
    pdf = press.pdf(samples.board(14))
    assert readback.missing(["دفتر امور روستایی", "معاونت اقتصادی"], pdf) == []
    words = latin_digits(repr(board.board(samples.board(14), samples.PAGE)))
    assert re.findall(r"text='(\d+)\.'", words) == [str(number) for number in range(1, 15)]


def test_a_cover_names_the_unit_or_says_that_none_is_left(press: Press) -> None:
    paper = samples.cover(unit="", steps=(), documents=())
    assert readback.missing(["مرحله‌ای نمانده", "مدرکی پیوست نیست."], press.pdf(paper)) == []
    assert readback.symbols(readback.picture(press.pdf(paper))) == [paper.payload]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1405/3/8812", "۱۴۰۵/۳/۸۸۱۲"),
        ("1405/ص/12345-B", "1405/ص/12345-B"),
        ("IR82 0540 1026", f"{LRI}IR82 0540 1026{PDI}"),
    ],
)
def test_the_number_of_a_letter_is_persian_unless_it_holds_latin_letters(
    typed: str, shown: str
) -> None:
    assert parts.number(typed) == shown
    assert parts.typed(f"حساب {shown}", Style()).runs[0].text == f"حساب {shown}"


TYPED = "متقاضی 1 کد AB-12"
FILLED: tuple[Paper, ...] = (
    samples.receipt(name=TYPED),
    samples.answer(name=TYPED),
    samples.deficiency(name=TYPED),
    samples.cover(name=TYPED),
    samples.handover(rows=(msgspec.structs.replace(samples.handover().rows[0], name=TYPED),)),
    samples.ticket(sub_service=TYPED),
    samples.steps(sub_service=TYPED),
    samples.survey(sub_service=TYPED),
)


@pytest.mark.parametrize("paper", FILLED, ids=lambda paper: type(paper).__name__)
def test_figures_that_were_typed_are_persian_on_paper(paper: Paper) -> None:
    assert "متقاضی ۱ کد AB-12" in repr(FORMS[type(paper)][1](paper, samples.PAGE))


def _rows_of(image: Image.Image) -> list[bytes]:
    data = image.tobytes()
    return [data[at : at + image.width] for at in range(0, len(data), image.width)]
