"""Papers to a file or a printer."""

from argparse import Namespace
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from app.filling.fit import require_fit
from app.filling.paper import fill, owner_of
from app.papers import PAGE_ONLY, Kind, Paper, Size
from app.refusal import Refusal
from ui.bootstrap import Press, press, printer
from ui.cli.by_hand import device, print_by_hand
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
    roll, clerk = _on_roll(args), session.clerk
    with session.journal.look() as look:
        filled = fill(look, args.kind, args.key)
        filled = replace(filled, clerk=filled.clerk or look.office.clerk_name(clerk))
        counted = owner_of(look, args.kind, args.key) is not None
    require_fit(args.kind, filled, size=args.size or "", width=args.width, roll=roll)
    if args.printer:
        printer(args.printer, raw=roll)  # a name that nobody can know is told before all else
    room = press()
    if counted:
        print_by_hand(session, room, roll=roll)
    else:
        _straight(args, room, filled, roll=roll)
    if args.printer:
        return Said(facts={"kind": args.kind, "printer": args.printer}, key="printed")
    return Said(facts={"kind": args.kind, "path": args.to}, key="paper")


def _straight(args: Namespace, room: Press, filled: Paper, *, roll: bool) -> None:
    """What is nobody's is not counted, and never waits."""
    made = device(args)
    data = room.thermal(filled, made) if roll else room.pdf(filled, args.size)
    if args.to:
        write_file(args.to, data)
        return
    for number in range(filled.template.copies):
        job = f"{args.kind}-{number + 1}"
        printer(made, raw=roll, job=job).send(data, f"bajeh-{job}")


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
