# SPDX-License-Identifier: MIT
"""Our own texts against the real sources: every model placed, all advice used, nothing copied."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from azmodels_gui.publish.editorial import Editorial, load_editorial
from azmodels_gui.publish.markdown import Table, read_page
from tests.publish.test_editorial_texts import FOLDER, TEXTS

LONGEST_SHARED_RUN = 8
"""Words in a row that may occur in a source too: names of models and set phrases."""

NO_MODEL = {"container"}
"""Rows of the price list that sell something else: the sandbox of a tool."""

IN_TWO_WAYS = {"o-series": {"o1", "o3", "o3-mini", "o4-mini"}}
"""Groups that the article recommends, and the models our text names instead."""


@pytest.fixture(scope="module")
def editorial() -> Editorial:
    return load_editorial(FOLDER)


def names_in_tables(sources: Path) -> Iterator[str]:
    """Yield what the tables of the documentation pages call models."""
    for path in sorted(sources.rglob("*.md")):
        for table in read_page(path.read_text(encoding="utf-8")).tables:
            yield from _names_of(table)


def _names_of(table: Table) -> Iterable[str]:
    titles = [title.casefold() for title in table.header]
    cells: Iterable[str] = ()
    if titles[0] in {"topic", "region"} and len(titles) > 2:
        cells = table.header[1:]
    elif {"model", "model id"} & set(titles):
        column = next(at for at, title in enumerate(titles) if title in {"model", "model id"})
        cells = (row[column] for row in table.rows)
    return [name for cell in cells for name in _names_in_cell(cell)]


def _names_in_cell(cell: str) -> Iterator[str]:
    for line in cell.split("\n"):
        plain = re.sub(r"<sup>.*?</sup>|\^.*?\^|\(.*?\)", "", line).strip(" -")
        name = re.split(r", | - |\s+-\s*\d", plain)[0].strip().rstrip(",")
        if name and not re.match(r"\d|Preview\b|Retired\b|GPT-4o|GPT-4 Turbo", name):
            yield name


def names_in_price_list(sources: Path) -> Iterator[str]:
    """Yield model names of the secondary price list, without region and size in front."""
    rows = json.loads((sources / "litellm-azure-prices.json").read_text(encoding="utf-8"))
    for key in rows.get("rows", rows):
        *_, service, name = key.split("/")
        yield f"{service}/{name}" if service in {"speech", "doc-intelligence"} else name


def test_every_model_in_the_tables_has_family_and_provider(
    editorial: Editorial, sources_dir: Path
) -> None:
    names = set(names_in_tables(sources_dir))
    assert len(names) > 250
    assert {name for name in names if editorial.family_of(name) is None} == set()
    assert {name for name in names if editorial.provider_of(name) is None} == set()


def test_every_model_in_the_price_list_has_a_family(
    editorial: Editorial, sources_dir: Path
) -> None:
    names = set(names_in_price_list(sources_dir)) - NO_MODEL
    names -= {name for name in names if name.endswith("-latest")}  # other names of models
    assert len(names) > 200
    assert {name for name in names if editorial.family_of(name) is None} == set()


def test_every_provider_heading_of_the_lifecycle_tables_is_known(
    editorial: Editorial, sources_dir: Path
) -> None:
    pages = [
        *sources_dir.rglob("*retirement-schedule*.md"),
        *sources_dir.rglob("*retired-models*.md"),
    ]
    headings = {
        table.headings[-1]
        for path in pages
        for table in read_page(path.read_text(encoding="utf-8")).tables
    }
    makers = headings - {"Fine-tuned models"}
    assert len(makers) > 15
    assert {name for name in makers if editorial.provider_of("?", name) is None} == set()


def test_no_family_goes_unused(editorial: Editorial, sources_dir: Path) -> None:
    names = {*names_in_tables(sources_dir), *names_in_price_list(sources_dir)}
    used = {editorial.family_of(name) for name in names}
    assert {family.id for family in editorial.families} - used == set()


def article(sources: Path) -> dict[str, list[dict[str, object]]]:
    content: dict[str, list[dict[str, object]]] = json.loads(
        (sources / "advice.json").read_text(encoding="utf-8")
    )
    return content


def advised(sources: Path) -> dict[str, set[str]]:
    """Return the models of the article by its use case."""
    content = article(sources)
    rows = content["use_cases_by_model_group"] + content["capacity_advice_by_use_case"]
    found = {}
    for row in rows:
        models = row["models"]
        assert isinstance(models, list)
        found[str(row["use_case"])] = set(_named_models(models))
    return found


def _named_models(models: list[str]) -> Iterator[str]:
    for model in models:
        for name in model.rpartition(": ")[2].split(", "):
            yield from IN_TWO_WAYS.get(name, {name})


def test_every_use_case_of_the_article_is_restated_exactly_once(
    editorial: Editorial, sources_dir: Path
) -> None:
    assert set(editorial.advice) == set(advised(sources_dir))


def test_the_models_of_the_article_are_recommended_as_it_names_them(
    editorial: Editorial, sources_dir: Path
) -> None:
    wanted: dict[str, set[str]] = {}
    for entry, models in advised(sources_dir).items():
        wanted.setdefault(editorial.advice[entry], set()).update(models)
    recommended = {
        use_case.id: {model for part in use_case.recommendations for model in part.models}
        for use_case in editorial.use_cases
        if use_case.recommendations
    }
    assert recommended == wanted


def test_the_start_of_capacity_is_that_of_the_article(
    editorial: Editorial, sources_dir: Path
) -> None:
    starts = {
        use_case.id: {part.start_with for part in use_case.recommendations} - {None}
        for use_case in editorial.use_cases
    }
    for row in article(sources_dir)["capacity_advice_by_use_case"]:
        expected = "payg" if str(row["start"]).startswith("PAYG") else "provisioned"
        assert starts[editorial.advice[str(row["use_case"])]] == {expected}


def test_no_sentence_of_a_source_was_copied(sources_dir: Path) -> None:
    ours = {run: place for place, *pair in TEXTS for text in pair for run in runs_of_words(text)}
    pages = [*sources_dir.rglob("*.md"), *sources_dir.glob("*.json")]
    assert len(ours) > 5_000
    assert len(pages) > 25
    copied = {
        (ours[run], " ".join(run))
        for path in pages
        for run in runs_of_words(path.read_text(encoding="utf-8"))
        if run in ours
    }
    assert copied == set()


def runs_of_words(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that is longer than may be shared."""
    words = re.findall(r"[\w'.-]*\w", text.casefold())
    length = LONGEST_SHARED_RUN + 1
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
