import unicodedata
from datetime import UTC, date, datetime, time, timedelta

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from app.money import money_words
from app.persian import (
    clean,
    format_date,
    format_moment,
    format_time,
    jalali_year,
    latin_date,
    latin_digits,
    long_date,
    money,
    parse_date,
    persian_digits,
    persian_figures,
    search_key,
    tidy,
    weekday_name,
)
from app.refusal import Refusal

ANY_TEXT = st.text(st.characters(exclude_categories=()))
DATES = st.dates(date(1921, 3, 21), date(2122, 3, 20))  # 1300/01/01 to 1500/12/29
DIGIT_SETS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
ABAN_30 = date(2026, 11, 21)

SPELLINGS = ["یيىئېێےۓ", "کكڪ", "هةۀەہھۃۂ", "اأإآٱٲٳ", "وؤۆۇ", "۵5٥", "aAａ"]
NOISE = ["", "\u200c", "\u200d", "\u200e", "\u200f", "\u202b", "\u2067", "\u2069", "ـ", " "]
NOISE += ["\u00a0", "\u064b", "\u0651", "\u0652", "\u0654", "\u0670", "\ufeff", "ء", "ٴ"]


def presentation_forms(letters: str) -> str:
    shaped = map(chr, (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)))
    return "".join(c for c in shaped if unicodedata.normalize("NFKC", c) in letters)


RESPELLINGS = [forms + presentation_forms(forms) for forms in SPELLINGS]


# dates


@pytest.mark.parametrize(
    "text",
    [
        "1405/08/30",
        "۱۴۰۵/۰۸/۳۰",
        "١٤٠٥/٠٨/٣٠",
        "1405-8-30",
        "۱۴۰۵.۸.۳۰",
        "14050830",
        "۱۴۰۵۰۸۳۰",
        " 1405 / 08 / 30\n",
        "\u200f۱۴۰۵/۰۸/۳۰\u200f",
        "\u2066۱۴٠5/۰۸/۳۰\u2069",
    ],
)
def test_a_date_is_read_in_every_usual_spelling(text: str) -> None:
    assert parse_date(text) == ABAN_30


def test_1403_is_a_leap_year_and_1404_is_not() -> None:
    assert parse_date("1403/12/30") == date(2025, 3, 20)
    with pytest.raises(Refusal) as refusal:
        parse_date("۱۴۰۴/۱۲/۳۰")
    assert refusal.value.code == "date_impossible"
    assert refusal.value.facts == {"text": "۱۴۰۴/۱۲/۳۰", "year": 1404}


@pytest.mark.parametrize("text", ["1405/07/31", "1405/13/01", "1405/00/10", "1405/1/0", "14051301"])
def test_a_day_that_the_calendar_lacks_is_impossible(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_date(text)
    assert refusal.value.code == "date_impossible"


@pytest.mark.parametrize("text", ["2026/11/21", "0000/01/01", "1199/12/29", "99991231"])
def test_a_year_far_from_ours_is_impossible(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_date(text)
    assert refusal.value.code == "date_impossible"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "امروز",
        "1405",
        "1405/08",
        "1405/08-30",
        "140583",
        "1405//30",
        "05/08/30",
        "²⁰۲۶/۱/۱",
        "1405/08/30 10:45",
        "1405/08/301",
        "-1405/08/30",
        "1405/08/+3",
    ],
)
def test_what_is_no_date_is_unreadable(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_date(text)
    assert refusal.value.code == "date_unreadable"


@given(DATES)
def test_every_day_of_two_centuries_comes_back_from_its_spellings(day: date) -> None:
    for text in (format_date(day), latin_date(day), latin_date(day).replace("/", "")):
        assert parse_date(text) == day


def test_jalali_days_follow_each_other_from_1300_to_1500() -> None:
    day = date(1921, 3, 21)
    for year in range(1300, 1501):
        assert format_date(day) == persian_digits(f"{year}/01/01")
        leap = jdatetime.date(year, 1, 1).isleap()
        day += timedelta(days=366 if leap else 365)
    assert day == date(2122, 3, 21)


def test_a_date_is_shown_as_the_forms_show_it() -> None:
    assert format_date(ABAN_30) == "۱۴۰۵/۰۸/۳۰"
    assert latin_date(ABAN_30) == "1405/08/30"
    assert long_date(ABAN_30) == "شنبه ۳۰ آبان ۱۴۰۵"
    assert long_date(date(2025, 3, 20)) == "پنجشنبه ۳۰ اسفند ۱۴۰۳"


def test_the_week_runs_from_saturday_to_friday() -> None:
    names = [weekday_name(ABAN_30 + timedelta(days=n)) for n in range(7)]
    assert names == ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]


def test_the_year_turns_on_1_farvardin() -> None:
    assert jalali_year(date(2025, 3, 20)) == 1403
    assert jalali_year(date(2025, 3, 21)) == 1404


def test_a_moment_is_shown_by_the_clock_of_tehran() -> None:
    assert format_time(time(10, 45)) == format_time(datetime(2026, 11, 21, 10, 45)) == "۱۰:۴۵"
    assert format_moment(datetime(2026, 11, 21, 10, 45)) == "۱۴۰۵/۰۸/۳۰ ۱۰:۴۵"
    assert format_moment(datetime(2026, 11, 20, 20, 30, tzinfo=UTC)) == "۱۴۰۵/۰۸/۳۰ ۰۰:۰۰"


# digits and cleaning


def test_digits_of_three_sets_are_exchanged() -> None:
    for digits in DIGIT_SETS:
        assert latin_digits(f"باجه {digits}") == "باجه 0123456789"
        assert persian_digits(f"باجه {digits}") == "باجه ۰۱۲۳۴۵۶۷۸۹"


def test_typed_figures_are_persian_unless_their_word_holds_latin_letters() -> None:
    assert persian_figures("بند 3 از A4،\n 12 برگ") == "بند ۳ از A4،\n ۱۲ برگ"
    assert persian_figures("1405/ص/12345-B") == "1405/ص/12345-B"


def test_cleaning_takes_nul_and_surrogates_only() -> None:
    kept = "  علی‌اکبر 😀 <b>\"'\u202e\u200f\r\n\t{n}\x01\ufeffـ "
    assert clean(f"\0{kept}\ud800\udfff") == kept
    assert tidy(" \0 سید علی‌اکبر\n") == "سید علی‌اکبر"


@given(ANY_TEXT)
def test_cleaned_text_can_be_stored_and_is_clean(text: str) -> None:
    once = clean(text)
    assert once.encode().decode() == once
    assert "\0" not in once
    assert clean(once) == once


# search


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("علي اكبر", "علی‌اکبر"),
        ("رأی", "رای"),
        ("مؤمن", "مومن"),
        ("مسئول", "مسیول"),
        ("آزاده", "ازادة"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("محمّد رحمٰن", "محمد رحمن"),
        ("ﻋﻠﯽ ﻻﻟﻪ", "علی لاله"),
        ("جزء", "جز"),
        ("پلاک ۱۲", "پلاك ١2"),
        ("سـیـد", "سيد"),
        ("Straße ＡＢ", "STRASSE ab"),
        ("\u202bنام\u202c", "نام"),
        ("e\u0301", "é"),
    ],
)
def test_spellings_of_one_word_have_one_key(typed: str, meant: str) -> None:
    assert search_key(typed) == search_key(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("گل", "کل"), ("پر", "بر"), ("سارا", "ساره"), ("1", "2")]
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_a_key_holds_persian_letters_and_latin_digits() -> None:
    assert search_key("مسؤولِ باجهٔ ۱۲: Ali") == "مسوولباجه12:ali"


@given(st.data())
def test_no_respelling_changes_the_key(data: st.DataObject) -> None:
    letters = st.sampled_from(RESPELLINGS)
    word = data.draw(st.lists(letters, max_size=8))
    plain = "".join(forms[0] for forms in word)
    respelled = "".join(
        data.draw(st.sampled_from(forms)) + data.draw(st.sampled_from(NOISE)) for forms in word
    )
    assert search_key(respelled) == search_key(plain)


@given(ANY_TEXT)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key


def test_the_key_of_a_key_is_itself_for_the_letters_that_change() -> None:
    for code in range(0x20000):
        if unicodedata.normalize("NFKC", chr(code)).casefold() != chr(code):
            key = search_key(chr(code))
            assert search_key(key) == key


@given(ANY_TEXT, ANY_TEXT)
def test_the_key_of_a_whole_is_the_keys_of_its_parts(first: str, second: str) -> None:
    assert search_key(first + second) == search_key(first) + search_key(second)


# money


def test_money_is_shown_in_grouped_rials_and_in_words() -> None:
    assert money(500_000) == "۵۰۰٬۰۰۰ ریال"
    assert money(0) == "۰ ریال"
    assert money_words(500_000) == "پانصد هزار ریال"
    assert money_words(1_250_000) == "یک میلیون و دویست و پنجاه هزار ریال"


@given(st.integers(0, 10**15 - 1))
def test_sums_are_said_as_a_library_of_numbers_says_them(amount: int) -> None:
    assert money_words(amount) == f"{num2words(amount, lang='fa')} ریال"


def test_money_below_nothing_is_refused() -> None:
    for say in (money, money_words):
        with pytest.raises(Refusal) as refusal:
            say(-1)
        assert refusal.value.code == "money_negative"


def test_more_money_than_there_are_words_for_is_refused() -> None:
    assert money_words(10**15 - 1).startswith("نهصد و نود و نه تریلیون")
    with pytest.raises(Refusal) as refusal:
        money_words(10**15)
    assert refusal.value.code == "money_too_much"


# anything at all


@given(st.one_of(ANY_TEXT, st.text("0123456789۰۱۲۳٤٥/-. \u200f", max_size=12)))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        day = parse_date(text)
    except Refusal:
        return
    assert parse_date(format_date(day)) == day


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_that_the_calendar_does_not_count_is_refused(day: date) -> None:
    with pytest.raises(Refusal) as told:
        format_date(day)
    assert told.value.code == "date_impossible"
