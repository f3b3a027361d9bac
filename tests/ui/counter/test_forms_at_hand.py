"""The files of forms at the clerk's hand (Shift+F9)."""

from pathlib import Path

from PySide6.QtCore import QUrl

from app.deeds.form_file import attach_file
from app.ports import Work
from tests.ui.counter.conftest import Sits

FORM = "فرم اعلام خسارت"


def attached(work: Work) -> None:
    entity = work.entry_of("35")
    assert entity
    attach_file(work, entity, FORM, "form.pdf", b"%PDF-1.4")


def test_the_clerk_finds_a_form_by_its_name_and_opens_it(sits: Sits) -> None:
    clerk = sits()
    clerk.door.clerk, own = "", clerk.door.clerk
    clerk.does(attached)
    clerk.door.clerk = own
    shown: list[QUrl] = []
    opening = clerk.window.beside._sheets.opening

    def show(url: QUrl) -> bool:
        shown.append(url)
        return len(shown) == 1

    opening._show = show
    clerk.press("Shift+F9")
    clerk.type("خسارت")
    clerk.hit("Enter")
    clerk.waits(lambda: bool(shown))
    assert Path(shown[0].toLocalFile()).read_bytes() == b"%PDF-1.4"
    assert Path(shown[0].toLocalFile()).name == "form.pdf"
    clerk.hit("Shift+F9")
    clerk.type("خسارت")
    clerk.hit("Enter")
    clerk.waits(lambda: "برنامه‌ای" in clerk.said)
