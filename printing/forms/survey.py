"""Table 5 of the guide, «پرسشنامه سنجش رضایت ارباب رجوع از خدمات» (R65), blank."""

from itertools import groupby

import resources
from app.decoding import decode
from app.papers import SurveyPaper
from app.persian import format_date, persian_digits, persian_figures
from app.value import Value
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.model import Block, Cell, Columns, Document, Gap, Run, Side, Square, Table, Text, text
from printing.sheet import Sheet

_QUESTION_WIDTHS = (8, 24, 80, 10, 8, 11, 8, 10)
_SIZE = 10.4
"""Points: the largest that keeps sixteen questions and the box on one page."""
_ROW, _BOX = 7.4, 4.0
"""Millimetres of a question of one line, and of a box that a pen can tick."""
_ROOM, _LESS = 28, 4
"""Millimetres of the box, and what it gives up at each step of `Sheet.tight`."""


class Question(Value, frozen=True, kw_only=True):
    """One question under its axis (محور سنجش)."""

    axis: str
    text: str


class Wording(Value, frozen=True, kw_only=True):
    """The guide's words, letter for letter, as they ship in `resources/forms/survey.json`."""

    title: str
    organization: str
    date: str
    intro: str
    thanks: str
    respondent: dict[str, str]
    genders: tuple[str, str]
    columns: tuple[str, ...]
    levels: tuple[str, ...]
    questions: tuple[Question, ...]
    closing: str


def wording() -> Wording:
    """The questionnaire's text, read anew: a blank form is printed seldom."""
    data = resources.path("forms", "survey.json").read_bytes()
    return decode(data, Wording)


def survey(paper: SurveyPaper, sheet: Sheet) -> Document:
    """The blank form, one page. It asks for no name, code or number: it is anonymous."""
    kind, words = kinds.type_sized(_SIZE * kinds.scale(sheet)), wording()
    heading = own.line(paper, paper.template.heading, kind)
    footer = own.line(paper, paper.template.footer, kind)
    return Document(
        title=words.title,
        top=frame.marks(paper, sheet),
        blocks=(
            *heading,
            _head(paper, words, kind),
            Gap(height=2),
            text(words.intro, kind.body),
            text(_thanks(paper, words), kinds.styled(kind.body, align="end")),
            Gap(height=1.5),
            *_respondent(paper, words, kind),
            Gap(height=2.5),
            _questions(words, kind),
            Gap(height=2.5),
            text(words.closing, kind.label),
            Gap(height=1),
            Table(widths=(1,), rows=((Cell(blocks=(), height=_ROOM - _LESS * sheet.tight),),)),
        ),
        foot=(Gap(height=1), *footer),
    )


def _head(paper: SurveyPaper, words: Wording, kind: Type) -> Block:
    organization = parts.joined(paper.letterhead.agency, paper.letterhead.office, by="، ")
    right = text(f"{words.organization}: {organization}", kind.label)
    left = text(f"{words.date} {format_date(paper.at.date())}", kind.label)
    cells = (right, text(words.title, kinds.styled(kind.strong, factor=1.05, align="center")), left)
    return Table(widths=(36, 66, 28), rows=(tuple(Cell(blocks=(one,)) for one in cells),), pad=1.8)


def _thanks(paper: SurveyPaper, words: Wording) -> str:
    """«با تشکر (نام و سمت رییس دستگاه)», its brackets filled where the name is known."""
    if not paper.head_of_agency:
        return words.thanks
    return f"{words.thanks.partition(' (')[0]} ({paper.head_of_agency})"


def _respondent(paper: SurveyPaper, words: Wording, kind: Type) -> tuple[Block, ...]:
    label = words.respondent
    blanks = [text(f"{label[key]}:", kind.body) for key in ("age", "education", "job")]
    first = (_gender(words, kind), *blanks)
    visits = text(f"{label['visits_last_year']}:", kind.body)
    asked = Text(
        runs=(
            *parts.labelled(label["service"]),
            Run(text=f" {persian_figures(paper.sub_service)}"),
        ),
        style=kind.body,
    )
    one = Table(widths=(46, 20, 34, 30), rows=(tuple(Cell(blocks=(b,)) for b in first),), pad=1.2)
    rest = Table(widths=(1,), rows=tuple((Cell(blocks=(b,)),) for b in (asked, visits)), pad=1.2)
    return (one, rest)


def _gender(words: Wording, kind: Type) -> Block:
    """«جنسیت: مرد ☐ زن ☐»."""
    sides = [Side(blocks=(text(f"{words.respondent['gender']}:", kind.body),), width=15)]
    for gender in words.genders:
        sides.append(Side(blocks=(text(gender, kind.body),), width=8))
        sides.append(Side(blocks=(Square(align="start"),), width=7))
    return Columns(sides=tuple(sides), gap=0.5, middle=True)


def _questions(words: Wording, kind: Type) -> Table:
    style = kinds.styled(kind.label, align="center")
    *titles, levels = words.columns
    first = [Cell(blocks=(text(title, style),), down=2, shaded=True) for title in titles]
    first.append(Cell(blocks=(text(levels, style),), across=len(words.levels), shaded=True))
    second = parts.heads(words.levels, style)
    rows: list[tuple[Cell, ...]] = [tuple(first), second]
    for axis, questions in groupby(enumerate(words.questions, 1), lambda pair: pair[1].axis):
        rows += _axis(axis, list(questions), len(words.levels), kind)
    return Table(widths=_QUESTION_WIDTHS, rows=tuple(rows), heads=2, pad=0.8)


def _axis(
    axis: str, questions: list[tuple[int, Question]], levels: int, kind: Type
) -> list[tuple[Cell, ...]]:
    middle, small = kind.middle, kinds.styled(kind.label, align="center")
    boxes = tuple(Cell(blocks=(Square(size=_BOX),)) for _ in range(levels))
    rows = []
    for place, (number, question) in enumerate(questions):
        count = Cell(blocks=(text(persian_digits(str(number)), middle),), height=_ROW)
        title = (Cell(blocks=(text(axis, small),), down=len(questions)),) if place == 0 else ()
        rows.append((count, *title, Cell(blocks=(text(question.text, kind.label),)), *boxes))
    return rows
