"""The catalogue as a file; what an inspector would miss in it; the files of its forms."""

from collections.abc import Sequence

from app.catalogue_file import completed
from app.deeds.catalogue import import_catalogue, reinstate_sub_service, retire_sub_service
from app.deeds.form_file import attach_file, bytes_of, drop_file
from app.deeds.looking import the_entry
from app.folds.catalogue import Entry
from app.refusal import Refusal
from app.showing.catalogue import Change, EntryFlaws, catalogue_flaws, compared, sheets_of
from app.showing.office import left_with_nothing
from ui.bootstrap import exchange
from ui.cli.files import ending_of, read_file, write_file
from ui.cli.said import Argument, Command, Said, Session

_WHAT = ("import", "export", "check", "retire", "reinstate", "attach", "save", "drop")


def _catalogue(session: Session) -> Said:
    return {
        "import": _import,
        "export": _export,
        "check": _check,
        "retire": _retire,
        "reinstate": _reinstate,
        "attach": _attach,
        "save": _save,
        "drop": _drop,
    }[session.args.what](session)


def _import(session: Session) -> Said:
    name = session.args.file
    file = exchange(ending_of(name)).read_file(read_file(name))
    if session.args.dry_run:
        with session.journal.look() as look:
            return _compared(session, compared(look, completed(look, file)))
    with session.journal.work(session.steward) as work:
        changed = import_catalogue(work, completed(work, file))
    return Said(facts={"entries": len(file.sheets), "changed": changed}, key="imported")


def _compared(session: Session, changes: Sequence[Change]) -> Said:
    facts = {kind: sum(each.kind == kind for each in changes) for kind in ("new", "same")}
    facts["changed"] = len(changes) - sum(facts.values())
    told = [each for each in changes if each.kind != "same"]
    rows = [
        {"service": each.code, "title": each.title, "how": each.kind, "parts": each.parts}
        for each in told
    ]
    lines = tuple(
        session.words.answer(
            "compared_line",
            {**row, "how": session.words.value("change", str(row["how"]))},
        )
        for row in rows
    )
    return Said(facts={**facts, "changes": rows}, key="compared", more=lines)


def _export(session: Session) -> Said:
    name = session.args.file
    with session.journal.look() as look:
        sheets = sheets_of(look)
    write_file(name, exchange(ending_of(name)).write(sheets))
    return Said(facts={"entries": len(sheets), "path": name}, key="exported")


def _check(session: Session) -> Said:
    wanted = session.args.file
    with session.journal.look() as look:
        only = the_entry(look, wanted).id if wanted else ""
        found = [each for each in catalogue_flaws(look) if only in ("", each.id)]
        empty = not sheets_of(look)
    rows = [row for each in found for row in _rows(session, each)]
    lacking = sum(not row["advice"] for row in rows)
    facts = {
        "lacking": lacking,
        "advice": len(rows) - lacking,
        "entries": sum(bool(each.id) for each in found),
        "flaws": rows,
    }
    more = tuple(session.words.answer("flaw_line", row) for row in rows)
    if empty:
        return Said(facts=facts, key="checked_empty")
    return Said(facts=facts, key="checked" if rows else "checked_whole", more=more)


def _rows(session: Session, entry: EntryFlaws) -> list[dict[str, object]]:
    return [
        {
            "service": entry.code,
            "title": entry.title,
            "flaw": flaw.code,
            "part": flaw.part,
            "advice": flaw.advice,
            "text": session.words.flaw(flaw),
        }
        for flaw in entry.flaws
    ]


def _retire(session: Session) -> Said:
    code = session.args.file
    with session.journal.work(session.steward) as work:
        left = left_with_nothing(work, code)
        retire_sub_service(work, code, session.args.reason)
    facts = {"service": code, "counters": left}
    more = (session.words.answer("counters_left", facts),) if left else ()
    return Said(facts=facts, key="office_changed", more=more)


def _reinstate(session: Session) -> Said:
    with session.journal.work(session.steward) as work:
        reinstate_sub_service(work, session.args.file, session.args.reason)
    return Said(facts={"service": session.args.file}, key="office_changed")


def _attach(session: Session) -> Said:
    name = session.args.to
    data = read_file(name)
    with session.journal.work(session.steward) as work:
        entry = the_entry(work, session.args.file)
        return _files(attach_file(work, entry.id, session.args.form, name, data))


def _drop(session: Session) -> Said:
    with session.journal.work(session.steward) as work:
        entry = the_entry(work, session.args.file)
        return _files(drop_file(work, entry.id, session.args.form))


def _save(session: Session) -> Said:
    with session.journal.look() as look:
        file = the_entry(look, session.args.file).file_of(session.args.form)
        if file is None:
            raise Refusal("form_file_unknown", form=session.args.form)
        data = bytes_of(look, file)
    write_file(session.args.to, data)
    return Said(facts={"form": file.title, "path": session.args.to}, key="paper")


def _files(entry: Entry) -> Said:
    files = [{"form": f.title, "file": f.file, "size": f.size} for f in entry.files]
    return Said(facts={"service": entry.sheet.code, "files": files}, key="office_changed")


COMMANDS = (
    Command(
        "catalogue",
        "reads, writes or checks the catalogue; retires an entry; keeps the files of its forms",
        _catalogue,
        Argument("what", choices=_WHAT),
        Argument("file", metavar="FILE|CODE", type=str, nargs="?", default=""),
        Argument("--reason", default=""),
        Argument("--form", default="", help="title of the form that a file is of"),
        Argument("--to", metavar="FILE", type=str, default="", help="the file of a form"),
        Argument("--dry-run", action="store_true", help="says what an import would change"),
    ),
)
