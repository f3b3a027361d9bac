"""Joins an entry's page and the store: kept, half kept, read anew."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from app.catalogue_check import Flaw
from app.deeds.catalogue import define_sub_service
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.catalogue import NEW, EntryDraft, EntryShown, draft_place, entry_shown
from app.sub_service import SubService
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.catalogue.entry_files import EntryFiles
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.means import Means
from ui.words import Words


class EntryEditing(QObject):
    """Carries out what the page of one entry wishes."""

    def __init__(self, means: Means, page: EntryPage) -> None:
        super().__init__(page)
        self._means, self.page = means, page
        self._words = Words()
        self._seen = False
        self.files = EntryFiles(means, page)
        self.files.done.connect(self._again)
        page.seen.connect(self._watch)
        means.door.happened.connect(self._again)
        page.keep_wanted.connect(self._keep)
        page.draft_changed.connect(self._keep_draft)
        page.known_wanted.connect(self._choose)
        page.told.connect(means.speaker.tell)

    def open(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Puts an entry on top (its id, or `NEW`); `then` follows."""

        def come(shown: EntryShown) -> None:
            self.page.open_entry(shown)
            self._means.go(self.page)
            if then:
                then()

        clerk = self._means.door.clerk
        self._means.door.look(lambda look: entry_shown(look, key, clerk), come, awaited=True)

    def open_at(self, key: str, flaw: Flaw) -> None:
        """The same at a place of it."""
        self.open(key, lambda: self.page.go(flaw))

    def copy(self, key: str) -> None:
        """A new entry that says what another does, but for its code."""

        def come(entry: Entry | None) -> None:
            if entry:
                sheet = msgspec.structs.replace(entry.sheet, code="", official_id="")
                self.open(NEW, lambda: self.page.copy(sheet))

        self._means.door.look(lambda look: look.load(catalogue.FOLD, key), come, awaited=True)

    def _choose(self, names: tuple[str, ...]) -> None:
        rows = tuple(PickRow(id=name, first="", text=name) for name in names)
        picked = Pick(title=tr("Which one?"), rows=rows, hint=tr("Part of the name"))
        self._means.speaker.pick(picked, self.page.view.take_known)

    # -- keeping ---------------------------------------------------------------------------------

    def _keep(self, sheet: SubService) -> None:
        page, clerk = self.page, self._means.door.clerk
        based, key = page.typed.based, page.typed.key

        def act(work: Work) -> EntryShown:
            entry = define_sub_service(work, sheet, based=based)
            work.drop_draft(draft_place(clerk, key))
            return entry_shown(work, entry.id, clerk)

        def kept(shown: EntryShown) -> None:
            page.kept(shown)
            version = shown.entry.version if shown.entry else 0
            self._means.speaker.tell(tr("Version {n} holds from now on.", n=version))

        def refused(refusal: Refusal) -> None:
            self._means.speaker.refuse(self._words.refusal(refusal))
            if refusal.code == "service_changed_meanwhile":
                page.overtaken(int(str(refusal.facts["version"])))
                self._again()

        self._means.door.do(act, kept, refused)

    def _keep_draft(self, draft: EntryDraft | None) -> None:
        place = draft_place(self._means.door.clerk, self.page.typed.key)

        def act(work: Work) -> None:
            if draft is None:
                work.drop_draft(place)
            else:
                work.keep_draft(place, msgspec.json.encode(draft))

        self._means.door.do(act, quietly=True)

    def _watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        self._seen = seen

    def _again(self, _: object = None) -> None:
        """Something happened; maybe to this entry."""
        key, clerk = self.page.typed.key, self._means.door.clerk
        if self._seen and key and key != NEW:
            read: Callable[[Look], EntryShown] = lambda look: entry_shown(look, key, clerk)  # noqa: E731
            self._means.door.look(read, self.page.show_entry, topic="catalogue entry")
