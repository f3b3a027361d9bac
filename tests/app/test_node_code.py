"""A node file as digits that any keyboard types alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.refusal import Refusal
from app.sync.node_code import SHORTEST, code_of, scanned
from app.sync.node_file import Address, NodeFile, write_node_file

NODE = NodeFile(
    centre=Address(hosts=("centre1:5432",), database="bajeh", role="bajeh_1", password="x" * 32),
    office="0f" * 16,
    office_name="فرمانداری شهرستان چالوس",
    node="1a" * 16,
    name="۲",
    series="پ",
)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def code_of_refusal(text: str) -> str:
    with pytest.raises(Refusal) as refused:
        scanned(text)
    return refused.value.code


@pytest.mark.parametrize("certificate", ["", "-----BEGIN CERTIFICATE-----\n" + "Zm9v\n" * 200])
def test_what_was_written_is_read_in_any_digits(certificate: str) -> None:
    node = NodeFile(
        **{
            **{name: getattr(NODE, name) for name in NODE.__struct_fields__},
            "centre": Address(
                hosts=("a", "b:5433"), database="d", role="r", password="p", certificate=certificate
            ),
        }
    )
    code = code_of(write_node_file(node))
    assert code.isdecimal()
    assert code.isascii()
    assert scanned(code) == scanned(f" {code.translate(PERSIAN)} ") == node


def test_the_file_itself_may_be_copied_into_the_field() -> None:
    assert scanned(write_node_file(NODE).decode()) == NODE


@pytest.mark.parametrize(
    "text", ["", "/media/usb/pc-2.bajeh", r"C:\pc.bajeh", "123456", "9" * (SHORTEST - 1)]
)
def test_what_may_be_the_name_of_a_file_is_left_to_the_disk(text: str) -> None:
    assert scanned(text) is None


def test_one_wrong_digit_is_noticed_wherever_it_stands() -> None:
    code = code_of(write_node_file(NODE))
    for at, digit in enumerate(code):
        wrong = code[:at] + str((int(digit) + 1) % 10) + code[at + 1 :]
        assert code_of_refusal(wrong) in {"node_code_wrong", "node_file_wrong"}


def test_half_a_code_is_none() -> None:
    code = code_of(write_node_file(NODE))
    for end in range(SHORTEST, len(code)):
        assert code_of_refusal(code[:end]) == "node_code_wrong"


def test_a_code_that_would_fill_the_memory_is_refused() -> None:
    assert code_of_refusal(code_of(b" " * 50_000_000)) == "node_code_wrong"


@given(st.text("0123456789", min_size=SHORTEST, max_size=400))
def test_no_digits_are_more_than_refused(text: str) -> None:
    assert code_of_refusal(text) in {"node_code_wrong", "node_file_wrong", "node_file_newer"}


@pytest.mark.parametrize("text", ["{", '{"version": 1}', "{\ud800}"])
def test_what_only_looks_like_a_file_is_refused(text: str) -> None:
    assert code_of_refusal(text) == "node_file_wrong"
