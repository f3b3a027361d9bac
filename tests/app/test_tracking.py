import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.persian import persian_digits
from app.refusal import Refusal
from app.tracking import answer_number, check, damm, fallback, grouped, make

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NUMBERS = st.randoms(use_true_random=False).map(lambda r: make(r.randrange))


def refused(text: str) -> bool:
    try:
        check(text)
    except Refusal:
        return True
    return False


def test_the_published_example_has_its_check_digit() -> None:
    assert damm("572") == "4"
    assert damm("5724") == "0"


@given(NUMBERS)
def test_a_number_is_twelve_digits_without_leading_zero_and_checks(number: str) -> None:
    assert len(number) == 12
    assert number[0] != "0"
    assert check(number) == number


def test_numbers_reach_both_ends_of_their_range() -> None:
    assert make(lambda _: 0)[:11] == "10000000000"
    assert make(lambda n: n - 1)[:11] == "99999999999"


def test_a_thousand_numbers_are_a_thousand() -> None:
    assert len({make(secrets.randbelow) for _ in range(1000)}) == 1000


@given(NUMBERS)
def test_a_number_is_read_however_it_is_written(number: str) -> None:
    parts = grouped(number).split()
    for text in (
        grouped(number),
        persian_digits(grouped(number)),
        "-".join(parts),
        "\u2066" + "\u200c–".join(parts) + "\u2069\n",
        number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    ):
        assert check(text) == number


def test_every_wrong_digit_and_every_swap_of_neighbours_is_refused() -> None:
    chance = random.Random(1405)
    for number in (make(chance.randrange) for _ in range(40)):
        slips = {
            number[:at] + digit + number[at + 1 :] for at in range(12) for digit in "0123456789"
        }
        swaps = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(11)}
        assert all(refused(slip) for slip in (slips | swaps) - {number})


@pytest.mark.parametrize(
    "text", ["", "۱۲۳", "4827193055631", "48271930556x", "482719305563/1", "²" * 12]
)
def test_what_is_not_twelve_digits_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check(text)
    assert refusal.value.code == "tracking_wrong"
    assert refusal.value.facts == {"text": text}


@given(ANY_TEXT)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    assert refused(text) or len(check(text)) == 12


@given(st.integers(0, 99), st.randoms(use_true_random=False))
def test_a_number_made_without_stock_names_its_node(node: int, chance: random.Random) -> None:
    number = fallback(node, chance.randrange)
    assert check(number) == number
    assert number[:3] == f"0{node:02}"


@pytest.mark.parametrize("node", [-1, 100])
def test_a_node_of_three_digits_makes_no_number(node: int) -> None:
    with pytest.raises(Refusal) as refusal:
        fallback(node, secrets.randbelow)
    assert refusal.value.code == "node_number_wrong"


def test_a_number_is_shown_in_fours_and_an_answer_counts_from_one() -> None:
    assert grouped("482719305563") == "4827 1930 5563"
    assert answer_number("482719305563", 1) == "482719305563/1"
