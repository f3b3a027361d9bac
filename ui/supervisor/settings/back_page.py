"""How data come back from a backup."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.theme import Theme
from ui.supervisor.settings.step_page import StepPage


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
