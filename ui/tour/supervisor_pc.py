"""What the supervisor does for this PC: a backup that is proven, a window that is locked."""

from contextlib import closing
from pathlib import Path

from app.password import SAMPLE
from app.showing.entrance import SIGN_IN
from ui.supervisor.settings.file_page import FilePage
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.settings.prove_page import ProvenPage, ProvePage
from ui.tour.clerk import Clerk
from ui.tour.stage import Stage
from ui.tour.supervisor import Supervisor


class KeepsSafe:
    """Backups go to `stick`."""

    def __init__(self, supervisor: Supervisor, stick: Path) -> None:
        self._supervisor, self._stick = supervisor, stick

    def backup(self) -> None:
        """Made, and proven with one group of the recovery key."""
        supervisor, stage = self._supervisor, self._supervisor.stage
        self._stick.mkdir(parents=True, exist_ok=True)
        page = supervisor.opens("Ctrl+0", SettingsPage)
        supervisor.press("F3")
        supervisor.wait(lambda: page.backup.state, "how backups stand")
        supervisor.picture("backup")
        supervisor.opens("F8", FilePage)
        stage.hands.type(str(self._stick / "chalus.bajeh"))
        supervisor.picture("backup-where")
        supervisor.press("F8")
        prove = supervisor.sees(ProvePage)
        with closing(stage.house.open()) as store:
            stage.hands.type(store.recovery_key.split("-")[prove.group - 1])
        supervisor.picture("backup-prove")
        supervisor.press("F8")
        supervisor.sees(ProvenPage)
        supervisor.picture("backup-proven")
        supervisor.press("Enter")
        supervisor.sees(SettingsPage)

    def locks(self) -> None:
        """By hand, and in again."""
        supervisor, gate = self._supervisor, self._supervisor.window.gate
        supervisor.press("Shift+F12")
        supervisor.wait(lambda: not gate.isHidden(), "the lock")
        supervisor.picture("locked")
        supervisor.type(SAMPLE)
        supervisor.wait(gate.isHidden, "the way in")


class SignsIn:
    """Somebody new comes with a first password; from now on this PC asks."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._words = stage, stage.script.words

    def play(self) -> None:
        """Signs in, chooses a password, and works."""
        stage, words = self._stage, self._words
        with closing(stage.house.open()) as store, store.journal.work() as work:
            work.set_setting(SIGN_IN, "")
        started = stage.open(f"counter:{words['new_counter']}")
        clerk = Clerk(stage, started)
        gate = clerk.window.gate
        clerk.wait(lambda: not gate.isHidden(), "who works here")
        clerk.press("Backtab")
        stage.hands.type(words["clerk_code"])
        clerk.press("Tab")
        stage.hands.type(words["first_password"])
        clerk.picture("sign-in")
        clerk.press("Enter")
        clerk.wait(lambda: gate.stage == "choose", "the question for a password of one's own")
        stage.hands.type(words["own_password"])
        clerk.picture("sign-in-own-password")
        clerk.type("", words["own_password"])
        clerk.wait(gate.isHidden, "the counter")
        clerk.comes()
        clerk.picture("sign-in-done")
        stage.shut(started)
