"""How many pages a paper takes, what keeps it to one, and what stands on those that follow."""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

import resources
from app.papers import Paper, PaperDocument, Size, StepRow
from app.persian import search_key
from app.templates.template import Template
from printing.forms import answer, receipt
from printing.layout import Page
from printing.paper import Press, lay_out_page
from printing.slab import Bar, Ink
from tests.printing import readback, samples
from tests.printing.test_layout import inks

HEAD = samples.letterhead(
    agency="وزارت کشور — استانداری مازندران", sample=True, emblem=samples.emblem()
)
_CATALOGUE = msgspec.json.decode(resources.path("sample", "catalogue.json").read_bytes())
TITLES: list[str] = [entry["title"] for entry in _CATALOGUE["sub_services"]]
GROUNDS, CONTENT = "مستند قانونی. ", "متن پاسخ این درخواست بسیار بلند است و ادامه دارد. "


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("title", [*TITLES, samples.LONG_TITLE[:130]])
def test_the_questionnaire_of_every_service_is_one_page(title: str) -> None:
    signer = "دکتر سیدمحمدرضا حسینی‌تبار، فرماندار شهرستان چالوس"
    paper = samples.survey(sub_service=title, letterhead=HEAD, head_of_agency=signer)
    assert len(lay_out_page(paper).pages) == 1


@pytest.mark.usefixtures("press")
def test_a_questionnaire_has_room_to_write_in_however_much_stands_above_it() -> None:
    full = Template(heading="سال خدمت بی‌منت " * 6, footer="ورود از در شرقی " * 6)
    paper = samples.survey(
        sub_service=samples.LONG_TITLE, letterhead=HEAD, template=full, copy=samples.COPY
    )
    (page,) = lay_out_page(paper).pages
    box = max(y + bar.y + bar.height for _, y, bar in page.items if isinstance(bar, Bar))
    written = max(bottom for _, _, _, bottom in inks(page) if bottom < box)
    assert box - written >= 15 * samples.PAGE.dpi / 25.4


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize("title", TITLES)
def test_the_copy_of_a_receipt_is_one_page_as_its_original(title: str, size: Size) -> None:
    paper = samples.receipt(sub_service=title, letterhead=HEAD)
    for one in (paper, replace(paper, copy=samples.COPY)):
        assert len(lay_out_page(one, size).pages) == 1


def test_a_cover_with_some_papers_and_steps_is_one_page(press: Press) -> None:
    step = StepRow(
        title="بازدید از محل پیشنهادی و گزارش کارشناسی",
        unit="معاونت هماهنگی امور عمرانی",
        post="",
        duration=4,
        unit_of_time="working_day",
    )
    documents = (PaperDocument(title="سند مالکیت یا اجاره‌نامه رسمی محل", form="both"),) * 2
    pdf = press.pdf(samples.cover(letterhead=HEAD, steps=(step,) * 4, documents=documents))
    assert readback.pages(pdf) == 1


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_an_answer_gives_up_its_empty_room_before_it_takes_another_page(
    press: Press, size: Size
) -> None:
    paper = samples.answer(
        grounds=GROUNDS * 20, content=CONTENT * 20, remarks="قابل تمدید نیست.", letter_number="12"
    )
    assert readback.pages(press.pdf(paper, size)) == 1


@pytest.mark.parametrize("remarks", ["", "قابل تمدید نیست.", CONTENT * 8])
@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize("times", range(14, 60, 4))
def test_whoever_signs_an_answer_signs_under_some_of_its_words(
    press: Press, times: int, size: Size, remarks: str
) -> None:
    for office_copy in (False, True):
        paper = samples.answer(content=CONTENT * times, office_copy=office_copy, remarks=remarks)
        signed = readback.words_by_page(press.pdf(paper, size))[-1]
        last = remarks[-30:] or paper.objection[-20:]
        names = (last, paper.issuer_name, paper.issuer_post)
        assert [words for words in names if search_key(words) not in signed] == []


LONG: tuple[tuple[Paper, tuple[str, ...]], ...] = (
    (samples.endless_receipt(), (receipt.TITLE, "۴۸۲۷ ۱۹۳۰ ۵۵۶۳")),
    (samples.long_answer(), (answer.TITLE, "۴۸۲۷ ۱۹۳۰ ۵۵۶۳")),
    (samples.cover(steps=samples.long_steps().steps), ("برگ همراه درخواست", "۴۸۲۷ ۱۹۳۰ ۵۵۶۳")),
    (samples.long_log(), ("گزارش کارکنان میز خدمت", "شنبه ۳۰ آبان ۱۴۰۵", "همه باجه‌ها")),
    (samples.handover(30), ("فهرست تحویل به رابط دبیرخانه", "شنبه ۳۰ آبان ۱۴۰۵")),
    (samples.appointments(40), ("فهرست نوبت‌های قبلی", "شنبه ۳۰ آبان ۱۴۰۵")),
    (samples.long_deficiency(), ("برگ اعلام نقص مدارک", "۱۴۰۵-۰۳۱۲")),
    (samples.long_information(), ("برگ اطلاع‌رسانی", samples.LONG_TITLE[:40])),
    (samples.long_steps(), ("جدول تعیین مراحل", "۴۸۲۷ ۱۹۳۰ ۵۵۶۳")),
)


@pytest.mark.parametrize(("paper", "said"), LONG, ids=lambda value: type(value).__name__)
def test_every_page_says_which_paper_it_belongs_to(
    press: Press, paper: Paper, said: tuple[str, ...]
) -> None:
    leaves = readback.words_by_page(press.pdf(paper, "A5"))
    assert len(leaves) > 1
    for number, leaf in enumerate(leaves, 1):
        assert search_key(f"صفحه {number} از {len(leaves)}") in leaf
        assert [words for words in said if search_key(words) not in leaf] == []


def _tops(pages: tuple[Page, ...], words: str) -> Iterator[int]:
    """The pages on which such a line stands."""
    for number, page in enumerate(pages):
        lines = [item.line for _, _, item in page.items if isinstance(item, Ink)]
        if any(words in line.stretches[0].words for line in lines if line.stretches):
            yield number


@pytest.mark.usefixtures("press")
@pytest.mark.parametrize("size", [1.0, 1.1, 1.2, 1.3])
def test_the_footnotes_of_a_receipt_stand_under_its_table(size: float) -> None:
    paper = samples.receipt(letterhead=HEAD, template=Template(size=size), sub_service=TITLES[15])
    pages = lay_out_page(paper, "A5").pages
    places = {(*_tops(pages, words),) for words in (receipt.SIGNATURE, *receipt.FOOTNOTES.values())}
    assert len(places) == 1
