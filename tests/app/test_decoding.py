"""Typed JSON is read by any number of threads, each kind for the first time as well."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app.decoding import convert, decode, decoder_of
from app.value import Value

ROOT = Path(__file__).parents[2]


class Inner(Value, frozen=True, kw_only=True):
    """Something."""

    count: int = 0


class Outer(Value, frozen=True, kw_only=True):
    """Something that holds it."""

    inner: Inner = Inner()
    others: tuple[Inner, ...] = ()


def test_what_is_said_comes_back_as_the_kind_that_was_asked_for() -> None:
    said = Outer(inner=Inner(count=2), others=(Inner(),))
    assert decode(msgspec.json.encode(said), Outer) == said
    assert decode("[1, 2]", tuple[int, ...]) == (1, 2)
    assert convert({"inner": {"count": 2}, "others": [{}]}, Outer) == said
    assert convert({"1": "a"}, dict[int, str]) == {1: "a"}
    assert decoder_of(Outer) is decoder_of(Outer)


@pytest.mark.parametrize("said", ["", "{", "[]", '{"inner": 1}'])
def test_what_is_not_of_that_kind_is_refused(said: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(said, Outer)


_CROWD = """
import sys, threading
from app.decoding import decode
from app.value import Value

sys.setswitchinterval(1e-6)
for number in range(500):
    fields = {"count": int, "names": list[str]}
    inner = type(Value)(f"Inner{number}", (Value,), {"__annotations__": fields}, kw_only=True)
    outer = type(Value)(
        f"Outer{number}", (Value,), {"__annotations__": {"one": inner, "two": inner}}, kw_only=True
    )
    together, read = threading.Barrier(4), []

    def reads():
        together.wait()
        said = '{"one": {"count": 1, "names": []}, "two": {"count": 2, "names": ["a"]}}'
        read.append(decode(said, outer).two.count)

    threads = [threading.Thread(target=reads) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [2, 2, 2, 2]
"""


def test_several_threads_may_be_the_first_to_read_a_kind() -> None:
    done = subprocess.run([sys.executable, "-c", _CROWD], cwd=ROOT, check=False)
    assert done.returncode == 0
