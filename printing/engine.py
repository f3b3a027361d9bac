"""Qt made ready to set type: an application object and the shipped fonts."""

from PySide6.QtGui import QFontDatabase, QGuiApplication

import resources
from printing.model import Weight

FAMILY = "Vazirmatn"
FILES: dict[Weight, str] = {
    "regular": "Vazirmatn-Regular.ttf",
    "medium": "Vazirmatn-Medium.ttf",
    "bold": "Vazirmatn-Bold.ttf",
}
_READY = "bajeh-fonts"


def start() -> QGuiApplication:
    """Make laying out possible in this process; call it once, on the main thread, and keep it.

    Where no application object lives, an off-screen one is made: it needs no display and no event
    loop. After that any thread may make papers. Calling again changes nothing.
    """
    app = QGuiApplication.instance()
    if app is None:
        app = QGuiApplication(["bajeh", "-platform", "offscreen"])
    if not isinstance(app, QGuiApplication):
        raise TypeError("an application without fonts is running in this process")
    if not app.property(_READY):
        for name in FILES.values():
            _load(str(resources.path("fonts", name)))
        app.setProperty(_READY, True)
    return app


def _load(file: str) -> None:
    if QFontDatabase.addApplicationFont(file) < 0:
        raise FileNotFoundError(file)
