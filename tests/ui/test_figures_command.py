"""The figures of a period at the shell: said, as JSON, and kept as files."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.ui.shell import REQUEST, Shell
from ui.words import Words

LONGEST = 31
"""Letters of a sheet's name, as spreadsheets take it."""
GUIDED = ("--outcome", "guidance")


def test_a_period_is_told_as_json(office: Shell) -> None:
    told = office.done("figures", "--period", "quarter")
    assert (told["first"], told["last"]) == ("2026-09-23", "2026-12-21")
    assert (told["kept_rate"], told["came"]) == (None, 0)
    assert (told["wait_median"], told["wait_most"]) == (None, None)
    assert {"promises", "service", "clerk", "units", "opinions"} <= set(told["tables"])


def test_a_period_in_which_nobody_came_says_so(office: Shell) -> None:
    said = "در این دوره مراجعه‌ای شمرده نشده است."
    assert said in office.say("figures")[1]
    ticket = office.done("issue", "--service", "35")["ticket"]
    office.done("call", "--counter", "1")
    office.done("finish", "--ticket", str(ticket), "--outcome", "guidance")
    assert said not in office.say("figures")[1]


def test_a_report_is_kept_as_a_workbook_and_as_a_paper(office: Shell, tmp_path: Path) -> None:
    office.done("issue", "--service", "35")
    office.done("call", "--counter", "1")
    for name in ("a.xlsx", "a.pdf"):
        office.done("figures", "--to", str(tmp_path / name))
    book = load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    titles = Words()._values["figure_table"].values()
    assert set(book.sheetnames) <= {title.replace(":", "،") for title in titles}
    assert all(len(title) <= LONGEST for title in titles)
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_telephone_calls_stand_apart_in_json_and_in_the_workbook(
    office: Shell, tmp_path: Path
) -> None:
    for how in (("--telephone",), ()):
        visit = office.done("walkin", "--service", "35", "--counter", "1", *how)
        office.done("finish", "--ticket", str(visit["ticket"]), *(() if how else GUIDED))
    told = office.done("figures")
    assert (told["came"], told["telephone"]) == (2, 1)
    (row,) = told["tables"]["telephone"]
    assert list(row["cells"].values())[1:] == [1]
    office.done("figures", "--to", str(tmp_path / "a.xlsx"))
    book = load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    cells = {str(cell.value) for sheet in book.worksheets for row in sheet for cell in row}
    assert "تماس تلفنی" in cells
    assert office.done("log")["totals"]["telephone"] == 1


def test_how_long_a_step_took_that_nobody_returned_is_told_nowhere(
    office: Shell, tmp_path: Path
) -> None:
    tracking = office.done("register", office.file("request.json", REQUEST))["tracking"]
    office.done("step", tracking, "--begin")
    office.later(days=3)
    year = ("--period", "year")
    took = Words().value("figure_head", "taken")
    (step, *_) = office.done("figures", *year)["tables"]["steps"]
    assert step["cells"][took] is None
    assert f"{took} —" in office.say("figures", *year)[1]
    office.done("figures", *year, "--to", str(tmp_path / "a.xlsx"))
    book = load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes()))
    heads, first, *_ = book[Words().value("figure_table", "steps").replace(":", "،")].values
    assert dict(zip(heads, first, strict=True))[took] is None


def test_what_is_no_period_is_refused(office: Shell) -> None:
    assert office.refused("figures", "--since", "1405/08/01") == "period_open"
    wrong = office.refused("figures", "--since", "1405/08/02", "--until", "1405/08/01")
    assert wrong == "period_wrong"
    assert office.refused("figures", "--to", "a.txt") == "format_unknown"
    late = office.refused("figures", "--since", "1404/12/01", "--until", "1404/12/30")
    assert late == "date_impossible"
