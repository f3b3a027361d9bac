"""The cable that tests ill-treat does what they say of it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.central.proxy import CALM, Proxy, Weather

WORDS = bytes(range(100))


class Echo:
    """Says everything back; `heard` is what came to it, all of a line once that `ended`."""

    def __init__(self) -> None:
        self.heard, self.ended = b"", threading.Event()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Nobody comes in any more."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._door.accept()
                with line, suppress(OSError):
                    while piece := line.recv(1000):
                        self.heard += piece
                        line.sendall(piece)
                self.ended.set()


@pytest.fixture
def echo() -> Iterator[Echo]:
    echo = Echo()
    yield echo
    echo.close()


def asked(proxy: Proxy) -> bytes:
    """All that comes back of a hundred bytes, until the line ends."""
    back = b""
    with suppress(OSError), socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line:
        line.sendall(WORDS)
        while len(back) < len(WORDS) and (piece := line.recv(1000)):
            back += piece
    return back


@pytest.mark.parametrize(
    ("weather", "there", "back", "cuts"),
    [
        (CALM, 100, 100, 0),
        (Weather(delay=0.01), 100, 100, 0),
        (Weather(cut_up=30), 30, None, 1),
        (Weather(cut_down=40), 100, 40, 1),
        (Weather(swallow=20, silence=0.05), 100, 20, 1),
    ],
)
def test_a_line_ends_where_its_weather_says(
    echo: Echo, weather: Weather, there: int, back: int | None, cuts: int
) -> None:
    with Proxy(echo.port, lambda: weather) as proxy:
        said = asked(proxy)
        assert echo.ended.wait(5)
        assert echo.heard == WORDS[:there]
        assert back is None or said == WORDS[:back]
        assert proxy.cuts == cuts
        assert proxy.swallowed == (weather.swallow is not None)


def test_a_hard_cut_is_told_by_a_reset(echo: Echo) -> None:
    with (
        Proxy(echo.port, lambda: Weather(cut_down=1, hard=True)) as proxy,
        socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line,
    ):
        line.sendall(WORDS)
        with pytest.raises(ConnectionResetError):
            read_out(line)


def read_out(line: socket.socket) -> None:
    """Until it ends."""
    while line.recv(1000):
        pass


def test_an_unplugged_cable_carries_nothing_until_it_is_plugged(echo: Echo) -> None:
    with Proxy(echo.port) as proxy:
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as line:
            line.sendall(WORDS)
            assert line.recv(1) == WORDS[:1]
            proxy.unplug()
            with suppress(ConnectionResetError):
                read_out(line)
        assert asked(proxy) == b""
        proxy.plug()
        assert asked(proxy) == WORDS
