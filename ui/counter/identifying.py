"""Who asks, at the counter: by a code, by a slip, by what stood there before a restart."""

from PySide6.QtCore import QObject, Qt, Signal

from app.identity import applicant_id
from app.refusal import Refusal
from ui.counter.counter import Counter
from ui.counter.reading import kind_of


class Identifying(QObject):
    """`known`: the applicant was found, or is new (False); `resumed` says the same of whoever was
    found or new already, before a restart.
    """

    known = Signal(bool)
    resumed = Signal(bool)
    wrong_code = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        counter.arrived.connect(self._recognise, Qt.ConnectionType.QueuedConnection)

    def identify(self, text: str) -> None:
        """Enter in the code field. A wrong code is said and stays where it was typed."""
        sheet = self._counter.state.sheet
        try:
            code = applicant_id(kind_of(sheet.kind, text), text)
        except Refusal as refusal:
            self.wrong_code.emit()
            self._counter.door.refused.emit(refusal)
            return
        self._leave_other(code)
        self._counter.identify(code, lambda file: self.known.emit(file.applicant is not None))

    def without_code(self) -> None:
        """Who asks has none: that is all there is to know, and the name comes next."""
        self._leave_other("")
        self._counter.edit(code="")
        self._counter.identify("", lambda _: None)

    def ask_again(self, code: str) -> None:
        """Who was known for the request before asks for another one."""
        self._counter.identify(code, lambda _: self.known.emit(True))

    def _leave_other(self, code: str) -> None:
        """What stood there of the bearer of another code goes with that code."""
        sheet = self._counter.state.sheet
        if sheet.identified and sheet.identified != code:
            self._counter.edit(name="", father="", mobile="", from_file=False, marks={})

    def _recognise(self) -> None:
        """Who comes back with a slip is on it, and so are the papers that were seen then; after a
        restart the work goes on where it stood.
        """
        state = self._counter.state
        slip = state.visit.slip if state.visit else None
        if slip and slip.applicant and not (state.sheet.code or state.sheet.somebodys):
            who = slip.applicant
            self._counter.edit(
                code=who.id,
                kind=who.kind,
                name=who.name,
                father=who.father,
                mobile=who.mobile,
                from_file=True,
                marks=dict.fromkeys(slip.received, "received"),
                touched=False,
            )
            self._counter.identify(who.id, lambda _: self.known.emit(True))
        elif state.identified and not state.sheet.registered:
            code = state.sheet.identified
            self._counter.identify(code, lambda _: self.resumed.emit(bool(state.sheet.name)))
