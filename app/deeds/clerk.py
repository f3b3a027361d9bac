"""Clerks' accounts: passwords, signing in and out, locks.

Whether a password holds is reckoned before, outside the transaction (`app.signing_in`): `proved` is
the hash that held then, and must still be the one that counts.
"""

from app.deeds.lane import hand_on_left, release
from app.deeds.seats import seats
from app.events import clerk as said
from app.events.office import ClerkAdmitted
from app.folds import clerk
from app.folds.clerk import Account
from app.order import clerk_lane
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import OFFICE, WINDOWS, by_id, deed, not_allowed


def account_of(look: Look, clerk_id: str) -> Account:
    """The account of a clerk, an empty one where nothing was ever said of it."""
    return look.load(clerk.FOLD, clerk_id) or Account(id=clerk_id)


def passwords_in_use(look: Look) -> bool:
    """Whether this office asks for passwords: it does as soon as one of its clerks has one."""
    return any(account_of(look, who.clerk).hash for who in look.office.clerks.values())


@deed
def sign_in(work: Work, window: str, *, proved: str = "") -> Account:
    """Whoever acts works at that window from now on («counter:1»), for their password held.

    Refuses `password_changed_meanwhile`, `password_must_change`, `clerk_locked(until)`,
    `not_allowed` at a window that is not theirs, and as `app.roles.require` does.
    """
    who, account = _who(work), account_of(work, work.clerk)
    require_unlocked(work, account)
    if account.hash != proved:
        raise Refusal("password_changed_meanwhile")
    if account.must_change:
        raise Refusal("password_must_change")
    require_window(who, window)
    return _moved(work, said.SignedIn(window=window))


@deed
def sign_out(work: Work, window: str) -> Account:
    """Whoever acts leaves that window. Who waits for them, or for a counter that nobody is at any
    more, goes to others that serve the same.
    """
    return _moved(work, said.SignedOut(window=window))


def note_wrong_password(work: Work, clerk_id: str, window: str) -> Account:
    """Counts a wrong password; after `app.folds.clerk.TRIES` in a row nothing is tried for a while.
    Nobody is known to act, so the program records it.
    """
    return work.append(clerk.FOLD, clerk_id, said.SignInFailed(window=window))


@deed
def change_password(work: Work, hashed: str, *, proved: str = "") -> Account:
    """One's own, by whoever knew the one before, or has none yet and may make the first.

    Refuses `password_changed_meanwhile`, `clerk_locked`, and as `require_first` does.
    """
    account = account_of(work, work.clerk)
    require_unlocked(work, account)
    if account.hash != proved:
        raise Refusal("password_changed_meanwhile")
    if not account.hash:
        require_first(work, _who(work))
    return work.append(clerk.FOLD, work.clerk, said.PasswordSet(hash=hashed))


@deed
def give_password(work: Work, code: str, hashed: str) -> Account:
    """A first password for somebody, or a new one; they change it when they come in. One's own is
    no first one.

    Refuses `clerk_unknown`, `password_supervisor_first` while none of those who look after the
    office has one: nobody could give another.
    """
    who = work.office.clerk(code)
    if who.role not in OFFICE and not _stewards_with_password(work):
        raise Refusal("password_supervisor_first")
    given = said.PasswordSet(hash=hashed, must_change=who.clerk != work.clerk)
    return work.append(clerk.FOLD, who.clerk, given)


@deed
def found_password(work: Work, code: str, hashed: str) -> Account:
    """One that an office begins with: who sets it up has chosen it. Refuses `clerk_unknown`."""
    clerk_id = work.office.clerk(code).clerk
    return work.append(clerk.FOLD, clerk_id, said.PasswordSet(hash=hashed))


@deed
def unlock_clerk(work: Work, code: str) -> Account:
    """Wrong passwords so far count no longer. Refuses `clerk_unknown`."""
    return work.append(clerk.FOLD, work.office.clerk(code).clerk, said.ClerkUnlocked())


@deed
def disable_clerk(work: Work, code: str, reason: str) -> Account:
    """The account does nothing more until it is enabled again; wherever it is signed in, the window
    locks. Whoever was sent to them waits on in the queue of all.

    Refuses `clerk_unknown`, `reason_empty`, `clerk_is_oneself`, `last_supervisor`.
    """
    who = work.office.clerk(code)
    if not tidy(reason):
        raise Refusal("reason_empty")
    if who.clerk == work.clerk:
        raise Refusal("clerk_is_oneself")
    require_steward_beside(work, who)
    release(work, clerk_lane(who.clerk))
    seated = seats(work)
    after = work.append(clerk.FOLD, who.clerk, said.ClerkDisabled(reason=clean(reason)))
    hand_on_left(work, seated)
    return after


@deed
def enable_clerk(work: Work, code: str) -> Account:
    """The account may act again. Refuses `clerk_unknown`."""
    return work.append(clerk.FOLD, work.office.clerk(code).clerk, said.ClerkEnabled())


# -- what they ask -------------------------------------------------------------------------------


def require_unlocked(look: Look, account: Account) -> None:
    """Refuses `clerk_locked(until)`."""
    if account.locked(look.at):
        raise Refusal("clerk_locked", until=account.locked_until)


def require_window(who: ClerkAdmitted, window: str) -> None:
    """Refuses `not_allowed` to whom that window is not for."""
    may = WINDOWS.get(window.partition(":")[0])
    if may is not None and who.role not in may:
        raise not_allowed(may)


def require_first(look: Look, who: ClerkAdmitted) -> None:
    """Whether somebody without a password may make the first one: refuses `password_wanted` of an
    account that looks after the office while others do too, for anybody could take it, and
    `password_supervisor_first`.
    """
    stewards = _stewards_with_password(look)
    if who.role in OFFICE and passwords_in_use(look):
        raise Refusal("password_wanted", name=who.name)
    if who.role not in OFFICE and not stewards:
        raise Refusal("password_supervisor_first")


def require_steward_beside(look: Look, who: ClerkAdmitted) -> None:
    """Somebody must be left who looks after the office. Refuses `last_supervisor`."""
    others = [each for each in _stewards(look) if each.clerk != who.clerk]
    if who.role in OFFICE and not others:
        raise Refusal("last_supervisor")


def _moved(work: Work, event: said.SignedIn | said.SignedOut) -> Account:
    seated = seats(work)
    after = work.append(clerk.FOLD, work.clerk, event)
    hand_on_left(work, seated)
    return after


def _who(work: Work) -> ClerkAdmitted:
    who = by_id(work.office, work.clerk)
    if who is None:
        raise Refusal("clerk_gone")
    return who


def _stewards(look: Look) -> list[ClerkAdmitted]:
    everybody = look.office.clerks.values()
    able = [who for who in everybody if not account_of(look, who.clerk).disabled]
    return [who for who in able if who.role in OFFICE]


def _stewards_with_password(look: Look) -> list[ClerkAdmitted]:
    return [who for who in _stewards(look) if account_of(look, who.clerk).hash]
