"""The history of a request in words: what was done, with what, by whom, when."""

from app.event import Event
from app.events import request as said
from app.events.paper import PaperPrinted
from app.persian import format_date, format_moment
from app.showing.request import HistoryLine
from ui.frame.paper_words import paper_name
from ui.frame.words import tr
from ui.look.parts.row import Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words, shown


def history_row(line: HistoryLine, words: Words) -> Row:
    """One fact: its kind and when; under it the particulars and the clerk."""
    parts = (particulars(line.event), line.clerk)
    return two_line_row(
        f"{line.at.isoformat()} {line.kind}",
        words.value("kind", line.kind),
        when=format_moment(line.at),
        below=" · ".join(part for part in parts if part),
    )


def particulars(event: Event | None) -> str:
    """What tells this fact from others of its kind."""
    match event:
        case said.RequestRegistered(counter=counter):
            return tr("Counter {n}", n=counter) if counter else ""
        case PaperPrinted(paper=paper, copy=copy):
            name = paper_name(paper)
            return tr("{paper}, copy {n}", paper=name, n=copy) if copy > 1 else name
        case said.StepHandedOver(unit=unit, letter=letter):
            return tr("{unit}, letter {number}", unit=unit, number=letter) if letter else unit
        case said.StepDone(result=text) | said.InquiryAnswered(result=text):
            return shown("text", text) if text else ""
        case said.InquiryAsked(title=title, body=body):
            return "، ".join(part for part in (title, body) if part)
        case _:
            return _particulars_of_answers(event)


def _particulars_of_answers(event: Event | None) -> str:
    match event:
        case said.DeficiencyFound(documents=documents, until=until):
            papers = "، ".join(documents)
            return tr("{papers}; until {day}", papers=papers, day=format_date(until))
        case said.AnswerPrepared(number=number):
            return shown("number", number)
        case said.AnswerDelivered(receiver_name=name):
            return name
        case said.RequestCorrected(reason=reason):
            return shown("reason", reason)
        case said.RequestWithdrawn(reason=reason) | said.RequestVoided(reason=reason):
            return shown("reason", reason)
        case _:
            return ""
