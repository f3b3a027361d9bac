"""This PC and its centre, from the command line."""

from contextlib import suppress

from app.showing.sync import SyncState, sync_state
from ui.bootstrap import sync_thread
from ui.cli.said import Argument, Command, Said, Session


def _sync(session: Session) -> Said:
    """One round, or as long as nobody interrupts it; then how things stand."""
    if session.desk.enrolled:
        _keep(session)
    with session.journal.look() as look:
        state = sync_state(look)
    facts = {"unsent": state.unsent, "oldest": state.oldest, "centre": state.centre}
    spoken = {"centre": session.words.answer(f"centre_{state.centre}", {}), "since": state.since}
    return Said(facts=facts, key="synced", values=spoken, more=_alarms(session, state))


def _keep(session: Session) -> None:
    thread = sync_thread(session.desk)
    if session.args.once:
        thread.once(session.desk)
        return
    with suppress(KeyboardInterrupt):
        thread.serve(session.desk)


def _alarms(session: Session, state: SyncState) -> tuple[str, ...]:
    """What somebody must look after."""
    wrong = {
        "sync_another": state.another,
        "sync_aside": state.aside,
        "sync_clock": state.clock_wrong,
    }
    facts = {"n": state.aside, "minutes": round(abs(state.offset).total_seconds() / 60)}
    return tuple(session.words.answer(key, facts) for key, so in wrong.items() if so)


COMMANDS = (
    Command(
        "sync",
        "sends what the centre has not got and takes in what is new there, until interrupted",
        _sync,
        Argument("--once", action="store_true", help="one round, then the state of the outbox"),
    ),
)
