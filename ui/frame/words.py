"""The texts of the windows: English in the code, Persian in the catalogue, through Qt's own
translation, so that another language is another folder of files.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from app.decoding import decode
from resources import path
from ui.words import shown

CONTEXT = "bajeh"


def tr(source: str, /, **facts: object) -> str:
    """The text in the language of the windows; facts fill its {places} as people read them."""
    text = QCoreApplication.translate(CONTEXT, source)
    if not facts:
        return text
    return text.format_map({name: shown(name, fact) for name, fact in facts.items()})


class Persian(QTranslator):
    """The Persian catalogue: every file of `resources/words/windows`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue()

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - as Qt asks
        n: int = -1,  # noqa: ARG002 - as Qt asks
    ) -> str | None:
        """None for what is not ours: Qt then asks the next translator."""
        return self._catalogue.get(source) if context == CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt installs no empty translator."""
        return False


def catalogue() -> Mapping[str, str]:
    """All English texts and their Persian."""
    files = sorted(path("words", "windows").glob("*.json"))
    parts = [decode(file.read_bytes(), dict[str, str]) for file in files]
    return {source: text for part in parts for source, text in part.items()}


def speak_persian(application: QCoreApplication) -> None:
    """Installs our catalogue and Qt's own, for the menus that Qt itself shows."""
    qt = QTranslator(application)
    if qt.load("qtbase_fa", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
    application.installTranslator(Persian(application))
