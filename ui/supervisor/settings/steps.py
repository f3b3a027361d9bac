"""The pages on the way to a backup that is proven."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.backing import Proven
from app.letters import persian_digits
from app.local import local
from app.persian import format_moment
from ui.frame.bare import take_as_typed
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.field import Field
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.progress_bar import ProgressBar
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.words import shown

_MEGA = 1_000_000
_PLACES = (Column(role="strong"), Column(width=170, role="body", colour="ink_2"))
_BEAT = 100
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
GROUP = 6


class StepPage(Page):
    """A title, a few words, and what is to be done. `forward`: the person is done here."""

    forward = Signal()

    def __init__(self, theme: Theme, title: str, lead: str) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, title)
        self.lead = Paragraph(theme, lead, "body", "ink_2")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(12, 4, 12, 4)
        self.column.setSpacing(12)
        self.column.addWidget(self.lead)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 4, 20, 4)
        outer.addWidget(self.head)
        outer.addLayout(self.column, 1)

    def acts(self) -> Sequence[Act]:
        """Back at the right end, forward at the left."""
        return (Act(combo="Esc", name=tr("Back")), GAP, *self.onward())

    def onward(self) -> Sequence[Act]:
        """The keys that lead on."""
        return (Act(combo="F8", name=tr("Go on"), filled=True),)

    def press(self, combo: str) -> bool:
        """F8 leads on, Esc back."""
        if combo == "F8":
            self.forward.emit()
            return True
        return super().press(combo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the page itself; that of a field has been seen to."""
        if self.window().focusWidget() is self and event.key() in _ENTER:
            self.press("F8")
        else:
            super().keyPressEvent(event)


class FilePage(StepPage):
    """A name of a file or folder, typed or chosen in the system's own window with F4; `places` are
    offered: (path, free bytes).
    """

    def __init__(
        self, theme: Theme, title: str, lead: str, label: str, *, kind: str = "file"
    ) -> None:
        super().__init__(theme, title, lead)
        self._kind = kind
        self._name = ""
        self.places = RowList(
            theme,
            _PLACES,
            heads=(tr("Disks and sticks of this PC"), tr("Free")),
            empty=tr("No other disk is plugged in."),
        )
        self.places.setAccessibleName(tr("Disks and sticks of this PC"))
        self.field = Field(theme, label)
        take_as_typed(self.field)
        self.field.entered.connect(self.forward)
        self.places.opened.connect(self._take_place)
        self.column.addWidget(self.field)
        self.column.addWidget(self.places, 1)
        self.places.setVisible(kind != "file")  # inside the page: alone it would be a window
        if kind == "file":
            self.column.addStretch(1)

    def show_places(self, places: Sequence[tuple[str, int]], name: str) -> None:
        """Offers these; `name` is how the file would be called there."""
        self._name = name
        rows = [
            Row(
                cells=(
                    Cell(text=shown("path", path)),
                    Cell(text=tr("{n} MB", n=free // _MEGA)),
                ),
                key=path,
            )
            for path, free in places
        ]
        self.places.show_rows(rows)

    def said(self) -> str:
        """What was typed, as it is."""
        return self.field.line.text().strip()

    def show_path(self, path: str) -> None:
        """Fills the field."""
        self.field.line.setText(path)

    def enter(self) -> None:
        """To the field."""
        self.field.setFocus()
        self.field.line.selectAll()

    def stops(self) -> Sequence[QWidget]:
        """The field, the places."""
        return (self.field.line, self.places)

    def onward(self) -> Sequence[Act]:
        """Choose elsewhere, go on."""
        return (Act(combo="F4", name=tr("Choose in a window")), GAP, *super().onward())

    def press(self, combo: str) -> bool:
        """F4 opens the system's own window."""
        if combo != "F4":
            return super().press(combo)
        dialog = QFileDialog(self, tr("Choose a place"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFile if self._kind == "file" else modes.Directory)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()
        return True

    def _take_place(self, place: int) -> None:
        self._chosen(self.places.rows[place].key)
        self.enter()

    def _chosen(self, path: str) -> None:
        joined = f"{path.rstrip('/')}/{self._name}" if self._name else path
        self.field.line.setText(joined)


class MakingPage(StepPage):
    """How far the copy has come; Esc ends it (`stopped`)."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        lead = tr("Work goes on meanwhile, here and at every counter.")
        super().__init__(theme, tr("The backup is being made"), lead)
        self.bar = ProgressBar(theme)
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self._heard = (0, 0)
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._show)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.seen.connect(self._watch)

    def hear(self, done: int, of: int) -> None:
        """So many bytes of so many; from any thread."""
        self._heard = (done, of)

    def acts(self) -> Sequence[Act]:
        """It can be ended."""
        return (Act(combo="Esc", name=tr("Stop the backup")),)

    def press(self, combo: str) -> bool:
        """Esc ends it; nothing else means anything here."""
        if combo == "Esc":
            self.stopped.emit()
        return combo in ("Esc", "F8")

    def _watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        self._heard = (0, 0)
        self._show()
        if seen:
            self._beat.start()
        else:
            self._beat.stop()

    def _show(self) -> None:
        done, of = self._heard
        part = min(done / of, 1.0) if of else 0.0
        n = persian_digits(str(round(100 * part)))
        self.bar.show_part(part, tr("{n} percent is written", n=n) if of else tr("Begins"))


class ProvePage(StepPage):
    """Asks for the recovery key: one group of it, or all of it where F6 says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Does it open elsewhere?"), "")
        self.whole, self.group, self.busy = False, 1, False
        self.path = ""
        self.one = Field(theme, tr("The group"), kind="code", most=GROUP)
        self.all = Field(theme, tr("Recovery key, eight groups"), kind="code", most=64)
        for field in (self.one, self.all):
            field.entered.connect(self.forward)
            self.column.addWidget(field)
        self.column.addStretch(1)

    @property
    def field(self) -> Field:
        """Where it is typed."""
        return self.all if self.whole else self.one

    def show_file(self, path: str, group: int) -> None:
        """Asks anew, for that group (from 1), of that file."""
        self.path, self.group = path, group
        self.show_busy(busy=False)
        for field in (self.one, self.all):
            field.show_value("")
        self._ask(whole=False)

    def show_busy(self, *, busy: bool) -> None:
        """Whether the backup is being opened."""
        self.busy = busy
        self.acts_changed.emit()

    def enter(self) -> None:
        """To the key."""
        self.field.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The key."""
        return (self.field.line,)

    def onward(self) -> Sequence[Act]:
        """One group or all; prove."""
        wait = tr("It is being opened") if self.busy else ""
        other = tr("One group only") if self.whole else tr("The whole key")
        return (
            Act(combo="F6", name=other, why_not=wait),
            GAP,
            Act(combo="F8", name=tr("Prove it"), why_not=wait, filled=not wait),
        )

    def press(self, combo: str) -> bool:
        """F6 asks for the other."""
        if combo == "F6":
            self._ask(whole=not self.whole)
            self.enter()
            return True
        return super().press(combo)

    def _ask(self, *, whole: bool) -> None:
        self.whole = whole
        self.one.setVisible(not whole)
        self.all.setVisible(whole)
        n = persian_digits(str(self.group))
        self.one.show_label(tr("Group {n} of the recovery key, as on your sheet", n=n))
        lead = (
            tr(
                "Type the whole key from the sheet. {path} is opened in a place of its own with"
                " this key alone, as another PC would open it.",
                path=shown("path", self.path),
            )
            if whole
            else tr(
                "Take the sheet with the recovery key and type group {n}. Then {path} is opened"
                " in a place of its own with that key alone, as another PC would open it.",
                n=n,
                path=shown("path", self.path),
            )
        )
        self.lead.show_text(lead)
        self.acts_changed.emit()


class ProvenPage(StepPage):
    """What a proven backup holds."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("It opened with the recovery key alone, and its records hold against each other.")
        super().__init__(theme, tr("The backup opens"), lead)
        self.facts = FactLines(theme)
        self.column.addWidget(self.facts)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_proven(self, proven: Proven, path: str) -> None:
        """Shows it."""
        last = format_moment(local(proven.last)) if proven.last else "—"
        self.facts.show_facts(
            (
                (tr("Whose"), proven.name, "ink"),
                (tr("File"), shown("path", path), "ink"),
                (tr("Holds"), tr("{n} records", n=f"{proven.events:,}"), "ink"),
                (tr("The last of"), last, "ink"),
                (tr("To be kept"), tr("away from this PC, and the sheet elsewhere again"), "ink_2"),
            )
        )

    def acts(self) -> Sequence[Act]:
        """Done."""
        return (Act(combo="F8", name=tr("Finish"), filled=True),)

    def press(self, combo: str) -> bool:
        """Every key of leaving leads to the chapter."""
        if combo in ("F8", "Esc"):
            self.forward.emit()
            return True
        return False


class BackPage(StepPage):
    """How data come back; nothing is done here."""

    def __init__(self, theme: Theme) -> None:
        lead = tr(
            "The data of this PC are alive: nothing writes over them, and no backup takes their"
            " place. A backup is opened on a PC without data."
        )
        super().__init__(theme, tr("Restore on this PC"), lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ways = (
            tr(
                "On another PC: install the program, open it, and choose «Restore from a backup» at"
                " its first page. It asks for the file and the recovery key."
            ),
            tr(
                "On this PC, where its data are lost or broken: whoever looks after the system"
                " moves the old data folder away first, and keeps it. Then the first page comes"
                " again."
            ),
            tr(
                "What was done after the backup is not in it. Where there is a centre, what was"
                " sent there comes back by itself. Numbers that were given on paper are not given"
                " again."
            ),
        )
        for way in ways:
            self.column.addWidget(Paragraph(theme, way, "body", "ink"))
        self.column.addStretch(1)

    def acts(self) -> Sequence[Act]:
        """Back."""
        return (Act(combo="Esc", name=tr("Back")),)
