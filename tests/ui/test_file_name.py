"""Names of files, as they are typed and pasted."""

from pathlib import Path

import pytest

from app.refusal import Refusal
from ui.file_name import known_ending, whole_path


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("catalogue.xlsx", "catalogue.xlsx"),
        ("~/a b.pdf", "a b.pdf"),
        ("lists/log.csv", "lists/log.csv"),
        ('"log.csv" ', "log.csv"),
    ],
)
def test_what_names_no_folder_of_its_own_lies_in_the_users(typed: str, whole: str) -> None:
    assert whole_path(typed) == str(Path.home() / whole)


def test_what_names_its_folder_stays_there(tmp_path: Path) -> None:
    file = tmp_path / "a b.pdf"
    assert whole_path(str(file)) == whole_path(file.as_uri()) == str(file)
    assert whole_path(" ") == ""


@pytest.mark.parametrize("name", ["pack", "1405", "a.txt", ".pdf", "pdf"])
def test_another_ending_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="format_unknown"):
        known_ending(name, (".pdf",))


def test_an_ending_is_known_in_every_case() -> None:
    assert known_ending("/a/B.PDF", (".pdf",)) == ".pdf"
