"""The forms of the office: looked up, kept, taken back."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.deeds.template import edit_template, take_back
from app.papers import Kind
from app.refusal import Refusal
from app.showing.template import template_shown
from app.templates.template import Template
from app.templates.template_check import LARGEST_EMBLEM, checked_emblem
from ui.counter.template_page import TemplatePage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words


class TemplateEditing(QObject):
    """`shown` gives a form as it stands, `kept` the kind of one that was kept, `overtaken` that of
    one of which somebody else has kept an edition meanwhile, and its version, `emblem` a picture
    that was read.
    """

    shown = Signal(object)
    kept = Signal(str)
    overtaken = Signal(str, int)
    emblem = Signal(bytes)
    _read = Signal(object)

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._read.connect(self._take)

    def open(self, kind: Kind) -> None:
        """Looks a form up."""
        clerk = self._door.clerk
        self._door.look(
            lambda look: template_shown(look, kind, clerk), self.shown.emit, topic="template"
        )

    def keep(self, kind: Kind, template: Template, png: bytes) -> None:
        """From now on it is printed so, unless another edition than it is made from holds by now:
        then that one is looked up, and keeping it once more puts it in its place.
        """

        def done(edited: Template) -> None:
            self._speaker.tell(tr("Edition {n} of the form holds now.", n=edited.version))
            self._kept(kind)

        def refused(refusal: Refusal) -> None:
            self._speaker.refuse(Words().refusal(refusal))
            if refusal.code == "template_changed_meanwhile":
                self.overtaken.emit(kind, refusal.facts["version"])
                self.open(kind)

        self._door.do(
            lambda work: edit_template(work, kind, template, png, based=template.version),
            done,
            refused,
        )

    def take_back(self, kind: Kind, version: int) -> None:
        """An older edition holds again, as a new one; it is asked once whether it shall."""

        def sure(_: str) -> None:
            self._door.do(lambda work: take_back(work, kind, version), lambda _: self._kept(kind))

        question = tr("Print this form as in edition {n} again?", n=version)
        if not version:
            question = tr("Print this form as it ships again?")
        self._speaker.ask(Ask(question=question), sure)

    def choose_emblem(self) -> None:
        """Asks for the file of a picture, and reads it on another thread."""

        def named(path: str) -> None:
            Thread(target=self._load, args=(path,), name="emblem", daemon=True).start()

        self._speaker.ask(Ask(question=tr("File of the emblem (PNG)?"), kind="path"), named)

    # -- how -------------------------------------------------------------------------------------

    def _kept(self, kind: Kind) -> None:
        self.kept.emit(kind)
        self.open(kind)

    def _load(self, path: str) -> None:
        try:
            with Path(path).open("rb") as file:
                self._read.emit(checked_emblem(file.read(LARGEST_EMBLEM + 1)))
        except (OSError, ValueError):
            self._read.emit(Refusal("file_missing", path=path))
        except Refusal as refusal:
            self._read.emit(refusal)

    def _take(self, read: object) -> None:
        if isinstance(read, Refusal):
            self._speaker.refuse(Words().refusal(read))
        elif isinstance(read, bytes):
            self.emblem.emit(read)


def join_templates(page: TemplatePage, editing: TemplateEditing) -> None:
    """What the page wishes is carried out, and the form is shown."""
    page.chosen.connect(editing.open)
    page.keep_wanted.connect(editing.keep)
    page.back_wanted.connect(editing.take_back)
    page.emblem_wanted.connect(editing.choose_emblem)
    editing.shown.connect(page.show_template)
    editing.kept.connect(page.kept)
    editing.overtaken.connect(page.overtaken)
    editing.emblem.connect(page.take_emblem)
