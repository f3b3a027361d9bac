"""The printer that a paper's own template asks for, before the one that suits its kind."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from app.decoding import decode
from app.spooling.printers import Printers, Role, roles_of
from app.spooling.spool import Job, lacks_printer
from app.templates.template import Template
from app.value import Value


class _Wearing(Value, frozen=True, kw_only=True):
    """What is read of a stored paper of any kind."""

    template: Template = Template()


def template_in(stored: bytes) -> Template:
    """The template that a stored paper wears."""
    try:
        return decode(stored, _Wearing).template if stored else Template()
    except msgspec.DecodeError:
        return Template()


def page_of(template: Template) -> Literal["", "A3", "A4", "A5"]:
    """The size of page that a form asks for; empty for a roll, and for what is usual."""
    return "" if template.paper == "roll" else template.paper


def wished(job: Job, template: Template, printers: Printers) -> Job:
    """A job that was given to a printer, given to the one that its form names where this PC has it.
    Who asked for a size of page by themselves gets the usual printer of it.
    """
    role = _role_named(template)
    waits = job.state == "queued" or lacks_printer(job)
    if not role or not waits or job.size != page_of(template) or not printers.named(role):
        return job
    return replace(job, role=role, state="queued", why="", printer="")


def served(printers: Printers, kind: str, template: Template) -> bool:
    """Whether a paper of that kind, in that form, would go to any of them."""
    role = _role_named(template)
    if role and printers.named(role):
        return True
    return bool(roles_of(kind, printers, page_of(template)))


def _role_named(template: Template) -> Role | Literal[""]:
    return template.printer or ("roll" if template.paper == "roll" else "")
