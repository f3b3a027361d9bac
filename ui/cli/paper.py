"""Papers to a file or a printer."""

from argparse import Namespace
from pathlib import Path
from typing import Any, cast, get_args

from msgspec.structs import replace

from app.deeds.paper import next_copy, print_paper
from app.filling.paper import fill, marked, owner_of, which_of
from app.local import local
from app.papers import PAGE_ONLY, Kind, Paper, Size
from app.refusal import Refusal
from ui.bootstrap import Press, press, printer
from ui.cli.files import write_file
from ui.cli.said import Argument, Command, Said, Session

KINDS: tuple[str, ...] = get_args(Kind)
ROLL = ".bin"
SUFFIXES = (".pdf", ROLL)
NETWORK = "tcp://"


def _paper(session: Session) -> Said:
    args = session.args
    if args.to and Path(args.to).suffix.lower() not in SUFFIXES:
        raise Refusal("format_unknown", format=Path(args.to).suffix, known=SUFFIXES)
    clerk = session.clerk
    with session.journal.look() as look:
        filled = fill(look, args.kind, args.key)
        filled = replace(filled, clerk=filled.clerk or look.office.clerk_name(clerk))
        owner = owner_of(look, args.kind, args.key) if args.copy or args.printer else None
        clerk_name, at = look.office.clerk_name(clerk), local(look.at)
        mark = next_copy(look, *owner, args.kind, which_of(filled), copy=args.copy) if owner else 1
    room = press()
    data = _made(args, room, marked(filled, mark, clerk_name, at))
    if owner:
        with session.journal.work(clerk) as work:
            given = print_paper(
                work,
                *owner,
                args.kind,
                which_of(filled),
                copy=args.copy,
                template=filled.template.version,
            )
        if given != mark:  # somebody else printed it meanwhile
            data = _made(args, room, marked(filled, given, clerk_name, at))
    if args.printer:
        printer(args.printer, raw=_on_roll(args)).send(data, f"bajeh-{args.kind}")
        return Said(facts={"kind": args.kind, "printer": args.printer}, key="printed")
    write_file(args.to, data)
    return Said(facts={"kind": args.kind, "path": args.to}, key="paper")


def _made(args: Namespace, room: Press, filled: Paper) -> bytes:
    if _on_roll(args):
        return room.thermal(filled, cast(Any, args.width or 80))
    return room.pdf(filled, args.size)


def _on_roll(args: Namespace) -> bool:
    """A file says so by its name, a printer by its width; port 9100 is a thermal printer's unless a
    size of page is asked for, or the paper is one that no roll can hold.
    """
    if args.to:
        return Path(args.to).suffix.lower() == ROLL
    network = args.printer.startswith(NETWORK) and not args.size and args.kind not in PAGE_ONLY
    return args.width is not None or network


COMMANDS = (
    Command(
        "paper",
        "makes a paper, to a file or a printer",
        _paper,
        Argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS)),
        Argument(
            "key", metavar="KEY", help="ticket or label, tracking, service code, date or counter"
        ),
        Argument("--to", default="", metavar="FILE.pdf|FILE.bin", type=str, group="where"),
        Argument("--printer", default="", metavar="tcp://HOST[:PORT]|NAME", group="where"),
        Argument("--width", type=int, choices=(80, 58), default=None, help="of the roll, mm"),
        Argument("--size", choices=get_args(Size), default=None),
        Argument("--copy", action="store_true", help="marked «المثنی»"),
    ),
)
