"""PDF files as their readers find them."""

import re
import zlib

import pypdfium2
import pytest

from app.papers import Paper
from printing.face import load
from printing.paper import Press
from tests.printing import readback, samples


def names(pdf: bytes) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", pdf)}


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_every_word_of_a_receipt_is_found(press: Press, size: str) -> None:
    pdf = press.pdf(samples.receipt(), size)  # type: ignore[arg-type]
    phrases = [
        "بسمه تعالی",
        "رسید خدمت",
        "شماره پی گیری:",
        "۴۸۲۷ ۱۹۳۰ ۵۵۶۳",
        "عنوان خدمت:",
        "صدور مجوز برگزاری مراسم و اجتماعات",
        "نام و نام خانوادگی متقاضی:",
        "محمدرضا کریمی‌نژاد",
        "کد ملی متقاضی:",
        "۰۰۱۲۳۴۵۶۷۹",
        "امضا متقاضی:",
        "تاریخ دریافت درخواست خدمت:",
        "۱۴۰۵/۰۸/۳۰ ساعت ۱۰:۴۵",
        "تاریخ دریافت پاسخ خدمت:",
        "۱۴۰۵/۰۹/۱۰",
        "نام و امضا کارمند میز خدمت:",
        "زهرا محمدی",
        "تاریخی که ارباب رجوع درخواست خود را به میز خدمت ارائه کرده است و ثبت شده است",
        "سه‌شنبه ۱۰ آذر",
        "تاریخ اعلام‌شده برآورد دستگاه است",
        "۰۱۱-۵۲۲۲۱۲۳۴",
    ]
    assert readback.missing(phrases, pdf) == []


def test_lam_alef_and_drawn_out_letters_are_found(press: Press) -> None:
    words = "لازم، سلام، الله، اسلامی، تاریخ، پیش‌بینی، خلاصه، لطفاً، مسئولیت‌پذیری"
    pdf = press.pdf(samples.answer(content=words))
    assert readback.missing(words.split("، "), pdf) == []


@pytest.mark.parametrize("make", samples.EVERY)
def test_a_file_carries_its_fonts_its_language_and_its_title(
    press: Press, make: samples.Make
) -> None:
    pdf = press.pdf(make())
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title")
    assert b"/Lang (fa-IR)" in pdf
    assert names(pdf) <= {"Vazirmatn-Regular", "Vazirmatn-Medium", "Vazirmatn-Bold"}
    assert pdf.count(b"/FontFile2") == len(names(pdf)) == pdf.count(b"/ToUnicode")
    assert b"/Type1" not in pdf


def test_a_receipt_is_small_and_so_is_a_log_of_five_hundred_rows(press: Press) -> None:
    assert len(press.pdf(samples.receipt())) <= 40_000
    assert len(press.pdf(samples.log(350, 150))) <= 120_000


@pytest.mark.parametrize("make", samples.EVERY)
def test_another_program_sees_ink_where_we_set_it(press: Press, make: samples.Make) -> None:
    paper: Paper = make()
    ours = press.preview(paper, dpi=100)[0]
    theirs = readback.picture(press.pdf(paper), dpi=100)
    assert (ours.width(), ours.height()) == pytest.approx(theirs.size, abs=1)
    cells = 40
    far = 0
    for x in range(0, theirs.width - cells, cells):
        for y in range(0, theirs.height - cells, cells):
            mine = sum(
                ours.pixelColor(x + dx, y + dy).lightness()
                for dx in range(0, cells, 2)
                for dy in range(0, cells, 2)
            )
            box = theirs.crop((x, y, x + cells, y + cells)).resize((20, 20))
            far += abs(mine - sum(box.tobytes())) > 255 * 400 * 0.07
    assert far <= 2


def test_a_subset_keeps_the_parts_of_composite_glyphs() -> None:
    face = load("regular")
    program, numbers = face.subset([5, 300, 301, 77])
    assert set(numbers) >= {0, 5, 300, 301, 77}
    assert len(program) < 20_000
    assert zlib.crc32(program) == zlib.crc32(face.subset([5, 300, 301, 77])[0])


def test_an_emblem_stands_in_the_file_and_a_broken_one_leaves_its_place(press: Press) -> None:
    good = samples.letterhead(emblem=samples.emblem())
    assert b"/Subtype /Image" in press.pdf(samples.receipt(letterhead=good))
    broken = samples.letterhead(emblem=b"no picture")
    assert b"/Subtype /Image" not in press.pdf(samples.receipt(letterhead=broken))
