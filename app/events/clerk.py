"""What happens to a clerk's account: passwords, coming and going, locks."""

from datetime import date

from app.event import Event


class PasswordSet(Event, frozen=True, kw_only=True):
    """From now on only this password lets the clerk in. `hash` is what `app.ports.PasswordHasher`
    makes of it; the journal carries it so that signing in works without the centre. `must_change`:
    somebody else has chosen it, and it only leads to choosing another.
    """

    hash: str
    must_change: bool = False


class SignedIn(Event, frozen=True, kw_only=True):
    """The clerk works at a window of this PC, «counter:1» or «supervisor:»."""

    window: str


class SignedOut(Event, frozen=True, kw_only=True):
    """The clerk no longer works there."""

    window: str


class SignInFailed(Event, frozen=True, kw_only=True):
    """Somebody typed a wrong password for this clerk."""

    window: str


class ClerkUnlocked(Event, frozen=True, kw_only=True):
    """The wrong passwords so far count no longer."""


class ClerkDisabled(Event, frozen=True, kw_only=True):
    """The account does nothing more, until it is enabled again."""

    reason: str


class PassGiven(Event, frozen=True, kw_only=True):
    """The account acts until that day of the office is over: an inspector's pass."""

    day: date


class ClerkEnabled(Event, frozen=True, kw_only=True):
    """The account may act again."""
