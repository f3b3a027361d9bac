"""What the checklist says of a required paper, in words."""

from app.checklist import Row, RowMark
from ui.frame.words import tr
from ui.look.parts.digits import shown
from ui.look.parts.tick import Mark
from ui.look.tokens import Colour


def mark_of(row: Row) -> Mark:
    """The mark at the beginning of its row."""
    return "inquiry" if row.inquiry else row.mark


def name_of(row: Row) -> str:
    """The paper's name."""
    return shown(row.title)


def form_of(row: Row) -> str:
    """Original or copy; of an inquiry, who answers it."""
    if row.inquiry:
        return shown(row.where)
    forms = {"original": tr("Original"), "copy": tr("Copy"), "both": tr("Original and copy")}
    return forms.get(row.form, "")


def small_of(row: Row) -> str:
    """How many, and of whom it is asked, where that is anything special."""
    count = tr("{n} copies", n=row.count) if row.form == "copy" else tr("{n} pieces", n=row.count)
    parts = (count if row.count > 1 else "", shown(row.condition))
    return " · ".join(part for part in parts if part)


def state_of(row: Row) -> tuple[str, Colour]:
    """What became of it, and the colour of those words."""
    if row.inquiry:
        return tr("The office asks for it"), "ink_2"
    if row.mark == "open":
        return ("" if row.obligatory else tr("Not obligatory")), "ink_3"
    said: dict[RowMark, tuple[str, Colour]] = {
        "received": (tr("Received"), "ink_2"),
        "on_file": (tr("It is on file"), "firuzeh_7"),
        "missing": (tr("Missing"), "brick"),
        "not_needed": (tr("Not needed"), "ink_3"),
    }
    return said[row.mark]


def hint_of(row: Row) -> str:
    """What more there is to say of it: where it is on file, or where it is to be had."""
    if row.mark == "on_file":
        return tr(
            "This paper was received in request {tracking}; it is not asked for again.",
            tracking=row.tracking,
        )
    if row.where and not row.inquiry:
        return tr("To be had at {where}", where=row.where)
    return ""


def spoken(row: Row) -> str:
    """The row as it is read aloud."""
    state = state_of(row)[0] or tr("Not settled yet")
    parts = (name_of(row), form_of(row), small_of(row), state, hint_of(row))
    return "، ".join(part for part in parts if part)
