"""A cable between PCs and a server on loopback, which a test ill-treats.

Each connection has its own weather: it may be slow, be cut at a byte that nobody chose, or take
what is said and never bring the answer.
"""

import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from random import Random
from types import TracebackType
from typing import Self

from app.value import Value

BLOCK = 1 << 16
NOW = struct.pack("ii", 1, 0)
"""`SO_LINGER` of somebody who does not say good-bye: the other side is told by a reset."""


class Weather(Value, frozen=True, kw_only=True):
    """What befalls one connection. Bytes are counted from its beginning: `cut_up` of those that go
    to the server, `cut_down` of those that come back; behind `swallow` what comes back is lost,
    and the line is cut `silence` seconds later. `delay` is waited before each piece is passed on.
    Of what goes to the server, `garbles` comes there with another last letter.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    swallow: int | None = None
    silence: float = 0.2
    delay: float = 0.0
    hard: bool = False
    garbles: bytes = b""


CALM = Weather()


def storms(chance: Random, share: float) -> Callable[[], Weather]:
    """Weather of which this share is bad; a cut comes at any size: in the greeting, within a
    request, within its answer, or after long work.
    """

    def next_one() -> Weather:
        if chance.random() >= share:
            return CALM
        at = int(10 ** chance.uniform(0.5, 7))
        hard = chance.random() < 0.5
        delay = chance.choice((0.0, 0.0, 0.001, 0.01))
        match chance.randrange(3):
            case 0:
                return Weather(cut_up=at, hard=hard, delay=delay)
            case 1:
                return Weather(cut_down=at, hard=hard, delay=delay)
            case _:
                return Weather(swallow=at, hard=hard, silence=chance.uniform(0.01, 0.3))

    return next_one


class Proxy:
    """Passes on what comes to `port`. `cuts`: connections that ended by their weather or by
    `unplug`; `swallowed`: those whose answers were taken before.
    """

    def __init__(self, target: int, weather: Callable[[], Weather] = lambda: CALM) -> None:
        self.weather = weather
        self.target = target
        self.connections = self.cuts = self.swallowed = 0
        self._plugged = True
        self._open: set[_Connection] = set()
        self._lock = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port: int = self._door.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="proxy", daemon=True)
        self._thread.start()

    def unplug(self) -> None:
        """Cuts all lines; nobody comes through until `plug`."""
        self._plugged = False
        for connection in self._here():
            connection.cut()

    def plug(self) -> None:
        """The cable is back."""
        self._plugged = True

    def close(self) -> None:
        """Ends it, and all lines."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join()
        for connection in self._here():
            connection.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    # -- what the lines tell ----------------------------------------------------------------------

    def was_cut(self, *, swallowed: bool) -> None:
        """One more, and whether answers were lost on it."""
        with self._lock:
            self.cuts += 1
            self.swallowed += swallowed

    def is_gone(self, connection: "_Connection") -> None:
        """It needs no more care."""
        with self._lock:
            self._open.discard(connection)

    def _here(self) -> list["_Connection"]:
        with self._lock:
            return list(self._open)

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            self.connections += 1
            try:
                if not self._plugged:
                    raise ConnectionRefusedError
                server = socket.create_connection(("127.0.0.1", self.target), timeout=2)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            connection = _Connection(self, client, server, self.weather())
            with self._lock:
                self._open.add(connection)
            connection.begin()


class _Connection:
    """Two sockets, and a thread for each direction."""

    def __init__(
        self, proxy: Proxy, client: socket.socket, server: socket.socket, weather: Weather
    ) -> None:
        self._proxy, self._weather = proxy, weather
        self._sockets = (client, server)
        self._ended = False
        self._swallowed = False
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Words begin to pass."""
        client, server = self._sockets
        weather = self._weather
        for source, sink, most in (
            (client, server, weather.cut_up),
            (server, client, weather.cut_down),
        ):
            threading.Thread(target=self._pass, args=(source, sink, most), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, most: int | None) -> None:
        done = 0
        with suppress(OSError):
            while piece := source.recv(BLOCK):
                if self._weather.delay:
                    time.sleep(self._weather.delay)
                kept = piece if most is None else piece[: most - done]
                up = source is self._sockets[0]
                sink.sendall(self._garbled(kept) if up else self._left(done, kept))
                done += len(piece)
                if most is not None and done >= most:
                    self.cut()
                    return
        self.end()

    def _garbled(self, piece: bytes) -> bytes:
        """What comes to the server."""
        word = self._weather.garbles
        return piece.replace(word, word[:-1] + b"_") if word else piece

    def _left(self, done: int, piece: bytes) -> bytes:
        """What comes through of an answer."""
        at = self._weather.swallow
        if at is None or done + len(piece) <= at:
            return piece
        if not self._swallowed:
            self._swallowed = True
            timer = threading.Timer(self._weather.silence, self.cut)
            timer.daemon = True
            timer.start()
        return piece[: max(0, at - done)]

    def cut(self) -> None:
        """Ends it in the middle. It is counted before anybody can notice."""
        if self._ends():
            self._proxy.was_cut(swallowed=self._swallowed)
            self._close()

    def end(self) -> None:
        """Ends it, as either side has."""
        if self._ends():
            self._close()

    def _ends(self) -> bool:
        with self._lock:
            before, self._ended = self._ended, True
        return not before

    def _close(self) -> None:
        for each in self._sockets:
            with suppress(OSError):
                if self._weather.hard:
                    each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NOW)
                else:
                    each.shutdown(socket.SHUT_RDWR)
            if self._weather.hard:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RD)
            each.close()
        self._proxy.is_gone(self)
