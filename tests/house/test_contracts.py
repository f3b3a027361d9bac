"""The rules of the house that no other tool checks, each with a proof that it can be broken."""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("app", "db", "printing", "resources", "ui")
# What else `app` may lean on: pure libraries, without files, windows or the network.
PURE = {"msgspec", "jdatetime", "idnumbers", "phonenumbers"}
# Of Python's own, what would bring input and output into `app`.
OUTSIDE = {
    "asyncio",
    "http",
    "os",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "threading",
    "urllib",
}
# Heavy parts that one package alone may load when they are first wanted.
BOOTSTRAP = "ui/bootstrap/"
# The one part that reads typed JSON, one kind at a time, and therefore locks.
READING = "app/decoding.py"
LATE = ("PySide6", "db", "printing", "ui")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.org|crates\.io")
TEXTS = {".cfg", ".csv", ".json", ".lock", ".md", ".py", ".svg", ".toml", ".ts", ".txt", ".yml", ""}


def imported(node: ast.AST) -> list[str]:
    """Name the modules that this statement or call imports; those not told as text are `?`."""
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=module):
            return [module or "."]
        case ast.Call(func=ast.Name(id="__import__" | "import_module"), args=args):
            pass
        case ast.Call(func=ast.Attribute(attr="import_module"), args=args):
            pass
        case _:
            return []
    return [str(arg.value) if isinstance(arg, ast.Constant) else "?" for arg in args[:1]]


def foreign_to_app(tree: ast.Module) -> Iterator[str]:
    """What a module of `app` imports beside Python's own, `app` and the pure libraries."""
    allowed = (sys.stdlib_module_names - OUTSIDE) | PURE | {"app"}
    for node in ast.walk(tree):
        for name in imported(node):
            if name.split(".")[0] not in allowed:
                yield f"app imports {name}"


def unlocked_reading(tree: ast.Module) -> Iterator[str]:
    """Where JSON is turned into a kind of value without a lock: two threads die of that."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="Decoder" | "convert", value=value):
                named = ast.unparse(node) if ast.unparse(value).startswith("msgspec") else ""
            case ast.Call(func=ast.Attribute(attr="decode") as called, keywords=[_, *_]):
                named = ast.unparse(called) if ast.unparse(called).startswith("msgspec") else ""
            case _:
                continue
        if named:
            yield f"{named} beside {READING}"


def late_imports(tree: ast.Module, path: str) -> Iterator[str]:
    """Imports inside functions and imports by call, but those that bootstrap may do."""
    inner = {
        inside
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inside in ast.walk(node)
    }
    for node in ast.walk(tree):
        for name in imported(node):
            late = node in inner or isinstance(node, ast.Call)
            if late and not (path.startswith(BOOTSTRAP) and name.split(".")[0] in LATE):
                yield f"late import of {name}"


def undocumented(tree: ast.Module) -> Iterator[str]:
    """The module, and its public functions and classes, that do not say what they promise."""
    if tree.body and not ast.get_docstring(tree):
        yield "the module has no docstring"
    named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    for node in [each for each in tree.body if isinstance(each, named)]:
        if not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{node.name} has no docstring"


def windows_on_paper(tree: ast.Module) -> Iterator[str]:
    """What `printing` takes of the windows; it may lay out text and no more."""
    for node in ast.walk(tree):
        names = imported(node)
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            names = [f"PySide6.{name.name}" for name in node.names]
        yield from (f"printing imports {name}" for name in names if "QtWidgets" in name)


def broken(path: str, text: str) -> list[str]:
    """Every rule that this file of ours breaks; `path` is relative to the project."""
    tree = ast.parse(text)
    found = [*late_imports(tree, path), *undocumented(tree)]
    if path == READING:
        return [each for each in (*found, *foreign_to_app(tree)) if "threading" not in each]
    found += unlocked_reading(tree)
    if path.startswith("app/"):
        found += foreign_to_app(tree)
    if path.startswith("printing/"):
        found += windows_on_paper(tree)
    return found


def places(text: str, here: Path) -> list[str]:
    """What a text says of the place where it stands: a registry, this folder, the one around it."""
    folders = [f"{folder}{os.sep}" for folder in (here, here.parent) if folder.name]
    return REGISTRY.findall(text) + [folder for folder in folders if folder in text]


def ours() -> list[Path]:
    """Every text file of the project, without what tools leave behind."""
    tops = [path for path in ROOT.iterdir() if not path.name.startswith(".") or path.name == ".ci"]
    every = [path for top in tops for path in (top.rglob("*") if top.is_dir() else [top])]
    return [path for path in every if path.is_file() and path.suffix in TEXTS]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_keeps_the_rules_of_the_house(package: str) -> None:
    found = {
        name: problems
        for path in sorted((ROOT / package).rglob("*.py"))
        if (problems := broken(name := path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("app/a.py", "from sqlalchemy import text", "app imports sqlalchemy"),
        ("app/a.py", "import sqlite3", "app imports sqlite3"),
        ("app/a.py", "import db.journal", "app imports db.journal"),
        ("app/a.py", "if 1:\n    from PySide6.QtCore import Qt", "app imports PySide6.QtCore"),
        ("app/a.py", "from . import b", "app imports ."),
        ("db/a.py", "def _f():\n    import json", "late import of json"),
        ("db/a.py", "class _A:\n    def f(self):\n        from a import b", "late import of a"),
        ("db/a.py", "_a = importlib.import_module('json')", "late import of json"),
        ("db/a.py", "_a = __import__(name)", "late import of ?"),
        ("ui/bootstrap/a.py", "def _f():\n    import sqlalchemy", "late import of sqlalchemy"),
        ("printing/a.py", "from PySide6 import QtWidgets", "printing imports PySide6.QtWidgets"),
        ("printing/a.py", "import PySide6.QtWidgets", "printing imports PySide6.QtWidgets"),
        ("ui/a.py", "msgspec.json.decode(a, type=B)", f"msgspec.json.decode beside {READING}"),
        ("db/a.py", "A = msgspec.json.Decoder(B)", f"msgspec.json.Decoder beside {READING}"),
        ("app/a.py", "msgspec.convert(a, B)", f"msgspec.convert beside {READING}"),
        ("app/a.py", "import threading", "app imports threading"),
        ("ui/a.py", "def deed(): ...", "deed has no docstring"),
        ("ui/a.py", "class Deed: ...", "Deed has no docstring"),
        ("ui/a.py", "A = 1", "the module has no docstring"),
    ],
)
def test_a_broken_rule_is_seen(path: str, text: str, problem: str) -> None:
    assert problem in broken(path, text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("app/a.py", '"""A."""\nfrom decimal import Decimal\nimport msgspec\nfrom app.b import c'),
        ("ui/bootstrap/a.py", '"""A."""\ndef _f():\n    from db.journal import Journal'),
        ("printing/a.py", '"""A."""\nfrom PySide6.QtGui import QTextLayout'),
        ("ui/a.py", '"""A."""\nfrom PySide6.QtWidgets import QWidget'),
        ("db/__init__.py", ""),
        ("db/a.py", '"""A."""\nimport msgspec\n_A = msgspec.json.decode(b"1")'),
        (READING, '"""A."""\nfrom threading import Lock\n_A = msgspec.json.Decoder(int)'),
    ],
)
def test_what_the_rules_allow_passes(path: str, text: str) -> None:
    assert broken(path, text) == []


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in ours()
        if (names := places(path.read_text("utf-8", errors="replace"), ROOT))
    }
    assert found == {}


@pytest.mark.parametrize("parts", [("https://pypi", ".org/simple"), (str(ROOT), os.sep, "app")])
def test_a_registry_or_a_folder_of_one_machine_is_seen(parts: tuple[str, ...]) -> None:
    assert places("".join(parts), ROOT)
