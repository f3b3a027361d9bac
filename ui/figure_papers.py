"""A report as a paper with its pictures, and what its files are called."""

from collections.abc import Mapping

from app.figure_table import shown
from app.figures.report import Report
from app.filling.figures import figures_paper
from app.papers import FigureSection, FiguresPaper
from app.ports import Look
from ui.figure_tables import tables
from ui.words import Words

ENDINGS = (".pdf", ".xlsx")


def headline(report: Report, words: Words) -> tuple[tuple[str, str], ...]:
    """The figures that a report begins with."""
    kept, whole = report.promises.whole, report.visits.whole
    told = (
        ("rate", "—" if kept.rate is None else shown(kept.rate, "share")),
        ("due", shown(kept.due, "count")),
        ("late", shown(kept.late, "count")),
        ("owed", shown(kept.owed, "count")),
        ("came", shown(whole.came, "count")),
        ("wait_median", shown(whole.wait.median, "minutes")),
        ("wait_most", shown(whole.wait.most, "minutes")),
        ("no_shows", shown(whole.no_shows, "count")),
    )
    return tuple((words.value("figure_head", name), figure) for name, figure in told)


def report_paper(
    look: Look, report: Report, words: Words, pictures: Mapping[str, bytes], clerk: str = ""
) -> FiguresPaper:
    """`pictures` (PNG) by the name of the table over which each stands."""
    sections = tuple(
        FigureSection(table=table, picture=pictures.get(table.name, b""))
        for table in tables(report, words)
        if table.rows
    )
    return figures_paper(look, report.period, headline(report, words), sections, clerk)
