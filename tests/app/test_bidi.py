"""Codes and Latin inside Persian text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from app.bidi import JOINER, LRI, PDI, apart, isolate

INVISIBLE = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
PERSIAN = st.text(
    st.sampled_from(
        "ابپتکی ۰۱۲۳۴۵۶۷۸۹0123456789abXY-/:.,()«»\u200c\u200f\u202e\u2066\u2069\n+%_@؟،"
    ),
    max_size=40,
)


def shown(words: str) -> str:
    return words.replace(LRI, "<").replace(PDI, ">").replace(JOINER, "|")


def test_a_code_with_hyphens_is_one_piece_from_left_to_right() -> None:
    assert shown(isolate("پرونده 140508-00127-KX است")) == "پرونده <140508-|00127-|KX> است"


def test_a_phone_number_and_a_date_keep_their_order() -> None:
    assert shown(isolate("تلفن ۰۲۱-۸۸۷۷، ۱۴۰۵/۰۸/۳۰")) == "تلفن <۰۲۱-|۸۸۷۷>، <۱۴۰۵/|۰۸/|۳۰>"


def test_a_plain_number_needs_nothing() -> None:
    assert isolate("ماده ۱۰۰ قانون") == "ماده ۱۰۰ قانون"


def test_an_address_of_the_web_is_whole_to_its_last_slash() -> None:
    assert shown(isolate("نشانی: https://a.ir/b/.")) == "نشانی: <https:/|/|a.ir/|b/>."


def test_a_latin_phrase_is_one_piece_that_may_break_between_words() -> None:
    assert shown(isolate("با Microsoft Office 2019 باز")) == "با <Microsoft Office 2019> باز"


def test_a_number_with_a_persian_letter_inside_does_not_break() -> None:
    assert shown(isolate("نامه 1405/ن/3812")) == "نامه 1405/|ن/|3812"


def test_spaces_of_a_grouped_number_do_not_break() -> None:
    assert shown(isolate(apart("۴۸۲۷ ۱۹۳۰ ۵۵۶۳"))) == "<۴۸۲۷\u00a0۱۹۳۰\u00a0۵۵۶۳>"


def test_marks_of_direction_in_a_name_are_dropped() -> None:
    assert isolate("علی\u202e رضایی\u2067") == "علی رضایی"


def test_control_characters_become_spaces() -> None:
    assert isolate("الف\tب\x07") == "الف ب "


@given(PERSIAN)
def test_what_is_seen_stays_as_it_was_typed(words: str) -> None:
    plain = INVISIBLE.sub("", words)
    assert INVISIBLE.sub("", isolate(words)).replace("\u00a0", " ") == plain


@given(PERSIAN)
def test_every_mark_that_opens_is_closed_before_the_next(words: str) -> None:
    marks = [letter for letter in isolate(words) if letter in (LRI, PDI)]
    assert marks == [LRI, PDI] * (len(marks) // 2)
