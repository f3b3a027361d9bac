"""Files of forms and letter formats at the clerk's hand (R32)."""

from hashlib import sha256
from pathlib import PurePath

from app.deeds.looking import the_entry_taken
from app.events.catalogue import FormFileAttached, FormFileDropped
from app.events.form_file import FormFileKept
from app.folds import catalogue, form_file
from app.folds.catalogue import Entry
from app.ids import named_id
from app.letters import tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.sub_service import FormFile

LARGEST = 2 * 2**20
"""Bytes of one file: every PC of the office keeps it for ever."""

MOST = 48 * 2**20
"""Bytes of all files together, those that were dropped too."""

KINDS = ("pdf", "docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "txt", "png", "jpg", "jpeg")
"""What a form may be; nothing that a PC would run."""


@deed
def attach_file(work: Work, service: str, title: str, file: str, data: bytes) -> Entry:
    """Keeps a file as that of a form of a sub-service (an id), in place of an earlier one; the same
    file again changes nothing.

    Refuses `service_unknown`, `form_title_empty`, `form_file_kind(known)`, `form_file_empty`,
    `form_file_large(most)`, `form_files_full(most)`.
    """
    entry = the_entry_taken(work, service)
    checked_file(file, data)
    if not tidy(title):
        raise Refusal("form_title_empty")
    named = sha256(data).hexdigest()[:32]
    wanted = FormFile(title=tidy(title), file=PurePath(file).name, name=named, size=len(data))
    if entry.file_of(title) == wanted:
        return entry
    _keep(work, named, data)
    return work.append(catalogue.FOLD, entry.id, FormFileAttached(file=wanted))


@deed
def drop_file(work: Work, service: str, title: str) -> Entry:
    """The form has no file any more. Refuses `service_unknown`, `form_file_unknown`."""
    entry = the_entry_taken(work, service)
    if entry.file_of(title) is None:
        raise Refusal("form_file_unknown", form=title)
    return work.append(catalogue.FOLD, entry.id, FormFileDropped(title=title))


def bytes_of(look: Look, file: FormFile) -> bytes:
    """The file as it was kept. Refuses `form_file_unknown` while it is still on its way here."""
    kept = look.load(form_file.FOLD, _entity(look, file.name))
    if kept is None:
        raise Refusal("form_file_unknown", form=file.title)
    return kept.data


def checked_file(file: str, data: bytes) -> None:
    """Refuses what no form can be: `form_file_kind`, `form_file_empty`, `form_file_large`."""
    if PurePath(file).suffix.lower().removeprefix(".") not in KINDS:
        raise Refusal("form_file_kind", known=KINDS)
    if not data:
        raise Refusal("form_file_empty")
    if len(data) > LARGEST:
        raise Refusal("form_file_large", most=LARGEST // 2**20)


def _keep(work: Work, named: str, data: bytes) -> None:
    """Once for however many forms have it."""
    entity = _entity(work, named)
    if work.load(form_file.FOLD, entity) is not None:
        return
    if sum(_kept(work).values()) + len(data) > MOST:
        raise Refusal("form_files_full", most=MOST // 2**20)
    work.append(form_file.FOLD, entity, FormFileKept(name=named, data=data))


def _kept(look: Look) -> dict[str, int]:
    """The sizes of all files that were ever kept."""
    loaded = (look.load(catalogue.FOLD, entity) for entity in look.services())
    entries = [entry for entry in loaded if entry]
    return {f.name: f.size for entry in entries for f in (*entry.files, *entry.former)}


def _entity(look: Look, named: str) -> str:
    return named_id(look.office.id, "form_file", named)
