"""What a command takes and gives."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.persian import clean, latin_digits
from app.ports import Clock, Journal, Look
from app.roles import DESK, EVERYBODY, OFFICE, Roles, require_of
from app.value import Value
from ui.bootstrap import Desk, open_desk
from ui.words import Words


class Said(Value, frozen=True, kw_only=True):
    """`facts` become the JSON object; `key` names the sentence they fill, `more` further lines."""

    facts: Any
    key: str = ""
    more: tuple[str, ...] = ()
    values: Mapping[str, object] = {}


class Session:
    """One command: its arguments, its data folder, its clerk."""

    def __init__(self, args: Namespace, clock: Clock, words: Words) -> None:
        self.args = args
        self.clock = clock
        self.words = words
        self.folder: Path = args.data
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The opened data folder; opened when first asked for."""
        if self._desk is None:
            self._desk = open_desk(self.folder, self.clock)
        return self._desk

    @property
    def journal(self) -> Journal:
        """Its journal."""
        return self.desk.journal

    @property
    def clerk(self) -> str:
        """Who acts: as `--clerk` says, else the office's first who serves clients, else the first.
        Refuses `clerk_unknown`.
        """
        return self._acting(DESK) or self._acting(EVERYBODY)

    @property
    def steward(self) -> str:
        """The same for what is the business of those who look after the office: as `--clerk` says,
        else the first of them; the program itself where there is none.
        """
        return self._acting(OFFICE)

    def require_reader(self, look: Look, may: Roles = EVERYBODY) -> None:
        """Whoever is named may read; without a name it is the owner of the store who asks. Refuses
        as `app.roles.require_of` does.
        """
        if self.args.clerk:
            require_of(look, look.office.clerk(self.args.clerk).clerk, may)

    def _acting(self, may: Roles) -> str:
        with self.journal.look() as look:
            able = [code for code, clerk in look.office.clerks.items() if clerk.role in may]
            code = self.args.clerk or min(able, default="")
            return look.office.clerk(code).clerk if code else ""

    def close(self) -> None:
        """Lets go of the store."""
        if self._desk is not None:
            self._desk.close()


Run = Callable[[Session], Said]


def number(text: str) -> str:
    """Number of a counter or code of a clerk, in any digits."""
    return latin_digits(clean(text)).strip()


class Argument:
    """One argument, as `argparse` takes it. Text is cleaned, unless `type` says otherwise: the name
    of a file must stay as it is.
    """

    def __init__(self, *names: str, **options: Any) -> None:
        self.names = names
        self.options = options


class Command:
    """One command: its name, what it does in a line, its arguments."""

    def __init__(self, name: str, does: str, run: Run, *arguments: Argument) -> None:
        self.name = name
        self.does = does
        self.run = run
        self.arguments = arguments
