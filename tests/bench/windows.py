"""The counter's window: how soon it stands there, how large it is, and how fast it answers."""

import signal
from collections.abc import Sequence
from pathlib import Path
from subprocess import Popen
from time import perf_counter

from tests.bench.day import into_files, own_home, work_a_day
from tests.bench.large import large
from tests.bench.process import best, until_painted
from tests.bench.report import Figure, ms, quantile

REQUESTS, WAITING, TRIES, CLIENTS = 100_000, 170, 7, 150
_OURS, _BARE = "tests.bench.opened", "tests.bench.bare"


def windows(folder: Path) -> list[Figure]:
    """Beside a bare Qt window with a form of twenty fields, in turn with it."""
    own_home(folder)
    data = folder / "data"
    large(data, REQUESTS, WAITING)
    ours, bare, sizes, floors = _starts(data)
    took, stall, after_day = work_a_day(data, into_files(folder / "papers"), CLIENTS)
    slowest = max(took, key=lambda what: quantile(took[what], 0.99))
    slow = quantile(took[slowest], 0.99)
    after = [_after_kill(data) for _ in range(TRIES)]
    return [
        _ratio("start to a painted, filled counter window, 100,000 requests", ours, bare, 3.5),
        _ratio("the same after kill -9, beside an ordinary start", after, ours, 1.5),
        _memory("memory of that window", min(sizes), min(floors), 2.8),
        _memory(f"the same after {CLIENTS} clients with prints", after_day, min(floors), 3.8),
        Figure(
            what=f"key to painted screen, slowest of {len(took)} kinds ({slowest}), p99",
            measured=ms(slow),
            beside="—",
            ratio="—",
            goal="≤ 50 ms",
            met=slow <= 0.05,
        ),
        Figure(
            what="longest stall of the window meanwhile",
            measured=ms(stall),
            beside="—",
            ratio="—",
            goal="≤ 50 ms",
            met=stall <= 0.05,
        ),
        _seen_elsewhere(data),
    ]


def _memory(what: str, ours: int, floor: int, goal: float) -> Figure:
    return Figure(
        what=what,
        measured=f"{ours / 1024:.0f} MB",
        beside=f"bare window {floor / 1024:.0f} MB",
        ratio=f"{ours / floor:.2f}",
        goal=f"≤ {goal} ×",
        met=ours <= goal * floor,
    )


def _starts(data: Path) -> tuple[list[float], list[float], list[int], list[int]]:
    ours: list[float] = []
    bare: list[float] = []
    sizes: list[int] = []
    floors: list[int] = []
    for _ in range(TRIES):
        seconds, kilobytes, process = until_painted(_BARE)
        process.communicate()
        bare.append(seconds)
        floors.append(kilobytes)
        seconds, kilobytes, process = until_painted(_OURS, str(data))
        process.communicate("")
        ours.append(seconds)
        sizes.append(kilobytes)
    return ours, bare, sizes, floors


def _after_kill(data: Path) -> float:
    """A window that was killed while it wrote; the next start cleans up after it."""
    _, _, killed = until_painted(_OURS, str(data))
    _press(killed, "F2")
    assert killed.stdout is not None
    killed.stdout.readline()
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    seconds, _, process = until_painted(_OURS, str(data))
    _press(process, "F4")
    process.communicate("")
    return seconds


def _seen_elsewhere(data: Path) -> Figure:
    """A call at one window, and the same queue without the called one at another process."""
    _, _, first = until_painted(_OURS, str(data), "1")
    _, _, second = until_painted(_OURS, str(data), "2")
    assert second.stdout is not None
    begun = perf_counter()
    _press(first, "F2")
    second.stdout.readline()
    seconds = perf_counter() - begun
    for process in (first, second):
        process.communicate("")
    return Figure(
        what="a call, until another process shows it",
        measured=ms(seconds),
        beside="—",
        ratio="—",
        goal="≤ 300 ms",
        met=seconds <= 0.3,
    )


def _press(process: "Popen[str]", combo: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{combo}\n")
    process.stdin.flush()


def _ratio(what: str, ours: Sequence[float], floor: Sequence[float], goal: float) -> Figure:
    ratio = best(ours) / best(floor)
    return Figure(
        what=what,
        measured=ms(best(ours)),
        beside=ms(best(floor)),
        ratio=f"{ratio:.2f}",
        goal=f"≤ {goal} ×",
        met=ratio <= goal,
    )
