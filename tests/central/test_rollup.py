"""Provinces flow together in one national server, by the commands of the guide."""

import re
import secrets
from collections.abc import Iterator, Sequence

import psycopg
import pytest

from tests.central.office import Centre, copy_of_template, templated
from tests.central.pair_office import waited
from tests.central.pair_writer import Writer
from tests.central.patroni_authority import guided
from tests.central.server import Server

NAMES = {"mazandaran": "1a" * 16, "gilan": "2b" * 16}
EVERY = "SELECT office, feed, mark, link FROM bajeh.line ORDER BY office, feed"
PASSWORD = "PASSWORD-5"


@pytest.fixture
def provinces() -> Iterator[dict[str, Centre]]:
    """Two centres, each in a database of one server."""
    server = Server(wal_level="logical", max_wal_senders="8", max_replication_slots="8")
    server.start()
    templated(server)
    made = {}
    for name, office in NAMES.items():
        made[name] = copy_of_template(server, name)
        made[name].office = office
        said = guided("at each province").replace("DATABASE bajeh", f"DATABASE {name}")
        once = made[name].one("SELECT 1 FROM pg_roles WHERE rolname = 'national'")
        made[name].do(*[each for each in statements(said) if not (once and "CREATE ROLE" in each)])
    yield made
    server.remove()


@pytest.fixture
def national() -> Iterator[Centre]:
    """Another server, where analysts read."""
    server = Server()
    server.start()
    templated(server)
    centre = copy_of_template(server, "national")
    centre.do(*statements(guided("at the national server, once")))
    yield centre
    server.remove()


def statements(block: str) -> Sequence[str]:
    """Of a block of the guide."""
    text = re.sub(r"(?m)^--.*$", "", block)
    return [each.strip() for each in text.split(";") if each.strip()]


def subscribed(national: Centre, province: Centre) -> None:
    """As the guide says, but that the trial's servers know no TLS."""
    said = guided("at the national server, for each province")
    where = province.server.dsn(province.database, user="national", password=PASSWORD)
    said = re.sub(r"CONNECTION '.*?'", f"CONNECTION '{where}'", said, flags=re.DOTALL)
    national.do(*statements(said.replace("mazandaran", province.database)))


def written(province: Centre, lines: int, node: str = "") -> None:
    """A PC of that province writes."""
    pc = province.enrol(node or secrets.token_hex(16), secrets.token_hex(3))
    writer = Writer(pc)
    writer.begin()
    waited(lambda: len(writer.acknowledged) >= lines)
    writer.end()


def rows(centre: Centre) -> list[tuple[object, ...]]:
    """All lines there."""
    with psycopg.connect(centre.dsn) as connection:
        return connection.execute(EVERY).fetchall()


def follow(national: Centre, provinces: dict[str, Centre]) -> None:
    """Returns when the national server has what all of them have."""
    goal = sorted(row for each in provinces.values() for row in rows(each))
    waited(lambda: sorted(rows(national)) == goal, 40)


def test_provinces_flow_together_and_the_national_server_may_be_away(
    provinces: dict[str, Centre], national: Centre
) -> None:
    written(provinces["gilan"], 200)
    for each in provinces.values():
        subscribed(national, each)
        written(each, 200)
    follow(national, provinces)
    assert national.one("SELECT count(DISTINCT office) FROM bajeh.event") == len(NAMES)

    national.server.kill()
    written(provinces["mazandaran"], 300)
    national.server.start()
    follow(national, provinces)
    names = national.one("SELECT string_agg(name, ',') FROM bajeh.office")
    assert names == ",".join(["میز خدمت"] * len(NAMES))


def test_a_province_that_was_restored_is_copied_anew(
    provinces: dict[str, Centre], national: Centre
) -> None:
    for each in provinces.values():
        subscribed(national, each)
        written(each, 100)
    follow(national, provinces)

    restored = provinces["mazandaran"]
    restored.do(
        "TRUNCATE bajeh.line, bajeh.chain",
        "UPDATE bajeh.office SET last = 0, mark = sha256('bajeh-feed-1')",
    )
    written(restored, 150)
    said = guided("at the national server, after that province was restored from a backup")
    said = said.replace("name LIKE 'مازندران%'", f"office = '{restored.office}'")
    national.do(*statements(said))
    slot = "FROM pg_replication_slots WHERE slot_name = 'mazandaran'"
    restored.do(f"SELECT pg_terminate_backend(active_pid) {slot} AND active")
    waited(lambda: restored.one(f"SELECT active {slot}") is not True)
    restored.do(*statements(guided("at that province, if the slot is still there")))
    subscribed(national, restored)
    follow(national, provinces)
