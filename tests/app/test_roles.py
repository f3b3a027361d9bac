"""Every deed, done by everybody: the matrix lets them, or says whose business it is."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from app import deeds
from app.deeds.catalogue import the_guidance
from app.deeds.clerk import disable_clerk
from app.deeds.office import admit_clerk, dismiss_clerk, set_rules
from app.deeds.ticket import issue
from app.events.office import Role, Rules
from app.refusal import Refusal
from app.roles import EVERYBODY, MATRIX, OFFICE, ROLES, STAFF, WINDOWS, deed_name, may_do
from resources import path
from tests.app.desk import Desk
from tests.app.opened import PERMIT, opened
from ui.words import Words

FOLDER = Path(deeds.__path__[0])
DOCS = FOLDER.parents[1] / "docs" / "roles.md"
CODES: dict[Role, str] = {
    "clerk": "11",
    "supervisor": "20",
    "administrator": "30",
    "unit": "40",
    "inspector": "50",
}
PARTS = {
    "catalogue.the_guidance": "brought in by whoever first guides somebody",
    "clerk.note_wrong_password": "nobody is known to act",
    "by_paper.clear_served": "of a call, after the ticket of somebody served by paper has come",
    "lane.hand_on": "of a counter that rests",
    "lane.hand_on_left": "of whoever leaves a counter, or closes its day",
    "lane.release": "of taking a counter or a clerk away",
    "night.settle_night": "of the first deed of a day",
    "numbering.give_ticket": "of every deed that gives a number",
    "numbering.keep_number": "of the night, for whoever keeps the place",
    "survey.count_surveys": "of closing a day",
    "ticket.give": "of every deed that gives a ticket",
}
"""What appends and is no deed of its own: others do it on their way."""


@pytest.fixture
def desk() -> Desk:
    """One of each role."""
    desk = opened()
    for role, code in CODES.items():
        if role not in ("clerk", "supervisor"):
            desk.do(admit_clerk, code, f"کارمند {code}", role)
    return desk


def appending() -> Iterator[str]:
    """The public functions of `app.deeds` that add a fact, themselves or through each other."""
    trees = {file.stem: ast.parse(file.read_text("utf-8")) for file in FOLDER.glob("*.py")}
    functions = {
        f"{file}.{node.name}": node
        for file, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    found: set[str] = set()
    while True:
        more = {
            name
            for name, node in functions.items()
            if name not in found and _appends(name, node, trees, found)
        }
        if not more:
            return iter(sorted(name for name in found if "._" not in name))
        found |= more


def _appends(
    name: str, node: ast.FunctionDef, trees: dict[str, ast.Module], found: set[str]
) -> bool:
    file = name.partition(".")[0]
    brought = {
        alias.asname or alias.name: f"{(each.module or '').rpartition('.')[2]}.{alias.name}"
        for each in trees[file].body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    }
    for call in ast.walk(node):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="work"), attr="append")):
                return True
            case ast.Call(func=ast.Name(id=called)):
                if brought.get(called, f"{file}.{called}") in found:
                    return True
    return False


def the_deed(name: str) -> Callable[..., object]:
    """The function of a line of the matrix."""
    file, _, function = name.partition(".")
    found: Callable[..., object] = getattr(importlib.import_module(f"app.deeds.{file}"), function)
    return found


def tried(desk: Desk, name: str, who: str) -> None:
    """Begins it, telling nothing of what it is about: who may is asked before anything else."""
    with desk.work(who) as work:
        the_deed(name)(work)
        raise Refusal("nothing_more")


def test_whatever_adds_a_fact_stands_in_the_matrix() -> None:
    assert set(appending()) - set(MATRIX) - set(PARTS) == set()
    assert set(PARTS) <= set(appending())


@pytest.mark.parametrize("name", MATRIX)
def test_a_line_of_the_matrix_is_a_deed_that_asks(name: str) -> None:
    deed: Any = the_deed(name)
    assert deed_name(deed) == name
    assert inspect.unwrap(deed) is not deed, "it does not ask who acts"


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("name", MATRIX)
def test_everybody_may_do_what_the_matrix_says_and_nothing_else(
    desk: Desk, name: str, role: Role
) -> None:
    who = desk.see(lambda look: look.office.clerk(CODES[role]).clerk)
    assert desk.see(may_do, who, name) == (role in MATRIX[name])
    stood = list(desk.facts)
    code = ""
    try:
        tried(desk, name, who)
    except TypeError:
        assert role in MATRIX[name]
    except Refusal as refusal:
        code = refusal.code
    assert (code == "not_allowed") == (role not in MATRIX[name])
    assert desk.facts == stood


@pytest.mark.parametrize("name", MATRIX)
def test_the_program_itself_may_do_all(desk: Desk, name: str) -> None:
    with pytest.raises((TypeError, Refusal)) as said:
        tried(desk, name, "")
    assert getattr(said.value, "code", "") != "not_allowed"


def test_a_refusal_names_everybody_whose_business_it_is(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused, desk.work(desk.clerk) as work:
        set_rules(work, Rules())
    assert refused.value.code == "not_allowed"
    assert refused.value.facts == {"role": ("supervisor", "administrator")}
    desk.clerk = desk.see(lambda look: look.office.clerk("50").clerk)
    with pytest.raises(Refusal) as refused, desk.work(desk.clerk) as work:
        issue(work, PERMIT)
    assert refused.value.facts == {"role": ("clerk", "supervisor")}


def test_one_supervisor_may_do_whatever_others_may() -> None:
    assert all("supervisor" in may for may in (*MATRIX.values(), *WINDOWS.values()) if may)


def test_an_inspector_only_looks() -> None:
    own = {name for name, may in MATRIX.items() if "inspector" in may}
    assert own == {"clerk.sign_in", "clerk.sign_out", "clerk.change_password"}


def test_who_guides_brings_the_guidance_into_the_catalogue(desk: Desk) -> None:
    assert desk.see(lambda look: look.entry_of("0")) is None
    with desk.work(desk.clerk) as work:
        assert the_guidance(work).sheet.code == "0"


def test_whoever_is_gone_or_disabled_does_nothing(desk: Desk) -> None:
    gone = desk.see(lambda look: look.office.clerk("12").clerk)
    desk.do(dismiss_clerk, "12")
    desk.do(disable_clerk, "40", "مرخصی")
    disabled = desk.see(lambda look: look.office.clerk("40").clerk)
    for who, code in ((gone, "clerk_gone"), (disabled, "clerk_disabled")):
        with pytest.raises(Refusal) as refused, desk.work(who) as work:
            issue(work, PERMIT)
        assert refused.value.code == code


def test_the_page_about_roles_says_what_the_matrix_says() -> None:
    rows = [line.split("|")[1:-1] for line in DOCS.read_text("utf-8").splitlines() if "` |" in line]
    told = {cells[0].strip(" `"): [cell.strip() == "✓" for cell in cells[1:]] for cells in rows}
    meant = {name: [role in may for role in ROLES] for name, may in MATRIX.items()}
    meant |= {f"window {kind}": [role in may for role in ROLES] for kind, may in WINDOWS.items()}
    assert told == meant


def test_the_groups_are_what_they_say() -> None:
    assert EVERYBODY - {"inspector"} == STAFF
    assert {"supervisor", "administrator"} == OFFICE
    assert set(ROLES) == set(get_args(Role))
    assert path("words", "values.json").exists()
    assert all(Words().value("role", role) != role for role in ROLES)
