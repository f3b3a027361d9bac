"""The clerks as a table, and beside it when whoever is meant came and went."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.showing.people import PeopleShown, PersonShown
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.supervisor.people.rows import (
    SIGNED_COLUMNS,
    people_columns,
    people_heads,
    people_rows,
    signed_heads,
    signed_rows,
)


class PeoplePage(Page):
    """`edit_wanted` gives whom to change, None for somebody new; the others whom they are about."""

    edit_wanted = Signal(object)
    password_wanted = Signal(object)
    unlock_wanted = Signal(object)
    disable_wanted = Signal(object)
    enable_wanted = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: PeopleShown | None = None
        self.head = PageHead(theme, tr("Clerks"))
        self.warning = Paragraph(theme, _warning(), "body", "amber")
        columns = people_columns(large=theme.large)
        heads = people_heads(large=theme.large)
        self.people = RowList(theme, columns, heads=heads, empty="", keeps_current=True)
        self.signed = RowList(
            theme, SIGNED_COLUMNS, heads=signed_heads(), height=30, empty=tr("Never came yet")
        )
        self.people.setAccessibleName(tr("Clerks"))
        self.signed.setAccessibleName(tr("Came and went"))
        self._title = Section(theme, tr("Came and went"))
        self._lay_out()
        self.people.opened.connect(lambda _: self._open())
        self.people.moved_to.connect(lambda _: self._meant())

    @property
    def person(self) -> PersonShown | None:
        """Who is meant."""
        place = self.people.place
        everybody = self._shown.people if self._shown else ()
        return everybody[place] if 0 <= place < len(everybody) else None

    def show_people(self, shown: PeopleShown) -> None:
        """Shows them."""
        self._shown = shown
        self.head.trailing.show_text(tr("{n} clerks", n=len(shown.people)))
        self.warning.setVisible(not shown.asked)
        self.people.show_rows(people_rows(shown, large=self.theme.large))
        self._meant()

    def enter(self) -> None:
        """Into the clerks."""
        self.people.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Clerks, sign-ins."""
        return (self.people, self.signed)

    def acts(self) -> Sequence[Act]:
        """Changing, admitting; password, lock, account; dismissing."""
        person, shown = self.person, self._shown
        closed = bool(shown and not shown.editable)
        theirs = tr("Only the supervisor or the administrator changes this.") if closed else ""
        nobody = theirs or ("" if person else tr("Nobody is chosen"))
        mine = bool(person and shown and person.clerk == shown.looker)
        free = nobody or ("" if person and person.locked else tr("Is not locked"))
        off = bool(person and person.disabled)
        return (
            Act(combo="F2", name=tr("Change"), why_not=nobody, filled=not nobody),
            Act(combo="F4", name=tr("Admit a clerk"), why_not=theirs),
            GAP,
            Act(combo="F6", name=tr("Give a password"), why_not="" if mine else nobody),
            Act(combo="F7", name=tr("Unlock"), why_not=free),
            Act(combo="F8", name=tr("Enable") if off else tr("Disable"), why_not=nobody),
            GAP,
            Act(combo="F11", name=tr("Dismiss"), why_not=nobody),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, about whoever is meant."""
        person = self.person
        off = bool(person and person.disabled)
        deeds: dict[str, Callable[[object], None]] = {
            "F2": self.edit_wanted.emit,
            "F6": self.password_wanted.emit,
            "F7": self.unlock_wanted.emit,
            "F8": (self.enable_wanted if off else self.disable_wanted).emit,
            "F11": self.dismiss_wanted.emit,
        }
        if combo == "F4":
            self.edit_wanted.emit(None)
        elif combo in deeds and person is not None:
            deeds[combo](person)
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Enter on a row is its F2: an open form would ask for nothing where none may change it."""
        if self._shown and self._shown.editable:
            self.press("F2")

    def _meant(self) -> None:
        person, shown = self.person, self._shown
        places = shown.places if shown else {}
        self.signed.show_rows(signed_rows(person, places) if person else ())
        self.acts_changed.emit()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.setSpacing(2)
        for part, share in (
            (self.head, 0),
            (self.warning, 0),
            (self.people, 3),
            (self._title, 0),
            (self.signed, 2),
        ):
            page.addWidget(part, share)


def _warning() -> str:
    return tr(
        "Nobody has a password: windows open without asking. As soon as one of those who look after"
        " the office has one (F6), everybody is asked."
    )
