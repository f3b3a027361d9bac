"""Every text of the windows has its Persian, once, and it is good Persian of the desk."""

import ast
import json
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from resources import path
from tests.ui.shell import ROOT
from tests.ui.test_words import FORBIDDEN
from ui.frame.words import catalogue, tr

FILES: dict[str, dict[str, str]] = {
    file.name: json.loads(file.read_text("utf-8"))
    for file in sorted(path("words", "windows").glob("*.json"))
}
PAIRS = [(source, text) for texts in FILES.values() for source, text in texts.items()]
TREES = {
    file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8"))
    for file in sorted((ROOT / "ui").rglob("*.py"))
}
# What `tr` may be given beside a text: lines of a table of keys, and rows of a table in the file.
FROM_KEYS = {"name_of", "name", "does"}


class Unread(AssertionError):
    """A text that this test cannot find: write it where `tr` stands, or into a table there."""


def told(name: str, tree: ast.Module) -> Iterator[str]:
    """The English sources of a file."""
    tables = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="tr"), args=[first, *_]):
                yield from sources(name, first, tables)
            case ast.Call(func=ast.Name(id="Key" | "Chapter"), keywords=words):
                given = {word.arg: word.value for word in words}
                yield from texts_in(given["name"])
                yield from texts_in(given["does"])


def sources(name: str, node: ast.expr, tables: dict[str, ast.expr]) -> Iterator[str]:
    """What this argument can be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from sources(name, one, tables)
            yield from sources(name, other, tables)
        case ast.Call(func=ast.Name(id=used)) | ast.Attribute(attr=used) if used in FROM_KEYS:
            return
        case (
            ast.Subscript(value=ast.Name(id=table))
            | ast.Call(func=ast.Attribute(value=ast.Name(id=table), attr="get"))
        ) if table in tables:
            yield from texts_in(tables[table])
        case _:
            raise Unread(f"{name}:{node.lineno}: tr({ast.unparse(node)})")


def texts_in(node: ast.expr) -> Iterator[str]:
    """Every text of an expression but the keys of its dicts."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Dict(values=values):
            for value in values:
                yield from texts_in(value)
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Call(args=elements):
            for element in elements:
                yield from texts_in(element)


def places(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


SOURCES = {source for name, tree in TREES.items() for source in told(name, tree)}


def test_texts_are_found_in_the_sources() -> None:
    assert {"Back", "Help for this page"} <= SOURCES


def test_every_text_has_its_persian() -> None:
    assert SOURCES - set(catalogue()) == set()


def test_no_persian_waits_for_a_text_that_nobody_says() -> None:
    assert set(catalogue()) - SOURCES == set()


def test_every_text_stands_in_one_file() -> None:
    seen = [source for source, _ in PAIRS]
    assert {source for source in seen if seen.count(source) > 1} == set()


@pytest.mark.parametrize(("source", "text"), PAIRS)
def test_a_text_keeps_to_the_rules_of_writing(source: str, text: str) -> None:
    assert text.strip()
    assert places(text) == places(source)
    plain = re.sub(r"\{\w*\}", "", text)
    assert [word for word in FORBIDDEN if word in plain] == []
    beside_caps = re.sub("[A-Za-z][A-Za-z0-9+]*", "", plain)
    assert re.findall("[0-9٠-٩]", beside_caps) == []
    assert re.findall("[يكة,;?]", plain) == []
    assert "هٔ" not in plain
    assert "  " not in text
    assert re.search(r"\bمی (?=\w)|\w ها\b", plain) is None, "a half-space is missing"


@pytest.mark.usefixtures("persian")
def test_facts_stand_in_persian_digits() -> None:
    said = tr("{name} ({combo}), not possible now: {why}", name="ثبت", combo="F8", why="2 مدرک")
    assert said == "ثبت (F8)، اکنون ممکن نیست: ۲ مدرک"


def test_a_text_of_an_unknown_shape_is_not_overlooked() -> None:
    with pytest.raises(Unread):
        list(told("a.py", ast.parse("tr(something())")))


def test_texts_of_tables_are_found() -> None:
    tree = ast.parse('A = {"one": "First", "two": "Second"}\ntr(A[key])\ntr("x" if y else "z")')
    assert set(told("a.py", tree)) == {"First", "Second", "x", "z"}
