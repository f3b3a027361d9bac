"""The figures of a period at the shell: said, as JSON, and kept as files."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.ui.shell import Shell


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
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_no_period_is_refused(office: Shell) -> None:
    assert office.refused("figures", "--since", "1405/08/01") == "period_open"
    wrong = office.refused("figures", "--since", "1405/08/02", "--until", "1405/08/01")
    assert wrong == "period_wrong"
    assert office.refused("figures", "--to", "a.txt") == "format_unknown"
    late = office.refused("figures", "--since", "1404/12/01", "--until", "1404/12/30")
    assert late == "date_impossible"
