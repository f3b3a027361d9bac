"""What is left out of the journal's bytes is read back as the default: so defaults are released."""

from typing import Any

import msgspec
import pytest

from app.events import (
    APPOINTMENT,
    CATALOGUE,
    CLERK,
    CONFLICT,
    DAY,
    KIOSK,
    OFFICE,
    PAPER,
    REQUEST,
    SURVEY,
    TICKET,
)
from app.sub_service import Answerable
from app.value import Value

# What a body must have, and what is meant where it says nothing. A new field comes with a default
# and is added here; nothing else here ever changes: what was written would be read differently.
RELEASED: dict[str, tuple[str, dict[str, Any]]] = {
    "TicketIssued": (
        "label series number day service service_version code title lane effective_at",
        {
            "priority": "",
            "credit": 0,
            "purpose": "new",
            "continues": "",
            "request": "",
            "applicant": "",
            "appointment": "",
            "agreed_at": None,
        },
    ),
    "VisitOpened": (
        "how call counter day service service_version code title",
        {"label": ""},
    ),
    "TicketCalled": ("call counter why", {}),
    "TicketRecalled": ("call", {}),
    "ServiceBegun": ("call", {}),
    "NoShowMarked": ("calls", {}),
    "NoShowUndone": ("effective_at lane", {"reason": ""}),
    "TicketHeld": ("calls until lane", {"reason": ""}),
    "TicketReturned": ("calls effective_at lane", {"reason": ""}),
    "TicketTransferred": (
        "calls effective_at lane service service_version code title",
        {"reason": "", "returns": (), "back": False},
    ),
    "Back": ("lane service", {}),
    "DeficiencyAnnounced": (
        "number token applicant service code title service_version sheet missing until counter",
        {
            "received": (),
            "reason": "",
            "fee": 0,
            "account": "",
            "legal_basis": "",
            "answerable": "",
            "phone": "",
        },
    ),
    "TokenRedeemed": ("token ticket", {}),
    "ReferralArranged": ("official unit reason counter", {"place": "", "subject": "", "hour": ""}),
    "ServiceFinished": ("calls outcome", {"derived": False, "reason": ""}),
    "TicketCleared": ("", {"carried_to": "", "served": ""}),
    "TicketRaised": ("effective_at reason", {}),
    "WaitTold": ("least most middle spread", {}),
    "AppointmentMade": (
        "appointment number day at name service code title",
        {"holder": "", "mobile": "", "note": ""},
    ),
    "AppointmentCancelled": ("appointment reason", {"moved_to": None}),
    "AppointmentMet": ("appointment ticket", {}),
    "RequestRegistered": (
        (
            "tracking service service_version sheet code title mode applicant received"
            " promised calendar"
        ),
        {
            "opens": "",
            "closes": "",
            "answerable": "",
            "phone": "",
            "steps": (),
            "documents": (),
            "representative": None,
            "counter": "",
            "ticket": "",
            "remarks": "",
            "repeated": "",
            "beyond": "",
            "details": (),
            "by_hand": False,
        },
    ),
    "StepHandedOver": ("step unit day", {"letter": "", "implied": False}),
    "StepDone": ("step day", {"result": ""}),
    "InquiryAsked": ("inquiry title body", {}),
    "InquiryAnswered": ("inquiry result", {}),
    "DeficiencyFound": ("documents until", {"estimate": None}),
    "AnswerPrepared": (
        "day number ordinal grounds content objection issuer_name issuer_post",
        {"remarks": "", "result": "", "letter": "", "attachment": ""},
    ),
    "AnswerDelivered": (
        "day answer number receiver receiver_name receiver_id",
        {"counter": "", "ticket": "", "lost_reason": "", "identity_document": ""},
    ),
    "RequestCorrected": (
        "reason",
        {
            "kind": None,
            "id": None,
            "name": None,
            "father": None,
            "mobile": None,
            "representative": None,
            "unrepresented": False,
            "documents": None,
            "remarks": None,
        },
    ),
    "RequestWithdrawn": ("reason", {}),
    "RequestVoided": ("reason", {}),
    "OfficeDescribed": (
        "agency name",
        {
            "address": "",
            "phone": "",
            "url": "",
            "sms_line": "",
            "sample": False,
        },
    ),
    "EmblemChosen": ("png", {}),
    "RulesSet": ("rules", {}),
    "NodePlaced": ("node place", {}),
    "SeriesGiven": ("node series", {}),
    "SealPublished": ("node key", {}),
    "CounterOpened": ("number", {"title": "", "services": ()}),
    "CounterPaused": ("number reason", {}),
    "CounterResumed": ("number", {}),
    "CounterClosed": ("number", {}),
    "KioskPlaced": ("name", {}),
    "KioskRemoved": ("name", {}),
    "NodeNamed": ("node name", {}),
    "UnitDefined": ("name", {"posts": (), "person": "", "phone": ""}),
    "UnitRemoved": ("name", {}),
    "ClerkAdmitted": ("clerk code name role", {"skills": ()}),
    "ClerkDismissed": ("clerk", {}),
    "PriorityClassDefined": ("code title credit", {}),
    "PriorityClassRemoved": ("code", {}),
    "HoursSet": ("since hours", {}),
    "HoursLifted": ("since", {}),
    "ClosuresAnnounced": ("closures", {"reason": ""}),
    "ClosureLifted": ("day", {}),
    "YearConfirmed": ("year", {}),
    "ClockConfirmed": ("reason", {}),
    "PictureKept": ("name png", {}),
    "TemplateEdited": ("paper template", {}),
    "Template": (
        "",
        {
            "version": 0,
            "basmala": True,
            "emblem": "office",
            "heading": "",
            "footer": "",
            "sentences": (),
            "rows": None,
            "size": 1.0,
            "copies": 1,
            "paper": "",
            "printer": "",
        },
    ),
    "Sentence": ("text", {"place": "before_signature"}),
    "SubServiceDefined": ("version sheet", {}),
    "SubServiceRetired": ("reason", {}),
    "SubServiceReinstated": ("reason", {}),
    "FormFileAttached": ("file", {}),
    "FormFileDropped": ("title", {}),
    "FormFileKept": ("name data", {}),
    "PasswordSet": ("hash", {"must_change": False}),
    "SignedIn": ("window", {}),
    "SignedOut": ("window", {}),
    "SignInFailed": ("window", {}),
    "ClerkUnlocked": ("", {}),
    "ClerkDisabled": ("reason", {}),
    "ClerkEnabled": ("", {}),
    "PassGiven": ("day", {}),
    "DayClosed": ("day counter received answered totals head", {"feet": (), "lines": ()}),
    "LogLine": ("request row counter delivery_counter", {}),
    "LogRow": (
        "tracking sub_service received promised",
        {"first_step": None, "last_step": None, "delivered": None, "mark": ""},
    ),
    "ConflictSettled": ("event how note", {}),
    "SurveysCounted": ("filled", {}),
    "Filled": (
        "day answers",
        {
            "gender": "",
            "age": "",
            "education": "",
            "job": "",
            "service": "",
            "visits": "",
            "remarks": "",
        },
    ),
    "KioskTroubled": ("name trouble", {}),
    "KioskMended": ("name trouble", {}),
    "PaperPrinted": ("paper copy", {"key": "", "template": 0, "emblem": ""}),
    "LogTotals": (
        "",
        {
            "requests": 0,
            "answers": 0,
            "guidance": 0,
            "telephone": None,
            "deficiencies": 0,
            "referrals": 0,
            "no_shows": 0,
            "overdue": 0,
        },
    ),
    "Why": (
        "rule lane effective_at issued_at",
        {"credit": 0, "priority": "", "reason": "", "appointment": None},
    ),
    "Applicant": ("id name", {"kind": "person", "father": "", "mobile": ""}),
    "Rules": (
        "",
        {
            "night": "clear",
            "deficiency_days": 10,
            "usual_days": 10,
            "tolerance": 3,
            "last_column": "",
            "head_of_agency": "",
            "alarm_wait": 20,
            "alarm_crowd": 10,
            "alarm_called": 3,
            "alarm_idle": 5,
            "lock_minutes": 10,
            "proven_days": 30,
            "numbers_until": None,
            "turn_requests": 0,
            "late_minutes": 15,
            "return_after": 3,
            "hold_minutes": 15,
            "kiosk_pace": 12,
            "tickets_at": "",
            "hall_next": 0,
            "hall_notice": "",
            "board_clerk": "no",
            "voice_times": 2,
            "voice_since": None,
            "voice_until": None,
        },
    ),
    "SubService": (
        "code title",
        {
            "department": "",
            "official_id": "",
            "mode": 2,
            "channel": "desk",
            "fitness": (),
            "places": (),
            "url": "",
            "steps": (),
            "documents": (),
            "forms": (),
            "average": "",
            "inquiries": (),
            "fees": (),
            "answerable": Answerable(),
            "legal_basis": "",
            "ready_texts": (),
            "note": "",
            "fields": (),
        },
    ),
    "FormFile": ("title file name size", {}),
    "FormField": ("title", {"kind": "text", "obligatory": False}),
    "Detail": ("title text", {}),
    "Missing": ("title form", {"count": 1, "where": ""}),
    "Step": ("title unit", {"post": "", "duration": 0, "unit_of_time": "working_day"}),
    "Checked": ("title", {"form": "", "mark": "received"}),
    "Representative": ("id name", {"proxy": ""}),
    "Closure": ("day title", {}),
    "Answerable": ("", {"name": "", "post": "", "phone": "", "hours": "", "deputy": ""}),
    "RequiredDocument": (
        "title",
        {"form": "copy", "count": 1, "kinds": (), "obligatory": True, "condition": "", "where": ""},
    ),
    "Inquiry": ("title body", {}),
    "Fee": ("title amount", {"account": "", "article": ""}),
    "ReadyText": ("title result grounds content objection", {"remarks": ""}),
}


def values() -> list[type[Value]]:
    """Every kind of event, and every value inside one."""
    found: list[type[Value]] = []
    ahead: list[Any] = [
        *TICKET,
        *REQUEST,
        *OFFICE,
        *CATALOGUE,
        *CLERK,
        *APPOINTMENT,
        *DAY,
        *KIOSK,
        *PAPER,
        *CONFLICT,
    ]
    ahead += SURVEY
    while ahead:
        kind = ahead.pop(0)
        if isinstance(kind, type) and issubclass(kind, Value):
            if kind not in found:
                found.append(kind)
                ahead += [field.type for field in msgspec.structs.fields(kind)]
        else:
            ahead += getattr(kind, "__args__", ())
    return found


@pytest.mark.parametrize("kind", values(), ids=lambda kind: kind.__name__)
def test_what_is_left_out_means_for_ever_what_it_meant(kind: type[Value]) -> None:
    fields = msgspec.structs.fields(kind)
    required = [field.name for field in fields if field.required]
    defaults = {field.name: field.default for field in fields if not field.required}
    names, meant = RELEASED[kind.__name__]
    assert (required, defaults) == (names.split(), meant)
    # 0 == False and 1 == True, yet their bytes differ.
    assert [type(value) for value in defaults.values()] == [type(v) for v in meant.values()]


def test_no_kind_that_was_released_is_forgotten() -> None:
    assert {kind.__name__ for kind in values()} == set(RELEASED)
