"""The vocabulary of the journal."""

from app.event import Event, Vocabulary
from app.events import catalogue, conflict, day, office, paper, request, ticket

TICKET: tuple[type[Event], ...] = (
    ticket.TicketIssued,
    ticket.VisitOpened,
    ticket.TicketCalled,
    ticket.TicketRecalled,
    ticket.ServiceBegun,
    ticket.NoShowMarked,
    ticket.NoShowUndone,
    ticket.TicketHeld,
    ticket.TicketReturned,
    ticket.TicketTransferred,
    ticket.DeficiencyAnnounced,
    ticket.TokenRedeemed,
    ticket.ReferralArranged,
    ticket.ServiceFinished,
    ticket.TicketCleared,
)
REQUEST: tuple[type[Event], ...] = (
    request.RequestRegistered,
    request.StepHandedOver,
    request.StepDone,
    request.InquiryAsked,
    request.InquiryAnswered,
    request.DeficiencyFound,
    request.AnswerPrepared,
    request.AnswerDelivered,
    request.RequestCorrected,
    request.RequestWithdrawn,
    request.RequestVoided,
)
OFFICE: tuple[type[Event], ...] = (
    office.OfficeDescribed,
    office.EmblemChosen,
    office.RulesSet,
    office.NodePlaced,
    office.SeriesGiven,
    office.SealPublished,
    office.CounterOpened,
    office.CounterClosed,
    office.KioskPlaced,
    office.ClerkAdmitted,
    office.ClerkDismissed,
    office.PriorityClassDefined,
    office.HoursSet,
    office.ClosuresAnnounced,
    office.ClosureLifted,
    office.ClockConfirmed,
    office.PictureKept,
    office.TemplateEdited,
)
CATALOGUE: tuple[type[Event], ...] = (catalogue.SubServiceDefined, catalogue.SubServiceRetired)
DAY: tuple[type[Event], ...] = (day.DayClosed,)
PAPER: tuple[type[Event], ...] = (paper.PaperPrinted,)
CONFLICT: tuple[type[Event], ...] = (conflict.ConflictSettled,)


def vocabulary() -> Vocabulary:
    """All kinds that this version writes; no kind has changed its shape yet."""
    return Vocabulary((*TICKET, *REQUEST, *OFFICE, *CATALOGUE, *DAY, *PAPER, *CONFLICT), {})
