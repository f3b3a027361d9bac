"""What a sub-service itself asks of the applicant: read as typed, checked, kept as clean text."""

import re
from collections.abc import Mapping, Sequence

from app.events.request import Detail
from app.letters import latin_digits, tidy, unspaced
from app.persian import latin_date, parse_date
from app.refusal import Refusal
from app.sub_service import FormField

_THOUSANDS = str.maketrans("", "", ",٬،_")
_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
_WHOLE = re.compile("[0-9]{1,15}")
_RIALS = "ریال"


def settled(fields: Sequence[FormField], typed: Mapping[str, str]) -> tuple[Detail, ...]:
    """The answers in the order of the questions; what was left empty is left out.

    Refuses `field_unknown(field)`, and as `read` does.
    """
    titles = {field.title for field in fields}
    for title in typed:
        if title not in titles:
            raise Refusal("field_unknown", field=title)
    read_all = [(field.title, read(field, typed.get(field.title, ""))) for field in fields]
    return tuple(Detail(title=title, text=text) for title, text in read_all if text)


def read(field: FormField, typed: str) -> str:
    """The answer to one question as it is kept: numbers and rials in ASCII digits, a date as
    1405/08/30, a text as typed; empty for an empty one.

    Refuses `field_empty(field)` of an obligatory one, and `field_wrong(field, text)`.
    """
    text = tidy(typed)
    if not unspaced(text):
        if field.obligatory:
            raise Refusal("field_empty", field=field.title)
        return ""
    match field.kind:
        case "number":
            return _matching(_NUMBER, field, text, unspaced(latin_digits(text)).replace("٫", "."))
        case "money":
            return _rials(field, text)
        case "date":
            return _date(field, text)
        case _:
            return text


def _rials(field: FormField, text: str) -> str:
    plain = unspaced(latin_digits(text)).translate(_THOUSANDS)
    return _matching(_WHOLE, field, text, plain.removesuffix(_RIALS))


def _matching(shape: re.Pattern[str], field: FormField, text: str, plain: str) -> str:
    if not shape.fullmatch(plain):
        raise Refusal("field_wrong", field=field.title, text=text)
    return plain


def _date(field: FormField, text: str) -> str:
    try:
        return latin_date(parse_date(text))
    except Refusal:
        raise Refusal("field_wrong", field=field.title, text=text) from None
