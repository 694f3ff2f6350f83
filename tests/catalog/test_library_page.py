# SPDX-License-Identifier: MIT
"""docs/library.md: its examples run, and what it shows is what comes out."""

import doctest
import re
from pathlib import Path

import pytest

from azmodels_gui import catalog
from azmodels_gui.catalog import CatalogUnusable, load_catalog
from tests.apart import told

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")


def test_the_examples_give_what_the_page_shows() -> None:
    told: list[str] = []
    blocks = "".join(re.findall(r"```python\n(.+?)```", PAGE, re.DOTALL))
    example = doctest.DocTestParser().get_doctest(blocks, {}, "library.md", None, None)
    doctest.DocTestRunner().run(example, out=told.append)
    assert not told, "".join(told)
    assert len(example.examples) > 20


def test_the_page_names_everything_that_is_meant_for_others() -> None:
    named = set(re.findall(r"\w+", PAGE))
    answers = {"Billing", "Catalog", "Changes", "Entry", "PriceAnswer", "QueryResult", "Stage"}
    assert set(catalog.__all__) <= named | answers


def test_no_qt_is_needed_and_no_network() -> None:
    code = (
        "import sys; from azmodels_gui.catalog import load_catalog; load_catalog();"
        "print([name for name in ('PySide6', 'requests', 'platformdirs') if name in sys.modules])"
    )
    assert told("-c", code).strip() == "[]"


def test_a_file_is_read_and_what_is_none_is_refused(tmp_path: Path) -> None:
    assert load_catalog(str(ROOT / "catalog.json")) == load_catalog()
    (tmp_path / "no.json").write_text('{"models": 3}', encoding="utf-8")
    with pytest.raises(CatalogUnusable, match="schema_version: required"):
        load_catalog(tmp_path / "no.json")
    with pytest.raises(FileNotFoundError):
        load_catalog(tmp_path / "none.json")
