"""Carries out what is wished for the letterhead."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from msgspec.structs import replace

from app.deeds.office import choose_emblem, describe_office, require_as_seen
from app.events.office import OfficeDescribed
from app.ports import Look, Work
from app.templates.template_check import LARGEST_EMBLEM
from ui.frame.words import tr
from ui.supervisor.kept_page import Values
from ui.supervisor.means import Means
from ui.supervisor.office.doing import Doing
from ui.supervisor.office.forms import letterhead_form, letterhead_values
from ui.supervisor.office.page import OfficePage


class Letterhead(Doing):
    """What papers bear at their head and foot."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(means, page)
        kept = tr("New papers bear this letterhead.")
        self.letterhead = self.joined(
            letterhead_form(means.theme), _keep_letterhead, _letterhead_now, kept
        )

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """Of the last tab."""
        return {
            ("letterhead", "F3"): lambda _: self._no_emblem(),
            ("letterhead", "F4"): self._open_letterhead,
            ("letterhead", "F6"): lambda _: self._emblem(),
        }

    def _open_letterhead(self, key: str) -> None:
        shown = self.page.shown
        if shown is None:
            return
        said = shown.office.described
        self.letterhead.open_form(tr("Letterhead"), "letterhead", letterhead_values(said), said)
        self.means.go(self.letterhead)
        self.letterhead.form.enter(key)

    def _emblem(self) -> None:
        def named(path: str) -> None:
            self.aside(lambda: partial(self._choose, self.means.house.read(path, LARGEST_EMBLEM)))

        self.ask(tr("Which picture (PNG) is the emblem?"), named, kind="path")

    def _choose(self, png: bytes) -> None:
        self.do(lambda work: choose_emblem(work, png), tr("New papers bear this emblem."))

    def _no_emblem(self) -> None:
        question = tr("Shall papers have no emblem?")
        self.sure(question, lambda work: choose_emblem(work, b""), tr("Papers have no emblem."))


def _keep_letterhead(work: Work, values: Values, based: OfficeDescribed) -> object:
    require_as_seen(based, work.office.described)
    return describe_office(work, work.office.id, replace(based, **values))


def _letterhead_now(look: Look, _: str) -> tuple[Values, Any]:
    return letterhead_values(look.office.described), look.office.described
