# SPDX-License-Identifier: MIT
"""What a subscription says beside the catalogue: quota, deployments and their successors."""

from datetime import date

from azmodels_gui.answers.answer import Status
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.terms import Availability, Stage
from azmodels_gui.clients.az_answers import read_answers
from azmodels_gui.clients.tenant import Counter, ListedOffer, Tenant
from azmodels_gui.clients.told import Told
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
