"""Reading the command line, doing it, and saying what came of it."""

import logging
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from app.local import day_of
from app.ports import Clock
from app.refusal import Refusal
from ui.bootstrap import default_folder, unshaped
from ui.cli import answer, catalogue, log, office, paper, request, setup, ticket
from ui.cli.as_json import as_json
from ui.cli.said import Command, Said, Session
from ui.day import SampleDay
from ui.words import Words

COMMANDS: tuple[Command, ...] = (
    *setup.COMMANDS,
    *catalogue.COMMANDS,
    *office.COMMANDS,
    *ticket.COMMANDS,
    *request.COMMANDS,
    *answer.COMMANDS,
    *paper.COMMANDS,
    *log.COMMANDS,
)

DONE, BUG, REFUSED = 0, 1, 3


def parser() -> ArgumentParser:
    """All commands; the common options stand before or behind the command's name."""
    top = ArgumentParser(prog="bajeh", description="The counters of an in-person service desk")
    _common(top, folder=default_folder())
    top.set_defaults(run=play)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        added = commands.add_parser(command.name, help=command.does, description=command.does)
        _common(added, folder=None)
        _arguments(added, command)
        added.set_defaults(run=command.run)
    return top


def run(argv: Sequence[str], clock: Clock, out: TextIO) -> int:
    """Does one command; gives the exit code: 0 done, 3 refused, 1 a bug, 2 a wrong option."""
    args = parser().parse_args(argv)
    words = Words()
    session = Session(args, clock, words)
    try:
        said = args.run(session)
    except Refusal as refusal:
        facts = {"refused": refusal.code, **refusal.facts}
        _say(args, out, facts, words.refusal(refusal))
        return REFUSED
    except Exception as bug:  # noqa: BLE001 the last net: a bug is logged and said calmly
        _log(args.data, bug)
        _say(args, out, {"error": "unexpected"}, words.unexpected())
        return BUG
    finally:
        session.close()
    _say(args, out, said.facts, _sentences(words, said))
    return DONE


def play(session: Session) -> Said:
    """What `bajeh` alone does: plays the sample day and says where its papers lie."""
    played = SampleDay(Path.cwd(), run, day_of(session.clock.now())).play()
    return Said(facts=played, key="played")


def _say(args: Namespace, out: TextIO, facts: Any, text: str) -> None:
    shown = as_json(facts) if args.json else unshaped(text) if args.unshaped else text
    out.write(f"{shown}\n")
    out.flush()


def _sentences(words: Words, said: Said) -> str:
    facts = said.facts if isinstance(said.facts, Mapping) else {}
    first = (words.answer(said.key, {**facts, **said.values}),) if said.key else ()
    return "\n".join((*first, *said.more))


def _common(added: ArgumentParser, folder: Path | None) -> None:
    """`folder` None: behind the command's name, where silence must not undo what stood before."""
    top = folder is not None
    added.add_argument("--data", type=Path, metavar="DIR", default=folder if top else SUPPRESS)
    added.add_argument("--json", action="store_true", default=False if top else SUPPRESS)
    added.add_argument("--clerk", metavar="CODE", default="" if top else SUPPRESS)
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
        group = options.pop("group", "")
        if group and group not in groups:
            groups[group] = added.add_mutually_exclusive_group(required=True)
        (groups[group] if group else added).add_argument(*argument.names, **options)


def _log(folder: Path, bug: Exception) -> None:
    """A bug goes on record beside the data, never on the screen."""
    log = logging.getLogger("bajeh")
    try:
        handler = logging.FileHandler(folder / "bajeh.log", encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()  # type: ignore[assignment]
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.error("unexpected", exc_info=bug)
    log.removeHandler(handler)
    handler.close()


def prepare(stream: TextIO) -> TextIO:
    """Standard output in UTF-8 on every system."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def standard_output() -> TextIO:
    """Where answers go."""
    return prepare(sys.stdout)
