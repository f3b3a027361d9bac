"""Whether the records are whole, in words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.bidi import percent
from app.persian import persian_digits
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.house import Finding
from ui.look.parts.chip import Tone
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Row
from ui.look.parts.rows import RowList
from ui.look.parts.two_lines import TwoLines, two_line_row
from ui.look.theme import Theme

_LISTED = 50


class VerifyPage(Page):
    """`wanted` begins, `stopped` gives up."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._busy = False
        self.head = PageHead(theme, tr("Are the records whole?"))
        nothing = tr(
            "Nothing was looked into yet. F8 reads all the records; work goes on meanwhile."
        )
        self.list = RowList(theme, painter=TwoLines(theme), empty=nothing, keeps_current=True)
        self.list.setAccessibleName(tr("Are the records whole?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_share(self, share: float) -> None:
        """How far it has come."""
        self._busy = True
        done = percent(persian_digits(f"{share * 100:.0f}"))
        self.head.trailing.show_text(tr("Reading: {share}", share=done))
        self.acts_changed.emit()

    def show_finding(self, found: Finding, at: str) -> None:
        """What came of it."""
        whole = not found.broken and not found.different
        said = tr("The records are untouched") if whole else tr("The records do not agree")
        tone: Tone = "firuzeh" if whole else "brick"
        self.head.show_title(tr("Are the records whole?"), said, tone)
        self.list.show_rows(_rows(found))
        self.rest(tr("As it stood {at}", at=at))

    def rest(self, said: str) -> None:
        """Nothing is being read any more."""
        self._busy = False
        self.head.trailing.show_text(said)
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()

    def acts(self) -> Sequence[Act]:
        """To begin, or to stop."""
        back = Act(combo="Esc", name=tr("Back"))
        if self._busy:
            return (back, GAP, Act(combo="F5", name=tr("Stop reading"), filled=True))
        return (back, GAP, Act(combo="F8", name=tr("Read all the records"), filled=True))

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F5" and self._busy:
            self.stopped.emit()
        elif combo == "F8" and not self._busy:
            self.wanted.emit()
        else:
            return super().press(combo)
        return True


def _rows(found: Finding) -> list[Row]:
    facts = two_line_row(
        "facts",
        tr("{n} facts were read", n=found.events),
        below=tr("Each hangs on the one before it; whoever alters one breaks all that follow."),
        icon="info-circle",
    )
    chain = tr("The chain of every PC is whole")
    if found.broken:
        chain = tr("The chain of {n} PCs is broken", n=len(found.broken))
    rows = tr("Every list says what the facts say")
    if found.different:
        rows = tr("{n} lists say something else than the facts", n=len(found.different))
    return [
        facts,
        _judged("chain", chain, found.broken),
        _judged("rows", rows, found.different),
        two_line_row(
            "conflicts",
            tr("{n} conflicts were ever seen", n=found.conflicts),
            below=tr("Those that nobody has settled stand behind F11 of the page before."),
            icon="info-circle",
        ),
    ]


def _judged(key: str, said: str, wrong: Sequence[str]) -> Row:
    return two_line_row(
        key,
        said,
        below="، ".join(wrong[:_LISTED]),
        icon="alert-circle" if wrong else "circle-check",
        colour="brick" if wrong else "firuzeh_7",
    )
