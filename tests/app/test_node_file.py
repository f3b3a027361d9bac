"""What the administrator's PC writes for another one."""

import json

import pytest
from msgspec.structs import replace

from app.refusal import Refusal
from app.sync.node_file import Address, NodeFile, read_node_file, write_node_file

NODE = NodeFile(
    centre=Address(
        hosts=("db1.example.ir:5432", "db2.example.ir"),
        database="bajeh",
        role="pc_1",
        password="p" * 32,
        certificate="-----BEGIN CERTIFICATE-----\n",
    ),
    office="a" * 32,
    office_name="فرمانداری چالوس",
    node="b" * 32,
    name="2",
    series="ب",
)


def test_it_comes_back_as_it_was_written() -> None:
    assert read_node_file(write_node_file(NODE)) == NODE
    kiosk = replace(NODE, role="kiosk", name="سالن", series="")
    assert read_node_file(write_node_file(kiosk)) == kiosk
    assert kiosk.window == "kiosk:سالن"


def test_whoever_reads_it_sees_what_is_usual_too() -> None:
    said = json.loads(write_node_file(NODE))
    assert (said["version"], said["role"]) == (1, "counter")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"version": 1}',
        write_node_file(replace(NODE, node="")),
        write_node_file(replace(NODE, name=" ")),
        write_node_file(replace(NODE, centre=replace(NODE.centre, hosts=()))),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="node_file_wrong"):
        read_node_file(data)


def test_one_of_a_newer_program_is_told_apart() -> None:
    with pytest.raises(Refusal, match="node_file_newer"):
        read_node_file(write_node_file(replace(NODE, version=2)))
    with pytest.raises(Refusal, match="node_file_newer"):
        read_node_file(b'{"version": 3, "other": true}')
