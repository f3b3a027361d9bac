"""A printer is asked often while that tells something, seldom while it does not."""

from threading import Event

import pytest

from app.printer import Condition, Printer, Proof, Taken
from app.refusal import Refusal
from ui.frame import questions
from ui.frame.questions import EVERY, LONGEST, SELDOM, Questions


class Asked:
    """A printer whose answers are given by hand, at a time that stands until it is moved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, proof: Proof = "none") -> None:
        self.now = 1000.0
        monkeypatch.setattr(questions, "monotonic", lambda: self.now)
        self.says: Condition | Refusal = "fine"
        self._may, self._answered = Event(), Event()
        self.questions = Questions(Printer(name="a", proof=proof), self._answered.set)

    def condition(self) -> Condition:
        """Once it is let."""
        self._may.wait(20)
        if isinstance(self.says, Refusal):
            raise self.says
        return self.says

    def send(self, data: bytes, title: str) -> Taken:
        """Nobody does."""
        raise NotImplementedError(data, title)

    def ask(self) -> None:
        """A question; it is not answered yet."""
        self._may.clear()
        self._answered.clear()
        self.questions.ask(lambda: self)

    def answer(self, says: Condition | Refusal, after: float = 0.0) -> Condition | None:
        """It is, after so many seconds."""
        self.says, self.now = says, self.now + after
        self._may.set()
        assert self._answered.wait(20)
        return self.questions.answer()

    def asked(self, says: Condition | Refusal, after: float = 0.0) -> Condition | None:
        """Both."""
        self.ask()
        return self.answer(says, after)


def test_the_next_question_comes_in_time_and_at_once_after_a_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = Asked(monkeypatch)
    assert printer.questions.left(waits=False) == 0
    assert printer.asked("fine", 0.1) == "fine"
    assert printer.questions.left(waits=False) == pytest.approx(EVERY - 0.1)
    printer.questions.soon()
    assert printer.questions.left(waits=False) == 0


@pytest.mark.parametrize("says", ["unknown", "unreachable"])
def test_who_tells_nothing_new_is_asked_less_often_unless_a_paper_waits(
    monkeypatch: pytest.MonkeyPatch, says: Condition
) -> None:
    printer = Asked(monkeypatch)
    pauses = []
    for _ in range(5):
        assert printer.asked(says) == says
        pauses.append(printer.questions.left(waits=False))
        assert printer.questions.left(waits=True) == pytest.approx(EVERY)
    assert pauses == pytest.approx([EVERY, 2 * EVERY, 4 * EVERY, SELDOM, SELDOM])
    printer.asked("near_end")
    assert printer.questions.left(waits=False) == pytest.approx(EVERY)


def test_a_quick_printer_that_falls_silent_is_doubted_early_and_a_slow_one_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = Asked(monkeypatch)
    for took, patience in ((0.01, 0.4), (0.3, 0.9)):
        printer.asked("fine", took)
        printer.ask()
        printer.now += patience - 0.01
        assert printer.questions.answer() is None
        printer.now += 0.02
        assert printer.questions.answer() == "silent"
        assert printer.questions.holds
        assert printer.answer("fine") == "fine"
    assert not printer.questions.holds


def test_a_question_that_hangs_holds_the_printer_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    printer = Asked(monkeypatch, "status")
    printer.ask()
    assert (printer.questions.holds, printer.questions.hangs) == (True, False)
    printer.now += LONGEST + 0.01
    assert (printer.questions.holds, printer.questions.hangs) == (False, True)
    assert printer.questions.answer() == "silent"
    printer.ask()
    assert printer.answer("fine") == "fine"
    assert printer.questions.fresh
    printer.now += EVERY
    assert not printer.questions.fresh


def test_silence_counts_where_something_was_hoped_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Asked(monkeypatch, "process").asked("silent") == "silent"
    cheap = Asked(monkeypatch)
    assert [cheap.asked("silent"), cheap.asked("unreachable"), cheap.asked("silent")] == [
        "unknown",
        "unreachable",
        "unknown",
    ]
    assert cheap.asked("paper_out") == "paper_out"
    assert [cheap.asked("silent"), cheap.asked("silent")] == ["silent", "silent"]
    assert [cheap.asked("unreachable"), cheap.asked("silent")] == ["unreachable", "silent"]


def test_what_was_said_before_a_paper_is_old_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    printer = Asked(monkeypatch)
    assert not printer.questions.answers
    printer.asked("fine")
    assert (printer.questions.answers, printer.questions.fresh) == (True, True)
    printer.questions.soon()
    assert not printer.questions.fresh


def test_a_name_that_leads_nowhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Asked(monkeypatch).asked(Refusal("printer_unknown", printer="a")) == "missing"
