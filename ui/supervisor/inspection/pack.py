"""Joins the page of an inspection with the store: readings, the paper, the pass."""

from contextlib import closing
from pathlib import Path
from secrets import randbelow

from PySide6.QtCore import QObject

from app.deeds.inspection import give_pass
from app.events.office import ClerkAdmitted
from app.letters import latin_digits
from app.password import typed_password
from app.period import Period
from app.persian import latin_date
from app.showing.inspection import USUAL_DRAW, Inspection, inspection
from ui.file_name import known_ending
from ui.frame.ask import Ask
from ui.frame.beside import Beside, Store, Tell
from ui.frame.errand import OpenStore
from ui.frame.periods import Periods
from ui.frame.request_read_page import RequestReading
from ui.frame.words import tr
from ui.inspection_words import paper_of
from ui.supervisor.inspection.pack_page import PackPage
from ui.supervisor.means import Means
from ui.words import Words

_ENDINGS = (".pdf",)
_DIGITS = 10
"""Of the first password of a pass; whoever comes chooses another one."""


class Pack(QObject):
    """Long readings are done beside the window."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self.page = PackPage(means.theme)
        self._means, self._words = means, Words()
        self._periods = Periods(means.speaker, means.door, means.clock, "quarter", self._moved)
        self._seed, self._many = "", USUAL_DRAW
        self._told: Inspection | None = None
        self._reading: Beside[Inspection] = Beside(means.house.open)
        self._filing: Beside[str] = Beside(means.house.open)
        self._request = RequestReading(means.theme, means.door, means.go)
        self._wishes = {
            "F4": self._periods.ask,
            "F5": self._ask_seed,
            "F6": self._ask_many,
            "F7": self._ask_pass,
            "F8": self._ask_file,
        }
        self._connect()

    def open(self) -> None:
        """The page; it is read anew each time."""
        self._means.go(self.page)
        self._read()

    # -- reading ---------------------------------------------------------------------------------

    def _read(self) -> None:
        period, seed, many = self._periods.now, self._seed, self._many
        self.page.show_period(period.name)
        self.page.show_share(0)

        def act(store: Store, tell: Tell) -> Inspection:
            with store.journal.look() as look:
                return inspection(look, period, seed, many, tell)

        self._reading.do(act)

    def _came(self, told: Inspection) -> None:
        self._told = told
        self.page.show_inspection(told)

    def _stop(self) -> None:
        self._reading.give_up()
        self.page.rest(tr("Reading was stopped."))

    def _moved(self, _: Period) -> None:
        self._read()

    def _ask_seed(self) -> None:
        question = tr("Seed of the draw? Left empty, it comes from the head of the records.")
        asked = Ask(question=question, kind="text", given=self._seed, optional=True)

        def take(seed: str) -> None:
            self._seed = seed
            self._read()

        self._means.speaker.ask(asked, take)

    def _ask_many(self) -> None:
        asked = Ask(question=tr("How many requests?"), kind="number", given=str(self._many))

        def take(typed: str) -> None:
            self._many = int(latin_digits(typed))
            self._read()

        self._means.speaker.ask(asked, take)

    # -- a paper ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        name = "-".join(("inspection", *latin_date(self._periods.now.last).split("/")))
        given = str(Path.home() / f"{name}.pdf")
        asked = Ask(question=tr("Name of the file (ending .pdf)?"), kind="path", given=given)
        self._means.speaker.ask(asked, self._keep)

    def _keep(self, name: str) -> None:
        told = self._told
        if told is None:
            return
        house, words, clerk = self._means.house, self._words, self._means.door.clerk

        def act(store: Store, _: Tell) -> str:
            known_ending(name, _ENDINGS)
            with store.journal.look() as look:
                paper = paper_of(look, told, words, clerk)
            with closing(house.press()) as press:
                house.write(name, press.pdf(paper))
            return name

        self._means.speaker.tell(tr("The file is being written."))
        self._filing.do(act)

    # -- a pass ----------------------------------------------------------------------------------

    def _ask_pass(self) -> None:
        asked = Ask(question=tr("Name of the inspector? The pass is valid today."), kind="text")
        self._means.speaker.ask(asked, self._give)

    def _give(self, name: str) -> None:
        """The password is hashed outside the transaction, and told once."""
        password = str(randbelow(9 * 10 ** (_DIGITS - 1)) + 10 ** (_DIGITS - 1))
        clerk = self._means.door.clerk

        def act(store: OpenStore) -> ClerkAdmitted:
            hashed = store.passwords.hash(typed_password(password))
            with store.journal.work(clerk) as work:
                return give_pass(work, name, hashed)

        def told(who: ClerkAdmitted) -> None:
            facts = {"code": who.code, "text": password}
            self._means.speaker.tell(
                tr("Pass of today: code {code}, first password {text}. It is told once.", **facts)
            )

        self._means.door.with_store(act, told)

    # -- how -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        page, means = self.page, self._means
        page.wished.connect(lambda combo: self._wishes[combo]())
        page.stopped.connect(self._stop)
        page.opened.connect(self._request.open)
        self._reading.share.connect(page.show_share)
        self._reading.came.connect(self._came)
        self._filing.came.connect(
            lambda name: means.speaker.tell(tr("The file is written: {path}", path=name))
        )
        for each in (self._reading, self._filing):
            each.refused.connect(self._refused)
            each.failed.connect(means.door.failed)
            page.destroyed.connect(each.give_up)

    def _refused(self, refusal: object) -> None:
        self.page.rest("")
        self._means.door.refused.emit(refusal)
