from app.events.catalogue import SubServiceDefined, SubServiceRetired
from app.events.paper import PaperPrinted
from app.folds.catalogue import FOLD, Entry
from app.sub_service import SubService
from tests.app.made_up import history, recorded

FIRST = SubServiceDefined(version=1, sheet=SubService(code="2", title="مجوز"))
SECOND = SubServiceDefined(version=2, sheet=SubService(code="2", title="صدور مجوز"))
RETIRED = SubServiceRetired(reason="به سامانه رفت")


def after(*events: SubServiceDefined | SubServiceRetired | PaperPrinted | None) -> Entry:
    found = FOLD(history(*events))
    assert found is not None
    return found


def test_a_sub_service_is_what_was_last_said_of_it() -> None:
    found = after(FIRST, SECOND)
    assert (found.version, found.sheet, found.conflicts) == (2, SECOND.sheet, ())
    assert found.edited_at == recorded(SECOND, 1)[0].at


def test_a_retired_one_keeps_its_sheet() -> None:
    found = after(FIRST, RETIRED)
    assert (found.retired, found.sheet) == ("به سامانه رفت", FIRST.sheet)


def test_a_retired_one_that_is_defined_anew_is_offered_again() -> None:
    assert after(FIRST, RETIRED, SECOND).retired == ""


def test_one_version_of_two_places_is_a_conflict_and_the_later_holds() -> None:
    other = SubServiceDefined(version=1, sheet=SubService(code="2", title="دیگر"))
    found = after(FIRST, other)
    assert found.sheet == other.sheet
    assert [conflict.reason for conflict in found.conflicts] == ["edited_at_two_places"]


def test_what_is_not_of_a_catalogue_is_a_conflict() -> None:
    found = after(FIRST, None, PaperPrinted(paper="information", copy=1))
    assert [c.reason for c in found.conflicts] == ["unknown_kind", "not_of_this_kind"]


def test_nothing_is_retired_before_it_is_defined() -> None:
    assert FOLD(history(RETIRED)) is None
    assert after(RETIRED, FIRST).retired == "به سامانه رفت"
