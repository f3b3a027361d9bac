"""Joins the files of an entry's forms and the store: attached, saved, opened, dropped."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.deeds.form_file import LARGEST, attach_file, bytes_of, drop_file
from app.folds.catalogue import Entry
from app.ports import Work
from app.refusal import Refusal
from ui.file_name import whole_path
from ui.frame.ask import Ask
from ui.frame.opening import Opening
from ui.frame.words import tr
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.means import Means
from ui.words import Words


class EntryFiles(QObject):
    """Carries out what the page of one entry wishes with files; `done` after each."""

    done = Signal()
    _back = Signal(object)
    """What another thread has to say to this one."""

    def __init__(self, means: Means, page: EntryPage) -> None:
        super().__init__(page)
        self._means, self.page = means, page
        self._words = Words()
        self.opening = Opening(self)
        self.opening.failed.connect(self._not_opened)
        self._back.connect(lambda call: call())
        page.attach_wanted.connect(self._attach)
        page.save_wanted.connect(self._save)
        page.open_wanted.connect(self._open)
        page.drop_wanted.connect(self._drop)

    def _attach(self, title: str) -> None:
        key = self.page.typed.key

        def read(path: str) -> None:
            data = self._means.house.read(path, LARGEST)
            act = partial(_attached, key=key, title=title, path=path, data=data)
            said = tr("The file is at the clerk's hand.")
            self._back.emit(partial(self._do, act, said))

        self._speak_path(tr("File of the form (PDF, DOCX, ODT, picture)?"), "", read)

    def _drop(self, title: str) -> None:
        key = self.page.typed.key

        def sure(_: str) -> None:
            act: Callable[[Work], object] = lambda work: drop_file(work, key, title)  # noqa: E731
            self._do(act, tr("The form has no file any more."))

        self._means.speaker.ask(Ask(question=tr("Drop the file of this form?")), sure)

    def _save(self, title: str) -> None:
        def write(path: str, data: bytes) -> None:
            self._means.house.write(path, data)
            said = tr("Written to {path}", path=path)
            self._back.emit(partial(self._means.speaker.tell, said))

        def named(file: str, data: bytes) -> None:
            question = tr("Where shall it be saved?")
            self._speak_path(question, whole_path(file), lambda path: write(path, data))

        self._with_file(title, named)

    def _open(self, title: str) -> None:
        self._with_file(title, self.opening.open)

    def _not_opened(self) -> None:
        said = tr("No program of this PC opens that file. Save it and look there.")
        self._means.speaker.refuse(said)

    def _with_file(self, title: str, then: Callable[[str, bytes], None]) -> None:
        entry = self.page.typed.entry
        file = entry.file_of(title) if entry else None
        if file:
            self._means.door.look(
                lambda look: bytes_of(look, file),
                lambda data: then(file.file, data),
                lambda refusal: self._means.speaker.refuse(self._words.refusal(refusal)),
            )

    def _do(self, act: Callable[[Work], Any], said: str) -> None:
        def refused(refusal: Refusal) -> None:
            self._means.speaker.refuse(self._words.refusal(refusal))

        def done(_: object) -> None:
            self._means.speaker.tell(said)
            self.done.emit()

        self._means.door.do(act, done, refused)

    def _speak_path(self, question: str, given: str, act: Callable[[str], None]) -> None:
        asked = Ask(question=question, kind="path", given=given)
        self._means.speaker.ask(asked, lambda path: self._aside(lambda: act(path)))

    def _aside(self, act: Callable[[], None]) -> None:
        """Files are slow: on another thread; what refuses is said on this one."""

        def run() -> None:
            try:
                act()
            except Refusal as refusal:
                said = self._words.refusal(refusal)
                self._back.emit(partial(self._means.speaker.refuse, said))

        Thread(target=run, name="catalogue-file", daemon=True).start()


def _attached(work: Work, *, key: str, title: str, path: str, data: bytes) -> Entry:
    return attach_file(work, key, title, PurePath(path).name, data)
