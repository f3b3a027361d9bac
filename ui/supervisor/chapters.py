"""The table of chapters: the rail, the help and the keys are made from it."""

from ui.supervisor.board.board import board
from ui.supervisor.catalogue.catalogue import catalogue
from ui.supervisor.chapter import Chapter
from ui.supervisor.day.day import day
from ui.supervisor.figures.figures import figures
from ui.supervisor.inspection.inspection import inspection
from ui.supervisor.lists.lists import lists
from ui.supervisor.office.office import office
from ui.supervisor.people.people import people
from ui.supervisor.settings.settings import settings
from ui.supervisor.staffing.staffing import staffing

CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        combo="Ctrl+1",
        icon="users",
        name="Board",
        does="Who waits where, and what each counter does",
        make=board,
    ),
    Chapter(
        combo="Ctrl+2",
        icon="file-text",
        name="Daily report",
        does="Table 2 of every day, the end of the day, and blank receipts",
        make=day,
    ),
    Chapter(
        combo="Ctrl+3",
        icon="clipboard-list",
        name="Lists of work",
        does="What is due, late, waiting for somebody, or running out",
        make=lists,
    ),
    Chapter(
        combo="Ctrl+4",
        icon="chart-bar",
        name="Figures",
        does="Promises kept, waiting, units, missing papers, load and opinions, by periods",
        make=figures,
    ),
    Chapter(
        combo="Ctrl+5",
        icon="armchair",
        name="Staffing",
        does="How many counters are needed in which hour, and what would happen with others",
        make=staffing,
    ),
    Chapter(
        combo="Ctrl+6",
        icon="list",
        name="The catalogue",
        does="The catalogue: what the desk gives, with papers, stages, costs and forms",
        make=catalogue,
    ),
    Chapter(
        combo="Ctrl+7",
        icon="building-bank",
        name="The office",
        does="What serves whom, units, hours, holidays and the letterhead",
        make=office,
    ),
    Chapter(
        combo="Ctrl+8",
        icon="user",
        name="Clerks",
        does="Who works here, as what, with which password, and who came when",
        make=people,
    ),
    Chapter(
        combo="Ctrl+9",
        icon="shield-check",
        name="Records",
        does="Who did what, conflicts, whether the records are whole, and what an inspector checks",
        make=inspection,
    ),
    Chapter(
        combo="Ctrl+0",
        icon="archive",
        name="Settings, backups",
        does="How the office and this PC work; backups, and the proof that they open",
        make=settings,
    ),
)
