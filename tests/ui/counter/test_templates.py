"""The forms of the office in the real window on a real store, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.decoding import decode
from app.deeds.template import edit_template, editions_of, template_of
from app.handing.handing_out import hand_out
from app.letters import persian_digits
from app.papers import PAPERS, ReceiptPaper
from app.seal import fingerprint
from app.showing.template import TemplateShown, template_shown, tried_on
from app.templates.template import Template
from tests.printing.samples import emblem
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.press_here import press_here
from tests.ui.shell import Shell
from ui.counter.template_page import TemplatePage

HEAD = "201"
"""The head of the desk in the sample office."""


def opened(clerk: Clerk) -> TemplatePage:
    """The forms, from the printers by F11, the receipt's on top."""
    clerk.hit("Ctrl+9", "F11")
    page = clerk.window.page
    assert isinstance(page, TemplatePage)
    chooses(clerk, page, "receipt")
    return page


def chooses(clerk: Clerk, page: TemplatePage, kind: str) -> None:
    """The form of a paper, by the arrows."""
    page.kinds.setFocus()
    while page.kind != kind:
        clerk.hit("Down")
    drawn(clerk, page)


def drawn(clerk: Clerk, page: TemplatePage) -> None:
    """Until what is typed is on the screen."""
    clerk.rest()
    clerk.waits(lambda: bool(page.view.leaves) and not page.view.drawing)


def template(clerk: Clerk, kind: str = "receipt") -> Template:
    """What the store says of a form."""
    return clerk.looks(lambda look: template_of(look, kind))


@pytest.mark.parametrize("scale", [1.0, 1.5], ids=["100", "150"])
def test_a_heading_is_typed_and_kept_by_keys(sits: Sits, scale: float) -> None:
    clerk = sits(code=HEAD, scale=scale)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("میز خدمت {واحد}")
    drawn(clerk, page)
    before = [leaf.image.copy() for leaf in page.view.leaves]
    assert page.head.chip.isVisible()
    clerk.hit("F8")
    assert template(clerk).heading == "میز خدمت {office}"
    assert template(clerk).version == 1
    assert "۱" in clerk.said
    drawn(clerk, page)
    assert page.form.heading.value() == "میز خدمت {واحد}"
    assert [leaf.image for leaf in page.view.leaves] == before
    assert [row.cells[0].text for row in page.history.rows] == ["ویرایش ۱", "قالب آغازین"]
    clerk.close()


def test_what_another_window_kept_meanwhile_is_told_and_nothing_typed_is_lost(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("سال خدمت")
    clerk.does(lambda work: edit_template(work, "receipt", Template(footer="پابرگ")))
    clerk.hit("F8")
    assert "ویرایش ۱" in clerk.said
    assert template(clerk) == Template(footer="پابرگ", version=1)
    clerk.waits(lambda: len(page.history.rows) == 2)
    assert page.form.heading.value() == "سال خدمت"
    clerk.hit("F8")
    assert template(clerk) == Template(heading="سال خدمت", version=2)
    clerk.type(" دیگر")
    clerk.does(lambda work: edit_template(work, "receipt", Template(footer="پابرگ")))
    clerk.hit("F8")
    clerk.waits(lambda: len(page.history.rows) == 4)
    clerk.hit("F7")
    assert (page.form.heading.value(), page.form.footer.value()) == ("", "پابرگ")
    clerk.close()


def test_what_is_on_the_screen_is_what_is_printed(sits: Sits, office: Shell) -> None:
    tracking = office.register()
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("سال خدمت")
    clerk.hit("F8")
    clerk.does(lambda work: hand_out(work, "receipt", tracking))
    number = clerk.jobs()[-1].id
    stored = clerk.looks(lambda look: look.job_paper(number))
    paper = decode(stored, ReceiptPaper)
    assert paper.template == template(clerk)
    assert paper.template.heading == "سال خدمت"
    drawn(clerk, page)
    strip = press_here().strip(tried_on(shown(clerk), paper.template), 80)
    assert [leaf.image for leaf in page.view.leaves] == [leaf.image for leaf in strip]
    clerk.close()


def test_the_paper_of_the_preview_goes_from_roll_to_page_and_back(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    wide = page.view.leaves[0].image.width()
    assert wide == 576
    clerk.hit("F6")
    drawn(clerk, page)
    assert page.view.leaves[0].image.width() == 384
    clerk.hit("F6")
    drawn(clerk, page)
    leaf = page.view.leaves[0].image
    assert leaf.width() / leaf.height() == pytest.approx(148 / 210, abs=0.01)
    clerk.hit("F6")
    drawn(clerk, page)
    assert page.view.leaves[0].image.width() == 576
    clerk.close()


def test_rows_are_taken_off_and_moved_by_keys_but_those_of_the_guide_stay(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    rows = page.form.rows.rows
    rows.setFocus()
    clerk.hit("Space")
    assert page.form.rows.chosen is None
    place = [row.key for row in rows.rows].index("follow")
    for _ in range(place):
        clerk.hit("Down")
    _sends(clerk, Qt.Key.Key_PageUp)
    _sends(clerk, Qt.Key.Key_PageUp)
    assert rows.rows[place - 2].key == "follow"
    clerk.hit("Space", "F8")
    kept = template(clerk).rows
    assert kept is not None
    assert kept[-3:] == ("documents", "answerable", "changes")
    assert "follow" not in kept
    clerk.close()


def test_an_older_edition_is_taken_back_as_a_new_one(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("یک")
    clerk.hit("F8")
    clerk.waits(lambda: len(page.history.rows) == 2)
    page.history.setFocus()
    clerk.hit("Down", "Enter")
    assert "قالب آغازین" in clerk.question
    clerk.hit("Enter")
    assert template(clerk) == Template(version=2)
    assert clerk.looks(lambda look: [e.clerk for e in editions_of(look, "receipt")]) == [
        clerk.door.clerk,
        clerk.door.clerk,
    ]
    clerk.close()


def test_what_may_not_stand_on_a_form_is_said_and_not_kept(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("تلفن {موبایل}")
    clerk.rest()
    assert "«موبایل» در آکولاد شناخته نیست" in page.head.trailing.text
    clerk.hit("F8")
    assert "شناخته نیست" in clerk.said
    assert template(clerk) == Template()
    clerk.hit("F7")
    assert page.form.heading.value() == ""
    assert page.head.trailing.text == ""
    clerk.close()


def test_what_is_typed_into_one_form_waits_while_another_is_looked_at(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("نیمه")
    chooses(clerk, page, "answer")
    assert page.form.heading.value() == ""
    page.kinds.setFocus()
    while page.kind != "receipt":
        clerk.hit("Up")
    clerk.rest()
    assert page.form.heading.value() == "نیمه"
    clerk.close()


def test_a_clerk_who_is_not_the_head_of_the_desk_may_only_look(sits: Sits) -> None:
    clerk = sits()
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("نه")
    clerk.hit("F8")
    assert "مسئول میز خدمت" in clerk.said
    assert template(clerk) == Template()
    assert page.view.leaves
    clerk.close()


def test_an_emblem_comes_from_a_file_and_a_broken_one_is_refused(
    sits: Sits, tmp_path: Path
) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    good.write_bytes(emblem())
    bad.write_bytes(emblem()[:-20])
    for file, said in ((bad, "تصویر PNG سالمی نیست"), (tmp_path / "none.png", "یافت نشد")):
        clerk.hit("F4")
        clerk.type(str(file))
        clerk.hit("Enter")
        clerk.waits(lambda said=said: said in clerk.said)  # type: ignore[misc]
    clerk.hit("F4")
    clerk.type(str(good))
    clerk.hit("Enter")
    clerk.waits(lambda: page.form.emblem.value() == "own")
    clerk.hit("F8")
    kept = template(clerk)
    assert clerk.looks(lambda look: look.office.pictures[kept.emblem]) == emblem()
    clerk.close()


@pytest.mark.parametrize("scale", [1.0, 1.5], ids=["100", "150"])
def test_every_form_has_its_page_and_nothing_is_cut(sits: Sits, scale: float) -> None:
    clerk = sits(code=HEAD, scale=scale)
    page = opened(clerk)
    page.kinds.setFocus()
    page.kinds.go(0)
    for kind in PAPERS:
        chooses(clerk, page, kind)
        assert page.view.leaves, kind
        assert page.form.width() >= page.form.minimumSizeHint().width()
    assert clerk.window.width() == 1366
    clerk.close()


def shown(clerk: Clerk) -> TemplateShown:
    """The receipt's form as the window has it."""
    return clerk.looks(lambda look: template_shown(look, "receipt", clerk.door.clerk))


def _sends(clerk: Clerk, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(clerk.focus, QKeyEvent(kind, key, held))
    clerk.rest()


def test_what_may_not_be_said_is_neither_shown_nor_kept(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    clerk.hit("Enter")
    clerk.type("سطر {نام}")
    clerk.rest()
    assert page.view.leaves == ()
    assert page.view.view.accessibleDescription() == "چنین برگه‌ای چاپ نمی‌شود"
    keep = next(act for act in page.acts() if act.combo == "F8")
    assert (keep.filled, keep.why_not) == (False, page.head.trailing.text)
    clerk.hit("F8")
    assert template(clerk).version == 0
    for _ in "{نام}":
        clerk.hit("Backspace")
    drawn(clerk, page)
    assert page.head.trailing.text == ""
    assert next(act for act in page.acts() if act.combo == "F8").filled
    clerk.close()


def test_a_paper_that_has_become_too_long_is_told(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    page.form.heading.setFocus()
    clerk.type("الف ب پ " * 14)
    page.form.before.setFocus()
    clerk.type("الف ب پ " * 28)
    drawn(clerk, page)
    assert page.head.trailing.text == ""
    page.form.type_size.setFocus()
    clerk.hit(*["Down"] * 6)
    assert page.form.template().size == 1.3
    drawn(clerk, page)
    assert "سانتی‌متر" in page.head.trailing.text
    clerk.hit("F6", "F6")
    drawn(clerk, page)
    assert "۲ صفحه" in page.head.trailing.text
    clerk.close()


def test_the_receipts_form_shows_the_public_key_whole(sits: Sits) -> None:
    clerk = sits(code=HEAD)
    page = opened(clerk)
    key = clerk.looks(lambda look: look.seal_key)
    told = page.form.seals.text
    assert key in "".join(told.split()).replace("\u2066", "").replace("\u2069", "")
    assert persian_digits(fingerprint(key)) in told
    assert page.form.seals.isVisibleTo(page)
    for field in (page.form.paper, page.form.type_size, page.form.copies, page.form.printer):
        assert field.visibleRegion().boundingRect() == field.rect()
    page.form.paper.setFocus()
    clerk.hit("Tab")
    assert page.form.seals.hasFocus()
    assert page.form.seals.visibleRegion().boundingRect() == page.form.seals.rect()
    chooses(clerk, page, "answer")
    assert not page.form.seals.isVisibleTo(page)
    clerk.close()
