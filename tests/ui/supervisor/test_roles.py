"""Who only looks, or looks after the office, is asked for nothing that is refused afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.deeds.appointment import make_appointment
from app.deeds.looking import today
from app.deeds.office import admit_clerk
from app.deeds.pad import prepare_pad
from app.deeds.request import register
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.local import local
from app.ports import Look, Work
from app.roles import MATRIX, not_allowed
from app.settings import SETTINGS, value_of
from app.showing.audit import MOST, Filter, audit_page
from app.spooling.spool import interrupted
from tests.app.opened import person
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.frame.page import GAP
from ui.supervisor.chapters import CHAPTERS
from ui.words import Words

SERVICE = "35"
CODES = {"administrator": "301", "inspector": "302"}

Road = tuple[str, ...]
"""Keys that lead to a page."""

ROADS: tuple[Road, ...] = (
    *((chapter.combo,) for chapter in CHAPTERS),
    ("Shift+F5",),
    ("Shift+F9",),
    *(("Ctrl+3", digit) for digit in "489"),
    *(("Ctrl+2", "F12", *("Up",) * 5, *("Down",) * turn, "Enter") for turn in range(4)),
    ("Ctrl+0", "F3"),
)
"""What no key of a bar leads to is named; the rest is found."""

OF_FILES = {"Ctrl+2": ("F9",), "Ctrl+4": ("F7", "F8"), "Ctrl+6": ("F7",), "Ctrl+9": ("F7", "F8")}
"""Whoever may look may keep what they see as a file."""

ELSEWHERE = {"Esc", "F1"}


def desk(work: Work) -> None:
    """Something of everything: people who wait, a request, blank receipts, a paper in doubt."""
    admit_clerk(work, CODES["administrator"], "سعید نوری", "administrator")
    admit_clerk(work, CODES["inspector"], "پروین آذر", "inspector")
    for _ in range(2):
        issue(work, SERVICE)
    made = register(work, SERVICE, person(1), counter="1")
    prepare_pad(work, 2)
    at = local(work.at).replace(hour=13, minute=0)
    make_appointment(work, SERVICE, today(work), at.time(), name="زهرا محمدی")
    work.set_job(interrupted(hand_out(work, "receipt", made.tracking)))


def sentences() -> set[str]:
    """All that is said to somebody whose business it is not."""
    return {Words().refusal(not_allowed(may)) for may in MATRIX.values() if may}


def stands(look: Look) -> tuple[object, ...]:
    """Facts, settings and papers, as far as anybody at a window can add to them."""
    day = today(look)
    facts = audit_page(look, Filter(first=day, last=day), lambda _: None, most=MOST).facts
    settings = tuple(value_of(look, setting) for setting in SETTINGS)
    return len(facts), settings, tuple(look.jobs())


def goes(supervisor: Supervisor, road: Road) -> None:
    """By those keys, from wherever it is."""
    supervisor.hit("Esc", "Esc", *road)


def keys(supervisor: Supervisor) -> list[str]:
    """Those of the page on top that look possible."""
    acts = (act for act in supervisor.page.acts() if act != GAP and not act.why_not)
    return [act.combo for act in acts if act.combo not in ELSEWHERE]


def answers(supervisor: Supervisor) -> Iterator[str]:
    """Whatever is asked, one after the other; gives what is said each time."""
    for _ in range(4):
        yield supervisor.said
        if supervisor.question:
            supervisor.type("1")
        elif not supervisor.choosing:
            return
        supervisor.hit("Enter")
    supervisor.hit("Esc")


def walks(supervisor: Supervisor) -> Iterator[tuple[Road, str, str]]:
    """Every possible key of every page that keys lead to: the page, the key, what is said."""
    roads, known = list(ROADS), set[type]()
    for road in roads:
        goes(supervisor, road)
        here = type(supervisor.page)
        known.add(here)
        for combo in keys(supervisor):
            if combo in OF_FILES.get(road[0], ()):
                continue
            goes(supervisor, road)
            supervisor.hit(combo)
            for said in answers(supervisor):
                yield road, combo, said
            if type(supervisor.page) not in known:
                known.add(type(supervisor.page))
                roads.append((*road, combo))


@pytest.mark.parametrize("role", CODES)
def test_no_key_that_looks_possible_is_refused_for_who_presses_it(
    sits: Sits, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, role: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    supervisor = sits()
    supervisor.does(desk)
    supervisor.close()
    looker = sits(code=CODES[role])
    before = looker.looks(stands)
    theirs = sentences()
    seen = set[str]()
    for road, combo, said in walks(looker):
        assert said not in theirs, (road, combo)
        seen.add(" ".join((*road, combo)))
    assert {"Ctrl+1 F8", "Ctrl+2 F11", "Ctrl+3 4 Enter", "Ctrl+9 F12 F4", "Shift+F5 F3"} <= seen
    if role == "inspector":
        assert looker.looks(stands) == before
