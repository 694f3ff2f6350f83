# SPDX-License-Identifier: MIT
"""A calculation says which version it took, how old its facts are, and who else would do."""

from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.builders import offer, version
from tests.cli.calculator_sample import KNOWN, calculator_catalog
from tests.cli.ran import Run

ASKED = (
    *("--deployment-type", "DataZoneProvisionedManaged", "--region", "eastus2"),
    *("--rpm", "1000", "--input-tokens", "200", "--output-tokens", "20", "--on", "2026-11-22"),
)


@pytest.fixture(scope="session")
def versions_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """gpt-5.2 with a newer version that is not offered."""
    built = calculator_catalog()
    first, *others = built.models
    newest = version("2026-09-01", offers=[offer("DataZoneProvisionedManaged", "japaneast")])
    path = tmp_path_factory.mktemp("versions") / "catalog.json"
    renewed = first.but(versions=(KNOWN, newest))
    path.write_bytes(catalog_bytes(built.but(models=(renewed, *others))))
    return path


@pytest.mark.parametrize("command", ["cost", "size"])
def test_the_newest_version_is_taken_aloud(run: Run, versions_file: Path, command: str) -> None:
    asked = (command, "gpt-5.2", *ASKED, "--catalog", versions_file)
    told = run(*asked, "--format", "json").json
    assert (told["version"], told["version_named"]) == ("2026-09-01", False)
    assert told["other_versions_offered"] == ["2025-12-11"]
    text = run(*asked, "--language", "de").out
    assert "Ohne Angabe einer Version gilt die neueste: 2026-09-01." in text
    assert "nicht sicher angeboten, aber diese Versionen: 2025-12-11." in text


def test_a_version_that_is_named_needs_no_word(run: Run, versions_file: Path) -> None:
    asked = ("cost", "gpt-5.2", "--version", "2026-09-01", *ASKED, "--catalog", versions_file)
    told = run(*asked, "--format", "json").json
    assert (told["version_named"], told["other_versions_offered"]) == (True, [])
    assert "the newest was taken" not in run(*asked, "--language", "en").out


def test_a_cost_says_how_old_its_facts_are(run: Run, versions_file: Path) -> None:
    asked = ("cost", "gpt-5.2", *ASKED, "--catalog", versions_file)
    told = run(*asked, "--format", "json").json["as_of"]
    assert told.keys() == {"availability", "prices", "quotas", "ptu"}
    assert told["prices"] == "2026-10-05"
    last = run(*asked, "--language", "en").out.rstrip().splitlines()[-1]
    assert last.startswith("availability 5 Oct 2026 · prices 5 Oct 2026")
