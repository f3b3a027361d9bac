"""The catalogue from the command line: all bad cells at once, the check, files of forms."""

from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from openpyxl import Workbook

from app.deeds.looking import the_entry
from app.sub_service import SubService
from tests.ui.shell import Shell
from ui.bootstrap import open_desk

FORM = "فرم اعلام خسارت"


def big(bad: dict[int, str]) -> bytes:
    """560 sub-services as CSV; `bad` gives the modes of some rows."""
    rows = [f"{900 + n},عنوان {n},{bad.get(n, '2')}" for n in range(2, 562)]
    return "\n".join(["code,title,mode", *rows]).encode()


def test_an_import_of_560_rows_tells_all_seven_that_are_bad(office: Shell) -> None:
    rows = (3, 50, 51, 200, 333, 559, 561)
    told = office.file("services.csv", big(dict.fromkeys(rows, "9")))
    code, facts = office.do("catalogue", "import", told)
    assert (code, facts["refused"], facts["count"]) == (3, "catalogue_row_bad", 7)
    cells = [facts, *facts["others"]]
    assert [cell["row"] for cell in cells] == list(rows)
    assert {cell["column"] for cell in cells} == {"mode"}
    said = office.sentence("catalogue", "import", told)
    assert len(said.splitlines()) == 7
    assert "سطر ۵۶۱" in said
    assert office.do("catalogue", "import", told, "--dry-run")[0] == 3
    known = office.done("catalogue", "export", str(office.home / "all.json"))["entries"]
    assert known == 38


def test_560_good_rows_are_taken_and_said_beforehand(office: Shell) -> None:
    told = office.file("services.csv", big({}))
    before = office.done("catalogue", "import", told, "--dry-run")
    assert (before["new"], before["changed"], before["same"]) == (560, 0, 0)
    done = office.done("catalogue", "import", told)
    assert (done["entries"], done["changed"]) == (560, 560)
    after = office.done("catalogue", "import", told, "--dry-run")
    assert (after["new"], after["changed"], after["same"], after["changes"]) == (0, 0, 560, [])


def test_what_a_json_file_leaves_out_stays_and_what_it_empties_is_empty(office: Shell) -> None:
    out = str(office.home / "all.json")
    office.done("catalogue", "export", out)
    before = entry(office, "35")
    assert before.documents
    assert before.answerable.phone
    part: dict[str, object] = {
        "code": "35",
        "title": before.title,
        "mode": before.mode,
        "steps": [],
    }
    told = office.file("part.json", {"sub_services": [{**part, "answerable": {"name": "ن"}}]})
    assert office.done("catalogue", "import", told, "--dry-run")["changed"] == 1
    office.done("catalogue", "import", told)
    person = replace(before.answerable, name="ن")
    assert entry(office, "35") == replace(before, steps=(), answerable=person)
    office.done("catalogue", "import", out)
    assert entry(office, "35") == before


def test_the_check_of_an_empty_catalogue_says_that_it_is_empty(nowhere: Shell) -> None:
    nowhere.done("setup", "--office", "دفتر نو", "--role", "counter", "--name", "۱")
    assert "فهرست خدمات خالی است" in nowhere.say("catalogue", "check")[1]


def test_the_check_tells_what_is_lacking_of_all_or_of_one(office: Shell) -> None:
    every = office.done("catalogue", "check")
    assert every["lacking"] > 100
    one = office.done("catalogue", "check", "35")
    assert {flaw["service"] for flaw in one["flaws"]} == {"35"}
    assert {flaw["flaw"] for flaw in one["flaws"]} == {"official_id_missing", "form_file_missing"}
    assert "فایل ندارد" in office.say("catalogue", "check", "35")[1]
    assert office.refused("catalogue", "check", "999") == "service_unknown"


def test_a_form_is_attached_saved_and_dropped(office: Shell, tmp_path: Path) -> None:
    form = office.file("form.pdf", b"%PDF-1.4 form")
    asked = ("35", "--form", FORM, "--to")
    done = office.done("catalogue", "attach", *asked, form)
    assert done["files"] == [{"form": FORM, "file": "form.pdf", "size": 13}]
    missing = office.done("catalogue", "check", "35")["flaws"]
    assert FORM not in "".join(flaw["text"] for flaw in missing)
    office.done("catalogue", "save", *asked, str(tmp_path / "out.pdf"))
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-1.4 form"
    assert office.done("catalogue", "drop", "35", "--form", FORM)["files"] == []
    gone = ("catalogue", "save", *asked, str(tmp_path / "again.pdf"))
    assert office.refused(*gone) == "form_file_unknown"
    assert office.done("verify")["projections"] == "equal"


def test_a_retired_entry_is_offered_again(office: Shell) -> None:
    office.done("catalogue", "retire", "35", "--reason", "پایان")
    assert office.refused("issue", "--service", "35") == "service_retired"
    office.done("catalogue", "reinstate", "35", "--reason", "باز")
    office.done("issue", "--service", "35")


def test_retiring_names_the_counters_that_are_left_with_nothing(office: Shell) -> None:
    office.done("office", "counter", "2", "--services", "35")
    office.done("office", "counter", "3", "--services", "35,16")
    assert office.done("catalogue", "retire", "35", "--reason", "پایان")["counters"] == ["2"]
    office.done("catalogue", "reinstate", "35", "--reason", "باز")
    assert "باجه" not in office.say("catalogue", "retire", "16", "--reason", "پایان")[1]
    said = office.say("catalogue", "retire", "35", "--reason", "پایان")[1]
    assert "باجه ۲، ۳ زیرخدمت دیگری" in said


def entry(office: Shell, code: str) -> SubService:
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        found = the_entry(look, code).sheet
    desk.close()
    return found


def workbook(*sheets: tuple[str, list[list[str]]]) -> bytes:
    book, out = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def test_a_column_that_is_missing_leaves_that_part_as_it_stands(office: Shell) -> None:
    before = entry(office, "35")
    csv = "code,title,department,answerable_post\n35,خسارت,معاونت نو,\n977,نو,ب,\n".encode()
    file = office.file("some.csv", csv)
    dry = office.done("catalogue", "import", "--dry-run", file)
    assert (dry["new"], dry["changed"]) == (1, 1)
    assert dry == office.done("catalogue", "import", file, "--dry-run")
    office.done("catalogue", "import", file)
    person = replace(before.answerable, post="")
    named = replace(before, title="خسارت", department="معاونت نو", answerable=person)
    assert before.steps
    assert entry(office, "35") == named
    emptied = office.file("empty.csv", "code,title,steps\n35,خسارت,\n".encode())
    office.done("catalogue", "import", emptied)
    assert entry(office, "35") == replace(named, steps=())


def test_a_sheet_that_is_missing_leaves_its_list_and_one_without_rows_empties_it(
    office: Shell,
) -> None:
    before = entry(office, "35")
    main = ("زیرخدمات", [["code", "title"], ["35", before.title]])
    steps = ("مراحل", [["code", "title"]])
    office.done("catalogue", "import", office.file("main.xlsx", workbook(main)))
    assert entry(office, "35") == before
    office.done("catalogue", "import", office.file("steps.xlsx", workbook(main, steps)))
    assert entry(office, "35") == replace(before, steps=())
