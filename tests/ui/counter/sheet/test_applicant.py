"""Who asks, and what is being typed meanwhile."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.applicant import Representative
from app.checklist import checklist_for
from tests.ui.counter.sheet.desk import FRESH, Key, Open, mark_of
from tests.ui.counter.states import CODE, FILE, REGISTERED, SHEET, TYPED
from ui.counter.state import Sheet

COMPANY = "10380284790"
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
KNOWN = Representative(id="0076229645", name="امیرحسین طباطبایی", proxy="۱۲۳/الف")


@pytest.mark.parametrize("digits", ["", PERSIAN, ARABIC], ids=["Latin", "Persian", "Arabic"])
def test_a_code_is_shown_in_persian_digits_and_ticked_as_soon_as_it_is_complete(
    open_at: Open, digits: dict[int, int] | str
) -> None:
    desk = open_at()
    code = desk.sheet.applicant.code
    typed = CODE.translate(digits) if digits else CODE
    desk.type(typed[:9])
    assert mark_of(code) == "plain"
    desk.type(typed[9:])
    assert (mark_of(code), code.line.text()) == ("correct", CODE.translate(PERSIAN))
    desk.press(Key.Key_Return)
    assert desk.codes == [CODE]
    assert desk.said[-1] == ("code", CODE)


def test_a_wrong_code_is_not_ticked_and_keeps_the_focus_when_it_is_refused(open_at: Open) -> None:
    desk = open_at()
    desk.type("2190764158")
    assert mark_of(desk.sheet.applicant.code) == "plain"
    desk.press(Key.Key_Return)
    desk.sheet.code_wrong()
    assert mark_of(desk.sheet.applicant.code) == "wrong"
    assert desk.focus() is desk.sheet.applicant.code.line


def test_the_eleventh_digit_makes_a_company_and_its_loss_a_person_again(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.type(COMPANY)
    assert desk.kind() == "legal"
    assert (pane.code.label, pane.name.label) == ("شناسه ملی", "نام شرکت یا مؤسسه")
    assert pane.father.isHidden()
    assert mark_of(pane.code) == "correct"
    desk.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    desk.type(CODE)
    assert desk.kind() == "person"
    assert (pane.code.label, mark_of(pane.code)) == ("کد ملی", "correct")
    assert not pane.father.isHidden()


def test_the_kind_is_reached_backwards_and_a_foreigners_number_stays_a_foreigners(
    open_at: Open,
) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.press(Key.Key_Backtab)
    assert desk.focus() is pane.kind.choice
    desk.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert desk.kind() == "foreigner"
    assert pane.code.label == "شماره فراگیر اتباع"
    assert desk.focus() is pane.code.line
    desk.type(COMPANY)
    assert desk.kind() == "foreigner"
    desk.press(Key.Key_Return)
    desk.put(identified=COMPANY)
    assert mark_of(pane.code) == "correct"


def test_who_has_no_code_is_said_backwards_and_typing_begins_in_the_name(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.press(Key.Key_Backtab, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert desk.kind() == "unnumbered"
    assert desk.focus() is pane.kind.choice
    assert pane.code.isHidden()
    desk.press(Key.Key_Return)
    assert desk.focus() is pane.name.line
    for part, text in (("name", "گل‌محمد"), ("father", "خان‌محمد"), ("mobile", "09112345678")):
        desk.type(text)
        assert desk.said[-1] == (part, text)
        desk.press(Key.Key_Return)
    assert desk.focus() is pane.representative.choice.choice
    pane.kind.choice.setFocus()
    desk.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    assert (desk.kind(), desk.focus()) == ("person", pane.code.line)
    assert mark_of(pane.code) == "plain"


def test_ctrl_2_of_who_has_no_code_goes_to_the_name(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=Sheet(kind="unnumbered", identified_as="unnumbered")))
    assert desk.focus() is desk.sheet.applicant.name.line


def test_who_has_no_code_lacks_the_name_and_then_the_father_or_a_number(open_at: Open) -> None:
    desk = open_at()
    pane = desk.sheet.applicant
    desk.put(kind="unnumbered", identified_as="unnumbered")
    assert pane.first_missing() is pane.name
    desk.put(name="گل‌محمد")
    assert pane.first_missing() is pane.father
    desk.put(mobile="09112345678")
    assert pane.first_missing() is None
    desk.put(mobile="", father="خان‌محمد")
    assert pane.first_missing() is None


def test_a_known_applicant_is_marked_as_from_file_and_work_goes_on_at_the_first_open_paper(
    open_at: Open,
) -> None:
    desk = open_at()
    desk.type(CODE)
    desk.press(Key.Key_Return)
    known = replace(TYPED, marks={}, details={})
    papers = checklist_for(SHEET, "person", {"کارت ملی": REGISTERED})
    desk.show(replace(desk.state, sheet=known, person=FILE, checklist=papers))
    desk.sheet.applicant_known(True)
    assert desk.sheet.applicant.name.line.accessibleDescription() == "از سابقه"
    assert desk.row == "شناسنامه، همه صفحه‌ها"


def test_a_field_that_was_changed_is_not_from_file_any_more(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE))
    pane = desk.sheet.applicant
    pane.mobile.setFocus()
    desk.press(Key.Key_End, Key.Key_Backspace)
    assert pane.mobile.line.accessibleDescription() == ""
    assert pane.name.line.accessibleDescription() == "از سابقه"


def test_a_known_applicant_whose_papers_are_all_on_file_comes_to_the_details(open_at: Open) -> None:
    on_file = dict.fromkeys((document.title for document in SHEET.documents), REGISTERED)
    papers = checklist_for(SHEET, "person", on_file)
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE, checklist=papers))
    desk.sheet.applicant_known(True)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_a_new_applicant_is_asked_field_by_field_and_then_for_the_papers(open_at: Open) -> None:
    desk = open_at()
    desk.type(CODE)
    desk.press(Key.Key_Return)
    desk.put(identified=CODE)
    desk.sheet.applicant_known(False)
    for part, text in (("name", "سارا"), ("father", "حسن"), ("mobile", "09112345678")):
        desk.type(text)
        desk.press(Key.Key_Return)
        assert desk.said[-1] == (part, text)
    assert desk.focus() is desk.sheet.applicant.representative.choice.choice
    desk.press(Key.Key_Return)
    assert desk.row == "کارت ملی"


def test_a_company_has_no_father_to_go_through(open_at: Open) -> None:
    desk = open_at()
    desk.type(COMPANY)
    desk.sheet.applicant_known(False)
    desk.press(Key.Key_Return)
    assert desk.focus() is desk.sheet.applicant.mobile.line


def test_a_known_representative_is_chosen_by_one_key(open_at: Open) -> None:
    desk = open_at(replace(FRESH, sheet=TYPED, person=FILE))
    desk.sheet.applicant.representative.choice.setFocus()
    desk.press(Key.Key_Down)
    parts = (KNOWN.id, KNOWN.name, KNOWN.proxy)
    sheet = desk.state.sheet
    assert (sheet.representative_id, sheet.representative_name, sheet.proxy) == parts
    assert not desk.sheet.applicant.representative.name.isVisible()


def test_a_new_representative_is_asked_for_code_name_and_proxy(open_at: Open) -> None:
    desk = open_at()
    them = desk.sheet.applicant.representative
    them.choice.setFocus()
    desk.press(Key.Key_Down)
    assert them.code.isVisible()
    desk.press(Key.Key_Return)
    desk.type("0076229646")
    desk.press(Key.Key_Return)
    assert (mark_of(them.code), desk.focus()) == ("wrong", them.code.line)
    desk.press(Key.Key_Backspace)
    desk.type("5")
    assert mark_of(them.code) == "correct"
    desk.press(Key.Key_Return)
    desk.type("امیر")
    desk.press(Key.Key_Return)
    desk.type("۱۲")
    desk.press(Key.Key_Return)
    sheet = desk.state.sheet
    said = (sheet.representative_id, sheet.representative_name, sheet.proxy)
    assert said == ("0076229645", "امیر", "۱۲")
    assert desk.row == "کارت ملی"


def test_without_a_new_representative_the_row_is_closed_again(open_at: Open) -> None:
    desk = open_at()
    them = desk.sheet.applicant.representative
    them.choice.setFocus()
    desk.press(Key.Key_Down, Key.Key_Up)
    assert not them.code.isVisible()
    assert desk.state.sheet.representative_id == ""


def test_states_that_come_late_disturb_neither_text_nor_cursor(open_at: Open) -> None:
    desk = open_at()
    sheet, name = desk.sheet, desk.sheet.applicant.name
    sheet.edited.disconnect(desk._edit)
    name.setFocus()
    desk.type("سارا احمدی")
    name.line.setCursorPosition(4)
    for typed in ("س", "سا", "سارا"):
        desk.put(name=typed)
    assert (name.line.text(), name.line.cursorPosition()) == ("سارا احمدی", 4)
    desk.put(name="سارا احمدی")
    assert (name.line.text(), name.line.cursorPosition()) == ("سارا احمدی", 4)


def test_another_sheet_empties_even_the_field_in_focus(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.details.remarks.setFocus()
    desk.type("فوری")
    desk.show(replace(desk.state, sheet=Sheet(ticket="t18")))
    assert desk.sheet.details.remarks.value() == ""
