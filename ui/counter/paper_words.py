"""Papers, their jobs and printers in words."""

from app.papers import TRIAL
from app.spooling.printer_state import PrinterState
from app.spooling.printers import Role
from app.spooling.spool import Job, JobState, lacks_printer
from ui.frame.words import tr
from ui.words import shown


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
        TRIAL: tr("Trial of the printer"),
    }
    return names.get(kind, kind)


def job_subject(job: Job) -> str:
    """Of what a paper is: its number, whose, which sub-service; of a trial the printer."""
    if job.kind == TRIAL:
        return printer_name(job.name)
    key = shown("tracking" if job.kind in ("receipt", "steps", "cover") else "number", job.key)
    return " · ".join(part for part in (key, job.name, job.title) if part and part != "—")


def job_state(job: Job) -> str:
    """What has become of a paper."""
    if job.state == "held" and not lacks_printer(job):
        return tr("held by the clerk")
    states: dict[JobState, str] = {
        "queued": tr("in the queue of the printer"),
        "sending": tr("is being printed"),
        "confirmed": tr("printed, as the printer says"),
        "sent": tr("printed"),
        "unconfirmed": tr("print not confirmed"),
        "failed": tr("not printed"),
        "held": tr("waits for a printer"),
        "cancelled": tr("cancelled"),
        "dropped": tr("too late, not printed"),
    }
    return states[job.state]


def role_name(role: Role) -> str:
    """A printer by what it prints on."""
    names: dict[Role, str] = {
        "roll": tr("Roll printer (slips)"),
        "page": tr("Page printer"),
        "roll_spare": tr("Spare roll printer"),
        "page_spare": tr("Spare page printer"),
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
        "silent": tr("does not answer"),
        "offline": tr("is switched offline"),
        "paper_out": tr("has no paper"),
        "cover_open": tr("its cover is open"),
        "unconfirmed": tr("print not confirmed"),
        "unknown": tr("state unknown"),
        "failed": tr("a paper could not be made"),
        "no_printer": tr("there is none"),
        "untried": tr("not tried yet"),
        "untold": tr("state unknown"),
    }
    return states[state]
