"""The figures of a period, said, as JSON, or kept as a paper or a workbook."""

from typing import cast

from app.figure_table import FigureTable, shown
from app.figures.report import Report, report
from app.local import day_of
from app.period import KINDS, Kind, Period, period_between, period_of
from app.persian import parse_date
from app.ports import Look
from app.refusal import Refusal
from ui.bootstrap import press, report_workbook
from ui.cli.files import write_file
from ui.cli.said import Argument, Command, Said, Session
from ui.figure_papers import ENDINGS, report_paper
from ui.figure_tables import tables
from ui.file_name import known_ending


def _figures(session: Session) -> Said:
    args, words = session.args, session.words
    ending = known_ending(args.to, ENDINGS) if args.to else ""
    clerk = session.clerk if ending == ".pdf" else ""
    with session.journal.look() as look:
        told = report(look, _period(session, look), _hear_nothing)
        if ending == ".pdf":
            paper = report_paper(look, told, words, {}, clerk)
    if ending == ".pdf":
        write_file(args.to, press().pdf(paper))
    elif ending:
        write_file(args.to, report_workbook(told, words))
    made = tables(told, words)
    lines = tuple(line for table in made for line in _lines(table))
    nobody = () if told.visits.whole.came else (words.answer("no_visits", {}),)
    return Said(
        facts={**_facts(told), "tables": {table.name: _rows(table) for table in made}},
        key="figures",
        values={"period": told.period.name, "path": args.to},
        more=() if args.to else (*nobody, *lines),
    )


def _period(session: Session, look: Look) -> Period:
    args = session.args
    if args.since or args.until:
        if not (args.since and args.until):
            raise Refusal("period_open")
        return period_between(args.since, args.until)
    day = parse_date(args.date) if args.date else day_of(look.at)
    return period_of(cast("Kind", args.period), day)


def _facts(told: Report) -> dict[str, object]:
    kept = told.promises.whole
    return {
        "first": told.period.first,
        "last": told.period.last,
        "kept_rate": kept.rate,
        "due": kept.due,
        "kept": kept.kept,
        "late": kept.late,
        "owed": kept.owed,
        "came": told.visits.whole.came,
        "telephone": told.telephone,
        "no_shows": told.visits.whole.no_shows,
        "wait_median": told.visits.whole.wait.median,
        "wait_most": told.visits.whole.wait.most,
        "waits_told": told.told.whole.told,
        "waits_true": told.told.whole.rate,
    }


def _rows(table: FigureTable) -> list[dict[str, object]]:
    """Each row by its key; durations in seconds, shares from 0 to 1."""
    return [
        {"key": key, "cells": dict(zip(table.heads, row, strict=True))}
        for key, row in zip(table.keys, table.rows, strict=True)
    ]


def _lines(table: FigureTable) -> list[str]:
    if not table.rows:
        return []
    rows = [
        " | ".join(
            f"{head} {shown(cell, kind)}" if place else shown(cell, kind)
            for place, (head, cell, kind) in enumerate(
                zip(table.heads, row, table.kinds, strict=True)
            )
        )
        for row in table.rows
    ]
    return ["", table.title, *rows]


def _hear_nothing(_: float) -> None:
    """Nobody watches."""


COMMANDS = (
    Command(
        "figures",
        "the figures of a period: promises kept, waiting, units, missing papers, opinions",
        _figures,
        Argument("--period", default="month", choices=KINDS, type=str),
        Argument("--date", default="", help="Jalali, a day of the period; today when left out"),
        Argument("--since", default="", help="Jalali; with --until, in place of --period"),
        Argument("--until", default=""),
        Argument("--to", default="", metavar="FILE.pdf|xlsx", type=str),
    ),
)
