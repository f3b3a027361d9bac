import re
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identity import applicant_id, foreigner_id, legal_id, national_code, no_code
from app.mobile import mobile
from app.persian import persian_digits
from app.refusal import Refusal
from app.sub_service import ApplicantKind

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NUMBERISH = st.text("0123456789۰۱۲۳۴٤٥٦+-() \u200c\u200fx", max_size=16)

# published by the companies themselves or in notices of registration
LEGAL_IDS = ["10380597837", "10101837663", "10101553125", "10240117985", "10102529006"]
LEGAL_IDS += ["10260014510", "10320351200", "14007805556", "14013316857", "14003457382"]


def facts_of(rule: Callable[[str], str], text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as refusal:
        rule(text)
    return refusal.value.code, refusal.value.facts


def check_digit_by_hand(nine: str) -> str:
    rest = (
        sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    )
    return str(rest if rest < 2 else 11 - rest)


# national code


@pytest.mark.parametrize(
    "text",
    [
        "0084575948",
        "۰۰۸۴۵۷۵۹۴۸",
        "٠٠٨٤٥٧٥٩٤٨",
        "008-457594-8",
        " 008 4575 948\n",
        "\u202a008\u200c4575\u200f948\u202c",
        "008–457594–8",
    ],
)
def test_a_national_code_is_read_however_it_is_written(text: str) -> None:
    assert national_code(text) == "0084575948"


@pytest.mark.parametrize(
    ("text", "n"), [("084575948", 9), ("", 0), ("۰۰۸۴۵۷۵۹۴۸۱", 11), ("علی", 0)]
)
def test_a_code_of_another_length_is_refused_and_never_padded(text: str, n: int) -> None:
    assert facts_of(national_code, text) == ("national_code_length", {"n": n})


@pytest.mark.parametrize(
    "text", ["0084575949", "1111111111", "۰۰۰۰۰۰۰۰۰۰", "0084575948x", "1234567890"]
)
def test_a_code_that_does_not_check_is_wrong(text: str) -> None:
    code, facts = facts_of(national_code, text)
    assert code == "national_code_wrong"
    assert list(facts) == ["code"]


@given(st.text("0123456789", min_size=9, max_size=9))
def test_just_one_last_digit_is_right(nine: str) -> None:
    right = check_digit_by_hand(nine)
    for last in "0123456789":
        code = nine + last
        if last == right and len(set(code)) > 1:
            assert national_code(persian_digits(code)) == code
        else:
            assert facts_of(national_code, code) == ("national_code_wrong", {"code": code})


# legal persons and foreigners


@pytest.mark.parametrize("code", LEGAL_IDS)
def test_the_ids_of_real_companies_check(code: str) -> None:
    assert legal_id(code) == legal_id(persian_digits(code)) == code


@pytest.mark.parametrize("code", [code for code in LEGAL_IDS if not code.endswith("0")])
def test_every_wrong_digit_of_a_company_id_is_seen(code: str) -> None:
    # but for ids ending in 0, where the remainders 0 and 10 share that digit
    slips = {code[:at] + digit + code[at + 1 :] for at in (*range(9), 10) for digit in "0123456789"}
    for slip in slips - {code}:
        assert facts_of(legal_id, slip) == ("legal_id_wrong", {"code": slip})


def test_a_company_id_of_another_length_is_refused() -> None:
    assert facts_of(legal_id, "1038059783") == ("legal_id_length", {"n": 10})
    assert facts_of(legal_id, "11111111111") == ("legal_id_wrong", {"code": "11111111111"})


@pytest.mark.parametrize(("text", "code"), [("۰۰۱۲۳۴۵۶۷۸۹۰", "001234567890"), (" 7 ", "7")])
def test_a_foreigner_has_up_to_twelve_digits(text: str, code: str) -> None:
    assert foreigner_id(text) == code


@pytest.mark.parametrize("text", ["", " ", "A1234567", "1234567890123"])
def test_a_foreigner_without_digits_or_with_too_many_is_refused(text: str) -> None:
    assert facts_of(foreigner_id, text) == ("foreigner_id_wrong", {"text": text})


def test_each_kind_of_applicant_has_its_rule() -> None:
    assert applicant_id("person", "۰۰۸۴۵۷۵۹۴۸") == "0084575948"
    assert applicant_id("legal", "10380597837") == "10380597837"
    assert applicant_id("foreigner", "123456") == "123456"
    assert applicant_id("unnumbered", " \u200c") == ""
    with pytest.raises(Refusal) as refusal:
        applicant_id("company", "1")  # type: ignore[arg-type]
    assert refusal.value.code == "applicant_kind_unknown"


# mobile


@pytest.mark.parametrize(
    "text",
    [
        "09123456789",
        "۰۹۱۲ ۳۴۵ ۶۷۸۹",
        "+98 912 345 6789",
        "00989123456789",
        "9123456789",
        "0098 (912) 345-6789",
        "\u200e+٩٨٩١٢٣٤٥٦٧٨٩",
        "0912.345.6789",
    ],
)
def test_a_mobile_number_is_read_in_every_usual_spelling(text: str) -> None:
    assert mobile(text) == "09123456789"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0912345678",
        "091234567890",
        "02133123456",
        "+14155552671",
        "0912ABCDEFG",
        "۱۱۰",
        "09123456789 x12",
        "09123456789;09121111111",
        "+98+9123456789",
    ],
)
def test_what_is_no_iranian_mobile_is_refused(text: str) -> None:
    assert facts_of(mobile, text) == ("mobile_wrong", {"text": text})


@pytest.mark.parametrize("text", ["1", "۰۰۸۴۵۷۵۹۴۸", "ندارد", "-0"])
def test_who_has_no_code_must_leave_it_empty(text: str) -> None:
    assert facts_of(no_code, text) == ("code_not_expected", {"text": text})


# anything at all


@given(st.sampled_from(get_args(ApplicantKind)), st.one_of(ANY_TEXT, NUMBERISH))
def test_any_text_is_an_id_of_ascii_digits_or_none_or_refused(
    kind: ApplicantKind, text: str
) -> None:
    try:
        code = applicant_id(kind, text)
    except Refusal:
        return
    assert re.fullmatch("[0-9]+", code) if kind != "unnumbered" else code == ""
    assert applicant_id(kind, code) == code


@given(st.one_of(ANY_TEXT, NUMBERISH))
def test_any_text_is_a_mobile_number_or_refused(text: str) -> None:
    try:
        number = mobile(text)
    except Refusal:
        return
    assert mobile(number) == number
    assert re.fullmatch("09[0-9]{9}", number)
