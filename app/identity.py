"""Who the applicant is: codes of persons, legal persons and foreigners, kept as text (R10); some
have none.

Mobile numbers stand in `app.mobile`, whose library is slow to load.
"""

import re

from idnumbers.nationalid.IRN import NationalID

from app.letters import typed_number
from app.refusal import Refusal
from app.sub_service import ApplicantKind

_DIGITS = re.compile("[0-9]+")
_LEGAL_WEIGHTS = (29, 27, 23, 19, 17) * 2


def applicant_id(kind: ApplicantKind, text: str) -> str:
    """The applicant's code in the form that its kind requires.

    Refuses as the rule of that kind does, and `applicant_kind_unknown(kind)`.
    """
    match kind:
        case "person":
            return national_code(text)
        case "legal":
            return legal_id(text)
        case "foreigner":
            return foreigner_id(text)
        case "unnumbered":
            return no_code(text)
        case _:
            raise Refusal("applicant_kind_unknown", kind=kind)


def national_code(text: str) -> str:
    """Ten ASCII digits (کد ملی), not all equal, the last of which checks the others; never padded.

    Refuses `national_code_length(n)` by the number of digits typed, and
    `national_code_wrong(code)`.
    """
    code = _digits(text, 10, "national_code")
    if not NationalID.validate(code):
        raise _wrong("national_code", code)
    return code


def legal_id(text: str) -> str:
    """Eleven ASCII digits (شناسه ملی of a legal person), the last of which checks the others.

    Refuses `legal_id_length(n)` and `legal_id_wrong(code)`.
    """
    code = _digits(text, 11, "legal_id")
    if len(set(code)) == 1 or _legal_check_digit(code[:10]) != code[10]:
        raise _wrong("legal_id", code)
    return code


def foreigner_id(text: str) -> str:
    """One to twelve ASCII digits: such numbers have several issuers and no common check digit.

    Refuses `foreigner_id_wrong(text)`.
    """
    code = typed_number(text)
    if not _DIGITS.fullmatch(code) or len(code) > 12:
        raise Refusal("foreigner_id_wrong", text=text)
    return code


def no_code(text: str) -> str:
    """Empty, as whoever has no code must leave it. Refuses `code_not_expected(text)`."""
    if typed_number(text):
        raise Refusal("code_not_expected", text=text)
    return ""


def _digits(text: str, length: int, rule: str) -> str:
    code = typed_number(text)
    n = sum(map(len, _DIGITS.findall(code)))
    if n != length:
        raise Refusal(f"{rule}_length", n=n)
    if n != len(code):
        raise _wrong(rule, code)
    return code


def _wrong(rule: str, code: str) -> Refusal:
    refusal = Refusal(f"{rule}_wrong")
    refusal.facts["code"] = code  # as a keyword it would be taken for the refusal's own code
    return refusal


def _legal_check_digit(ten: str) -> str:
    """Every digit is raised by the tenth plus two, weighted, and the sum taken modulo 11."""
    raised = int(ten[9]) + 2
    total = sum((int(c) + raised) * weight for c, weight in zip(ten, _LEGAL_WEIGHTS, strict=True))
    return str(total % 11 % 10)
