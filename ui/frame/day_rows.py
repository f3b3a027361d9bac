"""Table 2 as rows: the seven columns of the guide under short heads."""

from collections.abc import Sequence
from datetime import date

from app.papers import LogChange, LogRow, LogTotals
from app.persian import format_date, format_moment, persian_digits
from ui.frame.words import tr
from ui.log_words import mark_said
from ui.look.parts.row import Cell, Column, Row
from ui.look.theme import Theme
from ui.words import Words, shown

_DATES = 5


def day_columns(theme: Theme) -> tuple[Column, ...]:
    """At enlarged text the dates stand closer, so that the title is still seen."""
    number, date_ = (130, 80) if theme.large else (142, 106)
    dates = (Column(width=date_, role="body"),) * _DATES
    return (Column(width=number, role="strong"), Column(role="open"), *dates)


def day_heads(theme: Theme) -> tuple[str, ...]:
    """Short names of the columns; the paper bears the guide's own."""
    if theme.large:
        return (
            tr("Receipt number"),
            tr("Sub-service"),
            tr("Taken in"),
            tr("Promised"),
            tr("First step"),
            tr("Last step"),
            tr("Answered"),
        )
    return (
        tr("Receipt number"),
        tr("Sub-service asked for"),
        tr("Request received on"),
        tr("Promised date"),
        tr("To the first step"),
        tr("From the last step"),
        tr("Answer given"),
    )


def change_columns(theme: Theme) -> tuple[Column, ...]:
    """Of what became of signed rows; at enlarged text the reason takes the title's room."""
    number, what, when = (130, 160, 116) if theme.large else (142, 190, 130)
    fixed = (
        Column(width=number, role="strong"),
        Column(width=what, role="strong"),
        Column(width=when, role="body"),
        Column(role="open"),
    )
    return fixed if theme.large else (*fixed, Column(role="open"))


def change_heads(theme: Theme) -> tuple[str, ...]:
    """What those columns hold."""
    heads = (tr("Receipt number"), tr("What changed"), tr("When"), tr("Reason"))
    return heads if theme.large else (*heads, tr("Sub-service"))


def day_rows(rows: Sequence[LogRow], words: Words) -> tuple[Row, ...]:
    """One part of the table; its key is the number."""
    return tuple(_row(row, words) for row in rows)


def totals(foot: LogTotals) -> tuple[tuple[str, str], ...]:
    """The foot of Table 2: names and figures."""
    figures = (
        (tr("Requests (sum)"), foot.requests),
        (tr("Answers given"), foot.answers),
        (tr("Guidance"), foot.guidance),
        (tr("By telephone"), foot.telephone),
        (tr("Papers missing"), foot.deficiencies),
        (tr("Referrals"), foot.referrals),
        (tr("Did not come"), foot.no_shows),
        (tr("Late"), foot.overdue),
    )
    return tuple((name, _counted(figure)) for name, figure in figures)


def change_rows(changes: Sequence[LogChange], words: Words) -> tuple[Row, ...]:
    """A row for each change."""
    return tuple(
        Row(
            cells=(
                Cell(text=shown("tracking", change.row.tracking)),
                Cell(text=words.value("mark", change.what)),
                Cell(text=format_moment(change.at)),
                Cell(text=change.reason or "—"),
                Cell(text=change.row.sub_service),
            ),
            key=f"{change.row.tracking} {place}",
        )
        for place, change in enumerate(changes)
    )


def _counted(figure: int | None) -> str:
    return "—" if figure is None else persian_digits(str(figure))


def _row(row: LogRow, words: Words) -> Row:
    mark = mark_said(row, words)
    # The mark comes first: where a line is too long, the title is what is cut.
    title = tr("{mark}: {title}", mark=mark, title=row.sub_service) if mark else row.sub_service
    days = (row.received, row.promised, row.first_step, row.last_step, row.delivered)
    cells = (
        Cell(text=shown("tracking", row.tracking)),
        Cell(text=title, colour="ink_3" if row.mark in ("withdrawn", "voided") else None),
        *map(_day, days),
    )
    return Row(cells=cells, key=row.tracking)


def _day(day: date | None) -> Cell:
    return Cell(text=format_date(day)) if day else Cell(text="—", colour="ink_3")
