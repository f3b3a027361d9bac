"""Closed choices of the catalogue in words."""

from typing import Any, get_args

from app.persian import money, persian_digits
from app.sub_service import (
    AnswerResult,
    ApplicantKind,
    Channel,
    DocumentForm,
    FieldKind,
    Mode,
    TimeUnit,
)
from ui.words import Words

Options = list[tuple[Any, str]]

_CHOICES: dict[str, tuple[Any, ...]] = {
    "catalogue_mode": get_args(Mode),
    "catalogue_channel": get_args(Channel),
    "catalogue_fitness": ("presence", "frequent", "standard"),
    "catalogue_time_unit": get_args(TimeUnit),
    "catalogue_document_form": get_args(DocumentForm),
    "catalogue_applicant": get_args(ApplicantKind),
    "catalogue_result": get_args(AnswerResult),
    "catalogue_field": get_args(FieldKind),
}


class Terms:
    """The words, read once."""

    def __init__(self) -> None:
        self._words = Words()

    def options(self, name: str) -> Options:
        """The values of a choice, each with its word."""
        return [(value, self.word(name, value)) for value in _CHOICES[name]]

    def word(self, name: str, value: object) -> str:
        """The word for one."""
        return self._words.value(name, str(value))


def plain_number(amount: float) -> str:
    """As it is read: ۲٫۵."""
    return persian_digits(f"{amount:g}").replace(".", "٫") if amount else ""


def rials(amount: int) -> str:
    """With its thousands parted, «ریال» behind it."""
    return money(amount)


def in_kilobytes(size: int) -> str:
    """The size of a file, rounded up."""
    return persian_digits(str(-(-size // 1024)))
