# SPDX-License-Identifier: MIT
"""A layer imports only what it may, inside functions too, where import-linter looks as well."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.apart import told

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "azmodels_gui"

ALLOWED = {
    "language": {"language"},
    "catalog": {"catalog", "msgspec", "pydantic", "pydantic_core"},
    "cartography": {"cartography"},
    "calculator": {"calculator", "catalog", "numpy", "pydantic"},
    "charts": {"charts", "calculator", "catalog"},
    "answers": {"answers", "calculator", "catalog"},
    "clients": {"clients", "answers", "calculator", "catalog", "pydantic"},
    "storage": {
        *("storage", "clients", "calculator", "catalog", "msgspec", "platformdirs", "pydantic"),
        *("requests", "urllib3", "truststore", "cryptography"),
    },
    "publish": {
        *("publish", "storage", "catalog"),
        *("msgspec", "pydantic", "markdown_it", "mdit_py_plugins", "cryptography"),
    },
    "sheets": {
        *("sheets", "answers", "charts", "clients", "calculator", "catalog"),
        *("jinja2", "xlsxwriter", "docx", "pptx", "lxml", "typst", "pydantic", "markdown_it"),
    },
    "window": {
        *("window", "sheets", "answers", "charts", "storage", "clients"),
        *("calculator", "catalog", "cartography", "PySide6", "shiboken6", "markdown_it"),
    },
    "cli": {
        *("cli", "sheets", "answers", "charts", "clients", "publish", "storage"),
        *("calculator", "catalog", "mcp", "mcp_types", "pydantic", "shtab"),
    },
    "app": {"app", "cli", "window", "sheets", "storage", "catalog", "PySide6", "shiboken6"},
}
"""Layers and foreign packages each layer may import, beside the standard library."""
BELOW_ALL = {"language", "bundled_catalog_path", "resources_folder", "msgspec"}
"""Words and figures, where the program's own files lie, and the structs that values are."""


def python_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    """Return what a file says, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Return every module that a file imports, wherever in the file."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def layers_and_packages(path: Path) -> set[str]:
    """Return the layers of ours and the foreign packages that a file imports."""
    found = set()
    for module in imported(path):
        package, _, rest = module.partition(".")
        if package == "azmodels_gui":
            found.add(rest.partition(".")[0])
        elif package not in sys.stdlib_module_names:
            found.add(package)
    return {name for name in found if name and not name.startswith("__")}


def test_every_layer_is_listed() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders <= set(ALLOWED)


@pytest.mark.parametrize("layer", sorted(ALLOWED))
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in python_files(PACKAGE / layer)
        for name in layers_and_packages(path) - ALLOWED[layer] - BELOW_ALL
    }
    assert not wrong


def test_item_models_know_no_widgets() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in python_files(PACKAGE / "window")
        if _has_item_model(path)
        and any(module.startswith("PySide6.QtWidgets") for module in imported(path))
    ]
    assert not wrong


def _has_item_model(path: Path) -> bool:
    classes = (node for node in tree(path).body if isinstance(node, ast.ClassDef))
    bases = {ast.unparse(base) for each in classes for base in each.bases}
    return any(base.startswith("QAbstract") and base.endswith("Model") for base in bases)


def test_what_is_needed_late_is_imported_late() -> None:
    """These cost a noticeable part of the start, and most starts do without them."""
    late = {"platformdirs", "requests", "numpy", "jinja2", "xlsxwriter"}
    late |= {"urllib3", "truststore", "cryptography", "docx", "pptx", "lxml", "typst", "shtab"}
    wrong = []
    for path in python_files(PACKAGE):
        for node in tree(path).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [name.name for name in node.names]
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if late & {name.partition(".")[0] for name in names}:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not wrong


def test_the_window_starts_without_what_is_needed_late() -> None:
    late = ["numpy", "requests", "jinja2", "xlsxwriter", "cryptography", "pydantic"]
    late.append("azmodels_gui.calculator.statements")  # with wording and units: 2 % of a start
    code = (
        "import sys, azmodels_gui.app.application;"
        f"print([name for name in {late!r} if name in sys.modules])"
    )
    assert told("-c", code).strip() == "[]"


def test_commands_run_without_what_checks_files_from_outside() -> None:
    code = (
        "import sys, azmodels_gui.window.calculator.calculator_page;"
        "from azmodels_gui.cli.main import main;"
        "main(['list', '--format', 'json']);"
        "print('pydantic' in sys.modules)"
    )
    assert told("-c", code).splitlines()[-1] == "False"


def test_the_walk_sees_imports_inside_functions(tmp_path: Path) -> None:
    path = tmp_path / "sly.py"
    path.write_text(
        "import os\n"
        "def sly():\n"
        "    from PySide6.QtCore import QSettings\n"
        "    import azmodels_gui.window.state\n",
        encoding="utf-8",
    )
    assert layers_and_packages(path) == {"PySide6", "window"}


def test_every_file_begins_with_its_licence_and_its_job() -> None:
    for folder in ("azmodels_gui", "bench"):
        for path in python_files(ROOT / folder):
            text = path.read_text(encoding="utf-8")
            if not text:
                continue  # an empty file marks a package
            assert text.startswith("# SPDX-License-Identifier: MIT\n"), path
            assert ast.get_docstring(tree(path)), path


def test_no_imports_go_in_a_circle() -> None:
    """Not inside functions either, nor for type checkers only: such files are one idea."""
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in python_files(PACKAGE)
    }
    needs = {
        name: {each for each in imported(path) if each in files} - {name}
        for name, path in files.items()
    }
    while free := {name for name, needed in needs.items() if not needed & needs.keys()}:
        for name in free:
            del needs[name]
    circle = {name: needed & needs.keys() for name, needed in needs.items()}
    assert not circle, "these files, or what imports them, form a circle"
