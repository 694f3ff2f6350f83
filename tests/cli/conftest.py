# SPDX-License-Identifier: MIT
"""A small catalogue on disk and a way to run commands on it."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Alias, Catalog, Model, Note
from azmodels_gui.catalog.facts import (
    Capability,
    Claim,
    Conflict,
    FineTuningLifecycle,
    Lifecycle,
    Limits,
    ModelVersion,
    PtuParameters,
    Quota,
    ScopeSizing,
    TokenLimit,
    TokenWeight,
)
from azmodels_gui.catalog.terms import Scope, Stage, TokenCategory
from azmodels_gui.publish.build import catalog_bytes
from tests.builders import catalog, chat_and_code, model, offer, price, text, version
from tests.cli.calculator_sample import calculator_catalog
from tests.cli.ran import Run, run_with

OLD_LIFECYCLE = Lifecycle(
    stage=Stage.DEPRECATED,
    stage_source="types",
    retirement_date=date(2026, 10, 18),
    deprecation_date=date(2026, 4, 1),
    replacements=("gpt-broad 2026-03-01",),
    fine_tuning=FineTuningLifecycle(
        training_retirement=date(2026, 10, 18),
        deployment_retirement=date(2027, 10, 18),
        source="schedule",
    ),
    source="schedule",
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return partial(run_with, capsys)


DISPUTED = Conflict(
    about="availability:DataZoneStandard",
    claims=(
        Claim(value="not offered", source="matrix"),
        Claim(value="priced", source="prices"),
    ),
    note=text("The sources disagree.", "Die Quellen widersprechen sich."),
    regions=("japaneast",),
)
PTU = PtuParameters(
    input_tpm_per_ptu=4_750,
    weights=(TokenWeight(category=TokenCategory.OUTPUT, weight=Decimal("8.50")),),
    sizing=(ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),),
    source="matrix",
)
QUOTAS = (
    Quota(
        deployment_type="GlobalStandard",
        tier="1",
        tpm=1_000_000,
        requests=10_000,
        source="matrix",
    ),
    Quota(tier="default", requests=5, request_period_s=10, source="matrix"),
    Quota(
        deployment_type="GlobalBatch",
        tier="Default",
        enqueued_tokens=2_000_000,
        source="matrix",
    ),
)
USE_CASES = chat_and_code("gpt-broad")


def _broad() -> Model:
    broad = version(
        "2026-03-01",
        retirement=date(2027, 3, 1),
        offers=[
            offer("GlobalStandard", "germanywestcentral", "swedencentral", "eastus2"),
            offer("DataZoneStandard", "swedencentral", disputed=["japaneast"]),
            offer("ProvisionedManaged", "eastus2", covered=("eastus2", "germanywestcentral")),
            offer("Standard"),
        ],
        limits=Limits(context_window=TokenLimit(tokens=400_000, source="matrix")),
        capabilities=(Capability(id="vision", source="matrix"),),
        conflicts=(DISPUTED,),
    )
    return model(
        "gpt-broad",
        broad,
        ModelVersion(version="2025-01-01", lifecycle=OLD_LIFECYCLE),
        family="gpt",
        use_cases=("chat", "code"),
        summary=text("A model for everything.", "Ein Modell für alles."),
        aliases=(Alias(name="GPT_Broad_Chat"),),
        notes=(Note(text=text("A remark.", "Eine Anmerkung."), source="matrix"),),
        prices=(
            price("2.50", scope=Scope.GLOBAL, effective_from=date(2026, 1, 1)),
            price("3.00", effective_until=date(2026, 8, 31)),
            price("2.00", effective_from=date(2027, 1, 1)),
            price("0.0000001", TokenCategory.OUTPUT, Scope.DATA_ZONE, regions=("eastus2",)),
        ),
        ptu=(PTU,),
        quotas=QUOTAS,
    )


@pytest.fixture(scope="session")
def sample() -> Catalog:
    """Three models: one offered in many ways, one nearly unknown, one past its date."""
    return catalog(
        _broad(),
        model("grok-dim", version("1", stage=None), provider="xai", use_cases=("code",)),
        model("gpt-old", version("0613", stage=Stage.RETIRED, retirement=date(2025, 6, 1))),
        use_cases=USE_CASES,
    )


@pytest.fixture(scope="session")
def catalog_file(sample: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalog") / "catalog.json"
    path.write_bytes(catalog_bytes(sample))
    return path


@pytest.fixture(scope="session")
def calculator_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calculator") / "catalog.json"
    path.write_bytes(catalog_bytes(calculator_catalog()))
    return path
