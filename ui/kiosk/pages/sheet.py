"""What to know before taking a number: papers, fee, time, counters, who waits (R30)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.handing.kiosk import Wanted
from app.persian import money
from app.showing.service import ServiceSheet
from app.sub_service import SubService
from ui.frame.counter_words import counters_named
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back, stack
from ui.kiosk.pages.sheet_cards import Card, cards_of
from ui.kiosk.parts.facts import Facts, Told
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.paged import Cell, Paged
from ui.kiosk.parts.paper_card import PaperCard
from ui.kiosk.parts.section import Section
from ui.kiosk.told import (
    minutes_told,
    people_told,
    unattended_told,
)
from ui.kiosk.wishes import Print, Take

_SHARE = {False: 1 / 2, True: 2 / 5}
"""Of a wide page: the papers, in the usual and in the low layout."""


class SheetPage(KioskPage):
    """`prints`: there is a printer for the sheet; `giving`: numbers are given now."""

    def __init__(self, face: Face, sheet: ServiceSheet, *, prints: bool, giving: bool) -> None:
        super().__init__(face, sheet.entry.sheet.title, tr("File a request"))
        self._sheet, self._prints, self._giving = sheet, prints, giving
        self._crowded = face.large and not face.wide
        self._cards = cards_of(sheet.entry.sheet, notes=self._crowded)
        self.papers = self._papers()
        asked = len(sheet.entry.sheet.documents)
        count = tr("{n} papers", n=asked) if asked else ""
        places = sheet.entry.sheet.places
        name = tr("Papers you need, and where it is given") if places else tr("Papers you need")
        title = Section(face, name, count)
        none = () if asked else (self._no_papers(),)
        papers = (title, *none, *((self.papers,) if self._cards else ()))
        rest = self._rest()
        if face.wide:
            shares = (2, 3) if face.low else (1, 1)
            self.beside(stack(face, *papers), stack(face, *rest), shares)
        else:
            for part in (*papers, *rest):
                self.column.addWidget(part)
            self.column.addStretch(1)

    def acts(self) -> tuple[BarAct, ...]:
        """Back, the sheet on paper, a number."""
        sheet = self._sheet.entry.sheet
        take = BarAct(
            name=tr("Take a number"),
            note=tr("I have these papers") if sheet.documents else "",
            icon="ticket",
            filled=True,
            wish=Take(wanted=Wanted(purpose="new", key=sheet.code), title=sheet.title, ask=True),
        )
        paper = BarAct(name=tr("Print this sheet"), icon="printer", wish=Print(code=sheet.code))
        return (back(), *((paper,) if self._prints else ()), *((take,) if self._giving else ()))

    def spoken(self) -> Sequence[str]:
        """With every card, also of the leaves that are not seen."""
        said = list(super().spoken())
        seen = [card.accessibleName() for card in self.papers.shown]
        if seen:
            at = said.index(seen[0])
            every = [PaperCard.said(card.name, card.note) for card in self._cards]
            said[at:] = [*every, *(line for line in said[at:] if line not in seen)]
        return said

    def _papers(self) -> Paged:
        face = self.face
        cells = [Cell(partial(self._card, c), partial(self._height, c)) for c in self._cards]
        if face.wide:
            return Paged(face, cells, self.across(_SHARE[face.low]))
        return Paged(face, cells, self.across(), columns=2)

    def _height(self, card: Card, width: int) -> int:
        return PaperCard.high(self.face, card.name, card.note, width)

    def _card(self, card: Card) -> QWidget:
        return PaperCard(self.face, card.name, card.note, card.icon)

    def _no_papers(self) -> Line:
        said = tr("The clerk tells you which papers are needed.")
        return Line(self.face, said, "info-circle")

    def _facts(self) -> Facts:
        face = self.face
        across = self.across(1 - _SHARE[face.low] if face.wide else 1)
        return Facts(face, facts_of(self._sheet), across, 1 if face.beside else 2)

    def _rest(self) -> tuple[QWidget, ...]:
        face = self.face
        self.facts = self._facts()
        parts = [self.facts, *(() if self._crowded else self._lines())]
        if self._giving and self._sheet.unattended:
            parts.append(Line(face, unattended_told(), "alert-circle", "warning"))
        if not self._giving:
            parts.append(Line(face, tr("No numbers are given now."), "clock", "warning"))
        return tuple(parts)

    def _lines(self) -> list[QWidget]:
        """What is said below the facts; where larger text needs that room, on cards instead."""
        face, sheet = self.face, self._sheet.entry.sheet
        parts: list[QWidget] = []
        if sheet.inquiries:
            said = tr("The office makes its inquiries itself; you are not asked for them.")
            told = Line(face, said, "shield-check", "good")
            if face.low:
                self.note = told
            else:
                parts.append(told)
        if sheet.channel == "both" and sheet.url:
            said = tr("Possible electronically as well: {address}", address=sheet.url)
            parts.append(Line(face, said.replace(": ", ":\n", int(face.wide)), "device-mobile"))
        return parts


def facts_of(shown: ServiceSheet) -> tuple[Told, ...]:
    """Only what is known: nothing is promised of a sheet that was not filled."""
    sheet = shown.entry.sheet
    facts = [Told(icon="wallet", name=tr("Fee of this service"), text=_fee(sheet))]
    facts.append(Told(icon="hourglass", name=tr("Usual time it takes"), text=sheet.average))
    counters = "" if shown.unattended else counters_named(shown.counters)
    facts.append(Told(icon="armchair", name=tr("Counters that serve it"), text=counters))
    ahead = people_told(shown.ahead)
    if shown.wait:
        ahead = tr("{people}; {minutes}", people=ahead, minutes=minutes_told(shown.wait))
    facts.append(Told(icon="users", name=tr("People ahead of you"), text=ahead))
    return tuple(fact for fact in facts if fact.text)


def _fee(sheet: SubService) -> str:
    if sheet.fees:
        return money(sum(fee.amount for fee in sheet.fees))
    filled = sheet.documents or sheet.steps
    return tr("This service is free of charge") if filled else ""
