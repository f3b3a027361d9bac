"""One field finds a request by whatever the client can say of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applicant import Applicant, Representative
from app.deeds import request
from app.folds.request import Request
from app.letters import persian_digits
from app.persian import search_key
from app.ports import Found
from app.tracking import grouped
from db.journal import StoreJournal
from db.request import name_keys
from db.ticket import label_key
from tests.db.office import MORNING, Office, assert_sound, code_of, issue, register

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def find(journal: StoreJournal, text: str) -> list[Found]:
    """What the search field shows."""
    with journal.look() as look:
        return list(look.find(text))


def names(hits: Sequence[Found]) -> list[str]:
    """Whose requests they are."""
    return [hit.name for hit in hits]


@pytest.fixture
def made(journal: StoreJournal) -> Request:
    """The request that is sought, among others."""
    for n, name in enumerate(("رضا علیزاده", "سارا محمدی", "علی اکبر رضوی"), 100):
        register(journal, n, name=name)
    return register(journal, 1, name="سید علی‌اکبر کیانی رضایی", mobile="09121234567")


def test_by_tracking_in_any_digits_and_groups(journal: StoreJournal, made: Request) -> None:
    number = made.tracking
    for text in (
        number,
        grouped(number),
        persian_digits(number),
        persian_digits(grouped(number)),
        number.translate(ARABIC),
        f" {number[:4]}-{number[4:8]}-{number[8:]} ",
        f"\u200e{number}\u200f",
    ):
        assert [hit.tracking for hit in find(journal, text)] == [number]


def test_a_hit_says_what_the_list_shows(journal: StoreJournal, made: Request) -> None:
    assert find(journal, made.tracking) == [
        Found(
            tracking=made.tracking,
            name=made.applicant.name,
            id=code_of(1),
            sub_service="صدور مجوز",
            state="registered",
        )
    ]


def test_by_national_code(journal: StoreJournal, made: Request) -> None:
    code = code_of(1)
    for text in (code, persian_digits(code), f"{code[:3]}-{code[3:9]}-{code[9]}"):
        assert names(find(journal, text)) == [made.applicant.name]


@pytest.mark.parametrize(
    "text",
    [
        "09121234567",
        "۰۹۱۲۱۲۳۴۵۶۷",
        "0912 123 4567",
        "0912-123-4567",
        "9121234567",
        "+989121234567",
        "+98 912 123 4567",
        "00989121234567",
        "989121234567",
    ],
)
def test_by_mobile_in_any_spelling(journal: StoreJournal, made: Request, text: str) -> None:
    assert names(find(journal, text)) == [made.applicant.name]


@pytest.mark.parametrize(
    "text",
    [
        "سید علی‌اکبر کیانی رضایی",
        "سيد علي‌اكبر كياني رضايي",
        "سید علی اکبر کیانی رضایی",
        "سیدعلی‌اکبر کیانی رضایی",
        "سیدعلیاکبرکیانیرضایی",
        "سَیِّد علی‌اکبر",
        "سید",
        "سید علی",
        "کیانی رضایی",
        "رضایی",
        "كيانى",
        "کیا",
        "رضايي",
        "  رضایی  ",
        "رضـــایی",
    ],
)
def test_by_name_in_any_spelling_and_from_any_word(
    journal: StoreJournal, made: Request, text: str
) -> None:
    assert made.applicant.name in names(find(journal, text))


@pytest.mark.parametrize(
    "text",
    ["رضایی سید علی‌اکبر کیانی", "کیانی رضایی سید علی‌اکبر", "رضایی کیانی علی‌اکبر سید"],
)
def test_by_name_in_any_order_of_its_words(journal: StoreJournal, made: Request, text: str) -> None:
    assert names(find(journal, text)) == [made.applicant.name]


def test_the_usual_reversed_order_is_found(journal: StoreJournal, made: Request) -> None:
    assert names(find(journal, "محمدی سارا")) == ["سارا محمدی"]


@pytest.mark.parametrize(
    "text", ["", " ", "\u200c", "-", "ضایی", "xyz", "482719305563", "1", "٪", "'"]
)
def test_what_is_nowhere_is_not_found(journal: StoreJournal, made: Request, text: str) -> None:
    assert find(journal, text) == []


def test_exact_names_come_first_and_the_newest_first_among_equals(
    journal: StoreJournal, office: Office
) -> None:
    made = []
    for n, name in enumerate(("علی رضا", "علی", "علی رضا", "علیزاده", "علی"), 1):
        office.clock.tick()
        made.append(register(journal, n, name=name).tracking)
    found = [hit.tracking for hit in find(journal, "علی")]
    assert found[:2] == [made[4], made[1]]
    assert [number for number in found if number in (made[0], made[2])] == [made[2], made[0]]
    assert sorted(found) == sorted(made)


def test_of_many_equals_the_fifty_newest_are_shown(journal: StoreJournal, office: Office) -> None:
    made = []
    for n in range(60):
        office.clock.tick()
        made.append(register(journal, n, name="محمد محمدی").tracking)
    newest = made[:9:-1]
    for text in ("محمد محمدی", "محمدی", "محمد", "مح"):
        assert [hit.tracking for hit in find(journal, text)] == newest


def test_fifty_requests_of_one_applicant_are_shown_newest_first(
    journal: StoreJournal, office: Office
) -> None:
    made = []
    for _ in range(55):
        office.clock.tick()
        made.append(register(journal, 7, mobile="09121234567").tracking)
    for text in (code_of(7), "09121234567"):
        assert [hit.tracking for hit in find(journal, text)] == made[:4:-1]


def test_a_request_is_shown_once_however_often_its_words_fit(journal: StoreJournal) -> None:
    with journal.work() as work:
        request.register(
            work,
            "2",
            Applicant(id=code_of(1), name="رضا رضازاده رضایی"),
            representative=Representative(id=code_of(2), name="رضا رضوانی"),
        )
    assert names(find(journal, "رضا")) == ["رضا رضازاده رضایی"]
    assert names(find(journal, "رض")) == ["رضا رضازاده رضایی"]
    assert names(find(journal, "رضوانی")) == ["رضا رضازاده رضایی"]


def test_two_requests_of_one_doubled_number_are_both_shown(
    journal: StoreJournal, office: Office
) -> None:
    first = register(journal, 1, name="نگار")
    office.clock.tick()
    second = register(journal, 2, name="نگار")
    journal.cursor.execute("UPDATE request SET tracking = ?", (first.tracking,))
    for text in (first.tracking, "نگار", "نگ"):
        assert [hit.id for hit in find(journal, text)] == [second.applicant.id, first.applicant.id]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("«علی رضایی»", ("علی", "رضایی", "علی رضایی", "«علی رضایی»", "رضایی، علی")),
        ("(حسن) کریمی", ("حسن", "کریمی", "حسن کریمی", "(حسن) کریمی")),
        ("سید-رضا موسوی", ("سید", "رضا", "سیدرضا", "رضا موسوی", "سید-رضا", "موسوی/سید/رضا")),
    ],
)
def test_punctuation_in_a_name_hides_none_of_its_words(
    journal: StoreJournal, name: str, words: tuple[str, ...]
) -> None:
    register(journal, 1, name=name)
    for text in words:
        assert names(find(journal, text)) == [name], text


def test_a_label_is_found_with_or_without_its_zeros(journal: StoreJournal) -> None:
    given = [issue(journal).id for _ in range(10)]
    with journal.look() as look:
        for label in ("الف ۰۰۲", "الف ۲", "الف2", "الف ٠٢", "الف 0002"):
            assert look.ticket_labelled(label, MORNING.date()) == given[1], label
        assert look.ticket_labelled("الف 10", MORNING.date()) == given[9]
        for label in ("", "الف", "الف ۰", "الف ۱۱", "ب ۲", "الف 200"):
            assert look.ticket_labelled(label, MORNING.date()) is None, label
    assert [label_key(label) for label in ("الف ۰۱۰", "الف 100", "الف ۰۰۰")] == [
        search_key(label) for label in ("الف 10", "الف 100", "الف 0")
    ]


def test_after_a_correction_it_is_found_by_the_right_name_and_by_that_on_the_receipt(
    journal: StoreJournal, made: Request
) -> None:
    with journal.work() as work:
        right = Applicant(id=code_of(3), name="نگار تهرانی")
        request.correct(work, made.tracking, "اشتباه در نام", applicant=right)
    assert names(find(journal, "تهرانی")) == ["نگار تهرانی"]
    assert names(find(journal, "کیانی")) == ["نگار تهرانی"]
    assert find(journal, code_of(1)) == []
    assert_sound(journal)


WORD = st.text("ابپ‌یيكکئ", min_size=1, max_size=5).filter(lambda word: bool(name_keys(word)))


@given(words=st.lists(WORD, min_size=1, max_size=14))
def test_a_name_has_a_key_for_every_word_it_begins_with(words: list[str]) -> None:
    keys = name_keys(" ".join(words))
    assert 1 <= len(keys) <= 12
    assert max(keys, key=len).endswith(min(keys, key=len))
