"""The hall's display: who is called where."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QCloseEvent

from app.local import local
from app.ports import Clock
from app.showing.hall import Hall, HallCall, hall
from ui.frame.door import Door
from ui.frame.words import tr
from ui.hall.bars import Next, Notice, Waiting
from ui.hall.calls import Earlier, Newest
from ui.hall.head import Head
from ui.hall.said import closed_said, trouble_said, updated_said
from ui.hall.wall import RECORD, Wall
from ui.look.theme import Theme
from ui.voice.announcer import Announcer
from ui.voice.apart import SoundsApart, SpeechApart
from ui.voice.bank import Bank, Mouth

_EARLIER = 3
_NOTICE, _NEXT = 84, 84
_SIDE, _GAP, _EARLIER_WIDTH = 40, 32, 708


class HallWindow(Wall):
    """The newest call large at the right, the three before it at the left, below who waits and
    which counters rest, and the notices. `recording_wanted`: the words are to be recorded.
    """

    recording_wanted = Signal()
    shown_anew = Signal(object)
    """The hall as it is shown from now on."""

    def __init__(
        self, theme: Theme, door: Door, clock: Clock, elapsed: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(theme, door, clock, elapsed)
        self.setWindowTitle(tr("Display of the hall"))
        self.hall: Hall | None = None
        self._announcer: Announcer | None = None
        self.head = Head(self.face, self)
        self.newest = Newest(self.face, self)
        self.earlier = tuple(Earlier(self.face, self) for _ in range(_EARLIER))
        self.next = Next(self.face, self)
        self.waiting = Waiting(self.face, self)
        self.notice = Notice(self.face, self)
        self.newest.show_call(None, pulse=False)
        self.show_time()
        self.begin()

    def speak(self, announcer: Announcer) -> None:
        """From now on calls are said, too."""
        self._announcer = announcer
        announcer.speaking.connect(self.notice.rest)
        announcer.trouble.connect(self._show_trouble)
        if self.hall is not None:
            announcer.hear(self.hall)

    def speak_aloud(self, data: Path) -> None:
        """The same with this PC's own voice and loudspeaker, in the program of this data folder
        that has the voice.
        """
        mouth = Mouth(Bank(data), SpeechApart())
        self.speak(Announcer(self.door, mouth, SoundsApart()))

    def ask(self) -> None:
        """Reads the hall."""
        self.door.look(hall, self.show_hall, lambda _: self._fail(), topic="hall")

    def show_hall(self, shown: Hall) -> None:
        """The hall as it stands now."""
        before, self.hall = self.hall, shown
        if before is None or _as_shown(before) != _as_shown(shown):
            self._show(before, shown)
        if self._announcer is not None:
            self._announcer.hear(shown)
        self.answered()
        self.shown_anew.emit(shown)

    def show_time(self) -> None:
        """The clock of the hall."""
        self.head.show_now(local(self._clock.now()))
        self.head.show_old(updated_said(self.old) if self.old else "")

    def tick(self) -> None:
        """Once a second."""
        super().tick()
        self.waiting.tick()

    def pressed(self, combo: str) -> None:
        """The words of the voice are recorded at the hall's own PC."""
        if combo == RECORD:
            self.recording_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Somebody else may have the voice."""
        super().closeEvent(event)
        if event.isAccepted() and self._announcer is not None:
            self._announcer.stop()

    def lay_out(self) -> None:
        """Beside each other on a lying screen, below each other on a standing one."""
        face, whole = self.face, self.rect()
        side, gap = face.px(_SIDE), face.px(_GAP)
        top = self.head.height_for(face)
        self.head.take(face, QRect(0, 0, whole.width(), top))
        notice = QRect(0, whole.height() - face.px(_NOTICE), whole.width(), face.px(_NOTICE))
        high = self.waiting.height_for(face, whole.width())
        band = QRect(0, notice.top() - high, whole.width(), high)
        self.notice.take(face, notice)
        self.waiting.take(face, band)
        bottom = band.top() - face.px(28)
        if self.hall is not None and self.hall.next:
            high = face.px(_NEXT)
            bottom -= high
            self.next.take(face, QRect(side, bottom + face.px(14), whole.width() - 2 * side, high))
        self.next.setVisible(self.hall is not None and bool(self.hall.next))
        room = QRect(side, top, whole.width() - 2 * side, bottom - top)
        if face.lying:
            self._beside(room, gap)
        else:
            self._below(room, gap)

    def _beside(self, room: QRect, gap: int) -> None:
        width = round(room.width() * _EARLIER_WIDTH / (1920 - 2 * _SIDE))
        left = room.left() + width + gap
        self.newest.take(self.face, QRect(left, room.top(), room.right() - left, room.height()))
        self._stack(QRect(room.left(), room.top(), width, room.height()))

    def _below(self, room: QRect, gap: int) -> None:
        high = round(room.height() * 0.55)
        self.newest.take(self.face, QRect(room.left(), room.top(), room.width(), high))
        rest = QRect(room.left(), room.top() + high + gap, room.width(), 0)
        rest.setBottom(room.bottom())
        self._stack(rest)

    def _stack(self, room: QRect) -> None:
        gap = self.face.px(20)
        high = (room.height() - gap * (_EARLIER - 1)) // _EARLIER
        for place, each in enumerate(self.earlier):
            top = room.top() + place * (high + gap)
            each.take(self.face, QRect(room.left(), top, room.width(), high))

    def _show(self, before: Hall | None, shown: Hall) -> None:
        calls = shown.shown
        self.head.show_office(shown.office)
        first = calls[0] if calls else None
        known = before.shown[0].key if before is not None and before.shown else None
        turned = before is None or before.closed != shown.closed
        if turned or (first.key if first else None) != known:
            none = closed_said(shown.hours) if shown.closed else ""
            pulse = before is not None and _is_new(before, first)
            self.newest.show_call(first, pulse=pulse, none=none)
        for place, each in enumerate(self.earlier, 1):
            each.show_call(calls[place] if place < len(calls) else None)
        self.waiting.show_hall(shown)
        self.notice.show_hall(shown)
        self.next.show_next(shown.next)
        if _parts_of(before) != _parts_of(shown):
            self.lay_out()

    def _show_trouble(self, code: str) -> None:
        self.notice.show_trouble(trouble_said(code))


def _parts_of(shown: Hall | None) -> tuple[object, ...]:
    """What takes room by how much is in it."""
    return bool(shown and shown.next), shown.resting if shown else ()


def _is_new(before: Hall, first: HallCall | None) -> bool:
    """Whether it has just been said: not where the one before it has only left the wall."""
    return first is not None and all(call.key != first.key for call in before.calls)


def _as_shown(shown: Hall) -> tuple[object, ...]:
    """What of it is on the wall."""
    return (
        shown.office,
        tuple((call.key, call.label, call.counter) for call in shown.shown),
        shown.waiting,
        shown.next,
        shown.resting,
        shown.hours,
        shown.sms_line,
        shown.notice,
        shown.closed,
    )
