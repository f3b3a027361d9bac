"""How a thermal printer says that it stands: DLE EOT, and what its answers mean."""

from time import monotonic

from app.printer import Condition
from printing.commands import Question, ask
from printing.line import Line

ANSWER = 1.0
"""Seconds for all answers when a person wants to know."""
_NEXT = 0.3
"""Seconds for each further answer; not every printer knows all four questions."""

_QUESTIONS: tuple[Question, ...] = (1, 4, 2, 3)
_FAULTS: dict[int, int] = {1: 0x08, 2: 0x40, 3: 0x6C}
"""Bits that mean: something is wrong with it."""


def condition(line: Line, patience: float = ANSWER) -> Condition:
    """How the printer stands. OSError where the line breaks."""
    return meaning(asked(line, patience))


def asked(line: Line, patience: float) -> dict[int, int]:
    """What it answers to DLE EOT 1 to 4, as far as it knows them. OSError where the line breaks."""
    end = last = monotonic() + patience
    told: dict[int, int] = {}
    for question in _QUESTIONS:
        say(line, ask(question), end)
        answer = _answer(line, end)
        if answer is None and not told:
            break
        if answer is not None:
            told[question] = answer
        end = min(last, monotonic() + _NEXT)
    return told


def meaning(told: dict[int, int]) -> Condition:
    """What answers to DLE EOT mean, by the number of the question; the gravest comes first."""
    why, paper = told.get(2, 0), told.get(4, 0)
    if not told:
        return "silent"
    if why & 0x04:
        return "cover_open"
    if why & 0x20 or paper & 0x60:
        return "paper_out"
    if any(told.get(question, 0) & bits for question, bits in _FAULTS.items()):
        return "offline"
    if paper & 0x0C:
        return "near_end"
    return "fine" if {1, 4} <= told.keys() else "unknown"


def say(line: Line, data: bytes, end: float) -> None:
    """All of it. TimeoutError where the line takes it too slowly."""
    while data:
        data = data[line.write(data, end - monotonic()) :]
        if data and monotonic() > end:
            raise TimeoutError("takes nothing")


def _answer(line: Line, end: float) -> int | None:
    while (left := end - monotonic()) > 0:
        for byte in line.read(left):
            if of_real_time(byte):
                return byte
    return None


def of_real_time(byte: int) -> bool:
    """Every answer to DLE EOT, and no other, has these bits."""
    return byte & 0x93 == 0x12
