"""The vocabulary of the journal."""

from app.event import Event, Vocabulary
from app.events import (
    appointment,
    catalogue,
    clerk,
    conflict,
    day,
    form_file,
    kiosk,
    office,
    pad,
    paper,
    request,
    survey,
    ticket,
)

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
    ticket.TicketRaised,
    ticket.WaitTold,
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
    office.CounterPaused,
    office.CounterResumed,
    office.CounterClosed,
    office.KioskPlaced,
    office.KioskRemoved,
    office.NodeNamed,
    office.UnitDefined,
    office.UnitRemoved,
    office.ClerkAdmitted,
    office.ClerkDismissed,
    office.PriorityClassDefined,
    office.PriorityClassRemoved,
    office.HoursSet,
    office.HoursLifted,
    office.ClosuresAnnounced,
    office.ClosureLifted,
    office.YearConfirmed,
    office.ClockConfirmed,
    office.PictureKept,
    office.TemplateEdited,
)
CATALOGUE: tuple[type[Event], ...] = (
    catalogue.SubServiceDefined,
    catalogue.SubServiceRetired,
    catalogue.SubServiceReinstated,
    catalogue.FormFileAttached,
    catalogue.FormFileDropped,
    form_file.FormFileKept,
)
CLERK: tuple[type[Event], ...] = (
    clerk.PasswordSet,
    clerk.SignedIn,
    clerk.SignedOut,
    clerk.SignInFailed,
    clerk.ClerkUnlocked,
    clerk.ClerkDisabled,
    clerk.ClerkEnabled,
    clerk.PassGiven,
)
KIOSK: tuple[type[Event], ...] = (kiosk.KioskTroubled, kiosk.KioskMended)
PAD: tuple[type[Event], ...] = (pad.PadPrepared, pad.SheetEntered, pad.SheetVoided)
APPOINTMENT: tuple[type[Event], ...] = (
    appointment.AppointmentMade,
    appointment.AppointmentCancelled,
    appointment.AppointmentMet,
)
DAY: tuple[type[Event], ...] = (day.DayClosed,)
PAPER: tuple[type[Event], ...] = (paper.PaperPrinted,)
CONFLICT: tuple[type[Event], ...] = (conflict.ConflictSettled,)
SURVEY: tuple[type[Event], ...] = (survey.SurveysCounted,)


def vocabulary() -> Vocabulary:
    """All kinds that this version writes; no kind has changed its shape yet."""
    return Vocabulary(
        (
            *TICKET,
            *REQUEST,
            *OFFICE,
            *CATALOGUE,
            *CLERK,
            *APPOINTMENT,
            *DAY,
            *KIOSK,
            *PAD,
            *PAPER,
            *CONFLICT,
            *SURVEY,
        ),
        {},
    )
