"""What the office makes of a form stands on the paper, and the screen shows just that paper."""

from collections.abc import Callable
from typing import Literal

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage

from app.papers import Paper
from app.templates.template import Sentence, Template, own_rows
from printing.paper import Press
from tests.printing import samples
from tests.printing.readback import missing, pages, picture, symbols, words
from tests.printing.strips import read

HEADING, FOOTER = "سال خدمت بی‌منت", "ورود از در شرقی"
OWN = Template(
    version=3,
    heading=HEADING,
    footer=FOOTER,
    sentences=(
        Sentence(text="تلفن این واحد {phone} است."),
        Sentence(text="نظر خود را به {sms} بفرستید.", place="foot"),
    ),
)
SAID = [HEADING, FOOTER, "تلفن این واحد", "نظر خود را به"]
MOST_APART = 3.0
"""Of 255: how far two drawings of a page may be apart on the average, seen so small that it does
not matter how a program smooths the edges of letters."""
_SMALL = 4


def dressed(make: Callable[..., Paper], template: Template = OWN) -> Paper:
    """A sample in that form."""
    return make(template=template)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of a page are apart."""
    small = (one.width // _SMALL, one.height // _SMALL)
    pair = [image.resize(small, Image.Resampling.BOX) for image in (one, other)]
    mean: float = ImageStat.Stat(ImageChops.difference(*pair)).mean[0]
    return mean


@pytest.mark.parametrize("make", samples.ROLLS)
@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_offices_own_words_stand_on_every_form(
    press: Press, make: Callable[..., Paper], size: Literal["A4", "A5"]
) -> None:
    assert missing(SAID, press.pdf(dressed(make), size)) == []


def test_they_stand_on_the_log_and_leave_the_questionnaire_one_page(press: Press) -> None:
    assert missing(SAID, press.pdf(dressed(samples.log))) == []
    survey = press.pdf(dressed(samples.survey, replace(OWN, sentences=())))
    assert missing([HEADING, FOOTER], survey) == []
    assert pages(survey) == 1


def test_what_is_not_known_of_a_paper_leaves_its_sentence_out(press: Press) -> None:
    head = replace(samples.LETTERHEAD, phone="")
    found = words(press.pdf(samples.receipt(template=OWN, letterhead=head), "A4"))
    assert "تلفناینواحد" not in found
    assert "نظرخودرا" in found


def test_rows_that_are_off_are_gone_and_the_others_stand_in_their_order(press: Press) -> None:
    fixed = own_rows("receipt")[:10]
    off = Template(rows=(*fixed, "follow", "documents"))
    found = words(press.pdf(dressed(samples.receipt, off), "A4"))
    assert "همراهداشتهباشید" not in found
    assert "مسوولپاسخگو" not in found
    usual = words(press.pdf(samples.receipt(), "A4"))
    papers, follow = "مدارکدریافت", "پیگیری:"
    assert usual.index(papers) < usual.rindex(follow)
    assert found.index(papers) > found.rindex(follow)


def test_gods_name_may_be_left_out(press: Press) -> None:
    for make in (samples.receipt, samples.answer):
        assert missing(["بسمه تعالی"], press.pdf(dressed(make, Template(basmala=False))))
        assert not missing(["بسمه تعالی"], press.pdf(make()))


@pytest.mark.parametrize("make", samples.ROLLS)
def test_larger_type_makes_a_longer_strip(press: Press, make: Callable[..., Paper]) -> None:
    lengths = [
        press.preview_roll(dressed(make, Template(size=size))).height() for size in (0.85, 1.0, 1.3)
    ]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_the_size_that_is_asked_for_goes_before_that_of_the_form(press: Press) -> None:
    large = samples.receipt(template=Template(paper="A4"))
    for pdf, wide in ((press.pdf(large), 210), (press.pdf(large, "A5"), 148)):
        assert picture(pdf, dpi=254).width == pytest.approx(wide * 10, abs=10)


@pytest.mark.parametrize("make", samples.EVERY)
def test_the_page_on_the_screen_is_the_page_of_the_file(
    press: Press, make: Callable[..., Paper]
) -> None:
    paper = dressed(make, replace(OWN, sentences=()))
    leaves, pdf = press.leaves(paper, 100), press.pdf(paper)
    assert len(leaves) == pages(pdf)
    for number, leaf in enumerate(leaves):
        assert apart(_pillow(leaf.image), picture(pdf, number, 100)) < MOST_APART


def test_another_form_is_seen_to_be_another_page(press: Press) -> None:
    here = _pillow(press.leaves(samples.answer(), 100)[0].image)
    there = picture(press.pdf(dressed(samples.answer)), 0, 100)
    assert apart(here, there) > 2 * MOST_APART


@pytest.mark.parametrize("make", samples.ROLLS)
@pytest.mark.parametrize("width", [80, 58])
def test_the_strip_on_the_screen_has_the_very_dots_that_are_burnt(
    press: Press, make: Callable[..., Paper], width: Literal[80, 58]
) -> None:
    paper = dressed(make)
    (leaf,) = press.strip(paper, width)
    burnt = read(press.thermal(paper, width)).image(leaf.image.width())
    here = _pillow(leaf.image)
    tall = min(here.height, burnt.height)
    box = (0, 0, here.width, tall)
    assert here.crop(box).tobytes() == burnt.crop(box).tobytes()
    for rest in (here, burnt):
        assert rest.crop((0, tall, here.width, rest.height)).getextrema() in ((255, 255), None)


def test_symbols_are_still_read_in_the_largest_type(press: Press) -> None:
    paper = dressed(samples.receipt, replace(OWN, size=1.3))
    for width in (80, 58):
        roll = read(press.thermal(paper, width))
        assert symbols(roll.image(576 if width == 80 else 384)) == [samples.receipt().payload]


def _pillow(image: QImage) -> Image.Image:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data = bytes(grey.constBits())
    size = (grey.width(), grey.height())
    return Image.frombuffer("L", size, data, "raw", "L", grey.bytesPerLine(), 1).copy()
