# SPDX-License-Identifier: MIT
"""The assistant's tools, asked by the protocol's own client: they say what the commands say."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp import Client, StdioServerParameters
from mcp.server.mcpserver import MCPServer

from azmodels_gui.cli.assistant import Assistant, server
from azmodels_gui.cli.main import main
from azmodels_gui.cli.output import DONE
from tests.cli.ran import Run
from tests.clients.answers import as_bytes, counter, listed, sku

TOOLS = {
    *("search_models", "model_facts", "compare_models", "where_available", "what_changed"),
    *("guide", "size_and_cost"),
}


async def called(served: Any, name: str, arguments: dict[str, Any]) -> tuple[bool, Any]:
    async with Client(served) as client:
        result = await client.call_tool(name, arguments)
        if result.is_error:
            return False, " ".join(getattr(each, "text", "") for each in result.content)
        return True, result.structured_content


Ask = Callable[..., Any]


@pytest.fixture
def served(catalog_file: Path) -> MCPServer:
    return server(main, catalog_file)


@pytest.fixture
def ask(served: MCPServer) -> Ask:
    def asked(name: str, **arguments: Any) -> Any:
        good, answer = asyncio.run(called(served, name, arguments))
        assert good, answer
        return answer

    return asked


@pytest.fixture
def refused(served: MCPServer) -> Callable[..., str]:
    def asked(name: str, **arguments: Any) -> str:
        good, answer = asyncio.run(called(served, name, arguments))
        assert not good
        return str(answer)

    return asked


def test_every_tool_only_reads(served: MCPServer) -> None:
    async def listed() -> dict[str, Any]:
        async with Client(served) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    tools = asyncio.run(listed())
    assert set(tools) == TOOLS
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.description


def test_what_a_tool_says_is_what_the_command_says(ask: Ask, run: Run, catalog_file: Path) -> None:
    def command(*arguments: str) -> Any:
        return run(*arguments, "--catalog", catalog_file, "--format", "json").json

    found = ask("search_models", region=["eastus2"], usable_only=False, most=1)
    told = command("list", "--region", "eastus2")
    listed = told["entries"]
    assert (found["count"], found["entries"]) == (len(listed), listed[:1])
    assert found["catalog_published"] == told["catalog_published"]
    (facts, *_) = ask("model_facts", model="gpt-broad", facts=["lifecycle", "ptu"])["entries"]
    (shown, *_) = command("show", "gpt-broad")["entries"]
    assert facts == {name: shown[name] for name in facts}
    assert set(facts) >= {"lifecycle", "ptu", "conflicts", "sources", "retirement_date"}
    assert ask("where_available", models=["gpt-broad"]) == command("where", "gpt-broad")
    both = ask("compare_models", models=["gpt-broad", "GPT broad"])["models"]
    assert both["gpt-broad"] == both["GPT broad"]


def test_a_load_is_reckoned_as_by_the_command(run: Run, calculator_file: Path) -> None:
    load = {"input_tokens": 5000, "output_tokens": 400, "requests_per_minute": 12.5}
    asked = {"model": "gpt-5.2", "deployment_type": "GlobalStandard", "load": load}
    good, answer = asyncio.run(called(server(main, calculator_file), "size_and_cost", asked))
    assert good, answer
    options = (
        "--rpm",
        "12.5",
        "--input-tokens",
        "5000",
        "--output-tokens",
        "400",
        "--format",
        "json",
    )
    where = ("--deployment-type", "GlobalStandard", "--catalog", calculator_file)
    assert answer == run("cost", "gpt-5.2", *where, *options).json


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("model_facts", {"model": "gpt-brod"}, "did you mean gpt-broad"),
        ("model_facts", {"model": "--help"}, "unknown model '--help'"),
        ("model_facts", {"model": "gpt-broad", "region": "atlantis"}, "unknown region"),
        ("model_facts", {"model": "x" * 500}, "200 characters"),
        ("model_facts", {}, "Field required"),
        ("where_available", {"models": []}, "at least 1 item"),
        ("search_models", {"most": 10_000}, "less than or equal to 50"),
        ("size_and_cost", {"model": "gpt-broad"}, "Field required"),
        ("what_changed", {"since": 1}, "1"),
        ("size_and_cost", {"model": "a", "deployment_type": "b", "load": {"x": 1}}, "load.x"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    refused: Callable[..., str], name: str, arguments: dict[str, Any], words: str
) -> None:
    assert words in refused(name, **arguments)


@pytest.mark.parametrize(
    ("number", "text"), [(1234567.0, "1234567"), (0.0, "0"), (12.5, "12.5"), (1e-7, "0.0000001")]
)
def test_a_number_reaches_the_command_with_all_its_digits(number: float, text: str) -> None:
    given_arguments: list[str] = []

    def command(arguments: Any) -> int:
        given_arguments.extend(arguments)
        print("{}")
        return DONE

    Assistant(command).asked("cost", "gpt-x", rpm=number)
    assert f"--rpm={text}" in given_arguments


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_is_taken_for_an_option(catalog_file: Path, text: str) -> None:
    given_arguments: list[list[str]] = []

    def command(arguments: Any) -> int:
        given_arguments.append(list(arguments))
        print("[]")
        return DONE

    Assistant(command, catalog_file).asked("show", text, region=text)
    (arguments,) = given_arguments
    behind = arguments[arguments.index("--") + 1 :]
    assert behind == [text]
    options = arguments[1:-2]
    assert all(
        each.startswith(("--language=", "--format=", "--region=", "--catalog=")) for each in options
    )


def test_an_answer_that_is_too_long_says_what_to_ask_instead(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("azmodels_gui.cli.assistant.LARGEST_CHARACTERS", 10)
    assert "fewer facts" in refused("model_facts", model="gpt-broad")


def test_resources_tell_the_catalogues_age_and_the_words(
    served: MCPServer, run: Run, catalog_file: Path
) -> None:
    async def read() -> list[Any]:
        async with Client(served) as client:
            uris = ("azmodels://catalogue", "azmodels://glossary")
            found = [(await client.read_resource(uri)).contents[0] for uri in uris]
            return [json.loads(getattr(each, "text", "")) for each in found]

    catalogue, glossary = asyncio.run(read())
    told = run("catalog", "info", "--catalog", catalog_file, "--format", "json").json
    assert catalogue == told
    assert "no source states it" in glossary["statuses"]["unknown"]
    assert glossary["terms"].keys() >= {"PTU", "TPM", "Data zone", "Spillover"}


def test_over_standard_output_a_client_is_told_of_only_if_it_was_named(
    run: Run, catalog_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    client, usage = tmp_path / "contoso.azclient", tmp_path / "usage-eastus2.json"
    usage.write_bytes(as_bytes([counter("OpenAI.GlobalStandard.b", 20, 100)]))
    where = ("--catalog", catalog_file)
    run("client", "new", client, "--name", "Contoso", *where)
    run("client", "import", client, usage, *where)

    async def asked() -> Any:
        more = ["--catalog", str(catalog_file), "--client", str(client)]
        started = StdioServerParameters(
            command=sys.executable,
            args=["-m", "azmodels_gui.cli.main", "mcp", *more],
            env=dict(os.environ),
        )
        async with Client(started) as connected:
            names = {tool.name for tool in (await connected.list_tools()).tools}
            result = await connected.call_tool("client_summary", {})
            return names, result.is_error, result.structured_content

    names, failed, summary = asyncio.run(asked())
    assert (names - TOOLS, failed) == ({"client_summary"}, False)
    assert summary["quotas"][0]["left"] == 80
    good, _ = asyncio.run(called(server(main, catalog_file), "client_summary", {}))
    assert not good


PING = b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n'
SERVE = f"exec {sys.executable} -W error -m azmodels_gui.cli.main mcp"


def serving(home: Path, streams: str = "") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["/bin/sh", "-c", f"{SERVE} {streams}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"LC_ALL": "C", "AZMODELS_CONFIG_DIR": str(home)},
    )


def ended(process: subprocess.Popen[bytes], home: Path) -> tuple[int, str]:
    """Return code and error of a server whose host has ended; no fault was kept of it."""
    _, err = process.communicate(timeout=60)
    assert list(home.iterdir()) == []
    return process.returncode, err.decode()


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors as a shell does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_a_closed_stream_is_told(closed: str, tmp_path: Path) -> None:
    code, err = ended(serving(tmp_path, closed), tmp_path)
    assert code == 2
    assert re.fullmatch(r"azmodels: reading or writing failed: .+\.\n", err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_a_full_disk_does_not_take_is_told(tmp_path: Path) -> None:
    with serving(tmp_path, ">/dev/full") as process:
        assert process.stdin is not None
        process.stdin.write(PING)
        code, err = ended(process, tmp_path)
    assert code == 2
    assert re.fullmatch(r"azmodels: reading or writing failed: .+ full.*\.\n", err)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently on Windows")
def test_a_host_that_reads_no_more_is_no_error(tmp_path: Path) -> None:
    with serving(tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(PING)
        process.stdin.flush()
        assert b'"id":1' in process.stdout.readline()
        process.stdout.close()
        process.stdin.write(PING)
        assert ended(process, tmp_path) == (0, "")


def test_the_documented_load_is_that_of_the_five_hundred_employees() -> None:
    page = (Path(__file__).parents[2] / "docs" / "assistant.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json")[2].split("```")[0])
    shipped = Path(__file__).parents[2] / "catalog.json"
    good, answer = asyncio.run(called(server(main, shipped), "size_and_cost", example))
    assert good, answer
    assert answer["load"]["peak_rpm"] == "62.5"
    assert answer["load"]["monthly_requests"] == "220000"
    for tool in TOOLS:
        assert f"`{tool}`" in page


def test_the_summary_of_a_large_client_is_what_the_page_shows(
    run: Run, catalog_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists of a few regions made it longer than an answer may be."""
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    client, where = tmp_path / "contoso.azclient", ("--catalog", catalog_file)
    names = [f"OpenAI.GlobalStandard.m{at:03}" for at in range(400)]
    models = [listed(f"m{at}", "1", sku("GlobalStandard", each)) for at, each in enumerate(names)]
    (tmp_path / "models.json").write_bytes(as_bytes(models))
    usage = [counter(each, at % 200 == 7, 100) for at, each in enumerate(names)]
    (tmp_path / "usage-eastus2.json").write_bytes(as_bytes(usage))
    run("client", "new", client, "--name", "Contoso", *where)
    files = (tmp_path / "models.json", tmp_path / "usage-eastus2.json")
    run("client", "import", client, *files, *where)
    found = Assistant(main, catalog_file, client).client_summary()
    assert [each["name"] for each in found["quotas"]] == [names[7], names[207]]
    assert (found["quotas_left_out"], found["listed_count"]) == (398, 400)
    assert "listed" not in found
    assert {each["kind"] for each in found["origins"]} == {"listed", "counters"}
