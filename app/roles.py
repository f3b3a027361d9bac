"""Who may do which deed, and work at which window. `docs/roles.md` shows it as a table."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from app.events.office import ClerkAdmitted, Role
from app.folds import clerk
from app.folds.office import Office
from app.ports import Look, Work
from app.refusal import Refusal

P = ParamSpec("P")
T = TypeVar("T")

Roles = frozenset[Role]

ROLES: Final[tuple[Role, ...]] = ("clerk", "supervisor", "administrator", "unit", "inspector")

DESK: Final[Roles] = frozenset({"clerk", "supervisor"})
"""Whoever serves clients."""

STEPS: Final[Roles] = DESK | {"unit"}
"""Whoever has a hand in the steps of a request."""

OFFICE: Final[Roles] = frozenset({"supervisor", "administrator"})
"""Whoever says how the office works. A supervisor may do all that others may: one is enough."""

HEAD: Final[Roles] = frozenset({"supervisor"})
"""Whoever answers for the day at the desk."""

STAFF: Final[Roles] = STEPS | OFFICE
"""Everybody but those who only look."""

EVERYBODY: Final[Roles] = frozenset(ROLES)

PROGRAM: Final[Roles] = frozenset()
"""Nobody: set-up, joining and kiosks alone."""

MATRIX: Final[Mapping[str, Roles]] = {
    "absence.end_visit": HEAD,
    "absence.send_back": HEAD,
    "answer.prepare_answer": DESK,
    "answer.deliver": DESK,
    "appointment.make_appointment": DESK,
    "appointment.cancel_appointment": DESK,
    "appointment.move_appointment": DESK,
    "at_once.give_at_once": DESK,
    "backup.note_made": OFFICE,
    "backup.note_proven": OFFICE,
    "backup.note_trouble": OFFICE,
    "call.call_next": DESK,
    "call.call_chosen": DESK,
    "call.offer": DESK,
    "call.recall": DESK,
    "call.begin": DESK,
    "call.no_show": DESK,
    "call.undo_no_show": DESK,
    "catalogue.define_sub_service": OFFICE,
    "catalogue.import_catalogue": OFFICE,
    "catalogue.retire_sub_service": OFFICE,
    "catalogue.reinstate_sub_service": OFFICE,
    "clerk.sign_in": EVERYBODY,
    "clerk.sign_out": EVERYBODY,
    "clerk.change_password": EVERYBODY,
    "clerk.give_password": OFFICE,
    "clerk.found_password": PROGRAM,
    "clerk.unlock_clerk": OFFICE,
    "clerk.disable_clerk": OFFICE,
    "clerk.enable_clerk": OFFICE,
    "centre.acknowledge": OFFICE,
    "centre.resume_calls": OFFICE,
    "conflict.settle": DESK,
    "day.close_day": DESK,
    "deficiency.announce_deficiency": DESK,
    "deficiency.refer": DESK,
    "form_file.attach_file": OFFICE,
    "form_file.drop_file": OFFICE,
    "founding.found_office": PROGRAM,
    "founding.take_place": PROGRAM,
    "inspection.give_pass": OFFICE,
    "meeting.meet_appointment": DESK,
    "kiosk.tell_of": PROGRAM,
    "kiosk.mend": PROGRAM,
    "office.describe_office": OFFICE,
    "office.give_series": OFFICE,
    "office.place_node": OFFICE,
    "office.publish_seal": OFFICE,
    "office.choose_emblem": OFFICE,
    "office.set_rules": OFFICE,
    "office.open_counter": OFFICE,
    "office.close_counter": OFFICE,
    "office.place_kiosk": OFFICE,
    "office.admit_clerk": OFFICE,
    "office.dismiss_clerk": OFFICE,
    "office.remove_kiosk": OFFICE,
    "office.name_node": OFFICE,
    "office.define_priority_class": OFFICE,
    "office.remove_priority_class": OFFICE,
    "office.set_hours": OFFICE,
    "office.lift_hours": OFFICE,
    "office.announce_closures": OFFICE,
    "office.lift_closure": OFFICE,
    "office.confirm_year": OFFICE,
    "office.confirm_clock": OFFICE,
    "pad.prepare_pad": DESK,
    "pad.enter_sheet": DESK,
    "pad.void_sheet": DESK,
    "paper.print_paper": STAFF,
    "pause.pause_counter": DESK | OFFICE,
    "pause.resume_counter": DESK | OFFICE,
    "raising.raise_ticket": HEAD,
    "request.register": DESK,
    "request.correct": DESK,
    "request.withdraw": DESK,
    "request.void": DESK,
    "setting.change_setting": STAFF,
    "spool.set_printers": STAFF,
    "spool.retry": STAFF,
    "spool.cancel": STAFF,
    "spool.confirm": STAFF,
    "spool.hold": STAFF,
    "spool.release": STAFF,
    "step.hand_over": STEPS,
    "step.take_back": STEPS,
    "step.hand_over_all": DESK,
    "step.take_back_all": DESK,
    "step.ask_inquiry": STEPS,
    "step.answer_inquiry": STEPS,
    "step.find_deficiency": STEPS,
    "survey.enter_survey": DESK | OFFICE,
    "template.edit_template": OFFICE,
    "template.take_back": OFFICE,
    "ticket.issue": DESK,
    "ticket.issue_guidance": DESK,
    "ticket.issue_for_answer": DESK,
    "ticket.come_back": DESK,
    "ticket.receive_without_ticket": DESK,
    "unit.define_unit": OFFICE,
    "unit.remove_unit": OFFICE,
    "visit.hold": DESK,
    "visit.return_to_queue": DESK,
    "visit.transfer": DESK,
    "visit.finish": DESK,
    "waiting.tell_wait": DESK,
}
"""Every deed that somebody does, by its file in `app.deeds` and its name."""

WINDOWS: Final[Mapping[str, Roles]] = {
    "counter": DESK,
    "supervisor": OFFICE | {"inspector"},
    "unit": STEPS,
}
"""Who may sign in at which window."""


def deed(
    function: Callable[Concatenate[Work, P], T],
) -> Callable[Concatenate[Work, P], T]:
    """A deed that asks first whether `MATRIX` lets whoever acts: refuses as `require` does."""
    may = MATRIX[deed_name(function)]

    @wraps(function)
    def done(work: Work, /, *args: P.args, **kwargs: P.kwargs) -> T:
        require(work, may)
        return function(work, *args, **kwargs)

    return done


def deed_name(function: Callable[..., object]) -> str:
    """The name by which the matrix knows a deed."""
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


def require(work: Work, may: Roles) -> None:
    """Lets the program itself pass. Refuses as `require_of` does."""
    require_of(work, work.clerk, may)


def require_of(look: Look, clerk_id: str, may: Roles) -> None:
    """The same of whoever only reads (an id; empty: the program). Refuses `not_allowed(role)`,
    `clerk_gone` of somebody who was dismissed, `clerk_disabled(name)`, and as `require_pass` does.
    """
    if not clerk_id:
        return
    who = by_id(look.office, clerk_id)
    if who is None:
        raise Refusal("clerk_gone")
    account = look.load(clerk.FOLD, clerk_id)
    if account and account.disabled:
        raise Refusal("clerk_disabled", name=who.name)
    if account:
        require_pass(who, account, look.at)
    if who.role not in may:
        raise not_allowed(may)


def require_pass(who: ClerkAdmitted, account: clerk.Account, at: datetime) -> None:
    """A pass holds on its day alone: refuses `pass_early(name, day)`, `pass_over(name, day)`."""
    if account.early(at):
        raise Refusal("pass_early", name=who.name, day=account.last_day)
    if account.over(at):
        raise Refusal("pass_over", name=who.name, day=account.last_day)


def may_do(look: Look, clerk_id: str, deed_: str) -> bool:
    """Whether the matrix lets the clerk of that id do that deed."""
    who = by_id(look.office, clerk_id)
    return who is not None and who.role in MATRIX[deed_]


def by_id(office: Office, clerk_id: str) -> ClerkAdmitted | None:
    """The clerk of that id, if they still work here."""
    return next((who for who in office.clerks.values() if who.clerk == clerk_id), None)


def not_allowed(may: Collection[Role]) -> Refusal:
    """What is said to others: whose business it is, of all of them."""
    whose = tuple(role for role in ROLES if role in may)
    return Refusal("not_allowed", role=whose or ("administrator",))
