# SPDX-License-Identifier: MIT
"""`azmodels catalog collect`: what it says, and how it ends."""

from pathlib import Path

import pytest

from azmodels_gui.publish.sources import load_register
from tests.cli.ran import Run, english_in
from tests.publish.public_hosts import DOCS, LITELLM, PublicHosts, public
from tests.publish.test_build import EDITORIAL, sources
from tests.publish.test_collected_build import hosts_of
from tests.storage.fault_server import Answer, reply

__all__ = ["sources"]  # the fixture with a few made-up sources


@pytest.fixture
def hosts(sources: Path) -> PublicHosts:
    """Hosts with the few made-up pages; every other page of the register is empty."""
    found = hosts_of(sources)
    for document in load_register(EDITORIAL / "sources.toml").document:
        for file in document.file:
            if file.repository == "docs":
                for there in file.fetched().values():
                    found.files[DOCS].setdefault(there, b"---\nms.date: 10/05/2026\n---\n")
    found.files[LITELLM]["model_prices_and_context_window.json"] = b'{"azure/gpt-x": {}}'
    return found


def at(url: str) -> list[str]:
    names = ("files", "repositories", "prices")
    return [part for name in names for part in ("--host", f"{name}={url}")]


def test_it_ends_with_0_where_every_file_came(run: Run, hosts: PublicHosts, tmp_path: Path) -> None:
    collect = ("catalog", "collect", "--output", tmp_path / "s", "--regions", "swedencentral")
    with public(hosts) as (served, _):
        ran = run(*collect, *at(served.url))
    assert (ran.code, ran.out) == (
        0,
        "Fetched: 29. As before: 0. Not asked for again: 0. Put in: 0. Missing: 0.\n",
    )
    assert "azmodels: 1/1 azure-regions.json" in ran.err.splitlines()
    assert (tmp_path / "s" / "manifest.json").exists()


def test_it_ends_with_1_and_names_each_file_that_did_not_come(
    run: Run, hosts: PublicHosts, tmp_path: Path
) -> None:
    hosts.faults.append(("Foundry Models", reply(status=404)))
    hosts.faults.append(("Foundry Tools", reply(b"[]")))
    collect = ("catalog", "collect", "--output", tmp_path / "s", "--regions", "swedencentral")
    with public(hosts) as (served, _):
        ran = run(*collect, *at(served.url), "--language", "de")
    assert ran.code == 1
    *_, first, second, what_now = ran.out.splitlines()
    assert first.startswith("fehlt: retail-prices/swedencentral.json: ")
    assert first.endswith("localhost hat mit HTTP 404 geantwortet.")
    assert second.endswith("unerwarteter Form: sie ist keine Seite mit Preisen.")
    assert "fragt das Fehlende erneut an" in what_now
    assert english_in(ran.out + ran.err) == []


@pytest.mark.parametrize(
    ("options", "why"),
    [
        pytest.param(["--regions", "West Europe"], "is no id of a region", id="a region's name"),
        pytest.param(["--currency", "euro"], "is no code of a currency", id="a currency's name"),
        pytest.param(["--commit", "latest"], "is no commit", id="no commit"),
        pytest.param(["--host", "x"], "is no NAME=URL", id="no address"),
        pytest.param(["--host", "x=y"], "x is none of the hosts (files, ", id="no host of ours"),
        pytest.param(["--given", "nowhere"], "there is no folder nowhere", id="no folder"),
    ],
)
def test_a_wrong_option_is_told(run: Run, tmp_path: Path, options: list[str], why: str) -> None:
    ran = run("catalog", "collect", "--output", tmp_path / "s", *options)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert not (tmp_path / "s").exists()


def test_what_stops_it_leaves_a_folder_to_go_on_from(
    run: Run, hosts: PublicHosts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> Answer:
        raise KeyboardInterrupt

    collect = ("catalog", "collect", "--output", tmp_path / "s", "--regions", "swedencentral")
    with public(hosts) as (served, _):
        with monkeypatch.context() as patched:
            patched.setattr("azmodels_gui.publish.collect.fetch_prices", interrupted)
            ran = run(*collect, *at(served.url))
        assert ran.code == 130
        assert "the same command goes on from here" in ran.err
        ran = run(*collect, *at(served.url))
    assert ran.code == 0
    assert ran.out.startswith("Fetched: 2. As before: 0. Not asked for again: 27.")
