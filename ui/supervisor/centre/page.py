"""The centre: how it stands, whose work has come, what was given twice."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.local import local
from app.persian import format_date, format_moment, format_time
from app.ports import Double, LostNumbers, RolledBack
from app.showing.centre import CentreShown
from app.showing.office import PcShown
from ui.frame.page import GAP, Act, Page
from ui.frame.sync_words import alarms, sync_items
from ui.frame.words import tr
from ui.look.parts.chip import Tone
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import shown

_PCS = (
    Column(width=112, role="strong"),
    Column(role="open"),
    Column(width=120, role="strong"),
    Column(width=240, align="end", role="body", colour="ink_2"),
)
_DOUBLES = (Column(width=220, role="strong"), Column(role="body", colour="ink_2"))


class CentrePage(Page):
    """`seen_wanted`: all alarms are looked after. `resume_wanted`: nobody is waited for."""

    seen_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: CentreShown | None = None
        self.head = PageHead(theme, tr("The centre"))
        self.told = Paragraph(theme, "", "body", "ink")
        heads = (tr("PC"), tr("Name"), tr("Series of numbers"), tr("Last heard"))
        self.pcs = RowList(theme, _PCS, heads=heads, empty=tr("No PC is known yet."))
        self.doubles = RowList(theme, _DOUBLES, empty=tr("Nothing was given twice."))
        self._titles = (
            (Section(theme, tr("PCs of the office")), self.pcs, 2),
            (Section(theme, tr("Given twice")), self.doubles, 1),
        )
        self._lay_out()

    def show_centre(self, found: CentreShown, now: datetime) -> None:
        """Shows it."""
        self._shown = found
        items = sync_items(found.state, now)
        self.head.show_title(tr("The centre"), items[-1].text, _tone(found))
        said = [alarm.text for alarm in alarms(found.state)]
        if found.state.rolled:
            said.append(_lacking(found.state.rolled))
        rest = (item.text for item in items[:-1] if item.text not in said)
        self.told.show_text("؛ ".join((*said, *rest)))
        self.pcs.show_rows([_pc(pc) for pc in found.pcs])
        self.doubles.show_rows([_double(double) for double in found.doubles])
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the PCs."""
        self.pcs.setFocus()

    def acts(self) -> Sequence[Act]:
        """What can be said to the centre."""
        found = self._shown
        no = "" if found and found.editable else tr("The supervisor says this.")
        calm = "" if found and found.alarms else tr("No alarm stands.")
        goes = "" if found and found.state.paused else tr("Calls are not paused.")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F7", name=tr("End the pause of calls"), why_not=no or goes),
            Act(combo="F8", name=tr("The alarms are looked after"), why_not=no or calm),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        wishes: dict[str, Callable[[], None]] = {
            "F7": self.resume_wanted.emit,
            "F8": self.seen_wanted.emit,
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.told)
        for title, rows, share in self._titles:
            rows.setAccessibleName(title.accessibleName())
            column.addWidget(title)
            column.addWidget(rows, share)


def _lacking(rolled: RolledBack) -> str:
    """What is known to lack since the data were put back, and when that was noticed."""
    at, n = format_moment(rolled.at), rolled.events
    numbers = "، ".join(map(_range, rolled.lost))
    if numbers:
        return tr("noticed {at}; numbers given and perhaps lost: {numbers}", at=at, numbers=numbers)
    return tr("noticed {at}; at least {n} entries lack", at=at, n=n)


def _range(lost: LostNumbers) -> str:
    if lost.first == lost.last:
        return f"{lost.series} {lost.first:03}"
    return tr("{first} to {last}", first=f"{lost.series} {lost.first:03}", last=f"{lost.last:03}")


def _tone(found: CentreShown) -> Tone:
    calm = found.state.centre in ("none", "reached") and not found.alarms
    return "quiet" if calm else "amber"


def _pc(pc: PcShown) -> Row:
    heard = local(pc.heard) if pc.heard else None
    when = f"{format_date(heard.date())} {format_time(heard)}" if heard else tr("never")
    name = tr("{name} (this PC)", name=pc.name) if pc.here else pc.name
    cells = (
        Cell(text=tr("PC {n}", n=pc.place)),
        Cell(text=name),
        Cell(text=pc.series),
        Cell(text=when),
    )
    return Row(cells=cells, key=pc.node)


def _double(double: Double) -> Row:
    ticket = double.kind == "ticket"
    name = double.name if ticket else shown("tracking", double.name)
    said = tr("{n} tickets bear it", n=len(double.ids))
    if not ticket:
        said = tr("{n} requests bear it; tell them apart by national code", n=len(double.ids))
    return Row(cells=(Cell(text=name), Cell(text=said)), key=double.name)
