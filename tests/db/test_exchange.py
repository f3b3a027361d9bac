"""The catalogue to a file and back, in each of its three formats, and every bad cell refused."""

import contextlib
import io
import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app import sub_service
from app.catalogue_file import PERSON
from app.identity import applicant_id, national_code
from app.letters import search_key
from app.refusal import Refusal
from app.sub_service import (
    Answerable,
    Fee,
    FormField,
    Inquiry,
    ReadyText,
    RequiredDocument,
    Step,
    SubService,
)
from db.exchange import as_csv, as_json, as_xlsx
from db.exchange.shape import ALL, ANSWERABLE, LISTS, SIMPLE, table_of
from tests.timing import quickest
from ui.words import Words

FORMATS = (as_json, as_csv, as_xlsx)
each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.__name__)

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t")
TEXT = (
    st.text(LETTERS, max_size=12) | st.sampled_from(["=1+1", "+98", "'@", "a | b\\", "\\n", "#N/A"])
).map(lambda text: text.translate({0xFFFE: None, 0xFFFF: None}).strip())
TITLE = TEXT.filter(bool)
AMOUNT = st.integers(0, 10**15 - 1)
DURATION = st.integers(0, 10**9).map(lambda millionths: round(millionths / 10**6, 6))


def some(kind: Any) -> st.SearchStrategy[Any]:
    """A choice of a closed set of values."""
    return st.sampled_from(get_args(kind))


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None, one or two of them."""
    return st.lists(one, max_size=2).map(tuple)


def all_differ(papers: tuple[RequiredDocument, ...]) -> bool:
    """Whether each paper stands there once."""
    keys = [search_key(paper.title) or paper.title for paper in papers]
    return len({*keys}) == len(keys)


STEP = st.builds(
    Step,
    title=TITLE,
    unit=TEXT,
    post=TEXT,
    duration=DURATION,
    unit_of_time=some(sub_service.TimeUnit),
)
DOCUMENT = st.builds(
    RequiredDocument,
    title=TITLE,
    form=st.sampled_from(["original", "copy", "both"]),
    count=st.integers(1, 1000),
    kinds=several(some(sub_service.ApplicantKind)),
    obligatory=st.booleans(),
    condition=TEXT,
    where=TEXT,
)
READY = st.builds(
    ReadyText,
    title=TITLE,
    result=some(sub_service.AnswerResult),
    grounds=TEXT,
    content=TEXT,
    objection=TEXT,
    remarks=TEXT,
)
ENTRY = st.builds(
    SubService,
    code=st.text("0123456789ابپ._", min_size=1, max_size=6),
    title=TITLE,
    department=TEXT,
    official_id=TEXT,
    mode=some(sub_service.Mode),
    channel=some(sub_service.Channel),
    fitness=several(st.sampled_from(["presence", "frequent", "standard"])),
    places=several(TITLE),
    url=TEXT,
    steps=several(STEP),
    documents=several(DOCUMENT).filter(all_differ),
    forms=several(TITLE),
    average=TEXT,
    inquiries=several(st.builds(Inquiry, title=TITLE, body=TEXT)),
    fees=several(st.builds(Fee, title=TITLE, amount=AMOUNT, account=TEXT, article=TEXT)),
    answerable=st.builds(Answerable, name=TEXT, post=TEXT, phone=TEXT, hours=TEXT, deputy=TEXT),
    legal_basis=TEXT,
    ready_texts=several(READY),
    note=TEXT,
    fields=several(
        st.builds(
            FormField, title=TITLE, kind=some(sub_service.FieldKind), obligatory=st.booleans()
        )
    ),
)
CATALOGUE = st.lists(ENTRY, max_size=3, unique_by=lambda entry: entry.code).map(tuple)

ONE = SubService(code="7", title="پرداخت کمک‌هزینه", steps=(Step(title="بررسی", unit="دفتر"),))


def refused(read: Callable[[bytes], object], data: bytes) -> Refusal:
    """What the reader says to the data."""
    with pytest.raises(Refusal) as caught:
        read(data)
    return caught.value


def csv_refused(*lines: str) -> dict[str, Any]:
    """The facts of a refused CSV."""
    refusal = refused(as_csv.read, "\n".join(lines).encode())
    assert refusal.code == "catalogue_row_bad"
    return refusal.facts


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook as somebody might save it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def names(shape: type) -> set[str]:
    """The fields of a value."""
    return {field.name for field in msgspec.structs.fields(shape)}


# --- round trips


@each_format
@given(catalogue=CATALOGUE)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back_equal(
    form: ModuleType, catalogue: tuple[SubService, ...]
) -> None:
    assert form.read(form.write(catalogue)) == catalogue


def test_every_field_of_the_catalogue_has_a_column() -> None:
    own = {field.name for field in ALL if not field.name.startswith(PERSON)} | {"answerable"}
    assert own == names(SubService)
    assert {field.name.removeprefix(PERSON) for field in ANSWERABLE} == names(Answerable)
    for table in map(table_of, LISTS):
        if isinstance(table.make, type):
            assert {field.name for field in table.fields} == names(table.make)


@each_format
def test_560_sub_services_are_read_little_slower_than_their_bare_workbook(
    form: ModuleType,
) -> None:
    sample = full(catalogue())[0]
    many = tuple(msgspec.structs.replace(sample, code=str(n)) for n in range(560))
    workbook, data = as_xlsx.write(many), form.write(many)
    bare = spent(lambda: cells_in(workbook))
    assert spent(lambda: len(form.read(data))) < 2.5 * bare


def cells_in(workbook: bytes) -> int:
    """How many cells its library reads without us: about a second of work."""
    sheets = load_workbook(io.BytesIO(workbook), read_only=True)
    return sum(len(row) for sheet in sheets for row in sheet.iter_rows(values_only=True))


def spent(deed: Callable[[], int]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    assert deed() >= 560
    return time.process_time() - start


def test_reading_json_and_csv_leaves_openpyxl_alone() -> None:
    code = "import sys; from db.exchange import as_json, as_csv; print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- what people's programs save


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_and_delimiters_of_excel(encoding: str, mark: str) -> None:
    text = mark.join(["کد", "عنوان زیرخدمت"]) + "\r\n" + mark.join(["۷", "کمک‌هزینه"])
    assert as_csv.read(text.encode(encoding)) == (SubService(code="7", title="کمک‌هزینه"),)


def test_windows_1256_gives_persian_yeh() -> None:
    data = "کد,عنوان زيرخدمت\n7,رسيدگي".encode("cp1256")
    assert as_csv.read(data) == (SubService(code="7", title="رسیدگی"),)


def test_english_heads_and_english_values_are_understood() -> None:
    text = "code,title,mode,channel,steps\n٧,a,3,electronic,s | u | p | ۱٫۵ | working_hour"
    step = Step(title="s", unit="u", post="p", duration=1.5, unit_of_time="working_hour")
    expected = SubService(code="7", title="a", mode=3, channel="electronic", steps=(step,))
    assert as_csv.read(text.encode()) == (expected,)


def test_sums_may_mark_their_thousands() -> None:
    text = "code,title,fees\n1,a,کارمزد | ۵۰۰٬۰۰۰"
    assert as_csv.read(text.encode())[0].fees == (Fee(title="کارمزد", amount=500_000),)


def test_a_field_of_its_own_is_text_and_may_stay_empty_unless_said() -> None:
    text = "code,title,fields\n1,a,محل خدمت | | بله\n2,b,مدت\n3,c,تاریخ شروع | تاریخ"
    fields = [entry.fields for entry in as_csv.read(text.encode())]
    assert fields == [
        (FormField(title="محل خدمت", obligatory=True),),
        (FormField(title="مدت"),),
        (FormField(title="تاریخ شروع", kind="date"),),
    ]


def test_two_sub_services_may_share_a_title() -> None:
    assert len(as_csv.read(b"code,title\n13,a\n15,a")) == 2


def test_a_workbook_with_one_sheet_of_any_name_is_read() -> None:
    data = workbook(Sheet1=[["کد", "عنوان"], [7, "الف"]], Sheet2=[])
    assert as_xlsx.read(data) == (SubService(code="7", title="الف"),)


def test_the_sheets_run_from_right_to_left_and_compute_nothing() -> None:
    entry = msgspec.structs.replace(ONE, title='=HYPERLINK("http://x")', note="@SUM(A1)")
    book = load_workbook(io.BytesIO(as_xlsx.write((entry,))))
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert {c.data_type for sheet in book for row in sheet for c in row} <= {"s", "n"}


def test_csv_holds_no_cell_that_a_spreadsheet_would_compute() -> None:
    entry = msgspec.structs.replace(ONE, title='=HYPERLINK("http://x")')
    assert "\n7,\"'=HYPERLINK" in as_csv.write((entry,)).decode()


# --- refused rows


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (",a,,", "code"),
        ("5,a,,", "code"),
        ("۵,a,,", "code"),
        ("6 7,a,,", "code"),
        ("6,,,", "title"),
        ("6,a,9,", "mode"),
        ("6,a,,fax", "channel"),
        (f"6,{'a' * 4001},,", "title"),
    ],
)
def test_the_first_bad_cell_is_named(line: str, column: str) -> None:
    facts = csv_refused("code,title,mode,channel", "5,a,,", "", line, "also bad")
    assert (facts["row"], facts["column"]) == (4, column)
    assert facts["problem"]


def test_every_bad_cell_is_told_with_the_first() -> None:
    lines = ["code,title,mode", "5,a,", "5,b,", "6,,9", "7,c,2", "8,d,x", "9,e,,beyond"]
    facts = csv_refused(*lines)
    cells = [facts, *facts["others"]]
    assert [(cell["row"], cell["column"]) for cell in cells] == [
        (3, "code"),
        (4, "title"),
        (4, "mode"),
        (6, "mode"),
        (7, "4"),
    ]
    assert facts["count"] == len(cells)


def test_a_single_bad_cell_has_no_others() -> None:
    assert csv_refused("code,title", "5,").keys() == {"row", "column", "problem"}


def test_every_bad_cell_of_a_workbook_is_told_with_its_sheet() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"], [8, ""]]
    rows: Sequence[Sequence[object]] = [
        ["کد", "عنوان مرحله", "مدت زمان انجام"],
        [7, "بررسی", "دیر"],
        [8, "بررسی", 2],
    ]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مراحل=rows)).facts
    other = next(iter(facts["others"]))  # type: ignore[call-overload]
    assert (facts["row"], facts["sheet"]) == (3, "زیرخدمات")
    assert (other["row"], other["column"], other["sheet"]) == (2, "مدت زمان انجام", "مراحل")


def test_a_list_that_means_no_sub_service_is_told_beside_a_bad_row() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"], [8, ""]]
    rows: Sequence[Sequence[object]] = [
        ["کد", "عنوان مرحله"],
        [8, "بررسی"],
        [9, "بررسی"],
    ]
    refusal = refused(as_xlsx.read, workbook(زیرخدمات=main, مراحل=rows))
    other = next(iter(refusal.facts["others"]))  # type: ignore[call-overload]
    assert (other["row"], other["column"], other["sheet"]) == (3, "کد", "مراحل")
    first, second = Words().refusal(refusal).split("\n")
    assert first.startswith("برگه «زیرخدمات»، سطر ۳، ستون «عنوان»")
    assert second.startswith("برگه «مراحل»، سطر ۳، ستون «کد»")


def test_every_bad_entry_of_json_is_told() -> None:
    entries = [{"code": "1"}, {"code": "2", "title": "a"}, {"code": "2", "title": "b"}]
    facts = refused(as_json.read, json.dumps({"sub_services": entries}).encode()).facts
    other = next(iter(facts["others"]))  # type: ignore[call-overload]
    assert (facts["row"], other["row"], other["column"]) == (1, 3, "$.sub_services[2].code")


@pytest.mark.parametrize(
    "steps",
    [
        "s|u|p|-1",
        "s|u|p|0",
        "s|u|p|۰٫۰",
        "s|u|p|nan",
        "s|u|p|inf",
        "s|u|p|1e300",
        "s|u|p|1|year",
        "|u",
        "s|||||x",
    ],
)
def test_a_bad_step_is_refused(steps: str) -> None:
    facts = csv_refused("code,title,steps", f"1,a,{steps}")
    assert (facts["row"], facts["column"]) == (2, "steps")


@pytest.mark.parametrize("fees", ["f|-1", "f|", "f|1.5", "f|1e30", "f|ده", "f|²"])
def test_a_bad_sum_is_refused(fees: str) -> None:
    assert csv_refused("code,title,fees", f"1,a,{fees}")["column"] == "fees"


@pytest.mark.parametrize(
    ("heads", "column"),
    [("code", "عنوان زیرخدمت"), ("code,title,tilte", "tilte"), ("code,title,کد", "کد"), ("", "1")],
)
def test_unknown_repeated_and_lacking_heads_are_refused(heads: str, column: str) -> None:
    facts = csv_refused(heads, "1,a,b")
    assert facts["column"] == column


def test_a_cell_without_a_head_is_refused() -> None:
    assert csv_refused("code,title", "1,a,b")["column"] == "3"


def test_a_row_of_an_unknown_code_is_refused_with_its_sheet() -> None:
    rows: Sequence[Sequence[object]] = [["شماره", "عنوان مرحله"], [7, "بررسی"], ["۸", "بررسی"]]
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"]]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مراحل=rows)).facts
    assert (facts["row"], facts["column"], facts["sheet"]) == (3, "شماره", "مراحل")


def test_an_unknown_code_is_told_beside_another_bad_cell_of_its_row() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"]]
    rows: Sequence[Sequence[object]] = [["کد", "عنوان مدرک", "تعداد"], [8, "شناسنامه", "بسیار"]]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مدارک=rows)).facts
    other = next(iter(facts["others"]))  # type: ignore[call-overload]
    assert (facts["row"], facts["column"], facts["sheet"]) == (2, "کد", "مدارک")
    assert (other["row"], other["column"], other["sheet"]) == (2, "تعداد", "مدارک")


def test_papers_of_an_unknown_code_alone_are_told_also_beside_packed_lists() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان", "مراحل"], [7, "الف", "بررسی | دفتر"]]
    rows: Sequence[Sequence[object]] = [["کد", "عنوان مدرک"], [8, "شناسنامه"]]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مدارک=rows)).facts
    assert (facts["row"], facts["column"], facts["sheet"]) == (2, "کد", "مدارک")


def test_a_paper_that_stands_twice_for_a_sub_service_is_refused_with_sheet_and_row() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"], [8, "ب"]]
    rows: Sequence[Sequence[object]] = [
        ["کد", "عنوان مدرک"],
        [7, "کارت ملی"],
        [8, "کارت ملی"],
        [7, "كارت  ملي"],
    ]
    refusal = refused(as_xlsx.read, workbook(زیرخدمات=main, مدارک=rows))
    assert "others" not in refusal.facts
    said = Words().refusal(refusal)
    assert said.startswith("برگه «مدارک»، سطر ۴، ستون «عنوان مدرک»: برای زیرخدمت ۷ پیش‌تر در سطر ۲")


def test_a_paper_that_stands_twice_is_refused_in_one_cell_and_in_json() -> None:
    assert csv_refused("code,title,documents", '1,a,"کارت ملی\nكارت ملي"')["row"] == 2
    papers = [{"title": "کارت ملی"}, {"title": "شناسنامه"}, {"title": "كارت ملي"}]
    entries = {"sub_services": [{"code": "1", "title": "a", "documents": papers}]}
    facts = refused(as_json.read, json.dumps(entries).encode()).facts
    assert facts["column"] == "$.sub_services[0].documents[2].title"


def test_a_step_that_takes_no_time_is_refused_with_its_sheet_and_row() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"]]
    rows: Sequence[Sequence[object]] = [
        ["کد", "عنوان مرحله", "مدت زمان انجام"],
        [7, "ثبت", None],
        [7, "بررسی", 0],
    ]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مراحل=rows)).facts
    assert (facts["row"], facts["column"], facts["sheet"]) == (3, "مدت زمان انجام", "مراحل")


def test_an_unknown_sheet_is_refused() -> None:
    main: Sequence[Sequence[object]] = [["کد", "عنوان"], [7, "الف"]]
    facts = refused(as_xlsx.read, workbook(زیرخدمات=main, مدرک=[["کد"], [7]])).facts
    assert facts["sheet"] == "مدرک"


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ({"code": "2", "title": "a", "mode": 9}, "$.sub_services[1].mode"),
        ({"code": "2", "title": 5}, "$.sub_services[1].title"),
        ({"code": "2"}, "$.sub_services[1]"),
        ({"code": "۷", "title": "a"}, "$.sub_services[1].code"),
        ({"code": "2", "title": " "}, "$.sub_services[1].title"),
        (
            {"code": "2", "title": "a", "steps": [{"title": "s", "unit": "u", "duration": -1}]},
            "$.sub_services[1].steps[0].duration",
        ),
        (
            {"code": "2", "title": "a", "fees": [{"title": "f", "amount": 10**400}]},
            "$.sub_services[1].fees[0].amount",
        ),
        ({"code": "2", "title": "a", "places": [""]}, "$.sub_services[1].places[0]"),
        (
            {"code": "2", "title": "a", "answerable": {"name": "a" * 4001}},
            "$.sub_services[1].answerable.name",
        ),
    ],
)
def test_a_bad_value_in_json_is_named_by_its_path(entry: dict[str, Any], column: str) -> None:
    data = json.dumps({"sub_services": [{"code": "7", "title": "a"}, entry]}).encode()
    facts = refused(as_json.read, data).facts
    assert (facts["row"], facts["column"]) == (2, column)


# --- refused files


def zipped(**parts: bytes) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def rewritten(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A sound workbook with one part changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_xlsx.write((ONE,)))) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for name in sound.namelist():
            content = sound.read(name)
            changed.writestr(name, change(content) if name == part else content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        zipped(a=b"b"),
        zipped(bomb=bytes(70 * 2**20)),
        as_xlsx.write((ONE,))[:-200],
        rewritten(SHEET, lambda xml: xml[:-20]),
        rewritten(SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml),
        rewritten("xl/workbook.xml", lambda _: b"<x/>"),
    ],
)
def test_what_is_no_workbook_is_unreadable(data: bytes) -> None:
    refusal = refused(as_xlsx.read, data)
    assert (refusal.code, refusal.facts) == ("catalogue_unreadable", {"format": "xlsx"})


def test_a_workbook_with_a_row_at_the_end_of_the_world_is_refused_at_once() -> None:
    data = rewritten(SHEET, lambda xml: xml.replace(b'r="2"', b'r="999999999"'))
    assert refused(as_xlsx.read, data).code == "catalogue_row_bad"
    assert quickest(lambda: refused(as_xlsx.read, data), 2) < 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"sub_services": {}}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff{}",
        b'{"sub_services": [' + b'{"x":' * 100_000,
    ],
)
def test_json_of_another_shape_is_unreadable(data: bytes) -> None:
    assert refused(as_json.read, data).code == "catalogue_unreadable"


def test_a_torn_quote_and_an_endless_cell_are_unreadable() -> None:
    for text in ('code,title\n1,"a', "code,title\n1," + "a" * 200_000):
        assert refused(as_csv.read, text.encode()).code == "catalogue_unreadable"


@each_format
def test_a_hundred_megabytes_are_refused_unread(form: ModuleType) -> None:
    data = bytes(100 * 2**20)
    assert refused(form.read, data).code == "catalogue_unreadable"
    assert quickest(lambda: refused(form.read, data), 1) < 1


@each_format
@given(data=st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_random_bytes_are_refused(form: ModuleType, data: bytes) -> None:
    assert refused(form.read, data).code.startswith("catalogue_")


@each_format
def test_a_damaged_file_is_read_or_refused(form: ModuleType) -> None:
    chance = random.Random(1405)
    sound = form.write(catalogue()[:3])
    for _ in range(150):
        damaged = bytearray(sound)
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(Refusal):  # any other exception is a bug
            form.read(bytes(damaged))


# --- the sample office

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


def catalogue() -> tuple[SubService, ...]:
    """The sample catalogue."""
    return as_json.read((SAMPLE / "catalogue.json").read_bytes())


def full(entries: tuple[SubService, ...]) -> list[SubService]:
    """Those that are filled in."""
    return [entry for entry in entries if entry.note]


def test_the_sample_has_38_sub_services_in_five_departments() -> None:
    entries = catalogue()
    assert [entry.code for entry in entries] == [str(n) for n in range(1, 39)]
    assert len({entry.department for entry in entries}) == 5
    assert entries[12].title == entries[14].title


@pytest.mark.parametrize("entry", full(catalogue()), ids=lambda entry: f"no. {entry.code}")
def test_a_full_sample_has_all_headings_of_step_4(entry: SubService) -> None:
    assert "نمونه" in entry.note
    for field in SIMPLE:
        assert field.name == "official_id" or getattr(entry, field.name), field.name
    for field in LISTS:
        assert field.name == "fees" or getattr(entry, field.name), field.name
    assert all((entry.answerable.name, entry.answerable.deputy, entry.answerable.phone))
    assert len({text.result for text in entry.ready_texts}) >= 2
    assert all(t.grounds and t.content and t.objection for t in entry.ready_texts)


def test_the_full_samples_differ() -> None:
    entries = full(catalogue())
    assert len(entries) == 7
    assert {entry.mode for entry in entries} == {1, 2, 3}
    assert any(entry.fees for entry in entries)
    units = {step.unit_of_time for entry in entries for step in entry.steps}
    assert {"working_day", "working_hour"} <= units


@each_format
def test_the_sample_survives_every_format(form: ModuleType) -> None:
    assert form.read(form.write(catalogue())) == catalogue()


def day() -> list[dict[str, Any]]:
    """The clients of the sample day."""
    clients: list[dict[str, Any]] = json.loads((SAMPLE / "day.json").read_bytes())
    return clients


def test_the_clients_of_the_sample_day_have_sound_codes_and_known_papers() -> None:
    titles = {entry.code: {paper.title for paper in entry.documents} for entry in catalogue()}
    assert len(day()) == 12
    for client in day():
        assert applicant_id(client["applicant"]["kind"], client["applicant"]["id"])
        assert client.get("documents", {}).keys() <= titles[client["service"]]
        if "representative" in client:
            assert national_code(client["representative"]["id"])


def test_the_sample_day_has_a_name_of_forty_letters_and_one_with_a_half_space() -> None:
    names = [client["applicant"]["name"] for client in day()]
    assert any("علی‌اکبر" in name for name in names)
    assert any(sum(map(str.isalpha, name)) > 40 for name in names)


def test_the_sample_office_is_open_five_days_and_serves_every_code() -> None:
    office = json.loads((SAMPLE / "office.json").read_bytes())
    assert set(office["hours"]) == {"5", "6", "0", "1", "2"}
    assert [clerk["role"] for clerk in office["clerks"]] == ["clerk", "clerk", "supervisor"]
    assert {counter["sub_services"] for counter in office["counters"]} == {"all"}
