# SPDX-License-Identifier: MIT
"""A small catalogue with something to see in every pane, and what widgets need around them."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.document import Catalog, Model, Note
from azmodels_gui.catalog.facts import (
    Capability,
    Claim,
    Conflict,
    Limits,
    PtuParameters,
    Quota,
    ScopeSizing,
    TokenLimit,
    TokenWeight,
    TrainingData,
)
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.storage.bundled import resource
from azmodels_gui.storage.files import read_file, write_file
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.saved_filters import SavedFilters
from azmodels_gui.window.page import CurrentCatalog, PageParts, Surroundings
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.sheets.kept_wishes import KeptWishes
from azmodels_gui.window.step_history import QueryHistory
from azmodels_gui.window.theme import Theme, ThemeChoice
from tests.builders import TODAY, catalog, model, offer, price, text, version

GERMANY = "germanywestcentral"
EVERY_LOOK = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)
DARK_LOOK = (ThemeChoice.DARK,)
"""For the fixture `theme`: what a widget looks like is settled when it is made."""


def read_resource(name: str) -> bytes:
    return resource(name).read_bytes()


def sample_catalog() -> Catalog:
    return catalog(_rich(), _global_only(), _past_its_date(), _unknown_everything())


def around(theme: Theme, opened: list[QUrl] | None = None) -> Surroundings:
    """Return what a window needs; opened links are put into the list."""
    links = opened if opened is not None else []
    current = CurrentCatalog(sample_catalog(), TODAY)
    loads: dict[str, bytes] = {}
    return Surroundings(
        *(current, theme, links.append, read_resource, write_file, read_file),
        *(loads.__setitem__, loads.__getitem__, OpenClient()),
    )


def page_parts(surroundings: Surroundings, holder: QWidget, language: str = "en") -> PageParts:
    """Return what a page is given; the holder keeps it alive."""
    saved = SavedFilters((), holder)
    shared = (Pins((), holder), QueryHistory(), KeptWishes({}), saved)
    return PageParts(surroundings, *shared, language)


DISPUTED = Conflict(
    about="availability:DataZoneStandard",
    claims=(
        Claim(value="not offered", source="matrix"),
        Claim(value="priced", source="prices"),
    ),
    regions=("japaneast",),
)
PTU = PtuParameters(
    input_tpm_per_ptu=2_400,
    weights=(TokenWeight(category=TokenCategory.OUTPUT, weight=Decimal(6)),),
    sizing=(ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),),
    long_context=False,
    source="types",
)


def _rich() -> Model:
    limits = Limits(
        context_window=TokenLimit(tokens=400_000, source="types"),
        training_data=TrainingData(until="2025-08", source="types"),
    )
    rich = version(
        "2026-03-05",
        retirement=date(2027, 9, 2),
        offers=(
            offer("GlobalStandard", GERMANY, "eastus2"),
            offer("DataZoneStandard", GERMANY, "swedencentral", disputed=("japaneast",)),
            offer("ProvisionedManaged", "eastus2"),
        ),
        limits=limits,
        capabilities=(Capability(id="vision", source="types"),),
        conflicts=(DISPUTED,),
    )
    return model(
        "alpha-large",
        rich,
        family="gpt",
        use_cases=("chat",),
        summary=text("Shows <b>tags</b> & signs"),
        notes=(Note(text=text("A remark"), source="types"),),
        prices=(
            price("2.50"),
            price("15", TokenCategory.OUTPUT),
            price("2.75", scope=Scope.DATA_ZONE, effective_until=date(2026, 8, 31)),
        ),
        ptu=(PTU,),
        quotas=(Quota(deployment_type="GlobalStandard", tier="1", tpm=30_000, source="types"),),
    )


def _global_only() -> Model:
    return model("beta-mini", version(offers=(offer("GlobalStandard", GERMANY),)), provider="xai")


def _past_its_date() -> Model:
    past = version("1", retirement=date(2026, 11, 19), offers=(offer("Standard", "eastus2"),))
    return model("gamma", past)


def _unknown_everything() -> Model:
    return model("delta", version("", stage=None), modalities=None)
