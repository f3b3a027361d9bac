"""What a request's page says of its steps, papers, inquiries and answers."""

from datetime import date

from app.event import moment
from app.events.request import Checked
from app.folds.request import Answer, InquiryTimes, Request, StepTimes, overdue
from app.persian import format_date, format_moment, long_date, persian_digits
from app.showing.request import RequestShown
from ui.frame.results import result_word
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.two_lines import two_line_row
from ui.look.tokens import Colour
from ui.words import shown

PAPER_COLUMNS = (
    Column(role="open"),
    Column(width=150, align="end", role="secondary", colour="ink_2"),
)

_MARKS: dict[str, Colour] = {"received": "ink_2", "on_file": "firuzeh_7", "missing": "brick"}


def step_rows(found: Request) -> tuple[Row, ...]:
    """Table 1 of this request."""
    now = found.current_step
    return tuple(_step(place, step, now=place == now) for place, step in enumerate(found.steps))


def paper_rows(found: Request) -> tuple[Row, ...]:
    """The checklist as it was settled, what was found missing later, the sub-service's fields."""
    settled = [_paper(paper) for paper in found.documents]
    later = [_later(title, slip.until) for slip in found.deficiencies for title in slip.documents]
    fields = [
        Row(
            cells=(Cell(text=tr("{field}: {text}", field=detail.title, text=detail.text)), Cell()),
            key=f"field {detail.title}",
        )
        for detail in found.details
    ]
    return (*settled, *later, *fields)


def spoken_rows(found: Request) -> tuple[Row, ...]:
    """Inquiries and answers, in the order of their making."""
    inquiries = [(inquiry.asked, _inquiry(inquiry)) for inquiry in found.inquiries]
    answers = [(answer.at, _answer(answer)) for answer in found.answers]
    return tuple(row for _, row in sorted((*inquiries, *answers), key=lambda one: one[0]))


def facts_of(shown_request: RequestShown) -> tuple[tuple[str, str], ...]:
    """Who asks, by whom it was taken, and what was noted."""
    found = shown_request.request
    spoken = found.representative
    taken = (
        tr("Counter {n}", n=found.counter) if found.counter else "",
        shown_request.registered_by,
    )
    facts = (
        (tr("Applicant"), found.applicant.name),
        (_code_name(found), shown("code", found.applicant.id)),
        (tr("Father's name"), found.applicant.father),
        (tr("Mobile phone"), persian_digits(found.applicant.mobile)),
        (tr("Representative"), spoken.name if spoken else ""),
        (tr("Code of the representative"), shown("code", spoken.id) if spoken else ""),
        (tr("Proxy"), shown("proxy", spoken.proxy) if spoken and spoken.proxy else ""),
        (tr("Registered by"), "، ".join(part for part in taken if part)),
        (tr("Taken in"), tr("by hand, on a blank receipt") if found.by_hand else ""),
        (tr("Remarks"), shown("remarks", found.remarks) if found.remarks else ""),
        (tr("Registered again because"), found.repeated),
        (tr("Reason of the end"), found.ended_reason),
    )
    return tuple((name, text) for name, text in facts if text)


def dates_of(shown_request: RequestShown) -> tuple[tuple[str, str, Colour], ...]:
    """Received, promised, later estimate, delivered."""
    found, today = shown_request.request, shown_request.today
    late = overdue(found.promised.date(), found.state, today)
    dates: list[tuple[str, str, Colour]] = [
        (tr("Request received on"), format_moment(found.received), "ink"),
        (tr("Promised date"), long_date(found.promised.date()), "brick" if late else "ink"),
    ]
    told = [slip.estimate.date() for slip in found.deficiencies if slip.estimate]
    if estimated := shown_request.estimated or next(iter(told[-1:]), None):
        dates.append((tr("New estimate"), long_date(estimated), "amber"))
    if found.delivered_on and found.delivery:
        dates.append((tr("Delivered"), format_moment(moment(found.delivery.at)), "firuzeh_7"))
    return tuple(dates)


def _code_name(found: Request) -> str:
    names = {
        "person": tr("National code"),
        "legal": tr("National id"),
        "foreigner": tr("Comprehensive number of foreigners"),
        "unnumbered": tr("Code of the applicant"),
    }
    return names[found.applicant.kind]


def _step(place: int, step: StepTimes, *, now: bool) -> Row:
    state, icon, colour = _state_of(step, now=now)
    begun = _when(step.handed_over)
    parts = [
        step.step.unit,
        tr("handed over {when}", when=begun) if begun else "",
        tr("letter {number}", number=step.letter) if step.letter else "",
        shown("result", step.result) if step.result else "",
    ]
    return two_line_row(
        str(place),
        step.step.title,
        when=state,
        below=" · ".join(part for part in parts if part),
        icon=icon,
        colour=colour,
    )


def _state_of(step: StepTimes, *, now: bool) -> tuple[str, str, Colour]:
    if step.done:
        return tr("done {when}", when=_when(step.done)), "circle-check", "firuzeh_7"
    if step.handed_over:
        return tr("with the unit"), "hourglass", "ink"
    if now:
        return tr("not handed over"), "clock", "ink"
    return tr("comes later"), "clock", "ink_3"


def _when(at: int | None) -> str:
    return format_moment(moment(at)) if at else ""


def _paper(paper: Checked) -> Row:
    words = {
        "received": tr("Received"),
        "on_file": tr("It is on file"),
        "missing": tr("Missing"),
        "not_needed": tr("Not needed"),
    }
    mark = Cell(text=words[paper.mark], colour=_MARKS.get(paper.mark, "ink_3"))
    return Row(cells=(Cell(text=paper.title), mark), key=f"paper {paper.title}")


def _later(title: str, until: date) -> Row:
    said = tr("asked for later, until {day}", day=format_date(until))
    return Row(cells=(Cell(text=title), Cell(text=said, colour="brick")), key=f"later {title}")


def _inquiry(inquiry: InquiryTimes) -> Row:
    answered = inquiry.answered is not None
    return two_line_row(
        f"inquiry {inquiry.id}",
        tr("Inquiry: {title}", title=inquiry.title),
        when=tr("answered") if answered else tr("waits for its answer"),
        below=" · ".join(part for part in (inquiry.body, inquiry.result) if part),
        icon="building-bank",
        colour="firuzeh_7" if answered else "amber",
    )


def _answer(answer: Answer) -> Row:
    said = answer.said
    return two_line_row(
        f"answer {said.number}",
        tr("Answer {number}", number=said.number),
        when=format_date(said.day),
        below="، ".join(part for part in (_result(answer), said.issuer_name) if part),
        icon="file-check",
        colour="firuzeh_7",
    )


def _result(answer: Answer) -> str:
    return result_word(answer.said.result) if answer.said.result else ""
