# SPDX-License-Identifier: MIT
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.facts import Claim, Conflict, Offer
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.publish.availability import Matrices, Subject, offers_of, still_marked
from azmodels_gui.publish.facts import MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.lifecycle import version_date
from azmodels_gui.publish.region_matrices import read_region_matrix
from tests.publish.headings import HEADINGS

JUNE = date(2026, 6, 11)
AREAS = {"Europe": frozenset({"swedencentral", "polandcentral"})}
OFFERED, NOT_OFFERED = Availability.OFFERED, Availability.NOT_OFFERED
CONFLICT, UNKNOWN = Availability.CONFLICT, Availability.UNKNOWN


def row(
    version: str | None = "2026-01-01",
    *,
    yes: str = "",
    no: str = "",
    unclear: str = "",
    sku: str = "GlobalStandard",
    source: str = "matrix",
) -> OfferFact:
    """Return a row; regions are words."""
    return OfferFact(
        name="gpt-x",
        version=version,
        source=source,
        row="row 1",
        deployment_type=sku,
        available=frozenset(yes.split()),
        listed=frozenset((yes + " " + no).split()),
        unclear=frozenset(unclear.split()),
    )


def matrix(
    sku: str = "GlobalStandard",
    *,
    channel: str = "azure_openai",
    as_of: date = JUNE,
    regions: str = "eastus2 swedencentral",
    source: str = "matrix",
    unavailable: str = "",
) -> MatrixFact:
    return MatrixFact(
        deployment_type=sku,
        channel=channel,
        as_of=as_of,
        regions=frozenset(regions.split()),
        source=source,
        unavailable_zones=frozenset(unavailable.split()),
    )


def subject(
    version: str = "2026-01-01",
    *,
    channel: str | None = "azure_openai",
    known_since: date | None = None,
    only_version: bool = False,
) -> Subject:
    return Subject(
        model="gpt-x",
        version=version,
        channel=channel,
        known_since=known_since or version_date(version),
        only_version=only_version,
    )


def state(
    offers: Iterable[Offer], region: str = "eastus2", sku: str = "GlobalStandard"
) -> Availability:
    """Return what the offers say of one region, as an entry would."""
    found = [offer for offer in offers if offer.deployment_type == sku]
    return found[0].in_region(region) if found else UNKNOWN


def offers_by(
    about: Subject,
    facts: Sequence[OfferFact],
    matrices: Sequence[MatrixFact],
    **days: date,
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Decide; `days` dates the pages that have no matrix."""
    return offers_of(about, facts, Matrices(matrices, days, areas=AREAS))


def decide(
    about: Subject, facts: Sequence[OfferFact], matrices: Sequence[MatrixFact]
) -> tuple[Offer, ...]:
    offers, conflicts = offers_by(about, facts, matrices)
    assert conflicts == ()
    return offers


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        pytest.param("eastus2", OFFERED, id="a check mark is offered"),
        pytest.param("westus3", NOT_OFFERED, id="a dash is not offered"),
        pytest.param("swedencentral", NOT_OFFERED, id="no row in that tab: not offered"),
        pytest.param("polandcentral", NOT_OFFERED, id="no such column for this type: not offered"),
    ],
)
def test_a_listed_version_is_offered_where_it_is_marked_and_nowhere_else(
    region: str, expected: Availability
) -> None:
    offers = decide(subject(), [row(yes="eastus2", no="westus3")], [matrix()])
    assert state(offers, region) is expected


def test_a_listed_version_needs_neither_age_nor_channel() -> None:
    offers = decide(subject("1", channel=None), [row("1", yes="eastus2")], [matrix()])
    assert (state(offers), state(offers, "westus3")) == (OFFERED, NOT_OFFERED)


def test_the_rows_of_several_tabs_make_one_offer() -> None:
    facts = [row(yes="eastus2"), row(yes="swedencentral", no="polandcentral")]
    (offer,) = decide(subject(), facts, [matrix()])
    assert offer.available == ("eastus2", "swedencentral")
    assert (offer.covered, offer.sources) == ("all", ("matrix",))


def test_an_unreadable_cell_stays_unknown() -> None:
    facts = [row(yes="eastus2", unclear="swedencentral")]
    offers = decide(subject(), facts, [matrix(regions="eastus2 swedencentral westus3")])
    assert state(offers) is OFFERED
    assert state(offers, "swedencentral") is UNKNOWN
    assert state(offers, "westus3") is NOT_OFFERED


def test_without_a_whole_matrix_nothing_follows_from_a_missing_row() -> None:
    offers = decide(subject(), [row(yes="eastus2", no="westus3")], [])
    assert (state(offers), state(offers, "westus3")) == (OFFERED, NOT_OFFERED)
    assert state(offers, "swedencentral") is UNKNOWN


@pytest.mark.parametrize(
    ("about", "covering", "expected"),
    [
        pytest.param(
            subject("2026-06-10"), matrix(), NOT_OFFERED, id="older than the matrix: not offered"
        ),
        pytest.param(subject("2026-06-12"), matrix(), UNKNOWN, id="newer: unknown"),
        pytest.param(subject("2026-06-11"), matrix(), UNKNOWN, id="of the same day: unknown"),
        pytest.param(subject("1"), matrix(), UNKNOWN, id="of unknown age: unknown"),
        pytest.param(
            subject("0613", known_since=date(2025, 2, 1)),
            matrix(),
            NOT_OFFERED,
            id="surely known before the matrix: not offered",
        ),
        pytest.param(
            subject(channel="azure_direct"), matrix(), UNKNOWN, id="of another kind: unknown"
        ),
        pytest.param(subject(channel=None), matrix(), UNKNOWN, id="of no known kind: unknown"),
        pytest.param(
            subject(channel="azure_direct"),
            matrix(channel="azure_direct"),
            NOT_OFFERED,
            id="other providers' matrix covers other providers",
        ),
        pytest.param(
            subject(channel="marketplace"),
            matrix(channel="marketplace"),
            UNKNOWN,
            id="the marketplace page does not list every model",
        ),
        pytest.param(
            subject(), matrix("Standard"), UNKNOWN, id="no matrix for this deployment type"
        ),
    ],
)
def test_a_version_that_no_matrix_lists(
    about: Subject, covering: MatrixFact, expected: Availability
) -> None:
    assert state(decide(about, [], [covering])) is expected


def test_a_page_that_lists_a_version_elsewhere_has_left_it_out_here() -> None:
    """Whatever its age: whoever wrote the page knew the version."""
    matrices = [matrix(), matrix("Standard")]
    offers = decide(
        subject("001", channel="marketplace"), [row("001", yes="eastus2", sku="Standard")], matrices
    )
    assert state(offers) is NOT_OFFERED


def test_other_models_and_versions_do_not_matter() -> None:
    facts = [row("2025-01-01", yes="eastus2"), row("2026-09-01", yes="eastus2")]
    assert state(decide(subject(), facts, [matrix()])) is NOT_OFFERED


OTHERS = matrix(channel="azure_direct")


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        pytest.param(subject("1", only_version=True), OFFERED, id="the only version"),
        pytest.param(
            subject("1", only_version=True, known_since=date(2026, 9, 1)),
            OFFERED,
            id="the only version, first seen later",
        ),
        pytest.param(
            subject("2026-09-01", only_version=True), UNKNOWN, id="the only version is newer"
        ),
        pytest.param(subject("2026-01-01"), OFFERED, id="one of several, older than the matrix"),
        pytest.param(subject("2026-09-01"), UNKNOWN, id="one of several, newer"),
        pytest.param(subject("2"), UNKNOWN, id="one of several, of unknown age"),
    ],
)
def test_a_column_without_a_version(about: Subject, expected: Availability) -> None:
    assert state(decide(about, [row(None, yes="eastus2")], [OTHERS])) is expected


def test_the_newer_matrix_counts_and_the_disagreement_is_kept() -> None:
    facts = [
        row(None, yes="eastus2 westus3", no="swedencentral", source="april"),
        row(yes="eastus2 swedencentral", no="westus3", source="june"),
    ]
    matrices = [matrix(source="april", as_of=date(2026, 4, 2)), matrix(source="june")]
    (offer,), (conflict,) = offers_by(subject(), facts, matrices)
    assert offer.available == ("eastus2", "swedencentral")
    assert offer.disputed == ()
    assert conflict.regions == ("swedencentral", "westus3")
    assert offer.as_of == "2026-06-11"
    assert offer.sources == ("june", "april")
    assert conflict.about == "availability:GlobalStandard"
    assert [(claim.source, claim.value) for claim in conflict.claims] == [
        ("june", "offered: swedencentral; not offered: westus3 (as of 2026-06-11)"),
        ("april", "offered: westus3; not offered: swedencentral (as of 2026-04-02)"),
    ]


def test_matrices_that_agree_are_no_conflict() -> None:
    facts = [row(yes="eastus2", source="april"), row(yes="eastus2", source="june")]
    matrices = [matrix(source="april", as_of=date(2026, 4, 2)), matrix(source="june")]
    (offer,) = decide(subject(), facts, matrices)
    assert (offer.disputed, offer.sources) == ((), ("june", "april"))


def test_what_the_newer_matrix_leaves_unreadable_is_as_the_older_one_says() -> None:
    facts = [row(yes="eastus2", source="april"), row(unclear="eastus2", source="june")]
    matrices = [matrix(source="april", as_of=date(2026, 4, 2)), matrix(source="june")]
    assert state(decide(subject(), facts, matrices)) is OFFERED


def test_matrices_of_one_day_that_disagree_are_disputed() -> None:
    facts = [row(yes="eastus2", source="one"), row(no="eastus2", source="other")]
    matrices = [matrix(source="one"), matrix(source="other")]
    (offer,), (conflict,) = offers_by(subject(), facts, matrices)
    assert state([offer]) is CONFLICT
    assert conflict.note is not None
    assert conflict.note.en == "Sources of the same date disagree."


def test_a_page_that_says_both_is_disputed() -> None:
    facts = [row(yes="eastus2"), row(no="eastus2")]
    (offer,), (conflict,) = offers_by(subject(), facts, [matrix()])
    assert state([offer]) is CONFLICT
    assert [claim.value for claim in conflict.claims] == ["both: eastus2 (as of 2026-06-11)"]


def test_a_long_disagreement_is_counted() -> None:
    many = " ".join(f"region{number}" for number in range(80))
    facts = [row(yes=many, source="april"), row(no=many, source="june")]
    matrices = [matrix(source="april", as_of=date(2026, 4, 2)), matrix(source="june")]
    _, (conflict,) = offers_by(subject(), facts, matrices)
    assert [claim.value for claim in conflict.claims] == [
        "not offered: 80 regions (as of 2026-06-11)",
        "offered: 80 regions (as of 2026-04-02)",
    ]


TABS = {"Americas": ("eastus2", "westus3"), "Europe": ("polandcentral", "swedencentral")}
SECTIONS = {"Global standard": "GlobalStandard", "Standard/Regional": "Standard"}
VERSIONS = ("2026-01-01", "2026-06-11", "2026-08-01", "001")

cells = st.sampled_from(["✅", "-", "?"])
tabs = st.fixed_dictionaries(
    {
        tab: st.dictionaries(
            st.sampled_from(VERSIONS), st.tuples(cells, cells), min_size=1, max_size=3
        )
        for tab in TABS
    }
)
pages = st.fixed_dictionaries(dict.fromkeys(SECTIONS, tabs))
Tab = dict[str, tuple[str, str]]
Written = dict[str, dict[str, Tab]]


def page_text(written: Written) -> str:
    lines = ["---", "ms.date: 06/01/2026", "---", ""]
    for section, parts in written.items():
        lines += [f"## {section}", ""]
        for tab, rows in parts.items():
            lines += [f"# [{tab}](#tab/x)", "", f"| Model | Version | {' | '.join(TABS[tab])} |"]
            lines += ["| --- | --- | --- | --- |"]
            lines += [f"| gpt-x | {name} | {a} | {b} |" for name, (a, b) in rows.items()]
            lines += [""]
        lines += ["---", ""]
    return "\n".join(lines)


def plainly(written: Written, section: str, version: str, region: str) -> Availability:
    """The rule once more, cell by cell."""
    mine = [(tab, rows[version]) for tab, rows in written[section].items() if version in rows]
    for tab, marks in mine:
        for name, mark in zip(TABS[tab], marks, strict=True):
            if name == region:
                return {"✅": OFFERED, "-": NOT_OFFERED}.get(mark, UNKNOWN)
    if mine:
        return NOT_OFFERED
    listed = {name for parts in written.values() for rows in parts.values() for name in rows}
    if version in listed:
        return NOT_OFFERED
    age = max([date(2026, 6, 1), *(day for day in map(version_date, listed) if day)])
    born = version_date(version)
    return NOT_OFFERED if born is not None and born < age else UNKNOWN


@given(written=pages, version=st.sampled_from(VERSIONS))
def test_every_cell_is_as_the_plain_rule_says(written: Written, version: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deployments-standard.md"
        path.write_text(page_text(written), encoding="utf-8")
        facts = list(read_region_matrix(path, "matrix", Ledger(), types=HEADINGS))
    offers = decide(
        subject(version),
        [fact for fact in facts if isinstance(fact, OfferFact)],
        [fact for fact in facts if isinstance(fact, MatrixFact)],
    )
    for section, sku in SECTIONS.items():
        for region in (name for names in TABS.values() for name in names):
            expected = plainly(written, section, version, region)
            assert state(offers, region, sku) is expected, (sku, region)


@pytest.mark.parametrize(
    ("listed_on", "expected"),
    [
        pytest.param(date(2026, 5, 1), OFFERED, id="an older list does not count"),
        pytest.param(date(2026, 9, 1), NOT_OFFERED, id="a newer list counts"),
    ],
)
def test_the_list_of_one_region_speaks_of_that_region_only(
    listed_on: date, expected: Availability
) -> None:
    facts = [row(yes="eastus eastus2"), row(no="eastus2", source="list")]
    (offer,), (conflict,) = offers_by(subject(), facts, [matrix()], list=listed_on)
    assert state([offer]) is expected
    assert state([offer], "eastus") is OFFERED
    assert conflict.regions == ("eastus2",)
    assert offer.as_of == "2026-06-11", "of the matrix, which speaks of all other regions"


def test_not_available_for_a_part_of_the_world_speaks_for_all_models_of_the_page() -> None:
    page = matrix("DataZoneStandard", channel="marketplace", unavailable="Europe")
    (offer,) = decide(subject("1", channel="marketplace", known_since=date(2026, 1, 1)), [], [page])
    states = [state([offer], region, "DataZoneStandard") for region in ("swedencentral", "eastus2")]
    assert states == [NOT_OFFERED, UNKNOWN]


def test_what_is_priced_and_has_a_quota_but_stands_in_no_matrix_is_unknown() -> None:
    evidence = (Claim(value="priced", source="list"), Claim(value="has a quota", source="quotas"))
    about = replace(subject(), evidence={"GlobalStandard": evidence})
    offers, (conflict,) = offers_by(about, [], [matrix()])
    assert state(offers) is UNKNOWN
    assert [claim.value for claim in conflict.claims] == [
        "not listed (as of 2026-06-11)",
        "priced",
        "has a quota",
    ]


def test_evidence_does_not_matter_where_a_matrix_lists_the_version() -> None:
    about = replace(subject(), evidence={"GlobalStandard": (Claim(value="priced", source="x"),)})
    assert state(decide(about, [row(yes="eastus2")], [matrix()]), "westus3") is NOT_OFFERED


MARKED = Offer(
    deployment_type="Standard",
    available=("eastus2", "westus"),
    as_of="2026-10-05",
    retirement_date=date(2026, 3, 31),
    retirement_source="table",
    sources=("matrix",),
)


def test_a_mark_after_the_last_day_is_a_contradiction() -> None:
    """Case A5: the matrix of October still marks what ended in March."""
    (conflict,) = still_marked(MARKED)

    assert conflict.about == "availability:Standard"
    assert conflict.regions == MARKED.available
    assert [(claim.value, claim.source) for claim in conflict.claims] == [
        ("ended on 2026-03-31", "table"),
        ("offered: 2 regions (as of 2026-10-05)", "matrix"),
    ]


@pytest.mark.parametrize(
    "offer",
    [
        pytest.param(MARKED.but(retirement_date=None), id="no end of its own"),
        pytest.param(MARKED.but(retirement_source=None), id="an end that no source states"),
        pytest.param(MARKED.but(available=()), id="marked nowhere"),
        pytest.param(MARKED.but(as_of=None), id="a page without a date"),
        pytest.param(MARKED.but(as_of="2026-03"), id="a page from before the end"),
    ],
)
def test_no_contradiction_without_a_mark_after_the_last_day(offer: Offer) -> None:
    assert list(still_marked(offer)) == []
