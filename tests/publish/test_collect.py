# SPDX-License-Identifier: MIT
"""Collecting from hosts that answer in the recorded forms, and from hosts that do not."""

import gzip
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.catalog.outside import fitted
from azmodels_gui.publish.asking import PATIENT, Asker
from azmodels_gui.publish.collect import Account, Collecting, CollectRefused, Wanted
from azmodels_gui.publish.sources import Hosts, ManifestUnusable, Register, read_manifest
from azmodels_gui.storage.errors import FileNotSaved
from azmodels_gui.storage.fetch import Watch
from azmodels_gui.storage.files import fingerprint
from tests.publish.public_hosts import DOCS, REGIONS, SHA, PublicHosts, json_bytes, public
from tests.storage.authority import server_context
from tests.storage.fault_server import Answer, Served, reply, reset, serving

TODAY = date(2026, 11, 30)
PAGE = b"---\nms.date: 10/05/2026\n---\n\n| Model | Version |\n|---|---|\n| gpt-5 | 1 |\n"
MATRIX = "articles/includes/deployments-standard.md"
HERE = f"azure-ai-docs/{MATRIX}"
LIST = "modules/locations.tf.json"
REGISTER = fitted(
    {
        "collect": {
            "hosts": {"files": "", "repositories": "", "prices": ""},
            "repository": [{"id": "docs", "name": DOCS}, {"id": "regions", "name": REGIONS}],
            "price_query": "api/retail/prices?api-version=2023-01-01-preview",
            "price_folder": "retail-prices",
            "price_service": [
                {"name": "Foundry Models"},
                {"name": "Foundry Tools", "products": "Azure Speech", "prefix": "speech-"},
            ],
        },
        "document": [
            {
                "id": "matrix",
                "title": "Matrix",
                "file": [{"path": HERE, "form": "region matrix", "repository": "docs"}],
            },
            {
                "id": "regions",
                "title": "Regions",
                "file": [
                    {
                        "path": "azure-regions.json",
                        "form": "regions",
                        "repository": "regions",
                        "at": [LIST],
                    }
                ],
            },
            {
                "id": "az",
                "title": "Lists",
                "file": [{"path": "az/model-list-*.json", "form": "ARM model list"}],
            },
        ],
    },
    Register,
)


def location(name: str, geography: str, kind: str = "Physical") -> dict[str, Any]:
    """Return a region as the cached answer of `az account list-locations` has it."""
    return {
        "availabilityZoneMappings": [{"logicalZone": "1", "physicalZone": f"{name}-az1"}],
        "displayName": name.title(),
        "id": f"/subscriptions/0/locations/{name}",
        "metadata": {
            "geography": geography,
            "geographyGroup": "Europe",
            "latitude": "60.1",
            "longitude": "17.1",
            "pairedRegion": [{"id": "/x", "name": "westeurope"}],
            "physicalLocation": "Gävle",
            "regionCategory": "Recommended",
            "regionType": kind,
        },
        "name": name,
        "regionalDisplayName": f"(Europe) {name}",
        "type": "Region",
    }


def locations(*listed: dict[str, Any]) -> bytes:
    return json_bytes({"locals": {"locations_cached": {"value": list(listed)}}})


def item(
    number: int,
    service: str = "Foundry Models",
    region: str = "swedencentral",
    currency: str = "USD",
    product: str = "Azure OpenAI GPT5",
) -> dict[str, Any]:
    return {
        "currencyCode": currency,
        "retailPrice": 0.00185,
        "armRegionName": region,
        "meterName": f"5.4 inp Gl {number} 1M Tokens",
        "productName": product,
        "serviceName": service,
        "type": "Consumption",
    }


@pytest.fixture
def hosts() -> PublicHosts:
    """Hosts with one page, three regions (one a test region, one logical) and a few prices."""
    speech = [
        item(1, "Foundry Tools", product="Azure Speech"),
        item(2, "Foundry Tools", product="Azure Vision"),
    ]
    return PublicHosts(
        files={
            DOCS: {MATRIX: PAGE},
            REGIONS: {
                LIST: locations(
                    location("swedencentral", "Sweden"),
                    location("eastusstg", "Stage (US)"),
                    location("europe", "Europe", "Logical"),
                )
            },
        },
        prices={
            ("Foundry Models", "swedencentral", "USD"): [item(number) for number in range(5)],
            ("Foundry Tools", "swedencentral", "USD"): speech,
        },
        page_size=2,
    )


class Patience:
    """Takes the place of time: pauses are noted and do not pass."""

    def __init__(self) -> None:
        self.pauses: list[float] = []

    def asker(self) -> Asker:
        return Asker(Watch(60, wait=self.pauses.append), PATIENT, chance=lambda: 0.5)


@pytest.fixture
def patience() -> Patience:
    return Patience()


Collect = Callable[..., Account]


@pytest.fixture
def collect(tmp_path: Path, patience: Patience) -> Collect:
    """Return what fills a folder from hosts at some day, as the command does."""

    def run(
        hosts: Hosts, *, today: date = TODAY, register: Register = REGISTER, **more: Any
    ) -> Account:
        told: list[object] = []
        with patience.asker() as asker:
            work = Collecting(tmp_path / "s", register, asker, today, told.append, hosts)
            return work.collect(Wanted(**more))

    return run


def paths(served: Served) -> list[str]:
    """Return what was asked for since the last time, and forget it."""
    asked = served.paths
    served.requests.clear()
    return asked


def test_everything_comes_under_the_names_that_the_build_reads(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (_, at):
        account = collect(at)
    assert (account.fetched, dict(account.missing), account.moved) == (4, {}, [])
    folder = tmp_path / "s"
    files = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert files == {
        HERE,
        "azure-regions.json",
        "manifest.json",
        "retail-prices/speech-swedencentral.json",
        "retail-prices/swedencentral.json",
    }
    assert (folder / HERE).read_bytes() == PAGE


def test_the_manifest_tells_origin_commit_day_and_fingerprint_of_each_file(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (served, at):
        collect(at)
    noted = read_manifest(tmp_path / "s").files
    page, prices = noted[HERE], noted["retail-prices/swedencentral.json"]
    assert page.url == f"{served.url}/{DOCS}/{SHA}/{MATRIX}"
    assert (page.commit, page.day, page.asked) == (SHA, "2026-11-01", "2026-11-30")
    assert page.sha256 == fingerprint(PAGE)
    assert prices.day == "2026-11-30"
    assert "currencyCode" not in prices.url


def test_all_pages_of_an_answer_become_one(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (served, at):
        collect(at)
    answer = json.loads((tmp_path / "s/retail-prices/swedencentral.json").read_bytes())
    assert answer["Items"] == [item(number) for number in range(5)]
    assert (answer["Count"], answer["NextPageLink"], answer["BillingCurrency"]) == (5, None, "USD")
    pages = [path for path in served.paths if "Foundry%20Models" in path]
    assert [path.partition("&$skip=")[2] for path in pages] == ["", "2", "4"]


def test_of_the_other_services_only_the_products_of_the_register_are_kept(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (_, at):
        collect(at)
    answer = json.loads((tmp_path / "s/retail-prices/speech-swedencentral.json").read_bytes())
    assert [each["productName"] for each in answer["Items"]] == ["Azure Speech"]


def test_other_currencies_have_files_of_their_own(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    hosts.prices["Foundry Models", "swedencentral", "EUR"] = [item(1, currency="EUR")]
    with public(hosts) as (served, at):
        collect(at, currencies=("USD", "EUR"))
    answer = json.loads((tmp_path / "s/retail-prices/swedencentral-eur.json").read_bytes())
    assert answer["Items"][0]["currencyCode"] == "EUR"
    assert any("&currencyCode='EUR'" in path for path in served.paths)


def test_a_region_without_prices_is_noted_and_not_asked_for_again(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (served, at):
        collect(at, regions=("norwayeast",))
        paths(served)
        account = collect(at, regions=("norwayeast",))
        assert not [path for path in paths(served) if "retail" in path]
    assert account.fresh == 4
    assert not list((tmp_path / "s/retail-prices").glob("norway*"))


def test_regions_are_kept_as_the_build_reads_them(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (_, at):
        collect(at)
    kept = json.loads((tmp_path / "s/azure-regions.json").read_bytes())
    assert [each["name"] for each in kept] == ["eastusstg", "swedencentral"]
    assert kept[1]["pairedRegion"] == ["westeurope"]
    assert (kept[1]["geography"], kept[1]["physicalLocation"]) == ("Sweden", "Gävle")


def test_a_second_time_the_same_day_asks_only_for_the_commits(
    hosts: PublicHosts, collect: Collect
) -> None:
    with public(hosts) as (served, at):
        collect(at)
        paths(served)
        account = collect(at)
        assert paths(served) == [f"/repos/{each}/commits/main" for each in (DOCS, REGIONS)]
    assert (account.fetched, account.fresh) == (0, 4)


def test_the_next_day_asks_for_prices_and_for_files_of_a_new_commit(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (served, at):
        collect(at)
        paths(served)
        hosts.sha, hosts.files[DOCS][MATRIX] = "b" * 40, PAGE + b"\n"
        account = collect(at, today=date(2026, 12, 1))
        asked = paths(served)
    assert account.fetched == 4
    assert f"/{DOCS}/{'b' * 40}/{MATRIX}" in asked
    noted = read_manifest(tmp_path / "s").files
    assert noted[HERE].commit == "b" * 40
    assert noted["retail-prices/swedencentral.json"].day == "2026-12-01"


def test_since_takes_what_was_asked_for_earlier(hosts: PublicHosts, collect: Collect) -> None:
    with public(hosts) as (served, at):
        collect(at)
        paths(served)
        collect(at, today=date(2026, 12, 5), since=TODAY)
        assert not [path for path in paths(served) if "retail" in path]


def test_an_answer_that_is_as_it_was_is_dated_anew(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    body = json_bytes({"Items": [item(1)], "Count": 1, "NextPageLink": None})
    marked = reply(body, headers={"ETag": '"one"'})
    with public(hosts) as (served, at):
        hosts.faults.append(("Foundry Models", marked))
        collect(at)
        before = (tmp_path / "s/retail-prices/swedencentral.json").read_bytes()
        hosts.faults.append(("Foundry Models", reply(status=304)))
        account = collect(at, today=date(2026, 12, 1))
        asked = [each for each in served.requests if "Models" in each.path][-1]
    assert asked.headers["If-None-Match"] == '"one"'
    assert account.unchanged == 1
    assert (tmp_path / "s/retail-prices/swedencentral.json").read_bytes() == before
    assert (
        read_manifest(tmp_path / "s").files["retail-prices/swedencentral.json"].day == "2026-12-01"
    )


def test_a_named_commit_is_taken(hosts: PublicHosts, collect: Collect) -> None:
    with public(hosts) as (served, at):
        collect(at, commit=SHA)
        assert served.paths[0] == f"/repos/{DOCS}/commits/{SHA}"


def test_a_commit_that_nobody_knows_stops_the_work(hosts: PublicHosts, collect: Collect) -> None:
    hosts.faults.append(("/commits/", reply(status=404)))
    with public(hosts) as (_, at), pytest.raises(CollectRefused, match="has no commit cccccccc"):
        collect(at, commit="cccccccc")


def test_without_the_list_of_commits_the_branch_is_taken(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    hosts.faults += [("/commits/", reply(status=403))] * 2
    with public(hosts) as (served, at):
        account = collect(at)
        assert f"/{DOCS}/main/{MATRIX}" in served.paths
    assert account.fetched == 4
    assert read_manifest(tmp_path / "s").files[HERE].commit == "main"


def test_a_file_that_was_moved_is_found_by_its_name_and_told(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    elsewhere = "articles/elsewhere/deployments-standard.md"
    hosts.files[DOCS] = {elsewhere: PAGE, "articles/other.md": b"other"}
    with public(hosts) as (_, at):
        account = collect(at)
    assert [str(each) for each in account.moved] == [
        f"{MATRIX} was moved to {elsewhere}: correct sources.toml"
    ]
    assert (tmp_path / "s" / HERE).read_bytes() == PAGE
    assert read_manifest(tmp_path / "s").files[HERE].moved_to == elsewhere


@pytest.mark.parametrize(
    ("files", "why"),
    [
        pytest.param({"a.md": PAGE}, "no file there has its name", id="gone"),
        pytest.param(
            {f"{each}/deployments-standard.md": PAGE for each in "ab"},
            "several files have its name: a/deployments-standard.md, b/deployments-standard.md",
            id="which of two is not guessed",
        ),
    ],
)
def test_a_file_that_is_not_found_is_missing_and_the_old_one_stays(
    hosts: PublicHosts, collect: Collect, tmp_path: Path, files: dict[str, bytes], why: str
) -> None:
    with public(hosts) as (_, at):
        collect(at)
        hosts.sha, hosts.files[DOCS] = "b" * 40, files
        account = collect(at)
    assert why in str(account.missing[HERE])
    assert (tmp_path / "s" / HERE).read_bytes() == PAGE
    assert read_manifest(tmp_path / "s").files[HERE].commit == SHA


PRICES = "retail-prices/swedencentral.json"


@pytest.mark.parametrize(
    ("fault", "pauses"),
    [
        pytest.param(reply(status=429, headers={"Retry-After": "40"}), [40], id="429"),
        pytest.param(reply(status=500), [1], id="500"),
        pytest.param(reply(b'{"Items": [', announced=999), [1], id="a body cut short"),
        pytest.param(reset, [1], id="a connection that breaks off"),
    ],
)
def test_what_passes_is_asked_for_again_after_a_pause(
    hosts: PublicHosts, collect: Collect, patience: Patience, fault: Answer, pauses: list[float]
) -> None:
    hosts.faults.append(("Foundry Models", fault))
    with public(hosts) as (_, at):
        account = collect(at)
    assert (account.fetched, dict(account.missing)) == (4, {})
    assert patience.pauses == pauses


HTML = b"\n<!DOCTYPE html><html><body>Sign in</body></html>"


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        pytest.param(reply(HTML), "answered with a web page", id="a web page"),
        pytest.param(reply(status=404), "answered HTTP 404", id="404"),
        pytest.param(reply(b'{"Items": [{"se'), "no JSON, or cut short", id="half an answer"),
        pytest.param(reply(b"[]"), "no page of prices", id="another form"),
        pytest.param(reply(b'{"Items": [], "Count": 3}'), "3 prices and has 0", id="less"),
        pytest.param(
            reply(json_bytes({"Items": [item(1, region="eastus")], "Count": 1})),
            "prices of Foundry Models, eastus, USD, asked for were those of "
            "Foundry Models, swedencentral, USD",
            id="another region",
        ),
        pytest.param(
            reply(gzip.compress(b"x")[:9], headers={"Content-Encoding": "gzip"}),
            "sent less than it had announced",
            id="half a gzip",
        ),
    ],
)
def test_an_answer_that_is_none_is_missing_and_the_rest_comes(
    hosts: PublicHosts, collect: Collect, fault: Answer, why: str
) -> None:
    hosts.faults += [("Foundry Models", fault)] * PATIENT.attempts
    with public(hosts) as (_, at):
        account = collect(at)
        assert why in str(account.missing.pop(PRICES))
        assert (account.fetched, account.missing) == (3, {})
        hosts.faults.clear()
        assert collect(at).fetched == 1


def test_pages_without_an_end_are_told(hosts: PublicHosts, collect: Collect) -> None:
    with public(hosts) as (_, at):
        link = "https://prices.azure.com:443/api/retail/prices?$filter=x'Foundry Models'"
        page = json_bytes({"Items": [item(1)], "Count": 1, "NextPageLink": link})
        hosts.faults += [("Foundry Models", reply(page))] * 2
        assert "its pages have no end" in str(collect(at).missing[PRICES])


@pytest.mark.parametrize("listed", [b"{}", b"[1]", locations()])
def test_a_list_of_regions_of_another_form_is_missing(
    hosts: PublicHosts, collect: Collect, listed: bytes
) -> None:
    hosts.files[REGIONS][LIST] = listed
    with public(hosts) as (_, at):
        account = collect(at, regions=("swedencentral",))
        assert "it is no list of regions" in str(account.missing["azure-regions.json"])
        with pytest.raises(CollectRefused, match=r"it is no list of regions.* name the regions by"):
            collect(at)


def test_a_host_out_of_reach_is_asked_once(
    hosts: PublicHosts, collect: Collect, patience: Patience
) -> None:
    with public(hosts) as (_, at):
        nowhere = at.model_copy(update={"prices": "http://127.0.0.1:9"})
        account = collect(nowhere, regions=("swedencentral", "westeurope"))
    told = [str(each) for each in account.missing.values()]
    assert (
        told
        == ["127.0.0.1 cannot be reached."] + ["not asked for: 127.0.0.1 cannot be reached."] * 3
    )
    assert len(patience.pauses) == PATIENT.attempts - 1


def test_a_certificate_that_nobody_knows_is_told(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (_, at), serving({}, server_context(tmp_path)) as secret:
        account = collect(at.model_copy(update={"prices": secret.url}), regions=("swedencentral",))
    assert "The certificate of localhost is not trusted" in str(account.missing[PRICES])


def test_a_proxy_is_asked_and_told_where_it_refuses(
    hosts: PublicHosts, collect: Collect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with public(hosts) as (_, at), serving({}) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        account = collect(
            at.model_copy(update={"prices": "https://prices.invalid"}), regions=("swedencentral",)
        )
        assert proxy.paths[0] == "prices.invalid:443"
    assert "The proxy in front of prices.invalid" in str(account.missing[PRICES])


def test_only_https_is_asked_but_for_this_machine(hosts: PublicHosts, collect: Collect) -> None:
    with public(hosts) as (_, at):
        plain = at.model_copy(update={"prices": "http://prices.invalid"})
        account = collect(plain, regions=("swedencentral",))
    assert "begins with https" not in str(account.missing[PRICES])
    assert "is not an address" in str(account.missing[PRICES])


def test_what_the_publisher_puts_in_is_copied_and_not_fetched(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    for name, data in ((HERE, b"mine"), ("az/model-list-westeurope.json", b"[]"), ("x.txt", b"?")):
        (given / name).parent.mkdir(parents=True, exist_ok=True)
        (given / name).write_bytes(data)
    stamp = 1_790_000_000  # 21 September 2026
    os.utime(given / "az/model-list-westeurope.json", (stamp, stamp))
    with public(hosts) as (served, at):
        account = collect(at, given=given)
        assert not [path for path in served.paths if MATRIX in path]
    assert account.given == 2
    assert (tmp_path / "s" / HERE).read_bytes() == b"mine"
    assert read_manifest(tmp_path / "s").files["az/model-list-westeurope.json"].day == "2026-09-21"


def test_after_a_break_the_rest_is_fetched(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    def break_off(_connection: object, _request: object) -> None:
        stopped.set()

    stopped = threading.Event()
    hosts.faults.append(("Foundry Models", break_off))
    with public(hosts) as (served, at):
        with patience_that_stops(stopped) as asker, pytest.raises(KeyboardInterrupt):
            Collecting(tmp_path / "s", REGISTER, asker, TODAY, print, at).collect(Wanted())
        assert set(read_manifest(tmp_path / "s").files) == {HERE, "azure-regions.json"}
        paths(served)
        account = collect(at)
        assert not [path for path in paths(served) if MATRIX in path]
    assert (account.fetched, account.fresh) == (2, 2)


@contextmanager
def patience_that_stops(when: threading.Event) -> Iterator[Asker]:
    """Yield an asker whose user presses Ctrl+C during the first pause after an event."""

    def wait(_seconds: float) -> None:
        assert when.is_set()
        raise KeyboardInterrupt

    with Asker(Watch(60, wait=wait), PATIENT, chance=lambda: 0.5) as asker:
        yield asker


def test_a_file_that_was_changed_since_is_fetched_again(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    with public(hosts) as (_, at):
        collect(at)
        (tmp_path / "s" / HERE).write_bytes(PAGE[:20])
        assert collect(at).fetched == 1
    assert (tmp_path / "s" / HERE).read_bytes() == PAGE


def test_a_manifest_that_cannot_be_read_is_told(collect: Collect, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s/manifest.json").write_text('{"files": 3', encoding="utf-8")
    with pytest.raises(ManifestUnusable, match="all files are fetched anew"):
        collect(Hosts(files="", repositories="", prices=""))


@pytest.mark.skipif(sys.platform == "win32", reason="knows no such limit")
def test_a_disk_without_room_stops_the_work_and_says_so(
    hosts: PublicHosts, collect: Collect, tmp_path: Path
) -> None:
    """The system lets a process write no file above a size; a full disk ends the same way."""
    with public(hosts) as (_, at):
        collect(at)
        hosts.sha, hosts.files[DOCS][MATRIX] = "b" * 40, PAGE * 1_000
        with no_room_above(20_000), pytest.raises(FileNotSaved, match="was not saved"):
            collect(at)
    assert (tmp_path / "s" / HERE).read_bytes() == PAGE
    assert read_manifest(tmp_path / "s").files[HERE].commit == SHA


@contextmanager
def no_room_above(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, kept)


def test_a_register_without_origins_is_told(collect: Collect) -> None:
    bare = REGISTER.model_copy(update={"collect": None})
    with pytest.raises(CollectRefused, match="does not say where"):
        collect(Hosts(files="", repositories="", prices=""), register=bare)
