"""The first act: an empty PC is set up."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ui.counter.window import CounterWindow
from ui.tour.stage import Stage
from ui.wizard.key import KeyStep
from ui.wizard.window import WizardWindow


class FirstStart:
    """Looks at the way to an office of one's own, then takes the sample office."""

    def __init__(self, stage: Stage, papers: Path) -> None:
        self._stage, self._papers = stage, papers
        self._started = stage.open("")

    def play(self) -> None:
        """From the first page to the empty counter."""
        self._picture("wizard-welcome")
        self._own_office()
        self._turns("2")
        self._picture("wizard-printers")
        self._turns("F8")
        self._picture("wizard-summary")
        self._turns("F8")
        self._key()
        self._begin()

    def _own_office(self) -> None:
        words, hands = self._stage.script.words, self._stage.hands
        self._turns("1")
        for part in ("agency", "office", "address", "phone"):
            hands.type(words[f"own_{part}"])
            if part != "phone":
                hands.press("Enter")
        self._picture("wizard-office")
        self._turns("F8")
        self._picture("wizard-pc")
        self._turns("Esc")
        self._turns("Esc")

    def _key(self) -> None:
        step = self._window.page
        assert isinstance(step, KeyStep)
        self._picture("wizard-key")
        self._stage.hands.press("F7")
        self._waits(lambda: not self._window.asking.isHidden(), "the question for a file")
        self._papers.mkdir(parents=True, exist_ok=True)
        file = self._papers / "recovery-key.pdf"
        self._stage.hands.type(str(file))
        self._stage.hands.press("Enter")
        self._waits(file.exists, "the recovery key in a file")
        self._stage.hands.press("Enter")
        self._waits(lambda: step.shown.covered, "the question for a group")
        with closing(self._stage.house.open()) as store:
            self._stage.hands.type(store.recovery_key.split("-")[step.asked])
        self._picture("wizard-group")
        self._turns("Enter")
        self._picture("wizard-done")

    def _begin(self) -> None:
        self._stage.hands.press("Enter")
        self._waits(lambda: isinstance(self._started.window, CounterWindow), "the counter")
        window = self._started.window
        assert isinstance(window, CounterWindow)
        self._waits(lambda: window.counter.state.loaded, "the empty counter")
        self._picture("counter-empty")
        self._stage.shut(self._started)

    # -- how -------------------------------------------------------------------------------------

    @property
    def _window(self) -> WizardWindow:
        window = self._started.window
        assert isinstance(window, WizardWindow)
        return window

    def _turns(self, key: str) -> None:
        """A key that leads to another page."""
        before = self._window.page
        self._stage.hands.press(key)
        self._waits(lambda: self._window.page is not before, f"another page by {key}")

    def _picture(self, name: str) -> None:
        self._stage.front(self._started.window)
        self._stage.patience.breathe()
        self._stage.take(self._started.window, name)

    def _waits(self, holds: Callable[[], object], what: str) -> None:
        self._stage.patience.until(holds, what)
