# SPDX-License-Identifier: MIT
"""The build as a whole: on a small folder of made-up sources, and on the real one."""

import json
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Entry, entries
from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.catalog.terms import Availability, Stage
from azmodels_gui.publish.build import Built, build_catalog, catalog_bytes

ROOT = Path(__file__).parents[2]
EDITORIAL = ROOT / "resources" / "editorial"

MATRIX = """---
ms.date: 06/11/2026
---

## Global standard

# [Europe](#tab/az-europe)

| **Model** | **Version** | **swedencentral** | **westeurope** |
| :--- | :--- | :---: | :---: |
| gpt-5 | 2025-08-07 | ✅ | - |

---
"""

SCHEDULE = """---
ms.date: 10/05/2026
---

## Foundry Models sold by Azure

### Azure OpenAI

| Model | Version | Lifecycle | Retirement date | Replacement |
|---|---|---|---|---|
| gpt-5 | 2025-08-07 | GA | 2027-02-09 | — |
| gpt-6-sol | 2026-09-22 | GA | — | — |
"""


def region(name: str, geography: str) -> dict[str, object]:
    return {
        "name": name,
        "displayName": name.title(),
        "regionalDisplayName": name.title(),
        "geography": geography,
        "geographyGroup": "Europe",
        "latitude": "60.1",
        "longitude": "17.1",
        "pairedRegion": [],
    }


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    includes = tmp_path / "azure-ai-docs/articles/foundry"
    matrix = includes / "foundry-models/includes/model-matrix/deployments-standard.md"
    schedule = includes / "openai/includes/concepts-model-retirement-schedule-content.md"
    for path, text in ((matrix, MATRIX), (schedule, SCHEDULE)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    regions = [region("swedencentral", "Sweden"), region("westeurope", "Europe")]
    (tmp_path / "azure-regions.json").write_text(json.dumps(regions), encoding="utf-8")
    (tmp_path / "surprise.txt").write_text("?", encoding="utf-8")
    return tmp_path


def entry(built: Built, model: str) -> Entry:
    return next(one for one in entries(built.catalog) if one.model.id == model)


def test_a_few_sources_make_a_catalogue_that_reads_back(sources: Path) -> None:
    built = build_catalog(sources, EDITORIAL)
    assert parse_catalog(catalog_bytes(built.catalog), strict=True) == built.catalog


def test_availability_and_lifecycle_meet_in_one_entry(sources: Path) -> None:
    gpt_5 = entry(build_catalog(sources, EDITORIAL), "gpt-5")
    assert gpt_5.availability("GlobalStandard", "swedencentral") is Availability.OFFERED
    assert gpt_5.availability("GlobalStandard", "westeurope") is Availability.NOT_OFFERED
    assert gpt_5.availability("GlobalBatch", "swedencentral") is Availability.UNKNOWN
    assert gpt_5.version.lifecycle.stage is Stage.GENERALLY_AVAILABLE
    assert gpt_5.version.lifecycle.retirement_date == date(2027, 2, 9)


def test_a_version_newer_than_the_matrix_is_unknown_everywhere(sources: Path) -> None:
    newer = entry(build_catalog(sources, EDITORIAL), "gpt-6-sol")
    assert newer.availability("GlobalStandard", "swedencentral") is Availability.UNKNOWN


def test_the_same_sources_give_the_same_bytes(sources: Path) -> None:
    first, second = (catalog_bytes(build_catalog(sources, EDITORIAL).catalog) for _ in range(2))
    assert first == second


def test_date_and_revision_make_the_serial(sources: Path) -> None:
    built = build_catalog(sources, EDITORIAL, published=date(2026, 12, 1), revision=7)
    assert (built.catalog.serial, built.catalog.published) == (20261201007, date(2026, 12, 1))


def test_the_report_names_unknown_files_and_its_totals_add_up(sources: Path) -> None:
    report = build_catalog(sources, EDITORIAL).report
    assert "surprise.txt: unknown to the register of sources" in report.text("en")
    assert "all                                        5       5         0" in report.summary("en")


@pytest.fixture(scope="module")
def real(sources_dir: Path) -> Built:
    return build_catalog(sources_dir, EDITORIAL)


def test_the_committed_catalogue_is_what_the_sources_give(real: Built) -> None:
    """Run `azmodels catalog build` and commit its output when this fails."""
    assert catalog_bytes(real.catalog) == (ROOT / "catalog.json").read_bytes()


def test_every_real_row_is_used_or_refused_with_a_reason(real: Built) -> None:
    ledger = real.report.ledger
    ledger.close()
    assert len(ledger.rows) > 13_000
    assert all(row.reason for row in ledger.refused())


def test_no_real_file_is_unknown_to_the_build(real: Built) -> None:
    assert "unknown to the register" not in real.report.text("en")


@pytest.mark.parametrize(
    "model",
    [
        "gpt-35-turbo",
        "gpt-4",
        "gpt-4.5-preview",
        "gpt-4o",
        "gpt-4o-audio-preview",
        "gpt-4o-realtime-preview",
        "gpt-4o-transcribe",
        "gpt-4o-mini-tts",
        "gpt-4.1",
        "o1",
        "o3",
        "o4-mini",
        "codex-mini",
        "computer-use-preview",
        "model-router",
        "gpt-5",
        "gpt-5-chat",
        "gpt-6-sol",
        "gpt-6.1-sol",
        "gpt-oss-120b",
        "gpt-image-1",
        "dall-e-3",
        "sora-2",
        "text-embedding-3-large",
        "whisper",
        "tts",
        "grok-4",
        "DeepSeek-V3.1",
        "Mistral-Large-3",
        "Llama-3.3-70B-Instruct",
        "Phi-4",
        "cohere-command-a",
        "Kimi-K2.5",
        "MAI-Image-2",
        "FLUX-1.1-pro",
        "claude-opus-5",
        "azure-speech",
    ],
)
def test_the_models_people_ask_for_are_rows(real: Built, model: str) -> None:
    """Each is described, by its own text or by its family's."""
    found = entry(real, model).model
    assert found.summary or found.family


@pytest.mark.parametrize(
    ("model", "version", "sku", "region", "expected"),
    [
        pytest.param(
            "gpt-5.4",
            "2026-03-05",
            "DataZoneStandard",
            "germanywestcentral",
            Availability.OFFERED,
            id="gpt-5.4 per token in the EU data zone from Germany",
        ),
        pytest.param(
            "gpt-5.4",
            "2026-03-05",
            "Standard",
            "germanywestcentral",
            Availability.NOT_OFFERED,
            id="gpt-5.4 not processed in Germany alone",
        ),
        pytest.param(
            "gpt-5.4",
            "2026-03-05",
            "DataZoneStandard",
            "japaneast",
            Availability.OFFERED,
            id="gpt-5.4 in the Asia-Pacific zone",
        ),
        pytest.param(
            "gpt-6.1-sol",
            "2026-09-29",
            "GlobalStandard",
            "swedencentral",
            Availability.OFFERED,
            id="gpt-6.1-sol stands in the matrix of October",
        ),
    ],
)
def test_facts_read_off_the_pages_by_hand(
    real: Built, model: str, version: str, sku: str, region: str, expected: Availability
) -> None:
    found = next(one for one in entries(real.catalog) if one.key == (model, version))
    assert found.availability(sku, region) is expected


def test_what_fireworks_runs_is_not_what_azure_sells(real: Built) -> None:
    """Both are spelled gpt-oss on the PTU page; only Fireworks' has PTU parameters there."""
    for size in ("gpt-oss-20b", "gpt-oss-120b"):
        assert entry(real, size).model.ptu == ()
    run = entry(real, "gpt-oss-20b (Fireworks)").model
    assert (run.channel, [one.input_tpm_per_ptu for one in run.ptu]) == ("fireworks", [25_000])
