"""Joins the chapter's pages and the store."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.catalogue_file import CatalogueFile, completed
from app.deeds.catalogue import import_catalogue, reinstate_sub_service, retire_sub_service
from app.deeds.office import require_as_shown
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.catalogue import (
    NEW,
    CatalogueLine,
    CatalogueShown,
    Change,
    Known,
    catalogue_flaws,
    catalogue_shown,
    compared,
    sheets_of,
)
from app.showing.office import left_with_nothing
from app.showing.service import here_for
from app.sub_service import SubService
from ui.frame.ask import Ask
from ui.frame.counter_words import counters_named
from ui.frame.live import Live
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.catalogue.check_page import CheckPage
from ui.supervisor.catalogue.entry_editing import EntryEditing
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.catalogue.import_page import Compared, ImportPage
from ui.supervisor.catalogue.list_page import ListPage
from ui.supervisor.means import Means
from ui.words import Words

_FILE = "catalogue.xlsx"


def catalogue(means: Means) -> ListPage:
    """The list, kept up to date while it is seen, and what is behind it."""
    page = ListPage(means.theme)
    known: Known = {}

    def read(look: Look) -> CatalogueShown:
        return catalogue_shown(look, means.door.clerk, known)

    Live(means.door, page, read, page.show_catalogue)
    _Keeping(means, page)
    return page


class _Keeping(QObject):
    """Carries out what the list, the check and the file's page wish."""

    _done = Signal(object)

    def __init__(self, means: Means, page: ListPage) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        self._file = ""
        self._done.connect(lambda call: call())
        self._connect()

    @cached_property
    def entry(self) -> EntryEditing:
        """The page of one entry; pages are made when they are first wanted."""
        return EntryEditing(self._means, EntryPage(self._means.theme))

    @cached_property
    def check(self) -> CheckPage:
        """The page of what is lacking, kept up to date while it is seen."""
        page = CheckPage(self._means.theme)
        Live(self._means.door, page, catalogue_flaws, page.show_flaws)
        page.wanted.connect(self.entry.open_at)
        return page

    @cached_property
    def imported(self) -> ImportPage:
        """The page of a file."""
        page = ImportPage(self._means.theme)
        page.again_wanted.connect(self._ask_file)
        page.take_wanted.connect(self._take)
        return page

    def _connect(self) -> None:
        page = self._page
        page.opened.connect(self._open)
        page.new_wanted.connect(partial(self._open, NEW))
        page.copied.connect(self._copy)
        page.department_wanted.connect(self._choose_department)
        page.retire_wanted.connect(self._retire)
        page.check_wanted.connect(lambda: self._means.go(self.check))
        page.import_wanted.connect(self._ask_file)
        page.export_wanted.connect(self._export)

    def _open(self, key: str) -> None:
        self.entry.open(key)

    def _copy(self, key: str) -> None:
        if self._page.known and self._page.known.new_draft:
            question = tr("A new sub-service is begun already. Drop it for this one?")
            self._means.speaker.ask(Ask(question=question), lambda _: self.entry.copy(key))
        else:
            self.entry.copy(key)

    def _choose_department(self) -> None:
        known = self._page.known
        names = known.departments if known else ()
        every = PickRow(id="", first="", text=tr("All departments"))
        rows = (every, *(PickRow(id=name, first="", text=name) for name in names))
        picked = Pick(title=tr("Of which department?"), rows=rows)
        self._means.speaker.pick(picked, self._page.narrow_to)

    def _retire(self, line: CatalogueLine) -> None:
        if line.retired:
            said = tr("It is given again.")
            self._ask_why(line, reinstate_sub_service, tr("Why is it given again?"), said)
            return

        def ask(concerned: tuple[int, tuple[str, ...]]) -> None:
            question = " ".join((*_whom_it_concerns(*concerned), tr("Why is it given no longer?")))
            self._ask_why(line, retire_sub_service, question, tr("It is given no longer."))

        self._means.door.look(lambda look: _retiring(look, line.code), ask, awaited=True)

    def _ask_why(
        self, line: CatalogueLine, deed: Callable[..., object], question: str, said: str
    ) -> None:
        def named(reason: str) -> None:
            self._do(lambda work: deed(work, line.code, reason), said)

        self._means.speaker.ask(Ask(question=question, kind="text"), named)

    # -- files -----------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        question = tr("File of the catalogue (XLSX, CSV, JSON)?")
        asked = Ask(question=question, kind="path", given=self._file)
        self._means.speaker.ask(asked, self._read)

    def _read(self, path: str) -> None:
        self._file = path

        def read() -> None:
            file = self._means.house.read_catalogue(path)
            self._done.emit(partial(self._compare, path, file))

        self._aside(read, lambda refusal: self._refuse_file(path, refusal))

    def _compare(self, path: str, file: CatalogueFile) -> None:
        def show(changes: tuple[Change, ...]) -> None:
            self.imported.show_changes(Compared(path, file, changes))
            self._means.go(self.imported)

        def read(look: Look) -> tuple[Change, ...]:
            return compared(look, completed(look, file))

        self._means.door.look(read, show, awaited=True)

    def _refuse_file(self, path: str, refusal: Refusal) -> None:
        if refusal.code == "catalogue_row_bad":
            self.imported.show_refusal(path, refusal)
            self._means.go(self.imported)
        self._means.speaker.refuse(self._words.sentence(refusal))

    def _take(self, shown: Compared) -> None:
        """What was shown and nothing else: where the catalogue has changed since, that is refused
        and shown anew.
        """

        def act(work: Work) -> int:
            sheets = completed(work, shown.file)
            require_as_shown(shown.changes, compared(work, sheets))
            return import_catalogue(work, sheets)

        def done(changed: int) -> None:
            self.imported.leave.emit()
            self._means.speaker.tell(tr("{n} sub-services were taken in.", n=changed))

        def refused(refusal: Refusal) -> None:
            self._refuse(refusal)
            if refusal.code == "office_changed_look":
                self._compare(shown.path, shown.file)

        self._means.door.do(act, done, refused)

    def _export(self) -> None:
        def named(path: str) -> None:
            self._means.door.look(sheets_of, lambda sheets: write(path, sheets))

        def write(path: str, sheets: tuple[SubService, ...]) -> None:
            def run() -> None:
                self._means.house.write_catalogue(path, sheets)
                said = tr("{n} sub-services written to {path}", n=len(sheets), path=path)
                self._done.emit(partial(self._means.speaker.tell, said))

            self._aside(run, self._refuse)

        question = tr("To which file (XLSX, CSV, JSON)?")
        given = str(Path.home() / _FILE)
        self._means.speaker.ask(Ask(question=question, kind="path", given=given), named)

    def _do(self, act: Callable[[Work], object], said: str) -> None:
        self._means.door.do(act, lambda _: self._means.speaker.tell(said), self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self._means.speaker.refuse(self._words.refusal(refusal))

    def _aside(self, act: Callable[[], None], refused: Callable[[Refusal], None]) -> None:
        """Files are slow: on another thread; what refuses is said on this one."""

        def run() -> None:
            try:
                act()
            except Refusal as refusal:
                self._done.emit(partial(refused, refusal))

        Thread(target=run, name="catalogue-file", daemon=True).start()


def _retiring(look: Look, code: str) -> tuple[int, tuple[str, ...]]:
    return here_for(look, code), left_with_nothing(look, code)


def _whom_it_concerns(many: int, left: Sequence[str]) -> list[str]:
    told = []
    if many:
        told.append(tr("{n} people are here for it and are still served.", n=many))
    if left:
        named = counters_named(left)
        told.append(tr("Nothing else is left for counter {counters}.", counters=named))
    return told
