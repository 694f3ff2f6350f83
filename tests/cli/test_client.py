# SPDX-License-Identifier: MIT
"""`azmodels client`: a file for a client, and what `az` told, without a network."""

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from azmodels_gui.cli import client_file
from azmodels_gui.cli.output import DONE, NOT_POSSIBLE
from azmodels_gui.storage.files import read_bytes
from tests import apart
from tests.cli.ran import Run
from tests.clients.answers import SUBSCRIPTION, account, as_bytes, counter, deployment, listed, sku


@pytest.fixture
def client(tmp_path: Path, run: Run, catalog_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / "contoso.azclient"
    made = run("client", "new", path, "--name", "Contoso AG", "--catalog", catalog_file)
    assert (made.code, made.err) == (DONE, "")
    return path


def answers(folder: Path) -> list[Path]:
    models = [listed("gpt-broad", "2026-03-01", sku("GlobalStandard", "OpenAI.GlobalStandard.b"))]
    files = {
        "models.json": models,
        "usage-eastus2.json": [counter("OpenAI.GlobalStandard.b", 20, 100)],
        "deployments.json": [deployment("chat", "gpt-broad", "2026-03-01")],
        "accounts.json": [account("contoso-ai", "eastus2")],
    }
    for name, document in files.items():
        (folder / name).write_bytes(as_bytes(document, encoding="utf-16"))
    return [folder / name for name in files]


def test_three_answers_tell_quota_and_deployments(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    where = ("--catalog", catalog_file)
    taken = run("client", "import", client, *answers(tmp_path), "--on", "2026-11-20", *where)
    assert (taken.code, taken.err) == (DONE, "")
    found = run("client", "show", client, "--format", "json", *where).json
    (quota,) = found["quotas"]
    assert (quota["left"], quota["tpm_left"], quota["models"]) == (
        80.0,
        80_000,
        ["gpt-broad 2026-03-01"],
    )
    (deployed,) = found["deployments"]
    assert (deployed["name"], deployed["region"]) == ("chat", "eastus2")
    assert {each["day"] for each in found["listed"]} == {"2026-11-20"}
    assert SUBSCRIPTION not in client.read_text(encoding="utf-8")
    for language, head in (
        ("en", "Deployments, as of 20 Nov 2026"),
        ("de", "Bereitstellungen, Stand 20.11.2026"),
    ):
        told = run("client", "show", client, "--language", language, *where).out
        assert head in told
        assert "80" in told
        assert "Contoso AG" in told


def test_one_bad_answer_leaves_the_file_alone(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    before = client.read_bytes()
    bad = tmp_path / "keys.json"
    bad.write_bytes(as_bytes({"key1": "secret", "key2": "other"}))
    ended = run("client", "import", client, *answers(tmp_path), bad, "--catalog", catalog_file)
    assert ended.code == NOT_POSSIBLE
    assert "access keys" in ended.err
    assert "secret" not in ended.err + ended.out
    assert client.read_bytes() == before


def test_a_file_that_is_there_is_not_made_anew(client: Path, run: Run) -> None:
    before = client.read_bytes()
    assert "exists already" in run("client", "new", client, "--name", "Other").err
    assert client.read_bytes() == before


def test_pinned_models_are_named_as_the_catalogue_does(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    pinned = tmp_path / "pinned.azclient"
    where = ("--catalog", catalog_file)
    run("client", "new", pinned, "--name", "Fabrikam", "--pin", "GPT broad", *where)
    told = run("client", "show", pinned, *where).out
    assert "Pinned: gpt-broad 2026-03-01" in told
    assert "azmodels client commands" in told


def test_check_names_the_kept_versions(client: Path, run: Run, catalog_file: Path) -> None:
    usage = client.with_name("usage-eastus2.json")
    usage.write_bytes(as_bytes([counter("OpenAI.GlobalStandard.b", 20, 100)]))
    run("client", "import", client, usage, "--catalog", catalog_file)
    told = run("client", "check", client)
    assert (told.code, told.err) == (DONE, "")
    assert "Kept versions: 2" in told.out


def test_that_no_version_could_be_kept_is_told_and_the_file_saved(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    kept = next((tmp_path / "data" / "clients").glob("contoso-*"))
    shutil.rmtree(kept)
    kept.touch()
    where = ("--catalog", catalog_file)
    taken = run("client", "import", client, *answers(tmp_path), *where)
    assert taken.code == DONE
    assert "was saved, but no version of it could be kept" in taken.err
    assert run("client", "show", client, "--format", "json", *where).json["quotas"]
    client.unlink()
    made = run("client", "new", client, "--name", "Contoso AG", *where)
    assert made.code == DONE
    assert "was saved, but no version of it could be kept" in made.err


def test_who_wrote_the_file_meanwhile_is_not_written_over(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = client.read_bytes().replace(b"Contoso AG", b"Fabrikam")

    def read_late(path: Path) -> bytes:
        client.write_bytes(theirs)
        return read_bytes(path)

    monkeypatch.setattr(client_file, "read_bytes", read_late)
    taken = run("client", "import", client, *answers(tmp_path), "--catalog", catalog_file)
    assert taken.code == NOT_POSSIBLE
    assert "was changed by another program meanwhile" in taken.err
    assert "window" not in taken.err
    assert client.read_bytes() == theirs


def test_an_answer_that_cannot_be_read_is_named_with_its_folder(
    client: Path, run: Run, catalog_file: Path
) -> None:
    gone = client.with_name("gone.json")
    taken = run("client", "import", client, gone, "--catalog", catalog_file)
    assert taken.code == NOT_POSSIBLE
    assert taken.err == f"azmodels: {gone} cannot be read: there is no such file.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are UTF-8")
def test_a_file_whose_name_is_no_utf8(
    tmp_path: Path, catalog_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / os.fsdecode(b"\xff.azclient")
    where = ("--catalog", catalog_file)
    assert in_a_process("new", path, "--name", "x", *where) == ""
    assert "\\udcff.azclient: the file of x" in in_a_process("check", path)
    assert '"name": "x"' in in_a_process("show", path, "--format", "json", *where)


def in_a_process(*arguments: object) -> str:
    return apart.told("-m", "azmodels_gui.cli", "client", *arguments)


def test_what_no_file_can_hold_is_refused_in_words(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    before, where = client.read_bytes(), ("--catalog", catalog_file)
    other = tmp_path / "other.azclient"
    assert "name: expected a text" in run("client", "new", other, "--name", "\udcff", *where).err
    assert not other.exists()
    usage = tmp_path / "usage-eastus2.json"
    usage.write_bytes(as_bytes([counter("OpenAI.GlobalStandard.b", 20, 100)]))
    named = run("client", "import", client, usage, "--subscription", "\udcff", *where)
    assert "was not saved: it holds what cannot be written" in named.err
    usage.write_bytes(usage.read_bytes().replace(b"OpenAI.", b"\\ud800"))
    assert "is no JSON as az prints it" in run("client", "import", client, usage, *where).err
    assert client.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"{}", b"broken"])
def test_a_file_that_is_no_clients_is_refused(client: Path, run: Run, data: bytes) -> None:
    client.write_bytes(data)
    ended = run("client", "check", client)
    assert ended.code == NOT_POSSIBLE
    assert "cannot be used as a client's file" in ended.err
    assert client.read_bytes() == data


def test_the_commands_for_the_administrator_only_read(run: Run, catalog_file: Path) -> None:
    where = ("--catalog", catalog_file, "--region", "swedencentral")
    bash = run("client", "commands", *where).out
    powershell = run("client", "commands", "--shell", "powershell", *where).out
    for text in (bash, powershell):
        asked = [
            line.split("az cognitiveservices ")[1] for line in text.splitlines() if "az " in line
        ]
        assert len(asked) == 5
        assert all(" list " in line for line in asked)
    assert shlex.split(bash, comments=False)
    assert "'swedencentral'" in powershell


def test_lists_of_several_subscriptions_need_a_name(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    where = ("--catalog", catalog_file)
    usage = tmp_path / "usage-eastus2.json"
    usage.write_bytes(as_bytes([counter("OpenAI.GlobalStandard.b", 20, 100)]))
    named = ("--subscription", "Produktion")
    assert run("client", "import", client, usage, *named, *where).code == DONE
    before = client.read_bytes()
    refused = run("client", "import", client, usage, *where)
    assert refused.code == NOT_POSSIBLE
    assert "name it" in refused.err
    assert client.read_bytes() == before
    assert run("client", "import", client, usage, "--subscription", "Test", *where).code == DONE
    found = run("client", "show", client, "--format", "json", *where).json
    assert [each["subscription"] for each in found["quotas"]] == ["Produktion", "Test"]


def test_a_resource_without_deployments_is_passed_over(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "deployments-empty.json"
    empty.write_bytes(b"[]")
    files = (*answers(tmp_path), empty)
    taken = run("client", "import", client, *files, "--catalog", catalog_file)
    assert taken.code == DONE
    assert "Empty lists, which tell nothing: deployments-empty.json." in taken.err


def test_a_need_is_held_against_the_clients_own_quota(
    client: Path, run: Run, calculator_file: Path, tmp_path: Path
) -> None:
    where = ("--catalog", calculator_file)
    name = "OpenAI.DataZoneStandard.gpt-5.2"
    models, usage = tmp_path / "models-eastus2.json", tmp_path / "usage-eastus2.json"
    models.write_bytes(as_bytes([listed("gpt-5.2", "2025-12-11", sku("DataZoneStandard", name))]))
    usage.write_bytes(as_bytes([counter(name, 95, 100)]))
    run("client", "import", client, models, usage, "--on", "2026-11-20", *where)
    asked = ("gpt-5.2", "--deployment-type", "DataZoneProvisionedManaged", "--region", "eastus2")
    load = ("--rpm", "10", "--input-tokens", "1000", "--output-tokens", "200", "--client", client)
    for command in ("size", "cost"):
        found = run(command, *asked, *load, "--format", "json", *where).json
        (own,) = found["own_quota"]
        assert (own["left"], own["needed"], own["status"]) == (5_000, "12000", "exceeded")
        assert "own_quota_exceeded" in {each["id"] for each in found["warnings"]}
        assert "(20 Nov 2026)" in " ".join(run(command, *asked, *load, *where).out.split())


def test_what_a_subscription_lists_counts_as_offered(
    client: Path, run: Run, catalog_file: Path, tmp_path: Path
) -> None:
    where = ("--catalog", catalog_file)
    models = tmp_path / "models.json"
    listing = [listed("gpt-broad", "2026-03-01", sku("Standard", "x"), location="swedencentral")]
    models.write_bytes(as_bytes(listing))
    run("client", "import", client, models, "--on", "2026-11-20", *where)
    asked = ("list", "--region", "swedencentral", "--deployment-type", "Standard", *where)
    told = run(*asked, "--listed-in", client, "--format", "json").entries
    assert [(each["model"], each["version"]) for each in told] == [("gpt-broad", "2026-03-01")]
    published = run(*asked, "--format", "json").entries
    assert ("gpt-broad", "2026-03-01") not in {(e["model"], e["version"]) for e in published}
    output = tmp_path / "list.md"
    run("compare", "--sheet", "list", *asked[1:], "--listed-in", client, "--output", output)
    assert "What we may deploy" in output.read_text("utf-8-sig")
