"""The state of a clerk's account. Its entity is the clerk's id."""

from datetime import date, datetime, timedelta
from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import clerk as said
from app.folds.fold import Fold, Reason, State, Transition
from app.local import day_of
from app.value import Value

TRIES = 5
"""Wrong passwords in a row after which nothing more is tried for a while."""

PAUSE = timedelta(minutes=15)

_REMEMBERED = 20
"""Sign-ins; all of them stand in the journal."""


class SignIn(Value, frozen=True, kw_only=True):
    """Once at a window of a PC; `until` None: not signed out since, as far as is known here."""

    window: str
    node: str
    since: datetime
    until: datetime | None = None


class Account(State, frozen=True, kw_only=True):
    """`hash` empty: no password was ever set. `failures` counts wrong passwords in a row; `signed`
    holds the last sign-ins, the newest last.
    """

    hash: str = ""
    must_change: bool = False
    password_at: datetime | None = None
    failures: int = 0
    locked_until: datetime | None = None
    disabled: str = ""
    signed: tuple[SignIn, ...] = ()
    last_day: date | None = None
    """A pass of one day: the account does nothing before it, and nothing more after it."""

    def over(self, at: datetime) -> bool:
        """Whether its pass had ended at that moment."""
        return self.last_day is not None and day_of(at) > self.last_day

    def early(self, at: datetime) -> bool:
        """Whether the day of its pass had not come yet at that moment."""
        return self.last_day is not None and day_of(at) < self.last_day

    def locked(self, at: datetime) -> bool:
        """Whether no password is tried at that moment."""
        return self.locked_until is not None and at < self.locked_until


def _opened(recorded: Recorded, event: Event) -> Account | None:
    """Whatever is said of an account first opens it, and counts."""
    transition = _TRANSITIONS.get(type(event))
    return transition(Account(id=recorded.entity), recorded, event)[0] if transition else None


def _password(account: Account, recorded: Recorded, event: Event) -> tuple[Account, Reason]:
    event = cast(said.PasswordSet, event)
    after = replace(
        _free(account),
        hash=event.hash,
        must_change=event.must_change,
        password_at=recorded.moment,
    )
    return after, ""


def _in(account: Account, recorded: Recorded, event: Event) -> tuple[Account, Reason]:
    window = cast(said.SignedIn, event).window
    fresh = SignIn(window=window, node=recorded.node, since=recorded.moment)
    return replace(_free(account), signed=(*account.signed, fresh)[-_REMEMBERED:]), ""


def _out(account: Account, recorded: Recorded, event: Event) -> tuple[Account, Reason]:
    here = (recorded.node, cast(said.SignedOut, event).window)
    signed = tuple(
        replace(each, until=recorded.moment)
        if each.until is None and (each.node, each.window) == here
        else each
        for each in account.signed
    )
    return replace(account, signed=signed), ""


def _failed(account: Account, recorded: Recorded, _: Event) -> tuple[Account, Reason]:
    """What several PCs heard while apart counts together. A pause that is over begins anew."""
    begun = account.failures % TRIES
    if begun == 0 and account.locked(recorded.moment):
        return account, ""
    until = recorded.moment + PAUSE if begun + 1 == TRIES else None
    return replace(account, failures=begun + 1, locked_until=until), ""


def _unlocked(account: Account, _: Recorded, __: Event) -> tuple[Account, Reason]:
    return _free(account), ""


def _disabled(account: Account, _: Recorded, event: Event) -> tuple[Account, Reason]:
    return replace(account, disabled=cast(said.ClerkDisabled, event).reason), ""


def _enabled(account: Account, _: Recorded, __: Event) -> tuple[Account, Reason]:
    return replace(_free(account), disabled=""), ""


def _passed(account: Account, _: Recorded, event: Event) -> tuple[Account, Reason]:
    return replace(account, last_day=cast(said.PassGiven, event).day), ""


def _free(account: Account) -> Account:
    return replace(account, failures=0, locked_until=None)


_TRANSITIONS: dict[type[Event], Transition[Account]] = {
    said.PasswordSet: _password,
    said.SignedIn: _in,
    said.SignedOut: _out,
    said.SignInFailed: _failed,
    said.ClerkUnlocked: _unlocked,
    said.ClerkDisabled: _disabled,
    said.ClerkEnabled: _enabled,
    said.PassGiven: _passed,
}

FOLD: Fold[Account] = Fold(_opened, _TRANSITIONS)
