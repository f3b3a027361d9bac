"""How many keys a clerk needs, and that none is lost or taken twice, whatever layout is on."""

import pytest

from app.deeds import applicant, request
from app.ports import Work
from app.spooling.spool import Job
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.frame import window as frame

KNOWN = ("0003472183", "علی‌اکبر رمضانی‌پور")
COMPANY = ("10380284790", "تعاونی تاکسیرانی چالوس")
CALLED, REGISTERED = "TicketCalled", "RequestRegistered"


def known(kind: str, code: str, name: str) -> object:
    """They were here once, for something else."""

    def deed(work: Work) -> None:
        asks = applicant.applicant(kind, code, name)  # type: ignore[arg-type]
        request.register(work, "12", asks, documents={})

    return deed


def counted(clerk: Clerk, service: str = "27", code: str = KNOWN[0]) -> None:
    """Two wait for it, and the counter is free."""
    kind = "legal" if len(code) == 11 else "person"
    name = COMPANY[1] if kind == "legal" else KNOWN[1]
    clerk.does(known(kind, code, name))  # type: ignore[arg-type]
    clerk.gives(service)
    clerk.gives(service)
    clerk.news()
    clerk.presses = 0


def receipts(clerk: Clerk) -> list[Job]:
    return [job for job in clerk.jobs() if job.kind == "receipt"]


def test_a_known_applicant_with_all_papers_takes_fifteen_presses(clerk: Clerk) -> None:
    counted(clerk)
    clerk.hit("F2")
    clerk.type(KNOWN[0])
    clerk.hit("Enter", "F6", "F8", "F2")
    assert clerk.presses == 15
    kinds = clerk.news()
    assert kinds.count(REGISTERED) == 1
    assert kinds.count(CALLED) == 2
    (receipt,) = receipts(clerk)
    assert (receipt.copy, receipt.name) == (1, KNOWN[1])
    assert not clerk.state.begun
    assert clerk.state.sheet.code == ""


@pytest.mark.parametrize("persian", [False, True])
def test_all_of_it_typed_ahead_loses_nothing(clerk: Clerk, persian: bool) -> None:  # noqa: FBT001
    counted(clerk)
    clerk.press("F2")
    clerk.type(KNOWN[0], persian=persian)
    for combo in ("Enter", "F6", "F8", "F2"):
        clerk.press(combo)
    clerk.rest()
    assert clerk.presses == 15
    kinds = clerk.news()
    assert (kinds.count(REGISTERED), kinds.count(CALLED)) == (1, 2)
    assert len(receipts(clerk)) == 1
    assert clerk.state.sheet.code == ""


@pytest.mark.parametrize(
    ("service", "end", "kind"),
    [("16", ("F6", "F8"), "receipt"), ("4", ("F6", "F8", "Enter"), "answer")],
)
def test_the_second_request_of_a_company_takes_six_presses(
    clerk: Clerk, service: str, end: tuple[str, ...], kind: str
) -> None:
    counted(clerk, code=COMPANY[0])
    clerk.hit("F2")
    clerk.type(COMPANY[0])
    clerk.hit("Enter", "F6", "F8")
    clerk.presses = 0
    clerk.hit("Shift+F8")
    clerk.type(service)
    clerk.hit("Enter", *end)
    assert clerk.presses == 6
    assert clerk.news().count(REGISTERED) == 2
    assert [(job.kind, job.name) for job in clerk.jobs()] == [
        ("receipt", COMPANY[1]),
        (kind, COMPANY[1]),
    ]


def test_the_second_request_typed_ahead_is_the_same(clerk: Clerk) -> None:
    counted(clerk, code=COMPANY[0])
    clerk.hit("F2")
    clerk.type(COMPANY[0])
    clerk.hit("Enter", "F6")
    for combo in ("F8", "Shift+F8", "1", "6", "Enter", "F6", "F8"):
        clerk.press(combo)
    clerk.rest()
    visit = clerk.state.visit
    assert visit
    assert {one.code for one in visit.requests} == {"27", "16"}
    assert clerk.news().count(REGISTERED) == 2


def test_a_known_applicant_is_given_at_once_with_sixteen_presses(clerk: Clerk) -> None:
    counted(clerk, "4")
    clerk.hit("F2")
    clerk.type(KNOWN[0])
    clerk.hit("Enter", "F6", "F8", "Enter", "F2")
    assert clerk.presses == 16
    kinds = clerk.news()
    assert (kinds.count("AnswerDelivered"), kinds.count(CALLED)) == (1, 2)


def test_an_answer_is_delivered_by_scan_and_enter(clerk: Clerk, office: Shell) -> None:
    tracking = ready(office, clerk)
    clerk.presses = 0
    clerk.scan(tracking)
    clerk.waits(lambda: clerk.window.page is clerk.window.answer)
    clerk.hit("Enter")
    assert clerk.presses <= 3
    assert "AnswerDelivered" in clerk.news()
    assert [job.kind for job in clerk.jobs()][-1] == "answer"


def test_an_answer_is_delivered_by_scan_in_a_visit(clerk: Clerk, office: Shell) -> None:
    tracking = ready(office, clerk)
    clerk.calls("16")
    clerk.presses = 0
    clerk.scan(tracking)
    clerk.waits(lambda: clerk.window.page is clerk.window.answer)
    clerk.hit("Enter")
    clerk.hit("F2")
    assert clerk.presses <= 3
    kinds = clerk.news()
    assert "AnswerDelivered" in kinds
    assert "ServiceFinished" in kinds


def test_quick_guidance_takes_three_presses(clerk: Clerk) -> None:
    clerk.presses = 0
    clerk.hit("F5", "Enter", "F12")
    assert clerk.presses == 3
    assert clerk.news()[-2:] == ["VisitOpened", "ServiceFinished"]
    assert clerk.free


def test_quick_guidance_typed_ahead_is_the_same(clerk: Clerk) -> None:
    for combo in ("F5", "Enter", "F12"):
        clerk.press(combo)
    clerk.rest()
    assert clerk.news()[-2:] == ["VisitOpened", "ServiceFinished"]


def test_a_usual_answer_takes_four_presses(clerk: Clerk, office: Shell) -> None:
    tracking = office.register()
    for _ in office.done("step", tracking, "--list")["steps"]:
        office.done("step", tracking, "--done")
    clerk.calls("16")
    clerk.identifies("0003472183")
    clerk.presses = 0
    clerk.hit("Ctrl+6", "Down", "Enter", "F8")
    assert clerk.presses == 4
    assert "AnswerPrepared" in clerk.news()


# -- once is once ----------------------------------------------------------------------------------


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize(
    ("combo", "kind"),
    [
        ("F2", CALLED),
        ("F3", "TicketRecalled"),
        ("F4", "NoShowMarked"),
        ("F7", "DeficiencyAnnounced"),
        ("F8", REGISTERED),
        ("F12", "ServiceFinished"),
    ],
)
def test_a_double_press_and_a_held_key_act_once(
    clerk: Clerk,
    monkeypatch: pytest.MonkeyPatch,
    combo: str,
    kind: str,
    held: bool,  # noqa: FBT001
) -> None:
    now = 100.0
    monkeypatch.setattr(frame, "monotonic", lambda: now)
    clerk.gives()
    clerk.gives()
    if combo != "F2":
        clerk.hit("F2")
    if combo in ("F7", "F8", "F12"):
        clerk.identifies()
    if combo in ("F8", "F12"):
        clerk.hit("F6")
    if combo == "F7":
        clerk.hit("Ctrl+3", "Delete")
    if combo == "F12":
        clerk.hit("F8")
    now += 10
    clerk.news()
    clerk.press(combo, repeats=20 if held else 0)
    if not held:
        now += 0.2
        clerk.press(combo)
    clerk.rest()
    assert clerk.news().count(kind) == 1


def test_a_key_that_asks_is_not_answered_by_its_own_double(clerk: Clerk) -> None:
    clerk.calls()
    clerk.press("F11")
    clerk.press("F11")
    clerk.rest()
    assert clerk.question
    clerk.hit("Enter")
    assert clerk.news().count("TicketHeld") == 1


# -- the Persian layout ----------------------------------------------------------------------------


def test_keys_hold_while_the_persian_layout_is_on(clerk: Clerk) -> None:
    clerk.gives()
    clerk.press("F2", persian=True)
    clerk.rest()
    clerk.type(NOBODY[0], persian=True)
    clerk.rest()
    assert clerk.state.sheet.code
    clerk.press("Enter")
    clerk.rest()
    assert clerk.state.sheet.identified == NOBODY[0]
    clerk.press("Ctrl+3", persian=True)
    assert clerk.window.desk.sheet.documents.rows.hasFocus()
    clerk.press("Ctrl+2", persian=True)
    assert clerk.window.desk.sheet.applicant.code.line.hasFocus()
    clerk.press("Ctrl+4", persian=True)
    assert clerk.window.desk.side.sheet_open


def test_what_is_asked_for_as_a_number_takes_persian_digits(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F11")
    clerk.type("20", persian=True)
    clerk.hit("Enter")
    until = clerk.ticket(given).held_until
    assert until is not None
    assert (until - clerk.clock.now()).total_seconds() == 20 * 60


def test_a_choice_takes_a_persian_digit(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("Shift+F4")
    clerk.press("2", persian=True)
    clerk.rest()
    assert "TicketReturned" in clerk.news()


def ready(office: Shell, clerk: Clerk) -> str:
    """The number of a request whose answer waits."""
    tracking = office.register()
    for _ in office.done("step", tracking, "--list")["steps"]:
        office.done("step", tracking, "--done")
    office.answer(tracking)
    clerk.rest()
    clerk.news()
    return tracking


def test_papers_leave_for_the_printer_once(sits: Sits, office: Shell) -> None:
    folder = office.home / "papers"
    clerk = sits(prints=True)
    clerk.calls()
    clerk.registers()
    clerk.waits(lambda: len(list(folder.glob("*-receipt-*.bin"))) == 1)
    clerk.waits(lambda: clerk.jobs()[-1].state == "sent")
