"""This PC and its centre, from the command line."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from typing import Any

from app.deeds.centre import Seen, acknowledge, note_resumed, resume_calls
from app.refusal import Refusal
from app.showing.sync import SyncState, sync_state
from app.sync.line import Line
from ui.bootstrap import sync_thread
from ui.cli.said import Argument, Command, Said, Session
from ui.enrolling import told

WEEK = timedelta(days=7)
"""How long it is spoken of that the folder was old."""


def _sync(session: Session) -> Said:
    """One round, or as long as nobody interrupts it; or the alarms are acknowledged. Then how
    things stand.
    """
    if session.args.acknowledge:
        with session.journal.work(session.clerk) as work:
            acknowledge(work)
    elif session.args.resume:
        _resume(session)
    elif session.desk.enrolled:
        _keep(session)
    with session.journal.look() as look:
        state, rolled = sync_state(look), look.outbox().rolled
        by = look.office.clerk_name(state.seen.clerk) if state.seen else ""
    facts: dict[str, object] = {
        "unsent": state.unsent,
        "oldest": state.oldest,
        "centre": state.centre,
    }
    if rolled and session.clock.now() - rolled.at < WEEK:
        facts["rolled_back"] = rolled
    if state.centre != "none":
        facts["alarms"] = [*["another"] * state.another, *["aside"] * state.aside]
        facts["acknowledged"] = _seen(state.seen, by) if state.seen else None
    spoken = {"centre": session.words.answer(f"centre_{state.centre}", {}), "since": state.since}
    more = _alarms(session, state, facts.get("rolled_back"))
    if state.seen:
        more = (*more, session.words.answer("sync_seen", _seen(state.seen, by)))
    return Said(facts=facts, key="synced", values=spoken, more=more)


def _seen(seen: Seen, by: str) -> dict[str, object]:
    return {"clerk": by, "at": seen.at, "n": len(seen.alarms)}


def _resume(session: Session) -> None:
    """Ends the pause of calls, and looks. Refuses `no_centre`, and as joining does."""
    with _line(session) as line:
        with session.journal.work(session.clerk) as work:
            resume_calls(work)
        with told():
            line.resume()
        with session.journal.work(session.clerk) as work:
            note_resumed(work)
    sync_thread(session.desk).once(session.desk)


@contextmanager
def _line(session: Session) -> Iterator[Line]:
    """A line to this PC's centre."""
    line = session.desk.centre()
    if line is None:
        raise Refusal("no_centre")
    with closing(line):
        yield line


def _keep(session: Session) -> None:
    """One round refuses `centre_revoked` or `centre_unknown` where the centre does not let this PC
    in, and `centre_unproven` where it does not prove itself.
    """
    thread = sync_thread(session.desk)
    if session.args.once:
        thread.once(session.desk)
        with session.journal.look() as look:
            state, node = sync_state(look), look.node
        if state.centre == "revoked":
            raise Refusal("centre_revoked", unsent=state.unsent)
        if state.centre == "unknown":
            raise Refusal("centre_unknown", unsent=state.unsent, id=node)
        if state.centre == "unproven":
            raise Refusal("centre_unproven", unsent=state.unsent)
        return
    with suppress(KeyboardInterrupt):
        thread.serve(session.desk)


def _alarms(session: Session, state: SyncState, rolled: Any) -> tuple[str, ...]:
    """What somebody must look after. A folder that is old knows less than it once wrote, which
    needs no other PC.
    """
    wrong = {
        "sync_rolled": rolled and not rolled.lost,
        "sync_rolled_lost": rolled and rolled.lost,
        "sync_another": state.another and not rolled,
        "sync_aside": state.aside,
        "sync_clock": state.clock_wrong,
    }
    numbers = [_range(lost) for lost in rolled.lost] if rolled else []
    facts = {
        "n": state.aside,
        "at": rolled.at if rolled else None,
        "events": rolled.events if rolled else 0,
        "numbers": numbers,
        "minutes": round(abs(state.offset).total_seconds() / 60),
    }
    return tuple(session.words.answer(key, facts) for key, so in wrong.items() if so)


def _range(lost: Any) -> str:
    ends = (lost.first,) if lost.first == lost.last else (lost.first, lost.last)
    return " تا ".join(f"{lost.series} {end:03}" for end in ends)


COMMANDS = (
    Command(
        "sync",
        "sends what the centre has not got and takes in what is new there, until interrupted",
        _sync,
        Argument("--once", action="store_true", help="one round, then the state of the outbox"),
        Argument("--resume", action="store_true", help="ends the pause of calls at the centre"),
        Argument(
            "--acknowledge",
            action="store_true",
            help="says that the alarms which stand are looked after, by whom and when; no round",
        ),
    ),
)
