"""Carries out what is wished for units and priority classes."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from app.deeds.office import (
    define_priority_class,
    remove_priority_class,
    require_as_seen,
)
from app.deeds.unit import define_unit, remove_unit, standing_in
from app.events.office import PriorityClassDefined, UnitDefined
from app.persian import clean, tidy
from app.ports import Look, RequestLine, Work
from app.refusal import Refusal
from ui.frame.words import tr
from ui.supervisor.kept_page import Values
from ui.supervisor.means import Means
from ui.supervisor.office.doing import Doing
from ui.supervisor.office.forms import class_form, class_values, unit_form, unit_values
from ui.supervisor.office.lines_page import LinesPage
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.people_views import unit_of


class Units(Doing):
    """Units with their posts, and priority classes."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(means, page)
        known = tr("The unit is in the list.")
        self.unit = self.joined(unit_form(means.theme), _keep_unit, _unit_now, known)
        kept = tr("The class holds for numbers from now on.")
        self.priority = self.joined(class_form(means.theme), _keep_class, _class_now, kept)
        self.lines = LinesPage(means.theme)
        self.lines.go_on_wanted.connect(self._remove_although)
        self._leaving = ""

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """Of the third and the fourth tab."""
        return {
            ("units", "F2"): lambda _: self._open_unit(""),
            ("units", "F3"): self._remove_unit,
            ("units", "F4"): self._open_unit,
            ("units", "F6"): lambda _: self._take_all(),
            ("units", "F7"): self._show_lines,
            ("classes", "F2"): lambda _: self._open_class(""),
            ("classes", "F3"): self._remove_class,
            ("classes", "F4"): self._open_class,
        }

    # -- units -----------------------------------------------------------------------------------

    def _open_unit(self, name: str) -> None:
        found = unit_of(self.page.shown, name) if self.page.shown else None
        based = found.unit if found and found.known else None
        values = unit_values(found.unit if found else None)
        title = name or tr("A new unit")
        self.unit.open_form(title, name, values, based)
        self.unit.close_field("name", closed=bool(name))
        self.means.go(self.unit)

    def _take_all(self) -> None:
        shown = self.page.shown
        named = [each.unit for each in shown.units or () if not each.known] if shown else []

        def act(work: Work) -> None:
            for unit in named:
                if work.office.unit(unit.name) is None:
                    define_unit(work, unit)

        self.do(act, tr("{n} units of Table 1 are in the list now.", n=len(named)))

    def _show_lines(self, name: str) -> None:
        def come(lines: tuple[RequestLine, ...]) -> None:
            self.lines.show_lines(tr("Open requests in {unit}", unit=name), lines)
            self.means.go(self.lines)

        self.means.door.look(partial(_standing, name=name), come, awaited=True)

    def _remove_unit(self, name: str) -> None:
        said = tr("The unit is taken away.")

        def refused(refusal: Refusal) -> None:
            if refusal.code != "unit_busy":
                self.refuse(refusal)
                return
            self._leaving = name
            read = partial(_standing, name=name)
            self.means.door.look(read, partial(come, refusal), awaited=True)

        def come(refusal: Refusal, lines: tuple[RequestLine, ...]) -> None:
            title = tr("Open requests in {unit}", unit=name)
            self.lines.show_lines(title, lines, tr("Take the unit away although"))
            self.means.go(self.lines)
            self.refuse(refusal)

        question = tr("Take the unit {unit} away?", unit=name)
        self.ask(
            question,
            lambda _: self.do(lambda work: remove_unit(work, name), said, refused),
            kind="confirm",
        )

    def _remove_although(self) -> None:
        name = self._leaving

        def done(_: object) -> None:
            self.lines.leave.emit()
            self.told(tr("The unit is taken away; its requests stay as they are."))

        self.means.door.do(lambda work: remove_unit(work, name, although=True), done, self.refuse)

    # -- priority classes ------------------------------------------------------------------------

    def _open_class(self, code: str) -> None:
        shown = self.page.shown
        found = shown.office.classes.get(code) if shown else None
        title = found.title if found else tr("A new class")
        self.priority.open_form(title, code, class_values(found), found)
        self.means.go(self.priority)

    def _remove_class(self, code: str) -> None:
        shown = self.page.shown
        title = shown.office.classes[code].title if shown else code
        question = tr("Take the class {title} away? Who has it keeps it.", title=title)
        said = tr("The class is taken away.")
        self.sure(question, lambda work: remove_priority_class(work, code), said)


def _standing(look: Look, name: str) -> tuple[RequestLine, ...]:
    return tuple(standing_in(look, name))


def _keep_unit(work: Work, values: Values, based: UnitDefined | None) -> object:
    return define_unit(work, UnitDefined(**values), seen=based)


def _unit_now(look: Look, name: str) -> tuple[Values, Any] | None:
    unit = look.office.unit(name)
    return (unit_values(unit), unit) if unit else None


def _keep_class(work: Work, values: Values, based: PriorityClassDefined | None) -> object:
    title = tidy(clean(values["title"]))
    code = based.code if based else title
    standing = work.office.classes.get(code)
    if based is None and standing:
        raise Refusal("priority_known", title=title)
    require_as_seen(based, standing)
    return define_priority_class(work, code, title, values["credit"])


def _class_now(look: Look, code: str) -> tuple[Values, Any] | None:
    found = look.office.classes.get(code)
    return (class_values(found), found) if found else None
