"""Which keys an entry's page has now, and why one is not possible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.showing.catalogue import NEW, EntryShown
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.supervisor.catalogue.entry_view import EntryView

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def entry_acts(view: EntryView, shown: EntryShown | None, *, changed: bool) -> Sequence[Act]:
    """From the right end to the left."""
    if shown is None:
        return (Act(combo="Esc", name=tr("Back")),)
    theirs = "" if shown.editable else tr("Only the head of the desk may keep it")
    return (
        Act(combo="Esc", name=tr("Back"), does=tr("From a field to the parts, then to the list")),
        GAP,
        *_rows(view),
        *(_files(view, shown, theirs) if view.on_files else _known(view, shown)),
        GAP,
        Act(combo="F9", name=tr("What is lacking"), does=tr("Enter leads to the field")),
        Act(
            combo="F7",
            name=tr("Drop what was typed"),
            why_not="" if changed else tr("Nothing is typed"),
        ),
        GAP,
        _keep(shown, theirs, changed=changed),
    )


def _keep(shown: EntryShown, theirs: str, *, changed: bool) -> Act:
    why = theirs or ("" if changed else tr("Nothing is typed"))
    if not why and shown.entry and shown.entry.retired:
        why = tr("It is no longer given; offer it again first")
    return Act(
        combo="F8",
        name=tr("Keep as a new version"),
        why_not=why,
        filled=not why,
        does=tr("Requests that were taken keep their version"),
    )


def _rows(view: EntryView) -> Sequence[Act]:
    table = view.part.table
    if table is None:
        none = tr("This part has no table")
        return (
            Act(combo="F2", name=tr("New row"), why_not=none),
            Act(combo="F3", name=tr("Row away"), why_not=none),
        )
    none = "" if table.place >= 0 else tr("No row is chosen")
    return (
        Act(combo="F2", name=tr("New row")),
        Act(combo="F3", name=tr("Row away"), why_not=none),
    )


def _known(view: EntryView, shown: EntryShown) -> Sequence[Act]:
    """What is chosen and not typed is spelled the same everywhere; units are told apart by name."""
    if view.place_of_known == "department":
        none = "" if shown.departments else tr("No department is known yet")
        return (Act(combo="F4", name=tr("A known department"), why_not=none),)
    if view.place_of_known == "unit":
        table = view.part.table
        none = "" if shown.units else tr("No unit is known yet")
        row = "" if table and table.place >= 0 else tr("No row is chosen")
        return (Act(combo="F4", name=tr("A known unit"), why_not=none or row),)
    return ()


def _files(view: EntryView, shown: EntryShown, theirs: str) -> Sequence[Act]:
    known = shown.entry.file_of(view.title) if shown.entry else None
    form = "" if view.title else tr("Write the title of a form first")
    fresh = tr("Keep the sub-service first") if shown.key == NEW else ""
    none = form or ("" if known else tr("This form has no file"))
    return (
        Act(combo="F4", name=tr("Attach a file"), why_not=theirs or fresh or form),
        Act(combo="F5", name=tr("Save the file"), why_not=none),
        Act(combo="F6", name=tr("Open the file"), why_not=none),
        Act(combo="F11", name=tr("Drop the file"), why_not=theirs or none),
    )
