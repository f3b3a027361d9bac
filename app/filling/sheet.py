"""Papers about a sub-service: information sheet (step 4), Table 1, and the blank survey."""

from app.deeds.looking import the_entry, the_request
from app.event import moment
from app.filling.common import letterhead, made, week_of
from app.folds.request import Request
from app.local import day_of, local
from app.papers import InformationPaper, StepRow, StepsPaper, SurveyPaper
from app.ports import Look


def information_paper(look: Look, code: str) -> InformationPaper:
    """The information sheet (R30). Refuses `service_unknown`."""
    entry = the_entry(look, code)
    at, clerk = made(look)
    return InformationPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        sub_service=entry.sheet,
        version=entry.version,
        edited=day_of(moment(entry.edited_at)),
        hours=week_of(look.office, day_of(look.at)),
    )


def steps_paper(look: Look, code: str) -> StepsPaper:
    """Table 1 of a sub-service. Refuses `service_unknown`."""
    sheet = the_entry(look, code).sheet
    at, clerk = made(look)
    return StepsPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        sub_service=sheet.title,
        steps=tuple(
            StepRow(
                title=s.title,
                unit=s.unit,
                post=s.post,
                duration=s.duration,
                unit_of_time=s.unit_of_time,
            )
            for s in sheet.steps
        ),
    )


def request_steps_paper(look: Look, tracking: str) -> StepsPaper:
    """Table 1 as one request went through it. Refuses as a look at the request does."""
    found = the_request(look, tracking)
    at, clerk = made(look)
    return StepsPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        sub_service=found.title,
        steps=step_rows(found),
        tracking=found.tracking,
    )


def step_rows(found: Request) -> tuple[StepRow, ...]:
    """The steps of a request with their local times."""
    return tuple(
        StepRow(
            title=s.step.title,
            unit=s.step.unit,
            post=s.step.post,
            duration=s.step.duration,
            unit_of_time=s.step.unit_of_time,
            handed_over=local(moment(s.handed_over)) if s.handed_over else None,
            done=local(moment(s.done)) if s.done else None,
        )
        for s in found.steps
    )


def survey_paper(look: Look, code: str = "") -> SurveyPaper:
    """Table 5, blank; with a code it names the sub-service. Refuses `service_unknown`."""
    at, clerk = made(look)
    return SurveyPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        head_of_agency=look.office.rules.head_of_agency,
        sub_service=the_entry(look, code).sheet.title if code else "",
    )
