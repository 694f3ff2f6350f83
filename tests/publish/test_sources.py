# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.outside import fitted
from azmodels_gui.publish.sources import (
    Register,
    catalog_sources,
    last_day,
    load_register,
    source_files,
)

REGISTER = fitted(
    {
        "document": [
            {
                "id": "page",
                "title": "A page",
                "url": "https://example.com/{commit}/{path}",
                "file": [{"path": "azure-ai-docs/articles/*.md", "form": "table"}],
            },
            {"id": "own", "title": "Our texts", "as_of": "2026-11-22"},
        ],
        "unused": [{"path": "README.md", "reason": "describes the others"}],
    },
    Register,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "azure-ai-docs" / "articles"
    docs.mkdir(parents=True)
    (docs / "a.md").write_text("---\nms.date: 06/11/2026\n---\n", encoding="utf-8")
    table = "path\tcommit\tms.date\narticles/a.md\tabc123\t06/11/2026\n"
    (tmp_path / "azure-ai-docs" / "SOURCES-a.tsv").write_text(table, encoding="utf-8")
    (tmp_path / "README.md").write_text("hello", encoding="utf-8")
    (tmp_path / "surprise.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_every_file_is_read_or_named_with_a_reason(folder: Path) -> None:
    told = {file.name: file.unused_because for file in source_files(folder, REGISTER)}
    assert told["README.md"] == "describes the others"
    assert told["surprise.json"] == "unknown to the register of sources"
    assert told["azure-ai-docs/articles/a.md"] == ""


def test_a_document_takes_its_date_from_the_page_and_its_address_from_the_provenance(
    folder: Path,
) -> None:
    files = list(source_files(folder, REGISTER))
    page, own = catalog_sources(files, REGISTER, folder)
    assert (page.as_of, page.url) == ("2026-06-11", "https://example.com/abc123/articles/a.md")
    assert own.as_of == "2026-11-22"


def test_a_document_without_any_date_is_an_error(folder: Path) -> None:
    (folder / "azure-ai-docs" / "articles" / "a.md").write_text("no date", encoding="utf-8")
    with pytest.raises(ValueError, match="no date in the page"):
        catalog_sources(list(source_files(folder, REGISTER)), REGISTER, folder)


def test_no_real_file_is_unknown(sources_dir: Path) -> None:
    register = load_register(Path(__file__).parents[2] / "resources/editorial/sources.toml")
    unknown = [
        file.name
        for file in source_files(sources_dir, register)
        if file.unused_because.startswith("unknown")
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        pytest.param("2025", date(2025, 1, 1), date(2025, 12, 31), id="a year"),
        pytest.param("2026-11", date(2026, 11, 1), date(2026, 11, 30), id="a month"),
        pytest.param("2024-12", date(2024, 12, 1), date(2024, 12, 31), id="the last month"),
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), id="a leap month"),
        pytest.param("2026-10-05", date(2026, 10, 5), date(2026, 10, 5), id="a day"),
    ],
)
def test_a_date_known_in_part_is_a_span(as_of: str, first: date, last: date) -> None:
    assert (first_day(as_of), last_day(as_of)) == (first, last)
