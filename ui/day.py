"""A day at the sample office, from the first ticket to the daily log, by the commands that an
administrator types. It leaves its papers in a folder.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from app.local import instant
from app.persian import latin_date
from app.ports import Clock
from app.refusal import Refusal
from resources import path

RunCommand = Callable[[Sequence[str], Clock, TextIO], int]
Facts = dict[str, Any]


class PlayedClock:
    """A clock that stands until the play moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The played instant."""
        return self.at


class SampleDay:
    """Two mornings of the sample office: some requests of yesterday, and a whole today."""

    def __init__(self, beside: Path, run: RunCommand, today: date) -> None:
        self._run = run
        self._today = _weekday(today)
        self._clock = PlayedClock(_morning(_weekday(self._today - timedelta(days=1))))
        self.folder = _free(beside, f"sample-day-{latin_date(self._today).replace('/', '-')}")
        self.papers = self.folder / "papers"
        self._words = json.loads(path("sample", "phrases.json").read_text("utf-8"))
        self._clients = json.loads(path("sample", "day.json").read_text("utf-8"))
        self._made = 0

    def play(self) -> Facts:
        """Plays; gives date, folder and counts. A command that is refused stops the play.

        Refuses `folder_readonly` where the papers cannot lie.
        """
        try:
            self.papers.mkdir(parents=True)
        except OSError:
            raise Refusal("folder_readonly", path=str(self.papers)) from None
        self._say("setup", "--sample")
        for code in ("16", "35"):
            self._paper("information", code, f"information-{code}")
        old = [self._register(c) for c in self._of("lost_receipt", "representative")]
        self._answer(old)
        self._clock.at = _morning(self._today)
        self._queue()
        self._deliveries(old)
        registered = [r for c in self._of(*_AT_COUNTER) if (r := self._serve(c))]
        self._leftovers(registered)
        requests = self._end()
        return {
            "date": self._today,
            "folder": str(self.papers),
            "requests": requests,
            "papers": self._made,
        }

    # -- the day -----------------------------------------------------------------------------------

    def _queue(self) -> None:
        for client in self._of(*_AT_COUNTER):
            priority = ["--priority", "elderly"] if client["story"] == "elderly" else []
            client["ticket"] = self._say("issue", "--service", client["service"], *priority)
            self._pass(minutes=2)
        for width in ("80", "58"):
            self._roll("ticket", self._clients[0]["ticket"]["label"], f"ticket-{width}", width)

    def _serve(self, client: Facts) -> str:
        story = client["story"]
        visit = self._call(client)
        self._say("begin", "--ticket", visit)
        self._pass(minutes=4)
        if story in ("guidance", "telephone", "deficiency"):
            self._advise(client, visit)
            return ""
        tracking = self._register(client, ticket=visit)
        self._say("finish", "--ticket", visit)
        return tracking

    def _call(self, client: Facts) -> str:
        """Whoever is next; somebody else's turn is taken by name and reason."""
        label = client["ticket"]["label"]
        called = self._say("call", "--counter", "1")
        if called["label"] != label:
            self._say("return", "--ticket", called["ticket"])
            chosen = ("--label", label, "--reason", self._words["out_of_turn"])
            called = self._say("call", "--counter", "1", *chosen)
        if client["story"] == "no_show":
            self._say("noshow", "--ticket", called["ticket"])
            self._say("noshow", "--ticket", called["ticket"], "--undo")
            called = self._say(
                "call", "--counter", "1", "--label", label, "--reason", self._words["came"]
            )
        return str(called["ticket"])

    def _advise(self, client: Facts, visit: str) -> None:
        if client["story"] != "deficiency":
            self._say("finish", "--ticket", visit, "--outcome", "guidance")
            return
        missing = [title for title, there in client["documents"].items() if not there]
        words = [word for title in missing for word in ("--missing", title)]
        who = client["applicant"]
        words += ["--id", who["id"], "--name", who["name"]]
        received = [title for title in client["documents"] if title not in missing]
        words += [word for title in received for word in ("--received", title)]
        self._say("deficiency", "--ticket", visit, *words)
        self._paper("deficiency", visit, "deficiency-a5")
        self._roll("deficiency", visit, "deficiency-80", "80")
        self._say("finish", "--ticket", visit)

    def _deliveries(self, old: list[str]) -> None:
        self._say(
            "deliver", old[0], "--lost", self._words["lost"], "--identity", self._words["identity"]
        )
        self._paper("receipt", old[0], "receipt-copy-a5", "--copy")
        self._say("deliver", old[1], "--representative", "--counter", "2")
        for tracking in old:
            self._paper("answer", tracking, f"answer-{tracking}")

    def _leftovers(self, registered: list[str]) -> None:
        first = registered[0]
        self._paper("receipt", first, "receipt-a5")
        self._paper("receipt", first, "receipt-a4", "--size", "A4")
        for width in ("80", "58"):
            self._roll("receipt", first, f"receipt-{width}", width)
        self._say("handover", *registered[1:4], "--letter", self._words["letter"])
        self._paper("steps", registered[1], "steps-request")
        self._paper("steps", "35", "steps")
        self._paper("survey", "-", "survey")

    def _end(self) -> int:
        self._clock.at = instant(datetime.combine(self._today, time(14, 20)))
        closed = self._say("close")
        for suffix in ("pdf", "csv", "xlsx", "json"):
            self._say("log", "--to", str(self.papers / f"log.{suffix}"))
            self._made += 1
        return int(closed["requests"])

    # -- single deeds ------------------------------------------------------------------------------

    def _register(self, client: Facts, ticket: str = "") -> str:
        said: Facts = {
            k: client[k] for k in ("service", "applicant", "representative") if k in client
        }
        said["documents"] = client.get("documents")
        said |= {"ticket": ticket} if ticket else {"counter": "2"}
        file = self.folder / "request.json"
        file.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        self._pass(minutes=3)
        return str(self._say("register", str(file))["tracking"])

    def _answer(self, trackings: list[str]) -> None:
        for tracking in trackings:
            while self._say("step", tracking, "--list")["step"]:
                self._say("step", tracking, "--begin")
                self._pass(minutes=20)
                self._say("step", tracking, "--done")
            self._say("answer", tracking, *self._draft())

    def _draft(self) -> list[str]:
        file = self.folder / "answer.json"
        file.write_text(path("sample", "answer.json").read_text("utf-8"), "utf-8")
        return [str(file)]

    def _paper(self, kind: str, key: str, name: str, *options: str) -> None:
        self._say("paper", kind, key, "--to", str(self.papers / f"{name}.pdf"), *options)
        self._made += 1

    def _roll(self, kind: str, key: str, name: str, width: str) -> None:
        file = str(self.papers / f"{name}.bin")
        self._say("paper", kind, key, "--to", file, "--width", width)
        self._made += 1

    def _say(self, *words: str) -> Facts:
        out = StringIO()
        argv = ["--data", str(self.folder / "data"), "--json", *words]
        code = self._run(argv, self._clock, out)
        if code != 0:
            raise RuntimeError(f"{' '.join(words)}: {out.getvalue()}")
        self._pass(minutes=0, seconds=20)
        facts: Facts = json.loads(out.getvalue())
        return facts

    def _of(self, *stories: str) -> list[Facts]:
        return [client for client in self._clients if client["story"] in stories]

    def _pass(self, minutes: int, seconds: int = 0) -> None:
        self._clock.at += timedelta(minutes=minutes, seconds=seconds)


_AT_COUNTER = (
    "at_once",
    "receipt",
    "deficiency",
    "company",
    "foreigner",
    "telephone",
    "long_name",
    "no_show",
    "elderly",
    "guidance",
)


def _weekday(day: date) -> date:
    """That day, or the last one before it that is neither Thursday nor Friday."""
    while day.weekday() in (3, 4):
        day -= timedelta(days=1)
    return day


def _morning(day: date) -> datetime:
    return instant(datetime.combine(day, time(7, 31)))


def _free(beside: Path, name: str) -> Path:
    candidates = (beside / (name if n == 1 else f"{name}-{n}") for n in range(1, 10_000))
    return next(folder for folder in candidates if not folder.exists())
