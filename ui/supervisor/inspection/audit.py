"""Joins the page of who did what with the journal; long readings are done beside the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.events import vocabulary
from app.folds.office import Office
from app.local import local
from app.period import Period
from app.persian import latin_date
from app.showing.audit import MOST, OVERRIDES, Fact, FactPage, Filter, audit_page
from ui.fact_words import audit_file
from ui.file_name import known_ending
from ui.frame.ask import Ask
from ui.frame.beside import Beside, Store, Tell
from ui.frame.periods import Periods
from ui.frame.pick import Pick, PickRow
from ui.frame.request_read_page import RequestReading
from ui.frame.words import tr
from ui.supervisor.inspection.audit_page import AuditPage
from ui.supervisor.means import Means
from ui.table_file import ENDINGS
from ui.words import Words

_ANYBODY = "-"


class Audit(QObject):
    """`opens` carries out the keys that lead to other pages."""

    def __init__(self, means: Means, page: AuditPage, opens: dict[str, Callable[[], None]]) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        self._periods = Periods(means.speaker, means.door, means.clock, "month", self._days)
        self._filter = self._fresh()
        self._names: dict[str, str] = {}
        self._shown: FactPage | None = None
        self._first: Beside[FactPage] = Beside(means.house.open)
        self._older: Beside[FactPage] = Beside(means.house.open)
        self._filing: Beside[tuple[int, str]] = Beside(means.house.open)
        self._request = RequestReading(means.theme, means.door, means.go)
        self._wishes = {
            "F3": self._ask_clerk,
            "F4": self._periods.ask,
            "F5": self._ask_kind,
            "F6": self._ask_subject,
            "F7": self._ask_file,
            "Delete": self._widen,
            **opens,
        }
        self._connect()
        self._say_filter()

    def read(self) -> None:
        """The newest facts that the filter lets through."""
        wanted = self._filter
        self._say_filter()
        self._page.show_share(0)

        def act(store: Store, tell: Tell) -> FactPage:
            with store.journal.look() as look:
                return audit_page(look, wanted, tell)

        self._older.give_up()
        self._first.do(act)

    # -- what is asked for -----------------------------------------------------------------------

    def _narrow(self, wanted: Filter) -> None:
        self._filter = wanted
        self.read()

    def _days(self, period: Period) -> None:
        self._narrow(replace(self._filter, first=period.first, last=period.last))

    def _choose(self, overrides: bool) -> None:  # noqa: FBT001 - a slot
        self._narrow(replace(self._filter, overrides=overrides, kinds=()))

    def _widen(self) -> None:
        self._narrow(self._fresh())

    def _fresh(self) -> Filter:
        return Filter(first=self._periods.now.first, last=self._periods.now.last)

    def _ask_clerk(self) -> None:
        def pick(rows: Sequence[PickRow]) -> None:
            self._names = {row.id: f"{row.text} {row.trailing}".strip() for row in rows}
            anybody = PickRow(id=_ANYBODY, first="۰", text=tr("Anybody"))
            self._means.speaker.pick(Pick(title=tr("Whose acts?"), rows=(anybody, *rows)), take)

        def take(clerk: str) -> None:
            self._narrow(replace(self._filter, clerks=() if clerk == _ANYBODY else (clerk,)))

        self._means.door.look(lambda look: _people(look.office), pick, awaited=True)

    def _ask_kind(self) -> None:
        if self._page.busy:
            self._give_up()
            return
        names = OVERRIDES if self._filter.overrides else _kinds()
        rows = [PickRow(id=kind, first="", text=self._words.value("kind", kind)) for kind in names]
        rows.insert(0, PickRow(id=_ANYBODY, first="۰", text=tr("Every kind")))

        def take(kind: str) -> None:
            kinds = () if kind == _ANYBODY else (kind,)
            self._narrow(replace(self._filter, kinds=kinds))

        self._means.speaker.pick(Pick(title=tr("Which kind?"), rows=tuple(rows)), take)

    def _ask_subject(self) -> None:
        asked = Ask(question=tr("Tracking number, or label of a ticket?"), kind="text")
        self._means.speaker.ask(asked, self._of_subject)

    def _of_subject(self, subject: str) -> None:
        self._narrow(replace(self._filter, subject=subject))

    def _give_up(self) -> None:
        for reading in (self._first, self._older):
            reading.give_up()
        self._page.rest(tr("Reading was stopped."))

    # -- more of it ------------------------------------------------------------------------------

    def _read_older(self) -> None:
        wanted, shown = self._filter, self._shown
        if shown is None or not shown.more:
            return
        mark = shown.mark

        def act(store: Store, tell: Tell) -> FactPage:
            with store.journal.look() as look:
                return audit_page(look, wanted, tell, mark)

        self._page.show_share(0)
        self._older.do(act)

    def _came(self, show: Callable[[FactPage], None], page: FactPage) -> None:
        self._shown = page
        show(page)

    def _open(self, fact: Fact) -> None:
        self._request.open(fact.name)

    # -- a file ----------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        name = "-".join(("audit", *latin_date(self._filter.last).split("/")))
        given = str(Path.home() / f"{name}.xlsx")
        question = tr("Name of the file (ending .csv or .xlsx)?")
        self._means.speaker.ask(Ask(question=question, kind="path", given=given), self._keep)

    def _keep(self, name: str) -> None:
        wanted, words, house = self._filter, self._words, self._means.house

        def act(store: Store, tell: Tell) -> tuple[int, str]:
            known_ending(name, ENDINGS)
            with store.journal.look() as look:
                page = audit_page(look, wanted, tell, most=MOST)
            columns, rows = audit_file(page.facts, words)
            house.keep_table(name, tr("Who did what"), columns, rows)
            return len(rows), name

        self._means.speaker.tell(tr("The file is being written."))
        self._filing.do(act)

    # -- how -------------------------------------------------------------------------------------

    def _say_filter(self) -> None:
        wanted, words = self._filter, self._words
        parts = (
            Period(kind="range", first=wanted.first, last=wanted.last).name,
            *(tr("Clerk: {name}", name=self._names[clerk]) for clerk in wanted.clerks),
            "، ".join(words.value("kind", kind) for kind in wanted.kinds),
            tr("Of {text}", text=wanted.subject) if wanted.subject else "",
        )
        narrowed = bool(wanted.clerks or wanted.kinds or wanted.subject)
        said = " · ".join(part for part in parts if part)
        self._page.show_filter(said, narrowed=narrowed, overrides=wanted.overrides)

    def _seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        if (
            seen
            and not self._first.busy
            and (self._shown is None or not self._page.table.place > 0)
        ):
            self.read()

    def _connect(self) -> None:
        page, means = self._page, self._means
        page.seen.connect(self._seen)
        page.chosen.connect(self._choose)
        page.wished.connect(lambda combo: self._wishes[combo]())
        page.older_wanted.connect(self._read_older)
        page.opened.connect(self._open)
        self._first.came.connect(partial(self._came, page.show_first))
        self._older.came.connect(partial(self._came, page.show_older))
        self._filing.came.connect(
            lambda told: means.speaker.tell(
                tr("{n} facts are in the file {path}.", n=told[0], path=told[1])
            )
        )
        for reading in (self._first, self._older):
            reading.share.connect(page.show_share)
            reading.rested.connect(lambda: None if page.facts else page.rest())
            page.destroyed.connect(reading.give_up)
        self._first.refused.connect(self._found_none)
        for each in (self._first, self._older, self._filing):
            each.refused.connect(self._refused)
            each.failed.connect(means.door.failed)
        page.destroyed.connect(self._filing.give_up)

    def _found_none(self, _: object) -> None:
        """Rows of the filter before would stand under the words of this one."""
        self._came(self._page.show_first, FactPage())

    def _refused(self, refusal: object) -> None:
        self._page.rest()
        self._means.door.refused.emit(refusal)


def _people(office: Office) -> list[PickRow]:
    """Whoever works here, and whoever did; a code may have been given anew."""
    return [
        PickRow(id=who.clerk, first=who.code, text=who.name, trailing=_left(office, who.clerk))
        for who in (*office.clerks.values(), *office.former)
    ]


def _left(office: Office, clerk: str) -> str:
    at = office.left.get(clerk)
    return tr("left on {date}", date=local(at).date()) if at else ""


def _kinds() -> tuple[str, ...]:
    return tuple(kind.__name__ for kind in vocabulary().kinds)
