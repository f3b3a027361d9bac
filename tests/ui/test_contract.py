"""The names that administrators script against: each command's JSON, files and exit codes."""

import csv
import json
import stat
from datetime import datetime
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.printing.readback import missing
from tests.ui.shell import ANSWER, MORNING, PERSON, REQUEST, ROOT, TITLES, Shell, program

COLUMNS = {
    "tracking",
    "sub_service",
    "received",
    "promised",
    "first_step",
    "last_step",
    "delivered",
}
TITLE = "پرداخت خسارات ناشی از حوادث غیرمترقبه و بحران‌ها"


# -- setting up ------------------------------------------------------------------------------------


def test_setup_gives_the_keys_of_a_sample_office(nowhere: Shell) -> None:
    made = nowhere.done("setup", "--sample")
    assert set(made) == {"office", "node", "folder", "key", "recovery_key"}
    assert made["folder"] == str(nowhere.data)
    assert len(made["recovery_key"].split("-")) == 8
    assert nowhere.verified()["events"] > 38


def test_setup_makes_a_plain_office_that_serves_after_an_import(
    nowhere: Shell, office: Shell, tmp_path: Path
) -> None:
    file = str(tmp_path / "catalogue.json")
    office.done("catalogue", "export", file)
    nowhere.done("setup", "--office", "بخشداری مرزن‌آباد", "--role", "counter", "--name", "۱")
    assert nowhere.refused("issue", "--service", "35") == "service_unknown"
    assert nowhere.done("catalogue", "import", file)["changed"] == 38
    assert nowhere.done("issue", "--service", "35")["label"] == "الف ۰۰۱"
    assert nowhere.done("call", "--counter", "1")["label"] == "الف ۰۰۱"
    assert nowhere.refused("setup", "--sample") == "store_exists"


def test_setup_gives_a_series_of_its_own(nowhere: Shell) -> None:
    nowhere.done("setup", "--sample", "--office", "بخشداری کلاردشت", "--series", "ب")
    assert nowhere.done("issue", "--service", "35")["label"] == "ب ۰۰۱"


def test_an_office_has_a_name(nowhere: Shell) -> None:
    assert nowhere.refused("setup") == "office_name_empty"
    nowhere.done("setup", "--sample")


def test_the_key_is_read_by_its_owner_alone(nowhere: Shell, tmp_path: Path) -> None:
    nowhere.done("setup", "--sample")
    keys = list((tmp_path / "user/config/bajeh/keys").iterdir())
    assert [stat.S_IMODE(key.stat().st_mode) for key in keys] == [0o600]


# -- tickets ---------------------------------------------------------------------------------------


def test_issue_gives_ticket_label_and_how_many_are_ahead(office: Shell) -> None:
    first = office.done("issue", "--service", "35")
    assert {"ticket", "label", "ahead"} <= set(first)
    assert (first["label"], first["ahead"]) == ("الف ۰۰۱", 0)
    assert office.done("issue", "--service", "۳۵")["ahead"] == 1


def test_who_issues_a_number_hears_that_nobody_would_call_it(office: Shell) -> None:
    before = office.done("issue", "--service", "35")
    for code in ("101", "102"):
        office.done("office", "clerk", code, "--services", "4")
    given = office.done("issue", "--service", "35")
    assert (before["unattended"], given["unattended"]) == (False, True)
    assert "کارمندی نیست" in office.say("issue", "--service", "35")[1]


def test_the_same_tap_gives_the_same_ticket(office: Shell) -> None:
    once = office.done("issue", "--service", "35", "--tap", "t-1")
    assert office.done("issue", "--service", "35", "--tap", "t-1")["ticket"] == once["ticket"]
    assert office.done("issue", "--service", "35", "--tap", "t-2")["ticket"] != once["ticket"]


def test_call_gives_the_next_one_and_why(office: Shell) -> None:
    given = office.done("issue", "--service", "35")
    called = office.done("call", "--counter", "1", "--call-id", "c-1")
    assert called["ticket"] == given["ticket"]
    assert (called["label"], called["sub_service"]) == ("الف ۰۰۱", TITLE)
    assert "صدور ساعت ۰۸:۰۰" in called["why"]
    assert office.done("call", "--counter", "1", "--call-id", "c-1")["ticket"] == given["ticket"]


def test_nobody_waiting_is_no_refusal(office: Shell) -> None:
    code, facts = office.do("call", "--counter", "1")
    assert code == 0
    assert facts == {"ticket": None, "label": None, "sub_service": None, "why": None}


def test_a_priority_is_explained(office: Shell) -> None:
    office.done("issue", "--service", "35")
    office.done("issue", "--service", "35", "--priority", "elderly")
    called = office.done("call", "--counter", "1")
    assert called["label"] == "الف ۰۰۲"
    assert "«سالمند» با ۱۵ دقیقه" in called["why"]


@pytest.mark.parametrize("spelled", ["الف 002", "الف ۲", "الف2", "الف ۰۲"])
def test_a_chosen_one_needs_a_reason_and_keeps_it(office: Shell, spelled: str) -> None:
    office.done("issue", "--service", "35")
    office.done("issue", "--service", "4")
    chosen = ("call", "--counter", "1", "--label")
    assert office.refused(*chosen, "الف ۰۰۲") == "reason_empty"
    assert office.refused(*chosen, "الف 3", "--reason", "بیمار است") == "label_unknown"
    called = office.done(*chosen, spelled, "--reason", "بیمار است")
    assert (called["label"], "بیمار است" in called["why"]) == ("الف ۰۰۲", True)


def test_the_call_set_tells_the_state_of_the_ticket(office: Shell) -> None:
    office.done("issue", "--service", "35")
    ticket = office.done("call", "--counter", "1")["ticket"]
    visit = ("--ticket", ticket)
    assert office.done("recall", *visit)["state"] == "called"
    assert office.done("noshow", *visit)["state"] == "no_show"
    assert office.done("noshow", *visit, "--undo")["state"] == "waiting"
    office.done("call", "--counter", "۱")
    assert office.done("begin", *visit)["state"] == "serving"
    assert office.done("hold", *visit, "--minutes", "۵")["state"] == "held"
    office.later(minutes=6)
    assert office.done("call", "--counter", "1")["ticket"] == ticket
    assert office.done("transfer", *visit, "--counter", "2")["state"] == "waiting"
    assert office.done("call", "--counter", "1")["ticket"] is None
    assert office.done("call", "--counter", "2")["ticket"] == ticket
    assert office.done("return", *visit)["state"] == "waiting"
    assert office.done("call", "--counter", "1")["ticket"] == ticket
    assert office.refused("finish", *visit) == "outcome_needed"
    ended = office.done("finish", *visit, "--outcome", "guidance")
    assert (ended["state"], ended["outcome"]) == ("finished", "guidance")


def test_a_deficiency_gives_a_token_to_come_back_with(office: Shell) -> None:
    office.done("issue", "--service", "35")
    ticket = office.done("call", "--counter", "1")["ticket"]
    told = office.done("deficiency", "--ticket", ticket, "--missing", TITLES[2])
    assert set(told) == {"ticket", "number", "token", "until"}
    assert office.refused("issue", "--token", told["token"]) == "visit_open"
    office.done("finish", "--ticket", ticket)
    again = office.done("issue", "--token", told["token"], "--tap", "t")
    assert again["label"] == "الف ۰۰۲"
    assert office.done("issue", "--token", told["token"], "--tap", "t") == again
    assert office.refused("issue", "--token", told["token"]) == "token_used"


def test_somebody_without_a_ticket_is_served(office: Shell) -> None:
    visit = office.done("walkin", "--service", "4", "--counter", "1", "--telephone")
    assert visit["state"] == "serving"
    assert "بدون شماره" in office.say("begin", "--ticket", visit["ticket"])[1]
    assert office.done("finish", "--ticket", visit["ticket"])["outcome"] == "guidance"


def test_a_referral_says_with_whom_it_was_arranged(office: Shell) -> None:
    visit = office.done("walkin", "--service", "35", "--counter", "1")
    arranged = ("refer", "--ticket", visit["ticket"], "--official", "رضا کیانی", "--unit", "فنی")
    code, facts = office.do(*arranged)
    assert (code, facts) == (3, {"refused": "referral_incomplete", "field": "reason"})
    assert "دلیل" in office.sentence(*arranged)
    office.done(*arranged, "--reason", "بازدید از محل")
    assert office.done("finish", "--ticket", visit["ticket"])["outcome"] == "referral"


# -- requests --------------------------------------------------------------------------------------


def test_register_gives_tracking_and_promised_date(office: Shell) -> None:
    made = office.done("register", office.file("request.json", REQUEST))
    assert {"tracking", "promised"} <= set(made)
    assert len(made["tracking"]) == 12
    assert made["promised"] == "2026-12-07"


def test_register_speaks_to_the_applicant(office: Shell) -> None:
    code, said = office.say("register", office.file("request.json", REQUEST))
    assert code == 0
    assert "مراجعه بعدی دوشنبه ۱۴۰۵/۰۹/۱۶" in said
    assert not set(said) & set("0123456789")


@pytest.mark.parametrize(
    "changes",
    [
        {"service": "۳۵", "applicant": {**PERSON, "id": "۰۰۰۳۴۷۲۱۸۳"}, "counter": "۲"},
        {"service": 35, "counter": 2},
        {"service": "٣٥", "counter": "2"},
        {"service": "35", "counter": None, "ticket": None, "documents": None},
        {"applicant": {**PERSON, "mobile": "۰۹۱۲۳۴۵۶۷۸۹"}, "remarks": "فوری"},
        {
            "applicant": {"kind": "legal", "id": "14009998124", "name": "شرکت"},
            "documents": None,
        },
        {"representative": {"id": "0005621941", "name": "آرش کیان‌مهر"}},
        {"documents": {**dict.fromkeys(TITLES, True), TITLES[4]: "on_file"}},
    ],
)
def test_register_reads_what_is_documented(office: Shell, changes: dict[str, object]) -> None:
    assert office.register(**changes)


def test_the_counter_of_a_request_stands_in_its_log(office: Shell) -> None:
    tracking = office.register(counter="۲")
    assert office.done("log", "--counter", "۲")["received"][0]["tracking"] == tracking
    assert office.done("log", "--counter", "1")["received"] == []


def test_register_during_a_visit_belongs_to_it(office: Shell) -> None:
    office.done("issue", "--service", "35")
    ticket = office.done("call", "--counter", "1")["ticket"]
    office.register(ticket=ticket)
    assert office.done("finish", "--ticket", ticket)["outcome"] == "request"


def test_register_with_an_answer_serves_at_once(office: Shell) -> None:
    told = office.file("r.json", {**REQUEST, "answer": ANSWER})
    assert office.done("register", told)["state"] == "delivered"


def test_step_list_begin_and_done_walk_table_1(office: Shell) -> None:
    tracking = office.register()
    listed = office.done("step", tracking, "--list")
    assert set(listed) == {"tracking", "state", "step", "steps"}
    assert set(listed["steps"][0]) == {"n", "title", "unit", "handed_over", "done"}
    for count, step in enumerate(listed["steps"], 1):
        begun = office.done("step", tracking, "--begin", "--letter", "۱۴۰۵/۱۲")
        assert begun["step"] == step["title"]
        done = office.done("step", tracking, "--done")
        assert sum(row["done"] is not None for row in done["steps"]) == count
    assert (done["step"], done["state"]) == (None, "result_back")
    assert office.refused("step", tracking, "--done") == "no_step_left"


def test_several_requests_are_handed_over_or_none(office: Shell) -> None:
    first = office.register()
    second = office.register(applicant={**PERSON, "id": "9991052641"})
    office.done("step", second, "--begin")
    assert office.refused("handover", first, second) == "handed_over_already"
    assert office.done("show", first)["state"] == "registered"
    assert office.done("handover", first)["n"] == 1


def test_answer_and_deliver_end_a_request(office: Shell) -> None:
    tracking = office.register()
    assert office.refused("deliver", tracking) == "answer_not_ready"
    assert office.answer(tracking) == f"{tracking}/1"
    assert office.answer(tracking, remarks="اصلاح‌شده") == f"{tracking}/2"
    given = office.done("deliver", tracking, "--counter", "۱")
    assert (given["state"], given["delivered"]) == ("delivered", "2026-11-21")


def test_a_ticket_to_collect_waits_for_the_answer(office: Shell) -> None:
    tracking = office.register()
    assert office.refused("issue", "--collect", tracking) == "answer_not_ready"
    office.answer(tracking)
    office.done("issue", "--collect", tracking)
    office.done("deliver", tracking)
    assert office.refused("issue", "--collect", tracking) == "already_delivered"
    ended = office.register()
    office.done("withdraw", ended, "--reason", "انصراف")
    assert office.refused("issue", "--collect", ended) == "request_ended"


def test_a_ready_text_answers_too(office: Shell) -> None:
    tracking = office.register()
    assert office.refused("answer", tracking, "--ready", "نیست") == "ready_text_unknown"
    catalogue = office.home / "catalogue.json"
    office.done("catalogue", "export", str(catalogue))
    entries = json.loads(catalogue.read_text("utf-8"))["sub_services"]
    ready = next(entry for entry in entries if entry["code"] == "35")["ready_texts"][0]["title"]
    issuer = ("--issuer-name", "پروین قاسمی‌نژاد", "--issuer-post", "مسئول میز خدمت")
    assert office.done("answer", tracking, "--ready", ready, *issuer)["number"] == f"{tracking}/1"


def test_a_lost_receipt_asks_for_reason_and_identity(office: Shell) -> None:
    tracking = office.register()
    office.answer(tracking)
    assert office.refused("deliver", tracking, "--lost", "گم شد") == "receipt_required"
    office.done("deliver", tracking, "--lost", "گم شد", "--identity", "کارت ملی")


def test_what_a_sub_service_asks_itself_is_registered_and_shown(office: Shell) -> None:
    details = {"محل خدمت": "آبادان", "مدت (ماه)": "۲۶"}
    tracking = office.register(service="8", documents=None, details=details)
    kept = {"محل خدمت": "آبادان", "مدت (ماه)": "26"}
    assert office.done("show", tracking)["details"] == kept
    said = {"service": "8", "applicant": PERSON, "repeated": "دوباره"}
    assert office.refused("register", office.file("r.json", said)) == "field_empty"


def test_show_carries_the_columns_of_table_2(office: Shell) -> None:
    tracking = office.register()
    shown = office.done("show", tracking)
    assert set(shown) == COLUMNS | {"state", "applicant", "events"}
    assert (shown["received"], shown["promised"]) == ("2026-11-21", "2026-12-07")
    assert (shown["first_step"], shown["last_step"], shown["delivered"]) == (None, None, None)
    assert shown["applicant"]["id"] == PERSON["id"]
    assert [event["kind"] for event in shown["events"]] == ["RequestRegistered"]


def test_show_takes_a_number_however_it_is_typed(office: Shell) -> None:
    tracking = office.register()
    said = office.say("show", tracking)[1].splitlines()[0].partition(":")[2]
    assert office.done("show", said)["tracking"] == tracking


def test_find_gives_a_list(office: Shell) -> None:
    tracking = office.register()
    for text in (tracking, PERSON["id"], "رمضاني", "۰۰۰۳۴۷۲۱۸۳"):
        assert office.found(text) == [
            {
                "tracking": tracking,
                "name": PERSON["name"],
                "id": PERSON["id"],
                "sub_service": TITLE,
                "state": "registered",
            }
        ]
    assert office.found("هیچ‌کس") == []


def test_a_request_is_corrected_withdrawn_and_voided(office: Shell) -> None:
    first = office.register()
    told = office.file("c.json", {"applicant": {**PERSON, "name": "علی‌اکبر رمضانی"}})
    office.done("correct", first, told, "--reason", "نام کامل نبود")
    assert office.done("show", first)["applicant"]["name"] == "علی‌اکبر رمضانی"
    assert office.done("withdraw", first, "--reason", "انصراف")["state"] == "withdrawn"
    second = office.register()
    assert office.done("void", second, "--reason", "تکراری")["state"] == "voided"
    assert office.refused("deliver", second) == "request_ended"


def test_somebody_without_a_code_is_registered_corrected_and_served(office: Shell) -> None:
    who = {"kind": "unnumbered", "name": "گل‌محمد نورزایی", "father": "خان‌محمد"}
    first, second = office.register(applicant=who), office.register(applicant=who)
    shown = office.done("show", first)["applicant"]
    assert (shown["kind"], shown["id"], shown["father"]) == ("unnumbered", "", "خان‌محمد")
    assert "گل‌محمد نورزایی (—)" in office.say("show", first)[1]
    assert {hit["id"] for hit in office.found("گل‌محمد")} == {""}
    told = office.file("c.json", {"applicant": {**PERSON, "name": "گل‌محمد نورزایی"}})
    office.done("correct", second, told, "--reason", "شناسنامه گرفت")
    assert office.done("show", second)["applicant"]["id"] == PERSON["id"]
    told = office.file("c.json", {"applicant": who})
    office.done("correct", second, told, "--reason", "کد از دیگری بود")
    assert office.done("show", second)["applicant"]["kind"] == "unnumbered"
    office.answer(first)
    assert office.done("deliver", first)["name"] == "گل‌محمد نورزایی"


def test_a_slip_for_somebody_without_a_code_lets_them_back_in(office: Shell) -> None:
    visit = office.done("walkin", "--service", "35", "--counter", "1")["ticket"]
    told = ("deficiency", "--ticket", visit, "--missing", TITLES[2], "--kind", "unnumbered")
    assert office.refused(*told, "--name", "گل‌محمد") == "applicant_not_told_apart"
    slip = office.done(*told, "--name", "گل‌محمد", "--mobile", "09121234567")
    office.done("finish", "--ticket", visit)
    assert office.done("issue", "--token", slip["token"])["label"]


# -- the log ---------------------------------------------------------------------------------------


def test_the_log_stands_in_four_formats(office: Shell, tmp_path: Path) -> None:
    first = office.register()
    office.later(days=1)
    second = office.register(applicant={**PERSON, "id": "9991052641", "name": "=1+1"})
    told = office.file("c.json", {"remarks": "فوری"})
    office.done("correct", second, told, "--reason", "از قلم افتاد")
    office.answer(first)
    office.done("deliver", first)
    files = {suffix: tmp_path / f"log.{suffix}" for suffix in ("json", "csv", "xlsx", "pdf")}
    for file in files.values():
        written = office.done("log", "--date", "۱۴۰۵/۹/۱", "--to", str(file))
        assert written["path"] == str(file)

    said = json.loads(files["json"].read_text("utf-8"))
    assert [row["tracking"] for row in said["received"]] == [second]
    assert [row["tracking"] for row in said["answered"]] == [first]
    assert set(said["received"][0]) == COLUMNS | {"mark"}
    assert said["received"][0]["mark"] == "corrected"
    assert set(said["answered"][0]) == COLUMNS
    assert said["answered"][0]["delivered"] == "2026-11-22"

    lines = list(csv.reader(StringIO(files["csv"].read_text("utf-8-sig"))))
    rows, foot = lines[: lines.index([])], lines[lines.index([]) + 1 :]
    assert foot[0] == ["درخواست", "1"]
    assert foot[-1] == ["شناسه درستی سوابق", said["head"]]
    assert [row[1] for row in rows] == ["شماره رسید", second, first]
    assert [len(row) for row in rows] == [9, 9, 9]
    assert [row[-1] for row in rows] == ["ملاحظات", "اصلاح‌شده", ""]
    table, under = openpyxl.load_workbook(files["xlsx"]).worksheets
    cells = [list(row) for row in table.iter_rows(values_only=True)]
    assert [row[:9] for row in cells] == [[cell or None for cell in row] for row in rows]
    assert [row[9] for row in cells[1:]] == [datetime(2026, 11, 22), datetime(2026, 11, 21)]
    assert [row[0].value for row in under] == [row[0] for row in foot]
    assert under["B1"].value == 1
    assert missing([second, first, "گزارش کارکنان میز خدمت"], files["pdf"].read_bytes()) == []


def test_the_log_of_today_needs_no_file(office: Shell) -> None:
    office.register()
    assert office.done("log")["date"] == "2026-11-21"
    assert office.say("log")[1].strip() == "گزارش روزانه ۱۴۰۵/۰۸/۳۰: ۱ درخواست، ۰ پاسخ."


def test_work_after_the_close_goes_on_a_supplement(office: Shell) -> None:
    office.register()
    closed = office.done("close")
    assert (closed["requests"], closed["answers"]) == (1, 0)
    assert office.refused("close") == "day_closed"
    late = office.register(applicant={**PERSON, "id": "9991052641"})
    assert len(office.done("log")["received"]) == 1
    assert office.done("log", "--supplement")["received"][0]["tracking"] == late


def test_a_closed_log_is_the_same_file_whatever_is_done_later(
    office: Shell, tmp_path: Path
) -> None:
    trackings = [office.register(), office.register(applicant={**PERSON, "id": "9991052641"})]
    office.done("close")

    def files(name: str) -> list[bytes]:
        every = [tmp_path / f"{name}.{suffix}" for suffix in ("csv", "xlsx", "json")]
        for file in every:
            office.done("log", "--date", "1405/08/30", "--to", str(file))
        table, foot = openpyxl.load_workbook(every[1]).worksheets
        cells = [[*sheet.iter_rows(values_only=True)] for sheet in (table, foot)]
        return [every[0].read_bytes(), repr(cells).encode(), every[2].read_bytes()]

    signed = files("signed")
    office.later(days=2)
    office.done("void", trackings[0], "--reason", "دوبار ثبت شد")
    office.answer(trackings[1])
    office.done("deliver", trackings[1])
    assert files("copy") == signed
    (changed,) = office.done("log", "--date", "1405/08/30", "--supplement")["changed"]
    said = office.say("log", "--date", "1405/08/30", "--supplement")[1]
    assert "برگ متمم گزارش روزانه ۱۴۰۵/۰۸/۳۰: ۰ درخواست، ۰ پاسخ و ۱ تغییر" in said
    assert (changed["tracking"], changed["what"], changed["reason"]) == (
        trackings[0],
        "voided",
        "دوبار ثبت شد",
    )
    assert changed["at"].startswith("2026-11-23T")
    late = tmp_path / "late.csv"
    office.done("log", "--date", "1405/08/30", "--supplement", "--to", str(late))
    row = list(csv.reader(StringIO(late.read_text("utf-8-sig"))))[1]
    assert (row[0], row[1]) == ("تغییر در ردیف‌های گزارش بسته‌شده", trackings[0])
    assert "دوبار ثبت شد" in row[-1]


# -- papers ----------------------------------------------------------------------------------------


def test_a_paper_says_where_it_lies(office: Shell, tmp_path: Path) -> None:
    tracking = office.register()
    file = tmp_path / "receipt.pdf"
    said = office.done("paper", "receipt", tracking, "--to", str(file))
    assert said == {"kind": "receipt", "path": str(file)}
    assert missing([tracking, PERSON["name"]], file.read_bytes()) == []


def test_a_copy_is_marked_and_counted(office: Shell, tmp_path: Path) -> None:
    tracking = office.register()
    file = tmp_path / "receipt.pdf"
    for number in ("۲", "۳"):
        office.done("paper", "receipt", tracking, "--copy", "--to", str(file))
        assert missing(["المثنی", f"نسخه {number}"], file.read_bytes()) == []


def test_a_paper_that_cannot_be_made_is_not_on_record(office: Shell, tmp_path: Path) -> None:
    before = office.events()
    roll = ("paper", "log", "1405/08/30", "--copy", "--to", str(tmp_path / "log.bin"))
    assert office.refused(*roll) == "paper_not_on_roll"
    assert office.events() == before
    assert list(tmp_path.glob("*.bin")) == []


# -- safe copies -----------------------------------------------------------------------------------


def test_verify_tells_chain_and_projections(office: Shell) -> None:
    found = office.done("verify")
    assert {"events", "chain", "projections"} <= set(found)
    assert (found["chain"], found["projections"]) == ("whole", "equal")
    assert "سوابق دست‌نخورده است؛ فهرست‌ها با سوابق برابر است" in office.say("verify")[1]


def test_a_backup_opens_elsewhere_with_the_recovery_key(nowhere: Shell, tmp_path: Path) -> None:
    made = nowhere.done("setup", "--sample")
    tracking = nowhere.register()
    copy = str(tmp_path / "copy.bajeh")
    assert nowhere.done("backup", copy) == {"path": copy}
    assert nowhere.refused("backup", copy) == "file_exists"
    typed = tmp_path / "key.txt"
    typed.write_text(made["recovery_key"].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")))

    elsewhere = Shell(tmp_path / "elsewhere", tmp_path)
    back = ("restore", copy, "--recovery-key-file", str(typed))
    assert elsewhere.done(*back)["office"] == "فرمانداری شهرستان چالوس"
    assert elsewhere.done("show", tracking)["applicant"]["name"] == PERSON["name"]
    elsewhere.verified()
    assert elsewhere.refused(*back) == "store_exists"
    assert nowhere.done("show", tracking)["tracking"] == tracking, "the first folder still opens"
    nowhere.verified()


# -- the catalogue ---------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx"])
def test_the_catalogue_goes_out_and_in(office: Shell, tmp_path: Path, suffix: str) -> None:
    file = str(tmp_path / f"catalogue.{suffix}")
    assert office.done("catalogue", "export", file) == {"entries": 38, "path": file}
    assert office.done("catalogue", "import", file) == {"entries": 38, "changed": 0}


def test_a_retired_sub_service_gives_no_ticket(office: Shell) -> None:
    office.done("catalogue", "retire", "35", "--reason", "به سامانه رفت")
    assert office.refused("issue", "--service", "35") == "service_retired"


# -- the office ------------------------------------------------------------------------------------


def test_the_office_changes(office: Shell) -> None:
    office.done("office", "counter", "۳", "--services", "35,4")
    office.done("office", "clerk", "۱۰۳", "--name", "نرگس صالحی")
    office.done("office", "closure", "1405/09/15", "--name", "تعطیلی")
    office.done("office", "hours", "1405/09/01", "--week", "sat=07:30-14:00,sun=07:30-14:00")
    office.done("office", "clock", "باتری عوض شد")
    office.done("walkin", "--service", "35", "--counter", "3", "--clerk", "103")
    assert office.refused("office", "counter", "3", "--remove") == "visit_open"
    office.done("office", "clerk", "103", "--remove")
    assert office.refused("close", "--clerk", "103") == "clerk_unknown"


def test_the_acting_clerk_is_named(office: Shell) -> None:
    tracking = office.register()
    told = office.file("a.json", ANSWER)
    office.done("answer", tracking, told, "--clerk", "۲۰۱")
    by = [event["clerk"] for event in office.done("show", tracking)["events"]]
    assert by == ["زهرا موسوی‌تبار", "پروین قاسمی‌نژاد"]
    assert office.do("issue", "--service", "35", "--clerk", "999") == (
        3,
        {"refused": "clerk_unknown", "clerk": "999"},
    )


# -- the shape of every command --------------------------------------------------------------------


def test_a_refusal_is_an_object_with_its_facts(office: Shell) -> None:
    assert office.do("issue", "--service", "99") == (
        3,
        {"refused": "service_unknown", "service": "99"},
    )
    assert "«۹۹»" in office.sentence("issue", "--service", "99")


@pytest.mark.parametrize(
    "words",
    [
        ("--nonsense",),
        ("nonsense",),
        ("issue", "--servic", "35"),
        ("issue",),
        ("call",),
        ("hold", "--ticket", "t", "--minutes", "ده"),
        ("step", "482719305563"),
        ("step", "482719305563", "--done", "--begin"),
        ("paper", "receipt", "482719305563"),
        ("paper", "nonsense", "1", "--to", "a.pdf"),
        ("answer", "482719305563"),
        ("catalogue", "eat", "a.json"),
        ("setup", "--role", "king"),
    ],
)
def test_a_wrong_option_is_exit_2(
    office: Shell, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.say(*words) == (2, "")
    assert "usage: bajeh" in capsys.readouterr().err


def test_common_options_stand_before_or_behind_the_command(office: Shell, tmp_path: Path) -> None:
    other = Shell(tmp_path / "nothing", tmp_path)
    data = ("--data", str(office.data))
    for words in (
        (*data, "--json", "--clerk", "102", "issue", "--service", "35"),
        ("issue", "--service", "35", *data, "--json", "--clerk", "102"),
        ("--json", "issue", *data, "--service", "35", "--clerk", "102"),
    ):
        code, said = other.say(*words)
        assert (code, json.loads(said)["service"]) == (0, "35")


def test_a_console_that_does_not_join_letters_is_given_shapes(office: Shell) -> None:
    code, said = office.say("--unshaped", "call", "--counter", "1")
    assert code == 0
    assert "ﺖﺴﯿﻧ" in said


def test_the_program_speaks_json_in_utf_8(office: Shell) -> None:
    data = ("--data", str(office.data))
    told = json.dumps(REQUEST).encode()
    ended = program(*data, "register", "-", "--json", stdin=told, environment={"LC_ALL": "C"})
    assert (ended.returncode, ended.stderr) == (0, b"")
    tracking = json.loads(ended.stdout)["tracking"]
    shown = program(*data, "show", tracking, "--json", environment={"PYTHONIOENCODING": "ascii"})
    assert "علی‌اکبر".encode() in shown.stdout
    assert shown.stdout.count(b"\n") == 1


def test_the_program_tells_by_its_exit_code(office: Shell) -> None:
    data = ("--data", str(office.data))
    refused = program(*data, "issue", "--service", "99")
    assert (refused.returncode, refused.stderr) == (3, b"")
    assert "زیرخدمتی با کد «۹۹»".encode() in refused.stdout
    wrong = program(*data, "issue", "--nonsense")
    assert (wrong.returncode, wrong.stdout) == (2, b"")


def test_the_morning_of_these_tests_is_a_working_day() -> None:
    assert MORNING.isoformat() == "2026-11-21T04:30:00+00:00"


def test_the_office_sets_its_rules_one_by_one(office: Shell) -> None:
    office.done("office", "rules", "usual_days=۳, night=keep")
    office.done("office", "rules", "deficiency_days=4")
    for wrong, code in (
        ("night=sleep", "setting_choice"),
        ("usual_days=many", "setting_count"),
        ("usual_days=0", "setting_count"),
        ("no_such=1", "setting_unknown"),
        ("scale=large", "setting_here"),
        ("tickets_at=not an address", "setting_address"),
        ("voice_since=14:00,voice_until=08:00", "setting_voice"),
        ("", "option_missing"),
    ):
        assert office.refused("office", "rules", wrong) == code
    office.done("office", "rules", "numbers_until=13:30")
    office.done("office", "rules", "numbers_until=null")
    promised = office.done("register", office.file("r.json", {"service": "7", "applicant": PERSON}))
    assert promised["promised"] == "2026-11-24"


def test_the_office_chooses_its_emblem(office: Shell) -> None:
    emblem, head = "docs/pictures/ticket.png", ("--clerk", "201")
    clerk = ("--clerk", "101")
    assert office.refused("office", "emblem", str(ROOT / emblem), *clerk) == "not_allowed"
    office.done("office", "emblem", str(ROOT / emblem), *head)
    given = office.done("issue", "--service", "7")
    office.done("paper", "ticket", given["label"], "--to", str(office.home / "t.pdf"))
    assert office.refused("office", "emblem", str(ROOT / "README.md")) == "emblem_wrong"
    assert office.refused("office", "emblem", "nowhere.png") == "file_missing"
    broken = office.file("broken.png", (ROOT / emblem).read_bytes()[:60] + bytes(400))
    assert office.refused("office", "emblem", broken, *head) == "template_emblem_broken"
    assert office.refused("office", "emblem", "-", "--remove", *clerk) == "not_allowed"
    office.done("office", "emblem", "-", "--remove", *head)
