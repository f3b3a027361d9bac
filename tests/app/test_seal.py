"""A seal says what was signed and nothing else; whatever is changed of it no longer holds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.letters import persian_digits, scanned
from app.refusal import Refusal
from app.seal import (
    LENGTH,
    fingerprint,
    head,
    is_seal,
    key_code,
    message,
    minute,
    payload,
    seal,
)
from app.tracking import check
from db import seal as room
from tests.app.desk import OFFICE

KEY = "5a" * 32
PUBLIC = room.public(KEY)
RECEIVED = datetime(2026, 11, 21, 10, 45, 12)
PROMISED = datetime(2026, 12, 1, 14, 30)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2189, 12, 31))
TRACKINGS = st.from_regex("[0-9]{12}", fullmatch=True)


def sealed(
    tracking: str = "482719305563",
    received: datetime = RECEIVED,
    promised: datetime = PROMISED,
    *,
    office: str = OFFICE,
    key: str = KEY,
) -> str:
    """The seal of a receipt."""
    said = head(office, room.public(key), tracking, received, promised)
    return payload(said, room.sign(key, message(said, office)))


def holds(text: str, office: str = OFFICE) -> bool:
    """Whether a text is a seal of that office by the key."""
    said = seal(text)
    return said is not None and room.holds(PUBLIC, said.message(office), said.signature)


SEAL = sealed()


@given(TRACKINGS, TIMES, TIMES)
def test_what_is_sealed_is_read_back_to_the_minute(
    tracking: str, received: datetime, promised: datetime
) -> None:
    text = sealed(tracking, received, promised)
    found = seal(text)
    assert found is not None
    assert (len(text), text.isascii(), text.isdecimal()) == (LENGTH, True, True)
    assert (found.tracking, found.received, found.promised) == (
        tracking,
        minute(received),
        minute(promised),
    )
    assert found.key == key_code(PUBLIC)
    assert holds(text)


@given(st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_no_digit_can_be_changed(place: int, by: int) -> None:
    digit = str((int(SEAL[place]) + by) % 10)
    assert not holds(SEAL[:place] + digit + SEAL[place + 1 :])


def test_no_digit_can_be_changed_anywhere() -> None:
    for place in range(LENGTH):
        digit = str((int(SEAL[place]) + 1) % 10)
        assert not holds(SEAL[:place] + digit + SEAL[place + 1 :]), place


@given(st.integers(0, LENGTH - 1))
def test_a_seal_of_which_a_key_was_lost_is_no_seal_and_nothing_else_either(place: int) -> None:
    lost = SEAL[:place] + SEAL[place + 1 :]
    assert seal(lost) is None
    assert is_seal(lost)


def test_a_seal_of_another_office_or_key_does_not_hold() -> None:
    assert not holds(SEAL, office="d" * 32)
    assert not holds(sealed(office="d" * 32))
    assert not holds(sealed(key="5b" * 32))


def test_a_signature_is_not_taken_over_to_other_dates() -> None:
    later = sealed(promised=PROMISED + timedelta(minutes=1))
    assert not holds(later[:42] + SEAL[42:])


def test_a_number_beyond_every_signature_is_none() -> None:
    assert not holds(SEAL[:42] + "9" * 155)


def test_the_same_receipt_has_the_same_seal_always() -> None:
    assert sealed() == SEAL


@given(st.sampled_from(["", " ", "\u200c", "-"]), st.booleans())
def test_a_seal_is_read_whatever_layout_and_spacing(between: str, persian: bool) -> None:  # noqa: FBT001
    text = between.join(SEAL[at : at + 4] for at in range(0, LENGTH, 4))
    found = seal(persian_digits(text) if persian else text)
    assert found is not None
    assert found.tracking == "482719305563"


def test_a_reader_under_a_persian_layout_types_a_seal() -> None:
    assert scanned(persian_digits(SEAL)) == SEAL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "482719305563",
        "2190764157",
        "14005678901",
        "0" * 40,
        "a" * 32,
        f"BJ:D:{'1' * 40}",
        "الف",
    ],
)
def test_nothing_else_is_taken_for_a_seal(text: str) -> None:
    assert not is_seal(text)
    assert seal(text) is None


def test_a_seal_is_never_taken_for_a_tracking_number() -> None:
    with pytest.raises(Refusal, match="tracking_wrong"):
        check(SEAL)


def test_a_clock_from_before_all_seals_breaks_nothing() -> None:
    found = seal(sealed(received=datetime(1970, 1, 1), promised=datetime(2500, 1, 1)))
    assert found is not None
    assert found.received == datetime(2000, 1, 1)


def test_the_first_group_of_a_fingerprint_stands_in_every_seal() -> None:
    groups = fingerprint(PUBLIC).split("-")
    assert [len(group) for group in groups] == [6] * 5
    assert SEAL[8:14] == groups[0]
