"""Pages in their frame: one on top, the way back to those before it."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.frame.frame import Frame
from ui.frame.help import HelpPage, meanings
from ui.frame.keys import Key
from ui.frame.over import Over
from ui.frame.page import GAP, Act, Page
from ui.look.theme import Theme


class Paged(Frame):
    """A page is put on top with `go` and left with Esc, to the one before it; the lowest one
    stays.
    """

    def __init__(
        self,
        theme: Theme,
        keys: Sequence[Key],
        head: QWidget | None = None,
        rail: QWidget | None = None,
    ) -> None:
        super().__init__(theme, head, rail)
        self.keys = keys
        self._trail: list[Page] = []
        self._acting = ""
        self._help = HelpPage(theme)
        for over in (self.picking, self.asking):
            over.turned.connect(self.show_keys)

    @property
    def page(self) -> Page | None:
        """The page on top."""
        return self._trail[-1] if self._trail else None

    def go(self, page: Page) -> None:
        """Puts a page on top and the focus into it."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
            page.acting = self._acting
            page.leave.connect(self.back)
            page.acts_changed.connect(self.show_keys)
        if page in self._trail:
            del self._trail[self._trail.index(page) :]
        self._trail.append(page)
        self.pages.setCurrentWidget(page)
        self.show_keys()
        page.enter()

    def work_as(self, role: str) -> None:
        """Somebody of that role works here: keys that are not theirs are grey from now on."""
        self._acting = role
        for place in range(self.pages.count()):
            page = self.pages.widget(place)
            if isinstance(page, Page):
                page.acting = role
        self.show_keys()

    def only(self, page: Page) -> None:
        """Puts a page in place of all others; no way leads back from it."""
        self._trail.clear()
        self.go(page)

    def back(self) -> None:
        """From the page on top to the one before it."""
        if len(self._trail) > 1:
            self.go(self._trail[-2])

    def home(self) -> None:
        """To the lowest page."""
        if len(self._trail) > 1:
            self.go(self._trail[0])

    def show_keys(self) -> None:
        """Shows the keys as the page on top says; none but Esc is possible while something is
        asked.
        """
        acts, over = self._shown_acts(), self._over
        self.key_bar.show_acts([_after(over, act) for act in acts] if over else acts)

    def help(self) -> None:
        """What each key does on the page on top, from the tables that make the buttons."""
        self.picking.give_up()
        self.asking.give_up()
        if self.page is self._help:
            return
        self._help.show_keys(meanings(self.page, self.keys))
        if self._help in self._trail:
            self._trail.remove(self._help)
        self.go(self._help)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - as Qt has it
        """Tab goes through the page and the keys, as the page says, and nowhere else."""
        said = self.page.stops() if self.page is not None else ()
        if not said:
            return super().focusNextPrevChild(forward)
        stops = [each for each in (*said, *self.key_bar.buttons) if _takes_tab(each)]
        present, step = self.focusWidget(), 1 if forward else -1
        at = stops.index(present) + step if present in stops else min(step, 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
        return True

    def _shown_acts(self) -> Sequence[Act]:
        return self.page.acts() if self.page is not None else ()


def _after(over: Over, act: Act) -> Act:
    """A key of the bar while something is asked: in its place, and not possible."""
    asked = act != GAP and act.combo != "Esc"
    return replace(act, filled=False, why_not=over.first) if asked else act


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
