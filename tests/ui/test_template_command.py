"""The forms of the office from the command line."""

from pathlib import Path

import pytest

from tests.printing.readback import missing
from tests.printing.samples import emblem
from tests.ui.shell import PERSON, Shell

HEAD = ("--clerk", "201")
WANTED = {
    "heading": "سال خدمت",
    "sentences": [{"text": "تلفن {تلفن}"}, {"text": "{office}", "place": "foot"}],
    "size": 1.1,
}


def test_a_form_is_shown_as_it_ships(office: Shell) -> None:
    found = office.done("template", "show", "receipt")
    assert (found["kind"], found["version"], found["editions"]) == ("receipt", 0, [])
    assert found["rows"]["tracking"] == "guide"
    assert found["rows"]["bring"] == "free"
    assert "phone" in found["places"]
    assert found["papers"] == ["A4", "A5", "roll"]
    assert found["template"]["rows"] is None


def test_a_file_makes_an_edition_that_the_next_paper_wears(office: Shell, tmp_path: Path) -> None:
    told = office.file("form.json", WANTED)
    found = office.done("template", "set", "receipt", told, *HEAD)
    assert found["version"] == 1
    assert found["template"]["sentences"][0] == {
        "text": "تلفن {phone}",
        "place": "before_signature",
    }
    assert [edition["version"] for edition in found["editions"]] == [1]
    tracking = office.register()
    office.done("paper", "receipt", tracking, "--to", str(tmp_path / "r.pdf"))
    assert missing(["سال خدمت"], (tmp_path / "r.pdf").read_bytes()) == []
    assert office.done("template", "back", "receipt", "--version", "0", *HEAD)["version"] == 2
    other = office.register(applicant={**PERSON, "id": "9991052641"})
    office.done("paper", "receipt", other, "--to", str(tmp_path / "r.pdf"))
    assert missing(["سال خدمت"], (tmp_path / "r.pdf").read_bytes())
    assert office.done("template", "show", "receipt", "--version", "1")["template"]["size"] == 1.1


def test_a_copy_keeps_the_form_of_its_original(office: Shell, tmp_path: Path) -> None:
    tracking, file = office.register(), tmp_path / "r.pdf"
    out = f"file:{tmp_path / 'out'}"
    office.done("paper", "receipt", tracking, "--printer", out, "--size", "A4")
    office.done("template", "set", "receipt", office.file("form.json", WANTED), *HEAD)
    office.done("paper", "receipt", tracking, "--to", str(file), "--copy")
    assert missing(["سال خدمت"], file.read_bytes())
    assert missing(["المثنی"], file.read_bytes()) == []


def test_what_was_shown_may_be_set_again(office: Shell) -> None:
    told = office.file("form.json", WANTED)
    shown = office.done("template", "set", "receipt", told, *HEAD)["template"]
    again = office.done("template", "set", "receipt", office.file("again.json", shown), *HEAD)
    assert again["version"] == 1


def test_a_form_may_have_an_emblem_of_its_own(office: Shell, tmp_path: Path) -> None:
    picture, broken = tmp_path / "sign.png", tmp_path / "broken.png"
    picture.write_bytes(emblem())
    broken.write_bytes(emblem()[:-9])
    told = office.file("form.json", {})
    found = office.done("template", "set", "answer", told, "--emblem", str(picture), *HEAD)
    assert len(found["template"]["emblem"]) == 32
    wrong = office.refused("template", "set", "answer", told, "--emblem", str(broken), *HEAD)
    assert wrong == "template_emblem_broken"


@pytest.mark.parametrize(
    ("form", "clerk", "code"),
    [
        (WANTED, "101", "not_allowed"),
        ({"headings": "x"}, "201", "request_part_unknown"),
        ({"size": "large"}, "201", "request_part_wrong"),
        ({"rows": []}, "201", "template_row_needed"),
        ({"heading": "{موبایل}"}, "201", "template_place_unknown"),
    ],
)
def test_a_wrong_form_is_refused(
    office: Shell, form: dict[str, object], clerk: str, code: str
) -> None:
    told = office.file("form.json", form)
    assert office.refused("template", "set", "receipt", told, "--clerk", clerk) == code
    assert office.done("template", "show", "receipt")["version"] == 0
