"""What cannot be is refused in a clear Persian sentence, exit 3, and leaves nothing behind."""

import pytest

from tests.ui.shell import ANSWER, PERSON, REQUEST, Facts, Shell
from tests.ui.trouble.untouched import LATIN_DIGITS, nothing_done, with_applicant

UNKNOWN = "482719305563"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("issue", "--service", "99"), "service_unknown"),
        (("issue", "--service", "35", "--priority", "king"), "priority_unknown"),
        (("issue", "--collect", UNKNOWN), "tracking_unknown"),
        (("issue", "--token", "BJ:D:0"), "token_wrong"),
        (("call", "--counter", "9"), "counter_unknown"),
        (("call", "--counter", "1", "--label", "ب ۹", "--reason", "د"), "label_unknown"),
        (("walkin", "--service", "99", "--counter", "1"), "service_unknown"),
        (("begin", "--ticket", "nobody"), "ticket_unknown"),
        (("finish", "--ticket", "nobody"), "ticket_unknown"),
        (("show", UNKNOWN), "tracking_unknown"),
        (("show", "482719305564"), "tracking_wrong"),
        (("show", "12"), "tracking_wrong"),
        (("step", UNKNOWN, "--done"), "tracking_unknown"),
        (("deliver", UNKNOWN), "tracking_unknown"),
        (("handover", UNKNOWN), "tracking_unknown"),
        (("withdraw", UNKNOWN, "--reason", "د"), "tracking_unknown"),
        (("log", "--date", "1404/12/30"), "date_impossible"),
        (("log", "--date", "۱۴۰۵/۱۳/۰۱"), "date_impossible"),
        (("log", "--date", "2026/11/21"), "date_impossible"),
        (("log", "--date", "امروز"), "date_unreadable"),
        (("log", "--date", "1405/12/29"), "log_in_future"),
        (("paper", "log", "1405/12/29", "--to", "a.pdf"), "log_in_future"),
        (("log", "--counter", "9"), "counter_unknown"),
        (("log", "--to", "log.doc"), "format_unknown"),
        (("close", "--date", "1405/12/29"), "day_in_future"),
        (("office", "counter", " "), "name_empty"),
        (("office", "clerk", "9", "--name", ""), "name_empty"),
        (("office", "clerk", "999", "--remove"), "clerk_unknown"),
        (("office", "closure", "1404/12/30"), "date_impossible"),
        (("office", "closure", "1405/09/02", "--remove"), "closure_unknown"),
        (("office", "hours", "1405/09/02", "--week", "sat=25:00-26:00"), "hours_unreadable"),
        (("office", "hours", "1405/09/02", "--week", "sat=14:00-07:00"), "hours_wrong"),
        (("office", "hours", "1405/09/02"), "hours_week_empty"),
        (("office", "clock", " "), "reason_empty"),
        (("office", "counter", "3", "--services", "99"), "service_unknown"),
        (("catalogue", "import", "nothing.json"), "file_missing"),
        (("catalogue", "import", "nothing.doc"), "format_unknown"),
        (("catalogue", "retire", "99"), "service_unknown"),
        (("catalogue", "retire", "35"), "reason_empty"),
        (("paper", "receipt", UNKNOWN, "--to", "a.pdf"), "tracking_unknown"),
        (("paper", "ticket", "الف ۰۰۹", "--to", "a.pdf"), "ticket_unknown"),
        (("paper", "log", "1404/12/30", "--to", "a.pdf"), "date_impossible"),
        (("paper", "information", "99", "--to", "a.pdf"), "service_unknown"),
        (("paper", "survey", "-", "--to", "a.doc"), "format_unknown"),
        (("register", "nothing.json"), "file_missing"),
        (("answer", UNKNOWN, "nothing.json"), "file_missing"),
        (("restore", "nothing", "--recovery-key-file", "nothing"), "file_missing"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    office: Shell, words: tuple[str, ...], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.home)
    with nothing_done(office):
        assert office.refused(*words) == code
    said = office.sentence(*words)
    as_typed = code in ("file_missing", "format_unknown", "hours_unreadable")
    allowed = {*"".join(words)} if as_typed else set()
    assert not (set(said) & LATIN_DIGITS) - allowed
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"service": "99"}, "service_unknown"),
        ({"service": ""}, "service_unknown"),
        (with_applicant(id="0003472184"), "national_code_wrong"),
        (with_applicant(id="1111111111"), "national_code_wrong"),
        (with_applicant(id="347218"), "national_code_length"),
        (with_applicant(kind="legal", id="14009998125"), "legal_id_wrong"),
        (with_applicant(kind="legal", id="1"), "legal_id_length"),
        (with_applicant(kind="foreigner", id="x"), "foreigner_id_wrong"),
        (with_applicant(kind="king"), "request_part_wrong"),
        (with_applicant(kind="unnumbered"), "code_not_expected"),
        (with_applicant(kind="unnumbered", id=""), "applicant_not_told_apart"),
        (with_applicant(name=""), "applicant_name_empty"),
        (with_applicant(name=" \0\ud800 "), "applicant_name_empty"),
        (with_applicant(mobile="0912"), "mobile_wrong"),
        ({"documents": {"کارت ملی": False}}, "documents_missing"),
        ({"documents": {"گذرنامه": True}}, "document_unknown"),
        ({"documents": {"کارت ملی": "perhaps"}}, "document_mark_wrong"),
        ({"counter": "9"}, "counter_unknown"),
        ({"ticket": "nobody"}, "ticket_unknown"),
        ({"representative": {"id": "1", "name": "الف"}}, "national_code_length"),
        ({"representative": {"id": "0005621941"}}, "applicant_name_empty"),
        ({"nonsense": 1}, "request_part_unknown"),
        ({"service": True}, "request_part_wrong"),
        ({"applicant": None}, "request_part_wrong"),
        ({"answer": {}}, "answer_incomplete"),
    ],
)
def test_a_request_that_cannot_be_is_refused(office: Shell, changes: Facts, code: str) -> None:
    told = office.file("request.json", {**REQUEST, **changes})
    with nothing_done(office):
        assert office.refused("register", told) == code
    assert not set(office.sentence("register", told)) & LATIN_DIGITS


def test_a_second_request_needs_a_reason(office: Shell) -> None:
    tracking = office.register()
    again = office.file("request.json", REQUEST)
    assert office.do("register", again) == (
        3,
        {"refused": "duplicate_request", "date": "2026-11-21", "tracking": tracking},
    )
    office.register(repeated="خسارت دوم")


@pytest.mark.parametrize("field", ["grounds", "content", "objection", "issuer_name", "issuer_post"])
def test_an_incomplete_answer_is_not_given(office: Shell, field: str) -> None:
    tracking = office.register()
    told = office.file("answer.json", {**ANSWER, field: " "})
    assert office.do("answer", tracking, told) == (
        3,
        {"refused": "answer_incomplete", "field": field},
    )
    assert field not in office.sentence("answer", tracking, told)


def test_an_answer_to_an_unknown_number_is_refused(office: Shell) -> None:
    told = office.file("answer.json", ANSWER)
    with nothing_done(office):
        assert office.refused("answer", UNKNOWN, told) == "tracking_unknown"
    assert "۴۸۲۷ ۱۹۳۰ ۵۵۶۳" in office.sentence("answer", UNKNOWN, told)


def test_a_second_delivery_is_refused(office: Shell) -> None:
    tracking = office.register()
    office.answer(tracking)
    office.done("deliver", tracking)
    with nothing_done(office):
        assert office.refused("deliver", tracking) == "already_delivered"
    said = office.sentence("deliver", tracking)
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in said
    assert PERSON["name"] in said
