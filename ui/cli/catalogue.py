"""The catalogue as a file."""

from pathlib import Path

from app.deeds.catalogue import import_catalogue, retire_sub_service
from app.folds import catalogue
from ui.bootstrap import exchange
from ui.cli.files import read_file, write_file
from ui.cli.said import Argument, Command, Said, Session


def _catalogue(session: Session) -> Said:
    return {"import": _import, "export": _export, "retire": _retire}[session.args.what](session)


def _import(session: Session) -> Said:
    name = session.args.file
    sheets = exchange(_format(name)).read(read_file(name))
    with session.journal.work(session.clerk) as work:
        changed = import_catalogue(work, sheets)
    return Said(facts={"entries": len(sheets), "changed": changed}, key="imported")


def _export(session: Session) -> Said:
    name = session.args.file
    with session.journal.look() as look:
        entries = [look.load(catalogue.FOLD, entity) for entity in look.services()]
    sheets = sorted(
        (e.sheet for e in entries if e and not e.retired), key=lambda s: (len(s.code), s.code)
    )
    write_file(name, exchange(_format(name)).write(sheets))
    return Said(facts={"entries": len(sheets), "path": name}, key="exported")


def _retire(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        retire_sub_service(work, session.args.file, session.args.reason)
    return Said(facts={"service": session.args.file}, key="office_changed")


def _format(name: str) -> str:
    return Path(name).suffix.lower().removeprefix(".")


COMMANDS = (
    Command(
        "catalogue",
        "reads or writes the catalogue as JSON, CSV or XLSX; retires an entry",
        _catalogue,
        Argument("what", choices=("import", "export", "retire")),
        Argument("file", metavar="FILE|CODE", type=str),
        Argument("--reason", default=""),
    ),
)
