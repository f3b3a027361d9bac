"""What ends when a stolen counter PC is revoked, what stays, and how its honest work comes in."""

import psycopg
import pytest

from app.refusal import Refusal
from app.sync.feed import Line, Place
from app.sync.talk import Dismissed
from app.sync.wire import Lease, Leased, Push
from db.central import admin
from tests.central.author import Author, pages
from tests.central.thief import HIS, OTHER, Thief

FUNCTIONS = (
    "status_v1()", "resume_v1()", "lease_v1('x', 1)", "digest_v1(0, 1)", "marks_v1('{1}')",
    "introduce_v1('', 1)", "pull_v1(0, sha256('bajeh-feed-1'), 1, false)",
)  # fmt: skip


@pytest.fixture
def author(thief: Thief) -> Author:
    """The PC while it was honest: it has made its key known and sent two lines."""
    author = Author(thief.centre.office, HIS)
    program = thief.program()
    program.introduce(author.key_public, 1)
    program.ask(Push(place=Place(), lines=author.batch(2)))
    return author


def test_whoever_is_revoked_comes_in_no_more_and_sends_nothing(
    thief: Thief, author: Author
) -> None:
    program = thief.program()
    program.status()
    assert admin.revoke(thief.centre.dsn, HIS).sessions >= 2
    assert thief.refused("SELECT 1") in {"57P01", "?"}
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        thief.another()
    with pytest.raises(Dismissed):
        thief.program().ask(Push(place=Place(), lines=author.batch(1)))
    assert thief.centre.one("SELECT count(*) FROM bajeh.line") == 2


def test_a_session_that_slipped_through_is_served_by_no_function(thief: Thief) -> None:
    thief.centre.do("UPDATE bajeh.node SET revoked_at = 1")
    for function in FUNCTIONS:
        assert thief.refused(f"SELECT bajeh.{function}") == "BJ001", function
    assert thief.gets("SELECT bajeh.my_office()") is None


def test_a_role_without_a_pc_is_served_by_no_function(thief: Thief) -> None:
    thief.centre.do("DELETE FROM bajeh.node")
    for function in FUNCTIONS:
        assert thief.refused(f"SELECT bajeh.{function}") == "BJ002", function
    assert thief.gets("SELECT bajeh.my_office()") is None


def test_numbers_that_he_has_not_used_are_void(thief: Thief) -> None:
    leased = thief.program().ask(Lease(lease="a", count=20))
    assert isinstance(leased, Leased)
    other = thief.centre.client(OTHER).ask(Lease(lease="a", count=3))
    assert isinstance(other, Leased)
    assert admin.revoke(thief.centre.dsn, HIS).numbers == 20
    valid = "SELECT array_agg(number ORDER BY number) FROM bajeh.tracking WHERE revoked_at IS NULL"
    assert thief.centre.one(valid) == list(other.numbers)


def test_what_the_pc_signed_before_is_admitted_and_marked_and_nothing_else(
    thief: Thief, author: Author
) -> None:
    honest: list[Line] = [*author.batch(3), *author.batch(2)]
    admin.revoke(thief.centre.dsn, HIS)
    stranger = Author(thief.centre.office, HIS, "bb" * 16)
    with pytest.raises(Refusal, match="admit_unsigned"):
        admin.admit(thief.centre.dsn, HIS, stranger.batch(2))
    assert admin.admit(thief.centre.dsn, HIS, honest) == 5
    office = thief.centre.office
    fed = [each for page in pages(thief.centre.client(OTHER), Place()) for each in page.lines]
    assert [each.healer for each in fed] == ["", "", *[office] * 5]
    assert [each.line for each in fed[2:]] == honest


def test_whoever_is_let_in_again_finds_nothing_that_the_thief_had_set(
    thief: Thief, author: Author
) -> None:
    for setting in ("statement_timeout = 0", "search_path = nowhere", "work_mem = '2GB'"):
        thief.gets(f"ALTER ROLE CURRENT_USER SET {setting}")
        database = thief.centre.database
        thief.gets(f'ALTER ROLE CURRENT_USER IN DATABASE "{database}" SET {setting}')
    thief.gets("ALTER ROLE CURRENT_USER PASSWORD 'his'")
    admin.revoke(thief.centre.dsn, HIS)
    thief.centre.enrol(HIS, "1")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        thief.another()
    again = Thief(thief.centre)
    assert again.gets("SHOW statement_timeout") == "30s"
    assert again.gets("SHOW work_mem") == thief.centre.one("SHOW work_mem")
    assert again.gets("SELECT last FROM bajeh.status_v1()") == 2
    again.close()
