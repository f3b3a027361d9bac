"""Iranian mobile numbers. On their own because the library takes 30 ms to load."""

import re

import phonenumbers

from app.letters import typed_number
from app.refusal import Refusal

_BRACKETS = str.maketrans("", "", "().")
_PLAIN = re.compile(r"\+?[0-9]{10,14}")


def mobile(text: str) -> str:
    """09 and nine more digits, from any usual spelling: ۰۹۱۲ …, +98…, 0098…, 912….

    Refuses `mobile_wrong(text)`: other countries, land lines, and ranges that no operator has.
    """
    plain = typed_number(text).translate(_BRACKETS)
    if not _PLAIN.fullmatch(plain):
        raise Refusal("mobile_wrong", text=text)
    try:
        number = phonenumbers.parse(plain, "IR")
    except phonenumbers.NumberParseException:
        raise Refusal("mobile_wrong", text=text) from None
    if not _is_iranian_mobile(number):
        raise Refusal("mobile_wrong", text=text)
    return f"0{number.national_number}"


def _is_iranian_mobile(number: phonenumbers.PhoneNumber) -> bool:
    if not phonenumbers.is_valid_number_for_region(number, "IR"):
        return False
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
