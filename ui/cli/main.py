"""Reading the command line, doing it, and saying what came of it."""

import logging
import os
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from app.local import day_of
from app.persian import clean
from app.ports import Clock
from app.refusal import Refusal
from ui.bootstrap import default_folder, state_folder, unshaped
from ui.cli import (
    answer,
    appointment,
    audit,
    catalogue,
    central,
    conflict,
    figures,
    log,
    office,
    pad,
    paper,
    request,
    setting,
    setup,
    sync,
    template,
    ticket,
    tour,
    voice,
    windows,
)
from ui.cli.as_json import as_json
from ui.cli.options import Options
from ui.cli.said import Command, Said, Session, number
from ui.day import SampleDay
from ui.words import Words

COMMANDS: tuple[Command, ...] = (
    *setup.COMMANDS,
    *catalogue.COMMANDS,
    *office.COMMANDS,
    *setting.COMMANDS,
    *ticket.COMMANDS,
    *appointment.COMMANDS,
    *request.COMMANDS,
    *answer.COMMANDS,
    *paper.COMMANDS,
    *pad.COMMANDS,
    *template.COMMANDS,
    *conflict.COMMANDS,
    *log.COMMANDS,
    *audit.COMMANDS,
    *figures.COMMANDS,
    *sync.COMMANDS,
    *central.COMMANDS,
    *windows.COMMANDS,
    *voice.COMMANDS,
    *tour.COMMANDS,
)

DONE, BUG, MISREAD, REFUSED = 0, 1, 2, 3


def parser(argv: Sequence[str] | None = None) -> ArgumentParser:
    """All commands; the common options stand before or behind the command's name. Of a line that
    names any only those are made: to make all takes longer than most commands.
    """
    about = "The counters of an in-person service desk"
    top = Options(prog="bajeh", description=about, allow_abbrev=False)
    _common(top, folder=default_folder())
    top.set_defaults(run=open_or_play)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    named = [command for command in COMMANDS if argv and command.name in argv]
    for command in named or COMMANDS:
        added = commands.add_parser(
            command.name, help=command.does, description=command.does, allow_abbrev=False
        )
        _common(added, folder=None)
        _arguments(added, command)
        added.set_defaults(run=command.run)
    return top


def run(argv: Sequence[str], clock: Clock, out: TextIO) -> int:
    """Does one command; gives the exit code: 0 done, 3 refused, 1 a bug, 2 a wrong option."""
    words = Words()
    try:
        args = parser(argv).parse_args(argv)
    except Refusal as refusal:
        return _misread(argv, refusal, words, out)
    session = Session(args, clock, words)
    try:
        code, shown = _answered(session)
    except Exception as bug:  # noqa: BLE001 the last net: a bug is logged and said calmly
        _log(args.data, bug)
        code = BUG
        shown = as_json({"error": "unexpected"}) if args.json else words.unexpected()
    finally:
        session.close()
    return _say(out, unshaped(shown) if args.unshaped and not args.json else shown, code)


def _misread(argv: Sequence[str], refusal: Refusal, words: Words, out: TextIO) -> int:
    """Nothing was done, for the line could not be read: that is no answer, and said where
    `argparse` says how the command is used.
    """
    if "--json" in argv:
        return _say(out, as_json({"refused": refusal.code, **refusal.facts}), MISREAD)
    shown = words.refusal(refusal)
    errors: TextIO | None = sys.stderr
    if errors is not None:
        _say(errors, unshaped(shown) if "--unshaped" in argv else shown, MISREAD)
    return MISREAD


def _answered(session: Session) -> tuple[int, str]:
    """The exit code of a command, and what it says."""
    args, words = session.args, session.words
    try:
        said = args.run(session)
    except Refusal as refusal:
        facts = {"refused": refusal.code, **refusal.facts}
        return REFUSED, as_json(facts) if args.json else words.refusal(refusal)
    return DONE, as_json(said.facts) if args.json else _sentences(words, said)


def open_or_play(session: Session) -> Said:
    """What `bajeh` alone does: opens this PC's window or, where there is no display, plays the
    sample day.
    """
    return windows.open_windows(session) if windows.has_display() else play(session)


def play(session: Session) -> Said:
    """Plays the sample day and says where its papers lie."""
    played = SampleDay(Path.cwd(), run, day_of(session.clock.now())).play()
    return Said(facts=played, key="played")


def _say(out: TextIO, shown: str, code: int) -> int:
    """Says it. Who no longer listens changes nothing of what was done; where it could not be
    written, the exit code tells.
    """
    try:
        out.write(f"{shown}\n")
        out.flush()
    except BrokenPipeError:
        return code
    except OSError:
        return BUG
    return code


def _sentences(words: Words, said: Said) -> str:
    facts = said.facts if isinstance(said.facts, Mapping) else {}
    first = (words.answer(said.key, {**facts, **said.values}),) if said.key else ()
    return "\n".join((*first, *said.more))


def _common(added: ArgumentParser, folder: Path | None) -> None:
    """`folder` None: behind the command's name, where silence must not undo what stood before."""
    top = folder is not None
    added.add_argument("--data", type=Path, metavar="DIR", default=folder if top else SUPPRESS)
    added.add_argument("--json", action="store_true", default=False if top else SUPPRESS)
    clerk = "" if top else SUPPRESS
    added.add_argument("--clerk", metavar="CODE", type=number, default=clerk)
    added.add_argument(
        "--unshaped",
        action="store_true",
        default=False if top else SUPPRESS,
        help="for consoles that neither join nor order Persian letters",
    )


def _arguments(added: ArgumentParser, command: Command) -> None:
    groups: dict[str, Any] = {}
    for argument in command.arguments:
        options = dict(argument.options)
        if options.get("action", "append") == "append":
            options.setdefault("type", clean)
        group = options.pop("group", "")
        if group and group not in groups:
            groups[group] = added.add_mutually_exclusive_group(required=True)
        (groups[group] if group else added).add_argument(*argument.names, **options)


def _log(folder: Path, bug: Exception) -> None:
    """A bug goes on record beside the data, else among the program's notes; never on the screen."""
    log = logging.getLogger("bajeh")
    handler = _handler(folder) or _handler(state_folder()) or logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.error("unexpected", exc_info=bug)
    log.removeHandler(handler)
    handler.close()


def _handler(folder: Path) -> logging.Handler | None:
    try:
        return logging.FileHandler(folder / "bajeh.log", encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return None


def standard_output() -> TextIO:
    """Where answers go: in UTF-8 on every system, to nowhere where there is none."""
    stream: TextIO | None = sys.stdout
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
