"""How far the records of an office have come to a new PC."""

from ui.frame.words import tr
from ui.look.parts.progress_bar import ProgressBar


class Progress(ProgressBar):
    """A bar that fills from the right, and a line of words under it."""

    def show_words(self, text: str) -> None:
        """Begins anew, with what is being done."""
        self.show_part(0.0, text)

    def show_taken(self, taken: int, of: int) -> None:
        """So much of so much has come."""
        part = taken / of if of else 1.0
        if part < 1:
            self.show_part(part, tr("{taken} of {all} records have come", taken=taken, all=of))
        else:
            self.show_part(part, tr("All records have come; this PC is being introduced"))
