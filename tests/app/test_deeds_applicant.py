import pytest

from app.deeds.applicant import applicant, representative
from app.refusal import Refusal
from app.sub_service import ApplicantKind
from tests.app.opened import national_code

CODE = national_code(1_234_567)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("person", "۰۰۱-۲۳۴۵۶۷‌ 9", "0012345679"),
        ("legal", " ۱۰۳۸۰۲۸۴۷۹۰", "10380284790"),
        ("foreigner", "۱۲ ۳۴۵", "12345"),
    ],
)
def test_an_identity_is_kept_as_plain_digits(kind: ApplicantKind, typed: str, kept: str) -> None:
    who = applicant(kind, typed, "نام")
    assert (who.kind, who.id) == (kind, kept)


def test_a_name_is_kept_as_typed_without_its_edges() -> None:
    who = applicant("person", CODE, "  سيد\u200cعلي  رضایی\0 ", father=" حسن ")
    assert (who.name, who.father) == ("سيد\u200cعلي  رضایی", "حسن")


def test_a_mobile_number_may_be_left_out() -> None:
    assert applicant("person", CODE, "نام").mobile == ""
    assert applicant("person", CODE, "نام", mobile_text="+98 912 345 6789").mobile == "09123456789"


@pytest.mark.parametrize(
    ("kind", "typed", "name", "mobile", "code"),
    [
        ("person", CODE, " ", "", "applicant_name_empty"),
        ("person", CODE, "\ud800", "", "applicant_name_empty"),
        ("person", "123", "نام", "", "national_code_length"),
        ("person", "0012345678", "نام", "", "national_code_wrong"),
        ("legal", CODE, "نام", "", "legal_id_length"),
        ("foreigner", "x", "نام", "", "foreigner_id_wrong"),
        ("person", CODE, "نام", "123", "mobile_wrong"),
        ("robot", CODE, "نام", "", "applicant_kind_unknown"),
        ("unnumbered", "", " ", "09123456789", "applicant_name_empty"),
        ("unnumbered", "", "نام", "", "applicant_not_told_apart"),
        ("unnumbered", "", "نام", "123", "mobile_wrong"),
        ("unnumbered", CODE, "نام", "09123456789", "code_not_expected"),
    ],
)
def test_who_is_not_known_is_refused(
    kind: ApplicantKind, typed: str, name: str, mobile: str, code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        applicant(kind, typed, name, mobile_text=mobile)
    assert refusal.value.code == code


@pytest.mark.parametrize(("father", "mobile"), [("حسن", ""), ("", "۰۹۱۲۳۴۵۶۷۸۹")])
def test_who_has_no_code_is_known_by_the_name_and_the_father_or_a_number(
    father: str, mobile: str
) -> None:
    who = applicant("unnumbered", "", " نام ", father=father, mobile_text=mobile)
    assert (who.kind, who.id, who.name) == ("unnumbered", "", "نام")
    assert who.father or who.mobile == "09123456789"


@pytest.mark.parametrize("father", [" ", "\u200c", "\0"])
def test_a_father_without_a_letter_tells_nobody_apart(father: str) -> None:
    with pytest.raises(Refusal) as refusal:
        applicant("unnumbered", "", "نام", father=father)
    assert refusal.value.code == "applicant_not_told_apart"


def test_who_speaks_for_somebody_without_a_code_has_one() -> None:
    with pytest.raises(Refusal) as refusal:
        representative("", "رضا")
    assert refusal.value.code == "national_code_length"


def test_a_representative_is_a_person_with_a_paper() -> None:
    speaker = representative(CODE, " رضا ", " وکالت‌نامه ۱۲ ")
    assert (speaker.id, speaker.name, speaker.proxy) == (CODE, "رضا", "وکالت‌نامه ۱۲")
    with pytest.raises(Refusal) as refusal:
        representative("10380284790", "شرکت")
    assert refusal.value.code == "national_code_length"
