# SPDX-License-Identifier: MIT
"""A catalogue with every kind of answer, and the sheets that are made of it."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import structs

from azmodels_gui.answers.guide import GuideQuestion, guide
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.catalog.coverage import CoverageConditions, coverage
from azmodels_gui.catalog.differences import changes
from azmodels_gui.catalog.document import Catalog, Entry, Model, Note, entries
from azmodels_gui.catalog.facts import (
    Capability,
    Claim,
    Conflict,
    Limits,
    Price,
    Quota,
    TokenLimit,
    TrainingData,
)
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.radar import retirements
from azmodels_gui.catalog.terms import PriceTier, Scope, Stage, TokenCategory, Unit
from azmodels_gui.charts.chart import Axis, Bar, Chart, Fill, Plot, Stroke
from azmodels_gui.clients.taking import AnswerFile, taken
from azmodels_gui.clients.tenant import Tenant
from azmodels_gui.clients.told import Told
from azmodels_gui.sheets.advice_sheet import advice_sheet
from azmodels_gui.sheets.client_told import client_sheet
from azmodels_gui.sheets.comparison_sheet import comparison_sheet
from azmodels_gui.sheets.coverage_sheet import coverage_sheet
from azmodels_gui.sheets.dossier_sheet import dossier_sheet, plain
from azmodels_gui.sheets.fact_sheet import fact_sheet
from azmodels_gui.sheets.features_sheet import features_sheet
from azmodels_gui.sheets.guide_sheet import guide_sheet
from azmodels_gui.sheets.list_sheet import list_sheet
from azmodels_gui.sheets.news_sheet import NewsAsked, changes_sheet, retirements_sheet
from azmodels_gui.sheets.order import Edition, SheetOrder
from azmodels_gui.sheets.sheet import Sheet, SheetKind
from azmodels_gui.sheets.sizing_sheet import sizing_sheet
from tests.builders import REGIONS, catalog, chat_and_code, model, offer, price, text, version
from tests.calculator.samples import GPT_5_2, GPT_5_2_PRICES, PTU_PRICES, TYPES, load
from tests.clients.answers import account, as_bytes, counter, deployment, listed, sku

DAY = date(2026, 11, 24)
GERMANY, SWEDEN, EAST_US_2 = REGIONS[0], REGIONS[1], REGIONS[3]
OUTPUT = TokenCategory.OUTPUT


def sheet_catalog(more: int = 0) -> Catalog:
    """Return two rich models, a nearly unknown one, one past its date; and more if asked."""
    others = (model(f"further-{number:02}", _plain(number)) for number in range(more))
    return catalog(
        _alpha(),
        _beta(),
        model("delta", version("", stage=None), modalities=None),
        model("gamma", version("1", retirement=date(2026, 11, 19))),
        *others,
        use_cases=chat_and_code("alpha"),
        ptu_prices=PTU_PRICES,
    )


def sheet_entries(found: Catalog, count: int = 2) -> list[Entry]:
    """Return the first entries of a catalogue."""
    return list(entries(found))[:count]


def order(language: str = "de", found: Catalog | None = None, **more: Any) -> SheetOrder:
    """Return what is asked of a sheet about Germany West Central."""
    more.setdefault("regions", (GERMANY,))
    more.setdefault("client", "Muster GmbH")
    return SheetOrder(found or sheet_catalog(), DAY, language, **more)


def made(kind: SheetKind, asked: SheetOrder, count: int = 2) -> Sheet:
    """Return a sheet of a kind about the first entries of the catalogue."""
    found = sheet_entries(asked.catalog, count)
    makers: dict[SheetKind, Callable[[], Sheet]] = {
        SheetKind.COMPARISON: lambda: comparison_sheet(found, asked),
        SheetKind.FACTS: lambda: fact_sheet(found, asked),
        SheetKind.COVERAGE: lambda: covered(found, asked),
        SheetKind.FEATURES: lambda: features_sheet(found, (), asked),
        SheetKind.LIST: lambda: list_sheet(found, asked),
        SheetKind.DOSSIER: lambda: _dossier(asked, count),
        SheetKind.SIZING: lambda: _sizing(found, asked),
        SheetKind.GUIDE: lambda: _guide(found, asked),
        SheetKind.ADVICE: lambda: advice_sheet(CatalogIndex(asked.catalog, asked.day), asked),
        SheetKind.CLIENT: lambda: _client(asked),
        SheetKind.CHANGES: lambda: _changes(asked),
        SheetKind.RETIREMENTS: lambda: retirements_sheet(
            tuple(retirements(entries(asked.catalog), asked.catalog, DAY)), NewsAsked(), asked
        ),
    }
    return makers[kind]()


def _client(asked: SheetOrder) -> Sheet:
    """Return what a subscription tells: a deployment of the first model, its quota and list."""
    (key, *_) = (each.key for each in entries(asked.catalog))
    counted = "OpenAI.GlobalStandard.first"
    documents = (
        [listed(*key, sku("GlobalStandard", counted), location=GERMANY.id)],
        [counter(counted, 90, 100), counter("OpenAI.GlobalStandard.other", 0, 0)],
        [deployment("chat", *key, versionUpgradeOption="NoAutoUpgrade")],
        [account("contoso-ai", GERMANY.id)],
    )
    files = [
        AnswerFile(f"{at}-{GERMANY.id}.json", as_bytes(each), DAY)
        for at, each in enumerate(documents)
    ]
    tenant = taken(files, Tenant(salt="s"), [GERMANY.id]).tenant
    return client_sheet(Told(tenant, asked.catalog, asked.day), asked)


def _changes(asked: SheetOrder) -> Sheet:
    """Return what changed since a catalogue with one model less, dearer and with less PTU."""
    first, *others = asked.catalog.models[:-1]
    prices = tuple(price.but(amount=price.amount * 2) for price in first.prices)
    ptu = tuple(each.but(input_tpm_per_ptu=1) for each in first.ptu)
    before = asked.catalog.but(serial=1, models=(first.but(prices=prices, ptu=ptu), *others))
    return changes_sheet(changes(before, asked.catalog), date(2026, 10, 1), NewsAsked(), asked)


def covered(found: list[Entry], asked: SheetOrder, **conditions: Any) -> Sheet:
    """Return the sheet of a coverage question."""
    answer = coverage(found, CoverageConditions(**conditions), asked.catalog, asked.day)
    return coverage_sheet(answer, asked)


def _dossier(asked: SheetOrder, count: int) -> Sheet:
    edition = Edition("1.0", "First edition", "B. Muster", approval=True)
    kinds = (SheetKind.SIZING, SheetKind.COMPARISON, SheetKind.COVERAGE)
    chapters = [made(kind, plain(asked), count) for kind in kinds]
    about = sheet_entries(asked.catalog, count)
    return dossier_sheet(chapters, about, structs.replace(asked, edition=edition))


def _sizing(found: list[Entry], asked: SheetOrder) -> Sheet:
    questions = (
        Question(
            deployment=Deployment(
                entry=entry,
                deployment_type=TYPES["DataZoneProvisionedManaged"],
                loads=(MonthLoad.of_peak(load(cached_tokens=100), Decimal("0.52")),),
                region=EAST_US_2,
            ),
            day=DAY,
        )
        for entry in found
    )
    return sizing_sheet([estimate(asked.catalog, each) for each in questions], asked)


def _guide(found: Sequence[Entry], asked: SheetOrder) -> Sheet:
    """Return a short list for a load in a data zone."""
    users = Users(users=500, requests_per_user=20, working_days=22, busy_hours=8, peak_factor=3)
    question = GuideQuestion(load=MonthLoad.of_users(users, load(1, 5_000, 400)), data_zone="EU")
    return guide_sheet(guide(question, found, asked.view), asked)


def load_chart(bars: int, level: float | None = 5.0) -> Chart:
    """Return the load of so many hours, against a level or none."""
    axis = Axis("hour", float(bars), "{:g}".format)
    made_of = tuple(Bar(4.0, 2.0) if at % 2 else Bar(3.0) for at in range(bars))
    plot = Plot(axis, Axis("requests", 8.0, "{:g}".format), bars=made_of, level=level)
    legend = ((Fill.SOFT, "on PTU"), (Fill.HATCHED, "spills over"), (Stroke.LEVEL, "80 PTU"))
    return Chart("Load of a day", (plot,), 200, "In words", legend=legend)


DISPUTED = Conflict(
    about="availability:DataZoneStandard",
    claims=(
        Claim(value="not offered", de="nicht angeboten", source="matrix"),
        Claim(value="priced", de="mit Preis", source="prices"),
    ),
    note=text("The sources disagree.", "Die Quellen widersprechen sich."),
    regions=("germanywestcentral",),
)


def _alpha() -> Model:
    limits = Limits(
        context_window=TokenLimit(tokens=400_000, source="matrix"),
        max_output=TokenLimit(tokens=128_000, source="types"),
        training_data=TrainingData(until="2025-08", source="types"),
    )
    offers = (
        offer("GlobalStandard", "germanywestcentral", "eastus2"),
        offer("DataZoneStandard", "swedencentral", "eastus2", disputed=["germanywestcentral"]),
        offer("DataZoneProvisionedManaged", "germanywestcentral", "eastus2"),
        offer("ProvisionedManaged", "eastus2", covered=("eastus2",)),
    )
    rich = version(
        "2026-03-05",
        retirement=date(2027, 9, 2),
        offers=offers,
        limits=limits,
        capabilities=(Capability(id="vision", source="types"),),
        conflicts=(DISPUTED,),
    )
    return model(
        "alpha",
        rich,
        channel="azure_openai",
        family="gpt",
        use_cases=("chat",),
        summary=text("Shows <b>tags</b> & signs | pipes"),
        notes=(Note(text=text("=A remark", "=Eine Anmerkung"), source="types"),),
        prices=(
            price("2.50"),
            price("15", OUTPUT),
            price("0.0375", TokenCategory.CACHED_INPUT),
            price("1.25", tier=PriceTier.BATCH),
            _ended_price(),
            *(each for each in GPT_5_2_PRICES if each.scope is Scope.DATA_ZONE),
        ),
        ptu=(GPT_5_2,),
        quotas=(Quota(deployment_type="GlobalStandard", tier="1", tpm=30_000, source="types"),),
    )


def _ended_price() -> Price:
    ended = date(2026, 8, 31)
    return price("9", scope=Scope.REGIONAL, regions=("germanywestcentral",), effective_until=ended)


def _beta() -> Model:
    limits = Limits(context_window=TokenLimit(tokens=1_050_000, source="types"))
    small = version(
        "2",
        stage=Stage.PREVIEW,
        retirement=date(2027, 2, 9),
        offers=(offer("GlobalStandard", "germanywestcentral"),),
        limits=limits,
    )
    prices = (
        price("0.25"),
        price("2", OUTPUT),
        price("0.04", TokenCategory.IMAGE, unit=Unit.IMAGE),
        price("0.02", TokenCategory.CACHED_INPUT, secondary=True),
    )
    return model("beta-mini", small, provider="xai", channel="azure_openai", prices=prices)


def _plain(number: int) -> Any:
    limits = Limits(context_window=TokenLimit(tokens=1_000 * (number + 1), source="types"))
    return version("2026-01-01", offers=(offer("GlobalStandard", "eastus2"),), limits=limits)
