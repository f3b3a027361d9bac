"""The forms of the office (F11 at the printers): what stands on each, beside the page itself."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.papers import Kind
from app.printer import Printer
from app.refusal import Refusal
from app.showing.template import EditionShown, TemplateShown, tried_on
from app.templates.template import Template, rules_of
from app.templates.template_check import checked
from ui.counter.renderer import Press
from ui.counter.side_page import SidePage
from ui.counter.template_form import TemplateForm
from ui.counter.template_view import TemplateView
from ui.counter.template_words import KINDS, edition_words
from ui.frame.page import GAP, Act
from ui.frame.paper_words import paper_name
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines, two_line_row
from ui.look.theme import Theme
from ui.words import Words

_RIGHT, _LEFT = (250, 262), (430, 360)
_ROLL_FIRST = ("ticket", "deficiency", "receipt")
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TemplatePage(SidePage):
    """`chosen` gives the kind of paper whose form is wanted, `keep_wanted` what stands in the
    fields and the picture that comes along, `back_wanted` the version that shall hold again,
    `emblem_wanted` asks for a file. What is typed into one form stays while another is looked at.
    """

    chosen = Signal(str)
    keep_wanted = Signal(str, object, bytes)
    back_wanted = Signal(str, int)
    emblem_wanted = Signal()

    def __init__(self, theme: Theme, press: Press) -> None:
        super().__init__(theme)
        self._words = Words()
        self._shown: TemplateShown | None = None
        self._typed: dict[Kind, tuple[Template, bytes]] = {}
        self._roll: Printer | None = None
        self._wrong = ""
        self.head = PageHead(theme, tr("Forms of the papers"))
        self.kinds = RowList(theme, (Column(role="body"),), height=30, keeps_current=True)
        self.history = RowList(theme, painter=TwoLines(theme))
        self.form = TemplateForm(theme)
        self.view = TemplateView(theme, press)
        self._lay_out()
        self._connect()

    @property
    def kind(self) -> Kind:
        """The form that is meant."""
        return KINDS[max(self.kinds.place, 0)]  # type: ignore[return-value]

    def show_template(self, shown: TemplateShown) -> None:
        """Shows a form; what was typed into it before is still there."""
        another = self._shown is None or self._shown.kind != shown.kind
        self._shown = shown
        template, png = self._typed.get(shown.kind, (shown.template, b""))
        self.form.show_template(shown.kind, template, png)
        self.form.show_seals(shown.seals)
        self.history.show_rows([_edition(edition) for edition in shown.editions])
        if another:
            self._roll = _usual_roll(shown)
        self._look()

    def kept(self, kind: Kind) -> None:
        """What was typed into a form holds now."""
        self._typed.pop(kind, None)

    def overtaken(self, kind: Kind, version: int) -> None:
        """What was typed stays; if it is kept once more, it takes the place of that edition."""
        if kind in self._typed:
            template, png = self._typed[kind]
            self._typed[kind] = replace(template, version=version), png

    def take_emblem(self, png: bytes) -> None:
        """A picture from a file."""
        self.form.take_emblem(png)

    def enter(self) -> None:
        """To the forms."""
        self.kinds.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """The media of the preview, the emblem, an older edition, keeping."""
        shown = self._shown
        if shown is None:
            return (Act(combo="Esc", name=tr("Back")),)
        theirs = "" if shown.editable else tr("Only the head of the desk may")
        same = theirs or ("" if self._changed else tr("Nothing is changed"))
        not_so = self._wrong or same
        one = "" if len(_media(shown)) > 1 else tr("It has one paper only")
        first = theirs or ("" if self.history.place > 0 else tr("Choose an older edition"))
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            _act("F6", tr("Other paper"), one, note=self._medium()),
            _act("F4", tr("Emblem from a file"), theirs),
            _act("F7", tr("Drop the changes"), same),
            _act("F11", tr("Take this edition back"), first),
            GAP,
            _act("F8", tr("Keep this form"), not_so, filled=not not_so),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        deeds: dict[str, Callable[[], object]] = {
            "F4": self.emblem_wanted.emit,
            "F6": self._next_medium,
            "F7": self._forget,
            "F8": self._keep,
            "F11": self._take_back,
        }
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control took: page keys turn the paper, Enter goes on."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.view.turn(_TURNS[key])
        elif key in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # -- how -------------------------------------------------------------------------------------

    @property
    def _changed(self) -> bool:
        return self._shown is not None and self._shown.kind in self._typed

    def _edited(self) -> None:
        shown = self._shown
        if shown is not None:
            template, png = self.form.template(), self.form.picture
            self._typed[shown.kind] = (template, png)
            if template == shown.template and not png:
                del self._typed[shown.kind]
            self._look()

    def _look(self) -> None:
        """Draws what stands in the fields; what may not be so is said, and not drawn."""
        shown = self._shown
        assert shown is not None
        template, png = self._typed.get(shown.kind, (shown.template, b""))
        self._wrong = ""
        try:
            wanted = checked(shown.kind, template, tuple(shown.emblems))
        except Refusal as refusal:
            self._wrong = self._words.refusal(refusal)
            self.head.trailing.show_text(self._wrong, "brick")
            self.view.show_nothing()
        else:
            self.head.trailing.show_text("")
            self.view.show_paper(shown.kind, tried_on(shown, wanted, png), self._roll)
        chip = tr("changed, not kept yet") if self._changed else ""
        self.head.show_title(tr("Form: {name}", name=paper_name(shown.kind)), chip, "amber")
        self.acts_changed.emit()

    def _measure(self) -> None:
        """Says what has become too long, once it is drawn."""
        if not self._wrong:
            self.head.trailing.show_text(self.view.excess, "amber")

    def _keep(self) -> None:
        assert self._shown is not None
        self.keep_wanted.emit(self._shown.kind, self.form.template(), self.form.picture)

    def _take_back(self) -> None:
        assert self._shown is not None
        edition = self._shown.editions[self.history.place]
        self.back_wanted.emit(self._shown.kind, edition.template.version)

    def _forget(self) -> None:
        if self._shown is not None:
            self.kept(self._shown.kind)
            self.show_template(self._shown)

    def _next_medium(self) -> None:
        assert self._shown is not None
        media = _media(self._shown)
        self._roll = media[(media.index(self._roll) + 1) % len(media)]
        self._look()

    def _medium(self) -> str:
        roll = self._roll
        if roll is None:
            return tr("Page")
        return tr("Roll of {n} mm, {dots} dots", n=roll.width, dots=roll.dots)

    def _connect(self) -> None:
        self.kinds.moved_to.connect(lambda _: self.chosen.emit(self.kind))
        self.history.moved_to.connect(lambda _: self.acts_changed.emit())
        self.form.edited.connect(self._edited)
        self.view.drawn.connect(self._measure)
        self.kinds.opened.connect(lambda _: self.form.enter())
        self.history.opened.connect(lambda _: self.press("F11"))

    def _lay_out(self) -> None:
        large = self.theme.large
        self.kinds.show_rows([Row(cells=(Cell(text=paper_name(k)),), key=k) for k in KINDS])
        right, left = QWidget(), QWidget()
        lists = QVBoxLayout(right)
        lists.setContentsMargins(8, 4, 8, 4)
        for title, rows, share in (
            (Section(self.theme, tr("Papers of the office")), self.kinds, 3),
            (Section(self.theme, tr("Editions of this form")), self.history, 2),
        ):
            lists.addWidget(title)
            lists.addWidget(rows, share)
            rows.setAccessibleName(title.accessibleName())
        beside = QVBoxLayout(left)
        beside.setContentsMargins(15, 8, 15, 4)
        beside.addWidget(self.view)
        right.setFixedWidth(_RIGHT[large])
        left.setFixedWidth(_LEFT[large])
        columns = QHBoxLayout()
        columns.setSpacing(8)
        columns.addWidget(right)
        columns.addWidget(self.form, 1)
        columns.addWidget(left)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addLayout(columns, 1)


def _edition(edition: EditionShown) -> Row:
    what, when, below = edition_words(edition)
    return two_line_row(f"{edition.template.version}", what, when=when, below=below)


def _media(shown: TemplateShown) -> list[Printer | None]:
    """A page, and the rolls where the form fits them."""
    return [None, *shown.rolls] if "roll" in rules_of(shown.kind).papers else [None]


def _usual_roll(shown: TemplateShown) -> Printer | None:
    wanted = shown.template.paper
    first = wanted == "roll" or (not wanted and shown.kind in _ROLL_FIRST)
    return shown.rolls[0] if first else None


def _act(combo: str, name: str, why_not: str, *, note: str = "", filled: bool = False) -> Act:
    does = {
        "F4": tr("A picture (PNG) stands on this form alone"),
        "F6": tr("Shows the form on a page, and on each roll"),
        "F7": tr("What was typed and not kept is forgotten"),
        "F8": tr("From now on the paper is printed so"),
        "F11": tr("The older edition in focus holds again, as a new one"),
    }
    return Act(combo=combo, name=name, why_not=why_not, note=note, filled=filled, does=does[combo])
