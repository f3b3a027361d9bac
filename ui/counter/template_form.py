"""The fields in which the office says how it wants a form."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.showing.template import SealShown
from app.templates.template import EMBLEM, NO_EMBLEM, Place, Sentence, Template, rules_of
from app.templates.template_check import written
from ui.counter.template_rows import TemplateRows
from ui.counter.template_words import (
    OWN,
    copy_options,
    emblem_options,
    paper_options,
    places_words,
    printer_options,
    seal_words,
    size_options,
)
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.parts.text_field import TextField
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme


class TemplateForm(QWidget):
    """`edited` comes at every change by a person; `png` is a picture that was chosen just now."""

    edited = Signal()
    emblem_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = Template()
        self._picture = ""
        self.png = b""
        self.heading = Field(theme, tr("Heading line"))
        self.footer = Field(theme, tr("Footer line"))
        each = tr("one in each line")
        self.before = TextField(theme, tr("Sentences before the signature"), each, lines=2)
        self.at_foot = TextField(theme, tr("Sentences at the foot"), each, lines=2)
        self.places = Paragraph(theme, "", "secondary", "ink_2")
        self.basmala = Toggle(theme, tr("In God's name at the top"))
        self.emblem = ChoiceField(theme, tr("Emblem"), tr("F4 a file"))
        self.type_size = ChoiceField(theme, tr("Size of the type"))
        self.copies = ChoiceField(theme, tr("Printed at once"))
        self.paper = ChoiceField(theme, tr("Paper of the form"))
        self.printer = ChoiceField(theme, tr("Printer of the form"))
        self.seals = Paragraph(theme, "", "secondary", "ink_2")
        self.seals.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # below the fold: Tab brings it up
        self.rows = TemplateRows(theme)
        self._lay_out(theme)
        self._connect()

    def show_template(self, kind: str, template: Template, png: bytes = b"") -> None:
        """Fills it; nothing of it counts as an edit."""
        self._kept, self.png = template, png
        usual = (EMBLEM, NO_EMBLEM)
        self._picture = "" if template.emblem in usual else template.emblem
        self.heading.show_value(written(template.heading))
        self.footer.show_value(written(template.footer))
        self._show_sentences(kind, template)
        for part in (self.basmala, self.emblem):
            part.setVisible(rules_of(kind).head)
        self.basmala.blockSignals(True)
        self.basmala.setChecked(template.basmala)
        self.basmala.blockSignals(False)
        self.show_emblem(OWN if png or self._picture else template.emblem)
        self.type_size.show_options(size_options(kind), f"{template.size:g}")
        self.copies.show_options(copy_options(), str(template.copies))
        self.paper.show_options(paper_options(kind), template.paper)
        self.printer.show_options(printer_options(), template.printer)
        self.rows.show_rows(kind, template.rows)

    def show_seals(self, seals: Sequence[SealShown]) -> None:
        """The keys by which the receipts are known; for other forms there are none."""
        self.seals.show_text("\n".join(map(seal_words, seals)))
        self.seals.setVisible(bool(seals))

    def show_emblem(self, choice: str) -> None:
        """The choices of emblems, and which is taken."""
        own = bool(self.png or self._picture)
        self.emblem.show_options(emblem_options(own=own), choice)

    def take_emblem(self, png: bytes) -> None:
        """A picture from a file stands on the form from now on."""
        self.png = png
        self.show_emblem(OWN)
        self.edited.emit()

    def template(self) -> Template:
        """What stands in it, unjudged."""
        chosen = self.emblem.value()
        emblem = (self._picture or EMBLEM) if chosen == OWN else chosen
        return replace(
            self._kept,
            basmala=self.basmala.isChecked(),
            emblem=emblem,
            heading=self.heading.value(),
            footer=self.footer.value(),
            sentences=(
                *_said(self.before, "before_signature"),
                *_said(self.at_foot, "foot"),
            ),
            rows=self.rows.chosen,
            size=float(self.type_size.value() or 1),
            copies=int(self.copies.value() or 1),
            paper=self.paper.value(),
            printer=self.printer.value(),
        )

    @property
    def picture(self) -> bytes:
        """The picture that is to be kept with it; none where another emblem is chosen."""
        return self.png if self.emblem.value() == OWN else b""

    def enter(self) -> None:
        """To the first field."""
        self.heading.setFocus()

    def _show_sentences(self, kind: str, template: Template) -> None:
        hint = places_words(kind)
        for field, place in ((self.before, "before_signature"), (self.at_foot, "foot")):
            lines = [written(s.text) for s in template.sentences if s.place == place]
            field.show_value("\n".join(lines))
            field.setVisible(rules_of(kind).sentences > 0)
        self.places.show_text(tr("What fills itself: {places}", places=hint))

    def _order(self) -> Sequence[QWidget]:
        return (
            self.heading,
            self.footer,
            self.before,
            self.at_foot,
            self.basmala,
            self.emblem,
            self.type_size,
            self.copies,
            self.paper,
            self.printer,
            self.rows.rows,
        )

    def _connect(self) -> None:
        for text in (self.heading, self.footer, self.before, self.at_foot):
            text.edited.connect(lambda _: self.edited.emit())
        self.basmala.toggled.connect(lambda _: self.edited.emit())
        for choice in (self.emblem, self.type_size, self.copies, self.paper, self.printer):
            choice.chosen.connect(lambda _: self.edited.emit())
        self.rows.edited.connect(self.edited)
        lead_on(self._order())

    def _lay_out(self, theme: Theme) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(8)
        table = (
            (self.heading, self.footer),
            (self.before, self.at_foot),
            (self.basmala, self.emblem, self.printer),
            (self.type_size, self.copies, self.paper),
        )
        for fields in table:
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in fields:
                row.addWidget(field, 1)
            rows.addLayout(row)
        rows.insertWidget(2, self.places)
        rows.addWidget(self.seals)
        rows.addStretch()
        scroll = Scroll(inside)
        self.rows.setMinimumHeight(theme.px(115))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 5)
        column.addWidget(self.rows, 2)


def _said(field: TextField, place: Place) -> list[Sentence]:
    lines = (line.strip() for line in field.value().splitlines())
    return [Sentence(text=line, place=place) for line in lines if line]


def lead_on(order: Sequence[QWidget]) -> None:
    """Enter in a field leads to the next one."""
    for before, after in pairwise(order):
        if hasattr(before, "entered"):
            before.entered.connect(after.setFocus)
