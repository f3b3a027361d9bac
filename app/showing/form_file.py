"""The files of forms and letter formats at the clerk's hand (R32)."""

from app.folds import catalogue
from app.folds.catalogue import Entry
from app.order import by_code
from app.ports import Look
from app.sub_service import FormFile
from app.value import Value


class FormAtHand(Value, frozen=True, kw_only=True):
    """A file, and the code of the sub-service of which it is."""

    code: str
    file: FormFile


def forms_at_hand(look: Look, service: str = "") -> tuple[FormAtHand, ...]:
    """Those of one sub-service (an id), or of all that are offered."""
    entities = (service,) if service else look.services()
    loaded = (look.load(catalogue.FOLD, entity) for entity in entities)
    entries = [entry for entry in loaded if entry and (service or not entry.retired)]
    ordered = sorted(entries, key=lambda entry: by_code(entry.sheet.code))
    return tuple(_at_hand(entry, file) for entry in ordered for file in entry.files)


def _at_hand(entry: Entry, file: FormFile) -> FormAtHand:
    return FormAtHand(code=entry.sheet.code, file=file)
