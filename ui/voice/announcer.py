"""Says the calls of the hall, one after another: of all programs of a data folder one alone."""

from contextlib import ExitStack
from queue import SimpleQueue
from threading import Event, Thread

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.announcing import Announcement, Turns, heard, quiet, taken, unsaid, words
from app.local import local
from app.refusal import Refusal
from app.showing.hall import Hall, Voice, hall, keep_spoken, keep_trouble
from app.value import Value
from ui.frame.door import Door
from ui.frame.errand import OpenStore
from ui.voice.port import Loudspeaker, Speech
from ui.voice.sound import chime, silence

LOCK = "voice"
BETWEEN = 2.0
"""Seconds between the first time that a call is said and the next."""

PAUSE = 0.03
"""Seconds between the chime and the first word."""

_LOST = "sound_missing"

_TRY = 2000
"""Milliseconds until somebody without the voice tries to get it again."""


class _Saying(Value, frozen=True, kw_only=True):
    """One call, so often and so loud; without one it is tried whether anything can sound."""

    said: Announcement | None
    times: int = 1
    volume: int = 0


class Announcer(QObject):
    """Told of the hall as it stands, it says what is new in it. `speaking`: a call is being said;
    `trouble`: the refusal's code for which nothing is heard, empty once something can be.

    While there is no loudspeaker, each look at the hall tries it again: what was called meanwhile
    is said when there is one, if its client is still waited for.
    """

    speaking = Signal(bool)
    trouble = Signal(str)
    _ended = Signal(str)

    def __init__(self, door: Door, speech: Speech, loudspeaker: Loudspeaker) -> None:
        super().__init__()
        self._door, self._speech, self._loudspeaker = door, speech, loudspeaker
        self._lock = ExitStack()
        self._mine, self._busy, self._gone = False, False, False
        self._hall: Hall | None = None
        self._turns = Turns()
        self._stop, self._enough = Event(), Event()
        self._now: Announcement | None = None
        self._trouble = ""
        self._sayings: SimpleQueue[_Saying | None] = SimpleQueue()
        self._ended.connect(self._end)
        self._again = QTimer(self, singleShot=True, interval=_TRY)
        self._again.timeout.connect(self._try)
        self._thread = Thread(target=self._serve, name="voice", daemon=True)
        self._thread.start()
        self._try()

    @property
    def mine(self) -> bool:
        """Whether this program is the one that speaks."""
        return self._mine

    def hear(self, shown: Hall) -> None:
        """The hall stands so now."""
        self._hall = shown
        calls = [call.heard for call in reversed(shown.calls)]
        self._turns = heard(self._turns, calls, shown.voice.spoken)
        if self._now is not None:
            waits = {call.said.key for call in calls if call.waits}
            if self._now.key not in waits:
                self._enough.set()
        self._go_on()

    def stop(self) -> None:
        """Breaks off and lets go of the voice; somebody else may have it."""
        self._gone = True
        self._again.stop()
        self._stop.set()
        self._sayings.put(None)
        self._speech.close()
        self._loudspeaker.close()
        self._thread.join(3)
        self._let_go()

    # -- whose voice it is -----------------------------------------------------------------------

    def _try(self) -> None:
        self._door.with_store(self._take, lambda _: self._have(), self._other)

    def _take(self, store: OpenStore) -> None:
        self._lock.enter_context(store.alone(LOCK))

    def _have(self) -> None:
        """What the one before has said is read first, now that it says nothing any more."""
        if self._gone:
            self._let_go()
        else:
            self._door.look(hall, self._begin)

    def _begin(self, shown: Hall) -> None:
        self._mine = not self._gone
        self.hear(shown)

    def _let_go(self) -> None:
        """Behind all that is still to be noted."""
        self._door.with_store(lambda _: self._lock.close(), lambda _: None)

    def _other(self, _: Refusal) -> None:
        if not self._gone:
            self._again.start()

    # -- turns -----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """The next one, unless one is being said."""
        if not self._mine or self._busy or self._gone or self._hall is None:
            return
        self._turns, said = taken(self._turns)
        if said is None:
            self._try_sound()
            return
        voice = self._hall.voice
        if self._silent(voice):
            self._keep(said)
            self._go_on()
            return
        self._now = said
        self._enough.clear()
        self.speaking.emit(True)
        self._begin_to_say(_Saying(said=said, times=voice.times, volume=voice.volume))

    def _try_sound(self) -> None:
        """Whether the loudspeaker is back, though there is nothing to be said."""
        if self._trouble == _LOST:
            self._begin_to_say(_Saying(said=None))

    def _begin_to_say(self, saying: _Saying) -> None:
        self._busy = True
        self._sayings.put(saying)

    def _silent(self, voice: Voice) -> bool:
        assert self._hall is not None
        at = local(self._hall.at).time()
        return not voice.times or not voice.volume or quiet(at, voice.since, voice.until)

    def _keep(self, said: Announcement, trouble: str = "") -> None:
        self._door.do(lambda work: keep_spoken(work, said.key, trouble), quietly=True)

    def _end(self, trouble: str) -> None:
        if self._gone:
            return
        said, self._now, self._busy = self._now, None, False
        if said is not None and trouble == _LOST:
            self._turns = unsaid(self._turns, said)
        elif said is not None:
            self._keep(said, trouble)
        self._tell(trouble)
        self.speaking.emit(False)
        if trouble != _LOST:
            self._go_on()

    def _tell(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._door.do(lambda work: keep_trouble(work, trouble), quietly=True)
        self.trouble.emit(trouble)

    # -- on the voice's thread -------------------------------------------------------------------

    def _serve(self) -> None:
        sign = chime()
        while (saying := self._sayings.get()) is not None:
            trouble = ""
            try:
                self._say(saying, sign)
            except Refusal as refusal:
                trouble = refusal.code
            if self._stop.is_set():
                return
            self._ended.emit(trouble)

    def _say(self, saying: _Saying, sign: bytes) -> None:
        """The chime and the call, and the call again, until its client has come."""
        if saying.said is None:
            self._loudspeaker.play(silence(PAUSE), saying.volume)
            return
        pcm = self._speech.speech(words(saying.said))
        self._loudspeaker.play(sign + silence(PAUSE) + pcm, saying.volume)
        plain = replace(saying.said, again=False)
        for _ in range(saying.times - 1):
            if self._stop.wait(BETWEEN) or self._enough.is_set():
                return
            self._loudspeaker.play(self._speech.speech(words(plain)), saying.volume)
