# SPDX-License-Identifier: MIT
"""A folder that was collected builds the catalogue that the sources themselves do."""

import json
import os
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.document import Catalog, Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.publish.asking import Asker
from azmodels_gui.publish.build import build_catalog
from azmodels_gui.publish.check import check_catalog
from azmodels_gui.publish.collect import Collecting, Wanted
from azmodels_gui.publish.reading import NOT_READ, UNKNOWN_COLUMN
from azmodels_gui.publish.sources import load_register
from tests.publish.public_hosts import DOCS, LITELLM, REGIONS, SHA, PublicHosts, public
from tests.publish.test_build import EDITORIAL, sources
from tests.publish.test_collect import location, locations

__all__ = ["sources"]  # the fixture with a few made-up sources

PRICED = ("swedencentral",)
PRICE_DAY = date(2026, 8, 15)
DAYS = {LITELLM: "2026-11-01", REGIONS: "2026-03-12"}
"""Days of the copies in the real folder, as commits."""
LEFT_OUT = ("azure-genai-prices-0.2.0", "retail-prices")
"""Large, and here one region of prices shows what all of them would."""


def as_listed(region: dict[str, Any]) -> dict[str, Any]:
    """Return a region of the folder as the public repository has it."""
    told = location(region["name"], region["geography"])
    about = {
        name: region.get(name)
        for name in ("geographyGroup", "physicalLocation", "latitude", "longitude")
    }
    pairs = [{"id": "/x", "name": name} for name in region["pairedRegion"]]
    told["metadata"] |= {**about, "pairedRegion": pairs}
    names = {name: region[name] for name in ("displayName", "regionalDisplayName")}
    zones = [{"logicalZone": zone} for zone in region.get("availabilityZones", ())]
    return told | names | {"availabilityZoneMappings": zones}


def hosts_of(folder: Path) -> PublicHosts:
    """Return hosts that have what lies in a folder, in the forms in which they have it."""
    found = PublicHosts(files={DOCS: {}, LITELLM: {}, REGIONS: {}}, days=DAYS)
    docs = folder / "azure-ai-docs"
    for page in docs.rglob("articles/**/*.md"):
        found.files[DOCS][page.relative_to(docs).as_posix()] = page.read_bytes()
    listed = json.loads((folder / "azure-regions.json").read_bytes())
    found.files[REGIONS]["modules/cached-data/locations.tf.json"] = locations(
        *(as_listed(region) for region in reversed(listed))
    )
    prices = folder / "litellm-azure-prices.json"
    if prices.exists():
        rows = {"sample_spec": {}, **json.loads(prices.read_bytes()), "gpt-4": {"mode": "chat"}}
        found.files[LITELLM]["model_prices_and_context_window.json"] = json.dumps(rows).encode()
    for answer in (folder / "retail-prices").glob("*.json"):
        items = json.loads(answer.read_bytes())["Items"]
        first = items[0]
        asked = first["serviceName"], first["armRegionName"], first["currencyCode"]
        found.prices[asked] = items
    return found


def collected(source: Path, folder: Path, given: Path | None = None) -> Path:
    """Return a folder that was collected from hosts that have what lies in another one."""
    register = load_register(EDITORIAL / "sources.toml")
    with public(hosts_of(source)) as (_, at), Asker() as asker:
        work = Collecting(folder, register, asker, PRICE_DAY, print, at)
        work.collect(Wanted(regions=PRICED, given=given))
    return folder


@pytest.fixture
def real(sources_dir: Path, tmp_path: Path) -> Path:
    """Return a part of the real sources that is built quickly."""
    folder = tmp_path / "real"
    shutil.copytree(sources_dir, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for region in PRICED:
        for name in (f"{region}.json", f"speech-{region}.json"):
            (folder / "retail-prices").mkdir(exist_ok=True)
            shutil.copy(sources_dir / "retail-prices" / name, folder / "retail-prices" / name)
    return folder


def by_hand(real: Path, folder: Path) -> Path:
    """Return a folder of what is not fetched: other repositories' copies, tables of facts.

    The page on sizing is put in as well: fetched, it counts as the one in force.
    """
    register = load_register(EDITORIAL / "sources.toml")
    sizing = "azure-ai-docs/articles/foundry/openai/how-to/provisioned-throughput-sizing.md"
    fetched = {
        here for document in register.document for file in document.file for here in file.fetched()
    } - {sizing}
    for path in real.rglob("*"):
        name = path.relative_to(real).as_posix()
        if path.is_file() and name not in fetched and not name.startswith("retail-prices/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, folder / name)
    return folder


def told(catalog: Catalog) -> Catalog:
    """Return a catalogue with its documents as what they are, without where they were had."""
    return catalog.but(
        sources=tuple(
            Source(id=source.id, title="", as_of=first_day(source.as_of).isoformat())
            for source in catalog.sources
        )
    )


def test_a_collected_folder_builds_the_same_catalogue(real: Path, tmp_path: Path) -> None:
    given = by_hand(real, tmp_path / "given")
    new = build_catalog(collected(real, tmp_path / "collected", given), EDITORIAL)
    old = build_catalog(real, EDITORIAL)
    assert told(new.catalog) == told(old.catalog)
    assert new.report.text("en").count("sha256") == old.report.text("en").count("sha256")


def source(catalog: Catalog, name: str) -> Source:
    return next(each for each in catalog.sources if each.id == name)


def test_what_was_collected_bears_its_own_day_and_address(sources: Path, tmp_path: Path) -> None:
    catalog = build_catalog(collected(sources, tmp_path / "collected"), EDITORIAL).catalog
    regions, matrix = source(catalog, "regions"), source(catalog, "matrix-standard")
    assert regions.as_of == "2026-03-12"
    assert regions.url is not None
    assert f"/blob/{SHA}/modules/" in regions.url
    assert matrix.as_of == "2026-06-11"
    assert matrix.url is not None
    assert f"/azure-ai-docs/blob/{SHA}/articles/foundry/" in matrix.url


def test_nothing_of_a_collected_folder_refers_to_a_document_that_is_not_listed(
    sources: Path, tmp_path: Path
) -> None:
    """Our own texts cite what is not fetched: it is listed, as of the day that it was read."""
    catalog = build_catalog(collected(sources, tmp_path / "collected"), EDITORIAL).catalog
    faults = " ".join(str(each.why) for each in check_catalog(catalog))
    assert "'advice'" not in faults
    assert "'matrix-batch' is not in this catalogue (source)" in faults  # it has not come
    assert source(catalog, "advice").as_of == "2025"
    assert "ptu-2026-09" not in {each.id for each in catalog.sources}


def test_a_file_that_was_changed_after_it_was_collected_is_told(
    sources: Path, tmp_path: Path
) -> None:
    folder = collected(sources, tmp_path / "collected")
    regions = folder / "azure-regions.json"
    regions.write_bytes(regions.read_bytes().replace(b"Sweden", b"Norway"))
    report = build_catalog(folder, EDITORIAL).report.text("en")
    assert "azure-regions.json, sha256" in report
    assert "manifest.json" in report


def test_a_list_of_az_that_names_no_region_is_that_of_its_file(
    sources: Path, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    path = given / "az" / "model-list-westeurope.json"
    path.parent.mkdir(parents=True)
    item = {
        "kind": "OpenAI",
        "model": {
            "format": "OpenAI",
            "name": "gpt-9",
            "version": "2026-11-01",
            "skus": [{"name": "GlobalStandard", "usageName": "OpenAI.GlobalStandard.gpt-9"}],
        },
    }
    path.write_text(json.dumps([item]), encoding="utf-8")
    noon = datetime(2026, 11, 29, 12).timestamp()
    os.utime(path, (noon, noon))
    catalog = build_catalog(collected(sources, tmp_path / "all", given), EDITORIAL).catalog
    assert source(catalog, "arm-models-az").as_of == "2026-11-29"
    (model,) = (each for each in catalog.models if each.id == "gpt-9")
    (offer,) = (each for each in model.versions[0].offers if each.available)
    assert (offer.deployment_type, offer.available) == ("GlobalStandard", ("westeurope",))


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        pytest.param(b"| Lifecycle |", b"| State |", UNKNOWN_COLUMN, id="a column's title"),
        pytest.param(
            b"| Model |", b"| Name |", f"{NOT_READ}KeyError: 'Model'", id="the first one's"
        ),
    ],
)
def test_headings_that_were_worded_anew_are_told_in_the_report(
    sources: Path, tmp_path: Path, old: bytes, new: bytes, told_as: str
) -> None:
    """A page comes whole and in good form; that it says things in other words, its reader sees."""
    page = next(sources.rglob("concepts-model-retirement-schedule-content.md"))
    page.write_bytes(page.read_bytes().replace(old, new))
    built = build_catalog(collected(sources, tmp_path / "collected"), EDITORIAL)
    refused = [row for row in built.report.ledger.rows if row.source == "schedule" and row.reason]
    assert told_as in {row.reason for row in refused}
