"""A printer is tried on itself alone, and what a record says can be."""

from datetime import timedelta
from typing import Any, Literal

import pytest
from msgspec.structs import replace

from app.decoding import decode
from app.deeds.spool import cancel, printers_of, release, retry, set_printers
from app.handing.reprinting import print_again
from app.handing.trying import PAYLOAD, try_printer
from app.papers import STORED, TRIAL, TrialPaper
from app.ports import Look
from app.printer import Condition, Printer, Proof, Taken
from app.proving import ask_printer
from app.refusal import Refusal
from app.spooling.printer_check import checked
from app.spooling.printer_state import printer_state
from app.spooling.printers import Printers, named_printers, roll_printer
from app.spooling.roads import known_proof, proofs, road_kind, talks
from app.spooling.spool import Job, begun, done, moved, stopped, takers
from app.spooling.turns import next_turn
from tests.app.desk import Desk
from tests.app.opened import opened

NAMED = replace(
    named_printers(roll="tcp://192.0.2.7", page="Laser"),
    roll_spare=roll_printer("usb://04b8:0202"),
    roll_to_page=True,
)


@pytest.fixture
def desk() -> Desk:
    """An office with these printers."""
    made = opened()
    made.do(set_printers, NAMED)
    return made


@pytest.fixture
def tried(desk: Desk) -> Job:
    """The trial of the roll printer, queued."""
    return desk.do(try_printer, "roll")


def job(desk: Desk, number: int) -> Job:
    """As it stands."""
    found = desk.see(lambda look: look.job(number))
    assert found is not None
    return found


def printers_of_(desk: Desk) -> Printers:
    """As they are named now."""
    return desk.see(printers_of)


def _paper_of(look: Look, number: int) -> bytes:
    return look.job_paper(number)


def test_a_trial_holds_the_printers_record_and_is_counted_nowhere(desk: Desk, tried: Job) -> None:
    events = len(desk.facts)
    assert (tried.kind, tried.role, tried.copy, tried.owner) == (TRIAL, "roll", 1, "")
    held = decode(desk.see(lambda look: look.job_paper(tried.id)), STORED[TRIAL])
    assert isinstance(held, TrialPaper)
    assert (held.printer, held.payload, held.copy) == (NAMED.roll, PAYLOAD, None)
    desk.do(try_printer, "page")
    assert len(desk.facts) == events


def test_a_trial_without_a_printer_is_refused(desk: Desk) -> None:
    desk.do(set_printers, Printers())
    with pytest.raises(Refusal, match="no_printer"):
        desk.do(try_printer, "roll")


def test_a_trial_goes_to_no_other_printer(tried: Job) -> None:
    waits = stopped(tried, Refusal("printer_unreachable", printer=NAMED.roll.name))
    turn = next_turn([waits], "roll", NAMED, waits.made_at + timedelta(minutes=1), 60.0)
    assert (turn.moved, turn.late, turn.job) == ((), (), waits)


def test_another_record_leaves_a_trial_where_it_is_and_no_printer_holds_it(
    desk: Desk, tried: Job
) -> None:
    desk.do(set_printers, replace(NAMED, roll=replace(NAMED.roll, strip=64)))
    assert (job(desk, tried.id).role, job(desk, tried.id).state) == ("roll", "queued")
    desk.do(set_printers, replace(NAMED, roll=Printer()))
    assert (job(desk, tried.id).role, job(desk, tried.id).state) == ("roll", "held")


def test_a_trial_of_a_printer_that_made_way_for_another_is_given_up(desk: Desk, tried: Job) -> None:
    desk.do(set_printers, replace(NAMED, roll=Printer()))
    desk.do(set_printers, replace(NAMED, roll=roll_printer("tcp://192.0.2.8")))
    given_up = job(desk, tried.id)
    assert (given_up.role, given_up.state) == ("roll", "cancelled")
    told = given_up.refusal
    assert told is not None
    assert (told.code, told.facts["printer"]) == ("trial_of_another", NAMED.roll.name)
    assert printer_state("roll", printers_of_(desk), [given_up]) == "untried"
    with pytest.raises(Refusal, match="trial_of_another"):
        desk.do(print_again, tried.id)
    assert takers(given_up, printers_of_(desk)) == ()


@pytest.mark.parametrize("how", ["unconfirmed", "failed", "held"])
def test_no_key_sends_a_trial_to_the_printer_that_came_after(
    desk: Desk, tried: Job, how: Literal["unconfirmed", "failed", "held"]
) -> None:
    why = {"held": "print_held"}.get(how, "print_unconfirmed")
    with desk.work() as work:
        work.set_job(replace(tried, state=how, why=why))
    desk.do(set_printers, replace(NAMED, roll=roll_printer("tcp://192.0.2.8")))
    assert job(desk, tried.id).state == how
    for deed in (retry, release) if how == "held" else (retry,):
        with pytest.raises(Refusal, match="trial_of_another"):
            desk.do(deed, tried.id)
    desk.do(set_printers, NAMED)
    assert (desk.do(retry, tried.id).role, job(desk, tried.id).state) == ("roll", "queued")


def test_a_trial_once_more_bears_no_mark(desk: Desk, tried: Job) -> None:
    with desk.work() as work:
        work.set_job(done(begun(tried, NAMED.roll.name)))
    again = desk.do(print_again, tried.id)
    assert (again.kind, again.copy, again.role) == (TRIAL, 1, "roll")
    stored = [desk.see(_paper_of, number) for number in (tried.id, again.id)]
    assert stored[0] == stored[1]


def test_a_trial_tells_nothing_of_another_printer(desk: Desk, tried: Job) -> None:
    desk.do(cancel, tried.id)
    lost = replace(tried, id=1, kind="receipt")
    elsewhere = moved(lost, "roll_spare", NAMED)
    trial = begun(replace(tried, id=9, role="page"), "Laser")
    assert printer_state("roll", NAMED, [elsewhere, trial]) == "unreachable"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"dots": 9000}, "printer_head_wrong"),
        ({"dots": 0}, "printer_head_wrong"),
        ({"dpi": 300}, "printer_head_wrong"),
        ({"dpi": 0}, "printer_head_wrong"),
        ({"strip": 7}, "printer_strip_wrong"),
        ({"strip": 256}, "printer_strip_wrong"),
        ({"pause": 1001}, "printer_pause_wrong"),
        ({"proof": "status"}, "printer_proof_wrong"),
        ({"name": "file:/papers", "proof": "process"}, "printer_proof_wrong"),
        ({"name": "ipp://laser", "proof": "process"}, "printer_proof_wrong"),
    ],
)
def test_a_record_that_no_printer_has_is_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        checked(replace(Printer(name="Zebra"), **wrong))


@pytest.mark.parametrize(
    ("name", "proves", "known"),
    [
        ("", ("none",), "none"),
        ("tcp://roll", ("none", "status", "process"), "none"),
        ("usb://04b8:0202", ("none", "status", "process"), "none"),
        ("serial:COM3", ("none", "status", "process"), "none"),
        ("ipp://laser", ("none", "status"), "status"),
        ("file:/papers", ("none",), "none"),
        ("system:Laser", ("none",), "none"),
        ("Laser", ("none",), "none"),
    ],
)
def test_a_road_proves_what_it_can_and_no_more(
    name: str, proves: tuple[Proof, ...], known: Proof
) -> None:
    assert (proofs(name), known_proof(name)) == (proves, known)
    for proof in proves:
        assert checked(Printer(name=name, proof=proof)).proof == proof


@pytest.mark.parametrize("name", ["file:/papers", "Laser", "ipp://laser"])
def test_where_the_road_alone_tells_nothing_is_sent_to_ask(name: str) -> None:
    asked = ask_printer(Printer(name=name), lambda _: _Mailbox())
    assert (asked.condition, asked.proof) == ("fine", known_proof(name))


class _Mailbox:
    """A road on which whatever is sent becomes a paper."""

    def send(self, data: bytes, title: str) -> Taken:
        """Nobody should."""
        raise AssertionError(data, title)

    def condition(self) -> Condition:
        """All is well."""
        return "fine"


@pytest.mark.parametrize(
    "usual", [Printer(), Printer(dots=512, dpi=180), Printer(dots=384, width=58)]
)
def test_usual_records_are_taken(usual: Printer) -> None:
    assert checked(usual) == usual


@pytest.mark.parametrize(
    ("name", "kind", "answers"),
    [
        ("", "none", False),
        ("tcp://roll", "network", True),
        ("usb://04b8:0202", "usb", True),
        ("serial:COM3", "serial", True),
        ("ipp://laser", "ipp", False),
        ("file:/papers", "folder", False),
        ("system:Laser", "driver", False),
        ("Laser", "system", False),
    ],
)
def test_the_kind_of_road_is_told_by_the_name(name: str, kind: str, *, answers: bool) -> None:
    assert (road_kind(name), talks(name)) == (kind, answers)
