"""The forms of the office: looked at, edited from a file, taken back."""

from typing import get_args

from msgspec.structs import fields

from app.deeds.template import edit_template, editions_of, take_back, template_of
from app.event import moment
from app.local import local
from app.papers import Kind
from app.ports import Look, Work
from app.refusal import Refusal
from app.templates.template import Template, rules_of
from app.templates.template_check import places_of
from ui.cli.files import read_file, read_json
from ui.cli.said import Argument, Command, Said, Session

KINDS: tuple[str, ...] = get_args(Kind)


class Wanted(Template, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A template in a file; a slip of the pen is refused, not left out."""


def _template(session: Session) -> Said:
    args = session.args
    if args.what == "show":
        with session.journal.look() as look:
            return _shown(look, args.kind, template_of(look, args.kind, args.version))
    with session.journal.work(session.steward) as work:
        edited = _CHANGES[args.what](work, session)
        return _shown(work, args.kind, edited)


def _set(work: Work, session: Session) -> Template:
    args = session.args
    if not args.file:
        raise Refusal("file_missing", path="")
    wanted = read_json(args.file, Wanted)
    said = {field.name: getattr(wanted, field.name) for field in fields(Template)}
    png = read_file(args.emblem) if args.emblem else b""
    return edit_template(work, args.kind, Template(**said), png)


def _back(work: Work, session: Session) -> Template:
    return take_back(work, session.args.kind, session.args.version or 0)


def _shown(look: Look, kind: str, template: Template) -> Said:
    rules = rules_of(kind)
    facts = {
        "kind": kind,
        "version": template.version,
        "template": template,
        "editions": [
            {
                "version": edition.template.version,
                "at": local(moment(edition.at)),
                "clerk": look.office.clerk_name(edition.clerk),
            }
            for edition in editions_of(look, kind)
        ],
        "rows": {row.name: row.bond for row in rules.rows},
        "places": places_of(kind),
        "papers": rules.papers,
    }
    values = {"paper": kind, "version": template.version}
    return Said(facts=facts, key="template", values=values)


_CHANGES = {"set": _set, "back": _back}

COMMANDS = (
    Command(
        "template",
        "shows how a form is printed, edits it from a file, or takes an edition back",
        _template,
        Argument("what", choices=("show", *_CHANGES)),
        Argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS)),
        Argument("file", nargs="?", default="", metavar="FILE.json", type=str),
        Argument("--emblem", default="", metavar="FILE.png", type=str, help="of this form alone"),
        Argument("--version", type=int, default=None, help="to show, or to take back (0: shipped)"),
    ),
)
