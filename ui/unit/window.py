"""The window of a unit: its steps, and nothing else."""

from ui.frame.door import Door
from ui.frame.office_window import OfficeWindow
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.house import House
from ui.look.theme import Theme
from ui.unit.inbox import Inboxes

LOCK = "Ctrl+0"


class UnitWindow(OfficeWindow):
    """What the unit of whoever works there has in its hands."""

    def __init__(self, theme: Theme, door: Door, problems: Problems, house: House) -> None:
        super().__init__(theme, door, problems, house.clock, "unit:", LOCK)
        self.setWindowTitle(tr("Work of the unit"))
        self.inboxes = Inboxes(theme, door, self)
        self.signing.changed.connect(self.inboxes.again)
        self.begin()
        self.only(self.inboxes.page)
