"""Papers, their jobs and printers in words."""

from app.papers import TRIAL
from app.spooling.printer_state import PrinterState
from app.spooling.printers import Role
from app.spooling.spool import Job, JobState, came_elsewhere, lacks_printer
from app.spooling.waiting import Stop
from ui.frame.printer_words import role_short
from ui.frame.words import tr
from ui.words import shown

_TRACKED = ("receipt", "steps", "cover")
"""Papers that people call by their request's number."""


def paper_name(kind: str) -> str:
    """What people call a paper of that kind."""
    names = {
        "ticket": tr("Paper of the number"),
        "deficiency": tr("Deficiency slip"),
        "receipt": tr("Receipt"),
        "answer": tr("Notice of the answer"),
        "log": tr("Daily report"),
        "information": tr("Information sheet"),
        "steps": tr("Table of steps"),
        "survey": tr("Questionnaire"),
        "handover": tr("Hand-over list"),
        "cover": tr("Cover sheet"),
        "board": tr("Board of the counter"),
        "pad": tr("Pad of blank receipts"),
        TRIAL: tr("Trial of the printer"),
    }
    return names.get(kind, kind)


def job_subject(job: Job) -> str:
    """Of what a paper is: its number, whose, which sub-service; of a trial the printer."""
    if job.kind == TRIAL:
        return printer_name(job.name)
    key = shown("tracking" if job.kind in _TRACKED else "number", job.key)
    return " · ".join(part for part in (key, job.name, job.title) if part and part != "—")


def stop_words(stop: Stop) -> str:
    """What a paper waits for, in a few words."""
    if stop.behind:
        return tr("behind: {paper}", paper=paper_name(stop.behind.kind))
    return tr("printer: {state}", state=printer_words(stop.state))


def after_words(first: Job) -> str:
    """Which paper is to come out before another one."""
    paper = paper_name(first.kind)
    if first.kind in _TRACKED and first.key:
        return tr("It comes out after {paper} {tracking}.", paper=paper, tracking=first.key)
    if first.key:
        return tr("It comes out after {paper} {number}.", paper=paper, number=first.key)
    return tr("It comes out after {paper}.", paper=paper)


def job_state(job: Job, stop: Stop | None = None) -> str:
    """What has become of a paper, or what it waits for."""
    if stop:
        return stop_words(stop)
    if job.state == "held" and not lacks_printer(job):
        return tr("held by the clerk")
    if came_elsewhere(job) and job.state in ("sent", "confirmed"):
        return elsewhere_words(job)
    states: dict[JobState, str] = {
        "queued": tr("in the queue of the printer"),
        "sending": tr("is being printed"),
        "confirmed": tr("printed, as the printer says"),
        "sent": tr("sent to the printer"),
        "unconfirmed": tr("print not confirmed"),
        "failed": tr("not printed"),
        "held": tr("waits for a printer"),
        "cancelled": tr("cancelled"),
        "dropped": tr("too late, not printed"),
    }
    return states[job.state]


def elsewhere_words(job: Job) -> str:
    """Which printer has a paper that came out of another one than was meant."""
    if job.state == "confirmed":
        return tr("printed on {printer}", printer=role_short(job.role))
    return tr("sent to {printer}", printer=role_short(job.role))


def role_name(role: Role) -> str:
    """A printer by what it prints on."""
    names: dict[Role, str] = {
        "roll": tr("Roll printer (slips)"),
        "page": tr("Page printer"),
        "roll_spare": tr("Spare roll printer"),
        "page_spare": tr("Spare page printer"),
    }
    return names[role]


def printer_short(role: Role) -> str:
    """The same where there is little room."""
    names: dict[Role, str] = {
        "roll": tr("Roll printer"),
        "page": tr("Paper printer"),
        "roll_spare": tr("Other roll printer"),
        "page_spare": tr("Other paper printer"),
    }
    return names[role]


def printer_name(name: str) -> str:
    """A printer's name as it was given, set apart; or that there is none."""
    return f"\u2066{name}\u2069" if name else tr("not named yet")


def printer_words(state: PrinterState) -> str:
    """How a printer stands."""
    states: dict[PrinterState, str] = {
        "ready": tr("ready"),
        "printing": tr("is being printed"),
        "near_end": tr("paper near its end"),
        "unreachable": tr("cannot be reached"),
        "missing": tr("its name is not known"),
        "silent": tr("does not answer"),
        "offline": tr("is switched offline"),
        "paper_out": tr("has no paper"),
        "cover_open": tr("its cover is open"),
        "unknown": tr("state unknown"),
        "no_printer": tr("there is none"),
        "untried": tr("not tried yet"),
        "untold": tr("state unknown"),
    }
    return states[state]
