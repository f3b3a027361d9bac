"""A shell for tests: types commands into the program, on a clock set by hand."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from ui.cli.main import run

ROOT = Path(__file__).parents[2]
MORNING = datetime(2026, 11, 21, 4, 30, tzinfo=UTC)
"""شنبه ۳۰ آبان ۱۴۰۵, ۰۸:۰۰ in Tehran: an ordinary working day."""

Facts = dict[str, Any]

PERSON = {"kind": "person", "id": "0003472183", "name": "علی‌اکبر رمضانی‌پور"}
TITLES = (
    "کارت ملی",
    "شناسنامه سرپرست خانوار",
    "گزارش وقوع حادثه",
    "عکس محل خسارت",
    "شماره شبای حساب متقاضی",
)
"""The papers that sub-service 35 of the sample office asks for."""

REQUEST: Facts = {"service": "35", "applicant": PERSON, "documents": dict.fromkeys(TITLES, True)}
ANSWER: Facts = {
    "grounds": "ماده ۱۲ آیین‌نامه",
    "content": "با درخواست موافقت شد.",
    "objection": "بازرسی استانداری، ظرف ۲۰ روز",
    "issuer_name": "پروین قاسمی‌نژاد",
    "issuer_post": "مسئول میز خدمت",
}


class HandClock:
    """Stands still until a test moves it."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.at


class Shell:
    """Types commands for one data folder; `home` takes the files that it writes."""

    def __init__(self, data: Path, home: Path) -> None:
        self.data = data
        self.home = home
        self.clock = HandClock()

    def do(self, *words: str) -> tuple[int, Facts]:
        """The exit code and the one JSON object of a command."""
        code, said = self.say(*words, "--json")
        facts: Facts = json.loads(said)
        return code, facts

    def done(self, *words: str) -> Facts:
        """The facts of a command that must succeed."""
        code, facts = self.do(*words)
        assert code == 0, facts
        self.later(seconds=20)
        return facts

    def refused(self, *words: str) -> str:
        """The code of a refusal that must come, with a sentence in Persian to it."""
        code, facts = self.do(*words)
        assert code == 3, facts
        assert self.sentence(*words)
        return str(facts["refused"])

    def sentence(self, *words: str) -> str:
        """What a refused command says to a person."""
        code, said = self.say(*words)
        assert code == 3, said
        return said.strip()

    def say(self, *words: str) -> tuple[int, str]:
        """The exit code and the text of a command; what argparse ends is its exit code."""
        out = StringIO()
        try:
            code = run(["--data", str(self.data), *words], self.clock, out)
        except SystemExit as end:
            return int(end.code or 0), out.getvalue()
        return code, out.getvalue()

    def found(self, text: str) -> list[Facts]:
        """The hits of a search."""
        code, said = self.say("find", text, "--json")
        assert code == 0, said
        hits: list[Facts] = json.loads(said)
        return hits

    def later(self, **gone: float) -> None:
        """Time goes by."""
        self.clock.at += timedelta(**gone)

    def file(self, name: str, said: object) -> str:
        """A JSON file, or one of bytes as they are."""
        path = self.home / name
        data = said if isinstance(said, bytes) else json.dumps(said).encode()
        path.write_bytes(data)
        return str(path)

    def register(self, **changes: object) -> str:
        """The tracking number of a request like `REQUEST`."""
        told = self.file("request.json", {**REQUEST, **changes})
        return str(self.done("register", told)["tracking"])

    def answer(self, tracking: str, **changes: object) -> str:
        """The number of an answer like `ANSWER`."""
        told = self.file("answer.json", {**ANSWER, **changes})
        return str(self.done("answer", tracking, told)["number"])

    def verified(self) -> Facts:
        """What `verify` says; chain and projections must hold."""
        found = self.done("verify")
        assert (found["chain"], found["projections"]) == ("whole", "equal"), found
        return found

    def events(self) -> int:
        """How many facts stand in the journal, which must be whole."""
        return int(self.verified()["events"])


def program(
    *words: str | bytes,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """The program itself, as a shell starts it."""
    return subprocess.run(
        python(*words),
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        timeout=60,
        check=False,
    )


def python(*words: str | bytes) -> Sequence[str | bytes]:
    """The words that start it."""
    return (sys.executable, "-m", "ui", *words)
