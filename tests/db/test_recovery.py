"""The recovery key as a person copies it from paper."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.letters import persian_digits
from app.refusal import Refusal
from db.recovery import GROUPS, new_recovery_key, recovery_key

KEY = st.builds(new_recovery_key)
DIGIT = st.integers(0, GROUPS * 6 - 1)


def test_a_new_key_is_eight_checked_groups_and_never_the_same() -> None:
    made = {new_recovery_key() for _ in range(200)}
    assert len(made) == 200
    for key in made:
        assert re.fullmatch(r"(\d{6}-){7}\d{6}", key)
        assert recovery_key(key) == key


@given(KEY, st.sampled_from(("", " ", "-", " - ", "\n", "\u200c", "ـ", " ")))
def test_spacing_and_digits_are_free(key: str, between: str) -> None:
    groups = key.split("-")
    assert recovery_key(between.join(groups)) == key
    assert recovery_key(persian_digits(between.join(groups))) == key
    arabic = key.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert recovery_key(f"\u202b {arabic} \n") == key


@given(KEY, DIGIT, st.integers(1, 9))
def test_a_wrong_digit_names_its_group(key: str, at: int, more: int) -> None:
    digits = key.replace("-", "")
    wrong = str((int(digits[at]) + more) % 10)
    with pytest.raises(Refusal) as refused:
        recovery_key(digits[:at] + wrong + digits[at + 1 :])
    assert refused.value.code == "recovery_key_wrong"
    assert refused.value.facts == {"group": at // 6 + 1}


@given(KEY, DIGIT)
def test_two_neighbours_swapped_inside_a_group_name_it(key: str, at: int) -> None:
    digits = key.replace("-", "")
    first, second = digits[at : at + 1], digits[at + 1 : at + 2]
    if at % 6 == 5 or first == second:
        return
    with pytest.raises(Refusal) as refused:
        recovery_key(digits[:at] + second + first + digits[at + 2 :])
    assert refused.value.facts == {"group": at // 6 + 1}


@pytest.mark.parametrize("text", ["", "123", "1" * 47, "1" * 49, "کلید", "12345a" * 8, "۱" * 47])
def test_another_length_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="recovery_key_length"):
        recovery_key(text)
