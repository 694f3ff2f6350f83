# SPDX-License-Identifier: MIT
"""What a subscription says beside the catalogue: quota, deployments and their successors."""

from datetime import date

import pytest

from azmodels_gui.answers.answer import Status
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.terms import Availability, Stage
from azmodels_gui.clients.az_answers import read_answers
from azmodels_gui.clients.tenant import Counter, ListedOffer, Tenant
from azmodels_gui.clients.told import Room, Told
from tests.builders import TODAY, catalog, model, offer, version
from tests.clients.answers import account, as_bytes, counter, deployment, listed, sku

OLD_ENDS, LISTED_ENDS = date(2027, 3, 1), date(2027, 2, 1)


def shown(*documents: object) -> Told:
    tenant = Tenant(salt="s")
    for document in documents:
        found = read_answers(
            "a.json", as_bytes(document), tenant, day=TODAY, regions=("eastus2",), region="eastus2"
        )
        tenant = tenant.with_answers(found.said)
    return Told(tenant, two_models(), TODAY)


def two_models() -> Catalog:
    lifecycle = Lifecycle(
        stage=Stage.DEPRECATED,
        retirement_date=OLD_ENDS,
        replacements=("gpt-new (2)",),
        source="schedule",
    )
    old = version("1", offers=[offer("GlobalStandard", "eastus2")]).but(lifecycle=lifecycle)
    new = version("2", offers=[offer("GlobalStandard", "eastus2")])
    return catalog(model("gpt-old", old), model("gpt-new", new))


GLOBAL = "OpenAI.GlobalStandard."
MODELS = [
    listed("gpt-old", "1", sku("GlobalStandard", GLOBAL + "old", deprecationDate="2027-02-01")),
    listed("gpt-new", "2", sku("GlobalStandard", GLOBAL + "NEW-v2", tokens=6000)),
    listed("gpt-new", "2", sku("GlobalProvisionedManaged", "OpenAI.GlobalPM", tokens=None)),
]
USAGE = [
    counter(GLOBAL + "old", 60, 100),
    counter(GLOBAL + "NEW-v2", 0, 0),
    counter("OpenAI.GlobalPM", 50, 200),
    counter("OpenAI.S0.AccountCount", 1, 40),
]


def test_a_counter_is_joined_by_its_name_in_the_list_and_not_by_the_models() -> None:
    lines = {line.counter.name: line for line in shown(MODELS, USAGE).quotas}
    new = lines[GLOBAL + "NEW-v2"]
    assert (new.models, new.deployment_type) == (("gpt-new 2",), "GlobalStandard")
    assert (new.counter.limit, new.tpm_left) == (0, 0)
    assert lines[GLOBAL + "old"].tpm_left == 40_000
    assert lines["OpenAI.GlobalPM"].provisioned
    assert lines["OpenAI.GlobalPM"].tpm_left is None
    assert "OpenAI.S0.AccountCount" not in lines


def test_without_a_list_of_models_a_counter_still_tells_its_deployment_type() -> None:
    (line,) = shown([counter(GLOBAL + "x", 1, 2)]).quotas
    assert (line.models, line.deployment_type, line.tpm_left) == ((), "GlobalStandard", None)


def test_a_deployment_ends_at_the_earlier_of_both_ends_and_names_its_successor() -> None:
    (line,) = shown(
        [account("contoso-ai", "eastus2")], MODELS, USAGE, [deployment("chat", "GPT-Old", "1")]
    ).deployments
    assert (line.retirement.value, line.listed_end, line.ends) == (
        OLD_ENDS,
        LISTED_ENDS,
        LISTED_ENDS,
    )
    assert line.today is not None
    assert line.today.successor is not None
    assert line.today.successor.entry.model.id == "gpt-new"
    assert line.successor_offered.value is Availability.OFFERED
    assert line.successor_listed is not None
    assert line.successor_quota is not None
    assert line.successor_quota.counter.limit == 0


def test_what_the_catalogue_does_not_know_stays_unknown() -> None:
    (line,) = shown([deployment("chat", "somebody-elses", None)]).deployments
    assert (line.entry, line.ends, line.today) == (None, None, None)
    assert line.retirement.status is Status.UNKNOWN


def test_that_an_offer_is_listed_changes_nothing_of_the_catalogue() -> None:
    extra = [listed("gpt-new", "2", sku("DataZoneStandard", "x"))]
    found = shown(extra)
    entry = found.entry("gpt-new", "2")
    assert entry is not None
    assert found.listed(entry, "eastus2", "DataZoneStandard") is not None
    assert found.listed(entry, "eastus2", "GlobalStandard") is None
    assert entry.availability("DataZoneStandard", "eastus2") is Availability.UNKNOWN


def test_counters_of_many_regions_are_joined_in_one_pass() -> None:
    """35 regions at once took a minute when each counter looked through all offers."""
    regions = [f"region{number}" for number in range(35)]
    offers = [
        ListedOffer(
            region=region,
            day=TODAY,
            model=f"m{number}",
            version="1",
            deployment_type="GlobalStandard",
            counter=f"OpenAI.GlobalStandard.m{number}",
            tpm_per_unit=1000,
        )
        for region in regions
        for number in range(300)
    ]
    counters = [
        Counter(region=each.region, day=TODAY, name=each.counter, used=1, limit=3)
        for each in offers
    ]
    asked: list[str] = []

    class Watched(ListedOffer):
        def __getattribute__(self, name: str) -> object:
            if name == "counter":
                asked.append(name)
            return super().__getattribute__(name)

    watched = tuple(Watched(**each.model_dump()) for each in offers)
    asked.clear()
    found = Told(Tenant(listed=watched, counters=tuple(counters)), two_models(), TODAY).quotas
    assert len(found) == len(counters)
    assert {line.tpm_left for line in found} == {2000}
    assert len(asked) <= 4 * len(offers)


def one_deployment(*usage: dict[str, object], models: object = MODELS) -> Told:
    told = [[account("contoso-ai", "eastus2")], models, [deployment("chat", "gpt-old", "1")]]
    return shown(*told, *([list(usage)] if usage else ()))


@pytest.mark.parametrize(
    ("limit", "used", "room"),
    [
        (0, 0, Room.NONE),
        (9, 0, Room.TOO_LITTLE),  # 54,000 TPM left, 60,000 deployed
        (10, 0, Room.BESIDE),
        (20, 11, Room.TOO_LITTLE),
    ],
)
def test_quota_of_the_successor_is_held_against_what_is_deployed(
    limit: int, used: int, room: Room
) -> None:
    (line,) = one_deployment(counter(GLOBAL + "NEW-v2", used, limit)).deployments
    assert line.room is room


def test_where_both_count_alike_the_old_one_makes_room() -> None:
    shared = [
        listed("gpt-old", "1", sku("GlobalStandard", GLOBAL + "both")),
        listed("gpt-new", "2", sku("GlobalStandard", GLOBAL + "both"), isDefaultVersion=True),
    ]
    (line,) = one_deployment(counter(GLOBAL + "both", 60, 100), models=shared).deployments
    assert line.room is Room.AFTER
    assert line.default is None  # of gpt-old no version is named the default


def test_the_default_version_is_told_as_the_list_says_it() -> None:
    models = [
        listed("gpt-old", "1", sku("GlobalStandard", GLOBAL + "old")),
        listed("gpt-old", "3", sku("GlobalStandard", GLOBAL + "old"), isDefaultVersion=True),
    ]
    (line,) = one_deployment(models=models).deployments
    assert line.default is not None
    assert (line.default.version, line.is_default) == ("3", False)


def test_origins_name_kind_day_and_regions() -> None:
    found = shown(MODELS, USAGE, [account("contoso-ai", "eastus2")]).origins
    assert [(each.kind, each.regions, each.day, each.count) for each in found] == [
        ("listed", ("eastus2",), TODAY, 3),
        ("counters", ("eastus2",), TODAY, 4),
        ("accounts", ("eastus2",), TODAY, 1),
    ]


def test_own_ends_are_a_calendar_on_the_earlier_day() -> None:
    found = shown(
        [account("contoso-ai", "eastus2")], MODELS, [deployment("chat", "gpt-old", "1")]
    ).retirements
    assert [(each.entry.key, each.day) for each in found] == [(("gpt-old", "1"), LISTED_ENDS)]
    assert [each.spelled for each in found[0].successors] == ["gpt-new (2)"]


def test_quota_for_an_offer_is_found_by_the_lists_own_names() -> None:
    found = shown(MODELS, USAGE)
    entry = found.entry("gpt-new", "2")
    assert entry is not None
    (line,) = found.quotas_for(entry, "eastus2", "GlobalStandard")
    assert line.counter.name == GLOBAL + "NEW-v2"
    (shared,) = found.quotas_for(entry, "eastus2", "GlobalProvisionedManaged")
    assert shared.counter.left == 150
    assert not list(found.quotas_for(entry, "eastus2", "DataZoneStandard"))
