"""Passwords tried and made: slow reckoning between two short visits to the store."""

from app.deeds.clerk import (
    account_of,
    change_password,
    give_password,
    note_wrong_password,
    passwords_in_use,
    require_first,
    require_unlocked,
    require_window,
    sign_in,
)
from app.events.office import ClerkAdmitted
from app.folds.clerk import TRIES, Account
from app.password import is_sample, require_good, typed_password
from app.ports import Journal, Look, PasswordHasher
from app.refusal import Refusal
from app.roles import by_id, require_pass
from app.value import Value


class Entered(Value, frozen=True, kw_only=True):
    """What came of a try: `clerk` (an id) works there, or must first choose a password of their own
    (`change`), which the one that was typed proves (`proved`).
    """

    clerk: str
    name: str
    change: bool = False
    proved: str = ""


def enter(journal: Journal, hasher: PasswordHasher, code: str, typed: str, window: str) -> Entered:
    """Tries a password. Refuses `clerk_unknown`, `clerk_disabled`, `clerk_locked`, `sign_in_wrong`
    with how many tries are left, `not_allowed` at that window, `sign_in_of_sample` outside a
    sample office, and as `require_first` does of who has none.
    """
    with journal.look() as look:
        who = look.office.clerk(code)
        account = _open_account(look, who)
        require_window(who, window)
        sample, asked = look.office.described.sample, passwords_in_use(look)
        if not account.hash and asked:
            require_first(look, who)
            return Entered(clerk=who.clerk, name=who.name, change=True)
    password = typed_password(typed)
    if account.hash and not hasher.holds(account.hash, password):
        raise _wrong(journal, who.clerk, window)
    if account.hash and not sample and is_sample(password):
        raise Refusal("sign_in_of_sample")
    if account.must_change:
        return Entered(clerk=who.clerk, name=who.name, change=True, proved=account.hash)
    fresh = hasher.hash(password) if account.hash and hasher.stale(account.hash) else ""
    with journal.work(who.clerk) as work:
        sign_in(work, window, proved=account.hash)
        if fresh:
            change_password(work, fresh, proved=account.hash)
    return Entered(clerk=who.clerk, name=who.name)


def choose(
    journal: Journal, hasher: PasswordHasher, entered: Entered, typed: str, window: str
) -> Entered:
    """A password of one's own, and in with it. Refuses as `app.password.require_good` does,
    `password_same` as the one before, and as `change_password` does.
    """
    hashed = _own(journal, hasher, entered.clerk, entered.proved, typed)
    with journal.work(entered.clerk) as work:
        change_password(work, hashed, proved=entered.proved)
        sign_in(work, window, proved=hashed)
    return Entered(clerk=entered.clerk, name=entered.name)


def change(journal: Journal, hasher: PasswordHasher, clerk: str, before: str, typed: str) -> None:
    """Another password for oneself (an id), at any time. Refuses as `enter` and `choose` do."""
    with journal.look() as look:
        who = _of(look, clerk)
        account = _open_account(look, who)
    if account.hash and not hasher.holds(account.hash, typed_password(before)):
        raise _wrong(journal, clerk, "")
    hashed = _own(journal, hasher, clerk, account.hash, typed)
    with journal.work(clerk) as work:
        change_password(work, hashed, proved=account.hash)


def give(journal: Journal, hasher: PasswordHasher, by: str, code: str, typed: str) -> None:
    """A first password for the clerk of that code, by somebody (an id; empty: the program). Refuses
    as `app.password.require_good` and `give_password` do.
    """
    with journal.look() as look:
        require_good(typed, look.office.clerk(code), sample=look.office.described.sample)
    hashed = hasher.hash(typed_password(typed))
    with journal.work(by) as work:
        give_password(work, code, hashed)


def _own(journal: Journal, hasher: PasswordHasher, clerk: str, proved: str, typed: str) -> str:
    with journal.look() as look:
        require_good(typed, _of(look, clerk), sample=look.office.described.sample)
    if proved and hasher.holds(proved, typed_password(typed)):
        raise Refusal("password_same")
    return hasher.hash(typed_password(typed))


def _of(look: Look, clerk: str) -> ClerkAdmitted:
    who = by_id(look.office, clerk)
    if who is None:
        raise Refusal("clerk_gone")
    return who


def _open_account(look: Look, who: ClerkAdmitted) -> Account:
    account = account_of(look, who.clerk)
    if account.disabled:
        raise Refusal("clerk_disabled", name=who.name)
    require_pass(who, account, look.at)
    require_unlocked(look, account)
    return account


def _wrong(journal: Journal, clerk: str, window: str) -> Refusal:
    """Counts it, and says what is left. The refusal is raised outside: this stays on record."""
    with journal.work() as work:
        account = note_wrong_password(work, clerk, window)
    if account.locked_until is not None:
        return Refusal("clerk_locked", until=account.locked_until)
    return Refusal("sign_in_wrong", n=TRIES - account.failures)
