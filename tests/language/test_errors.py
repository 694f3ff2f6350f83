# SPDX-License-Identifier: MIT
"""Errors that a user reads: one tree, each with a marked message, told in every language."""

import ast
import inspect
from functools import cache
from pathlib import Path

import pytest

from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.language.words import N_, Joined, Phrase, ToldError
from azmodels_gui.storage.errors import FileUnreadable, Problem, RefreshFailed

PACKAGE = Path(__file__).parents[2] / "azmodels_gui"
MARKS = {"N_", "NC_"}
TREE = inspect.getdoc(ToldError) or ""


@cache
def modules() -> tuple[tuple[Path, tuple[ast.AST, ...]], ...]:
    """Return what each module of the program consists of: to walk through all takes a second."""
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple(
        (path, tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))) for path in files
    )


@cache
def told_classes() -> dict[str, ast.ClassDef]:
    """Return the classes below the root by name, by what the source says of their bases."""
    classes = [node for _, nodes in modules() for node in nodes if isinstance(node, ast.ClassDef)]
    found: dict[str, ast.ClassDef] = {}
    while True:
        more = {
            each.name: each
            for each in classes
            if each.name not in found
            and any(
                isinstance(base, ast.Name) and (base.id == "ToldError" or base.id in found)
                for base in each.bases
            )
        }
        if not more:
            return found
        found |= more


def takes_a_message(name: str, classes: dict[str, ast.ClassDef]) -> bool:
    """Tell whether an error is made of a message; others are made of an id or a file."""
    if name == "ToldError":
        return True
    node = classes[name]
    if any(isinstance(each, ast.FunctionDef) and each.name == "__init__" for each in node.body):
        return name == "CatalogError"
    (base,) = (base.id for base in node.bases if isinstance(base, ast.Name))
    return takes_a_message(base, classes)


def marked_names(nodes: tuple[ast.AST, ...]) -> set[str]:
    """Return the names that stand for marked texts in a module, imported constants included."""
    names = {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and is_marked(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    imported = {
        alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name.isupper()
    }
    return names | imported


def is_marked(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in MARKS
        case ast.IfExp(body=body, orelse=other):
            return is_marked(body) and is_marked(other)
    return False


def test_every_error_is_made_of_a_marked_message() -> None:
    classes = told_classes()
    assert {"Refused", "Refusal", "RefreshFailed", "CatalogUnusable"} <= set(classes)
    made_of_messages = {name for name in ("ToldError", *classes) if takes_a_message(name, classes)}
    unmarked = []
    for path, nodes in modules():
        known = marked_names(nodes)
        for node in nodes:
            match node:
                case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in made_of_messages:
                    phrase = isinstance(first, ast.Attribute) and first.attr == "message"
                    constant = isinstance(first, ast.Name) and first.id in known
                    if not (is_marked(first) or phrase or constant):
                        unmarked.append(f"{path.name}:{node.lineno}")
    assert unmarked == []


def test_the_tree_in_the_root_names_every_error() -> None:
    assert [name for name in told_classes() if name not in TREE] == []


def test_a_value_that_can_be_told_is_told_in_the_language() -> None:
    inner = ToldError(N_("the file is empty"))
    outer = ToldError(N_("{path}: {why}"), path="a.json", why=inner)
    assert (str(outer), outer.told("de")) == (
        "a.json: the file is empty",
        "a.json: die Datei ist leer",
    )
    joined = Joined(
        (N_("the disk is full"), Phrase(N_("{path}: {why}"), path="b", why=inner)), "; "
    )
    assert joined.told("de") == "der Datenträger ist voll; b: die Datei ist leer"


def test_names_of_values_may_be_those_of_parameters() -> None:
    assert (
        ToldError(N_("{path}: {why}"), path="x", why="y", language="z", message="m").told("de")
        == "x: y"
    )


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(FileUnreadable(Path("a"), N_("no permission")), id="a file"),
        pytest.param(RefreshFailed(Problem.BUSY), id="a refresh"),
        pytest.param(Refusal(RefusalId.NO_LOAD), id="the calculator"),
    ],
)
def test_an_error_shows_its_sentence_in_a_log(error: ToldError) -> None:
    assert str(error) in repr(error)
    assert error.told("de") != error.told("en") == str(error)
