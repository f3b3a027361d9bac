"""What is asked on a request's page: which inquiry, under which letter."""

from app.persian import persian_digits
from app.showing.request import RequestShown
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr

ASK, OTHER, ANSWER = "ask", "other", "answer"
"""How the ids of `inquiry_pick` begin, before a colon and title (and, to ask, line break and body);
`OTHER` stands alone.
"""


def no_number() -> str:
    """What stands in the question for a letter that has no number."""
    return tr("without a number yet")


def letter_of(typed: str) -> str:
    """The number of a letter as it was answered."""
    return "" if typed == no_number() else typed


def inquiry_pick(shown: RequestShown) -> Pick:
    """Those whose answer is awaited first, then what the catalogue asks for."""
    waiting = [one for one in shown.request.inquiries if one.answered is None]
    asked = {one.title for one in waiting}
    rows = [
        PickRow(
            id=f"{ANSWER}:{one.title}",
            first=persian_digits(str(place)),
            text=one.title,
            trailing=tr("Record its answer"),
        )
        for place, one in enumerate(waiting, 1)
    ]
    rows += [
        PickRow(
            id=f"{ASK}:{one.title}\n{one.body}",
            first=persian_digits(str(place)),
            text=f"{one.title}، {one.body}",
            trailing=tr("Ask"),
        )
        for place, one in enumerate(shown.inquiries, len(rows) + 1)
        if one.title not in asked
    ]
    rows.append(
        PickRow(id=OTHER, first=persian_digits(str(len(rows) + 1)), text=tr("Another inquiry"))
    )
    return Pick(title=tr("Inquiries of the request"), rows=tuple(rows), hint=tr("Number or words"))
