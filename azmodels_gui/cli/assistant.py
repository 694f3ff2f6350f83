# SPDX-License-Identifier: MIT
"""`azmodels mcp`: tools for an assistant, over standard input and output (docs/assistant.md).

A tool asks the command that answers the same question and returns the JSON it prints, so that an
assistant never says anything else than command, window and sheet. Nothing is written, nothing is
asked over the network.
"""

import contextlib
import io
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import BaseModel, ConfigDict, Field

from azmodels_gui import __version__
from azmodels_gui.calculator.field_words import FIELD_WORDS
from azmodels_gui.cli.output import DONE
from azmodels_gui.language.words import Message, in_language

Command = Callable[[Sequence[str]], int]
"""Runs `azmodels` with arguments and returns its exit code."""

MOST_ENTRIES = 50
MOST_QUOTAS = 100
LARGEST_CHARACTERS = 200_000
"""Of an answer; a larger one is refused with what to ask instead."""
READS_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
ALWAYS_TOLD = (
    *("model", "version", "provider_name", "stage", "past_date", "retirement_date", "days_left"),
    *("conflicts", "sources"),
)
"""Facts that every answer about a model begins with, and where they come from."""
Fact = Literal[
    "summary",
    "use_cases",
    "lifecycle",
    "successor",
    "limits",
    "capabilities",
    "capability_levels",
    "modalities",
    "data_zones",
    "offers",
    "lowest_prices",
    "prices",
    "ptu",
    "ptu_prices",
    "quotas",
    "recommendations",
    "general_facts",
    "notes",
]
USUAL_FACTS: tuple[Fact, ...] = ("lifecycle", "successor", "limits", "data_zones", "lowest_prices")
INSTRUCTIONS = """\
Facts about Azure OpenAI and Microsoft Foundry models from a dated catalogue.

Say with every figure its source's date (`as_of`). `unknown` means that no source states it: never
tell it as "no". `conflict` means that sources disagree: tell both claims. A price with the
qualifier `ended` is history. "Not offered" is as old as its source. Prices are public list prices,
no offer.
"""
STATUSES = {
    "known": "a source states it",
    "not_offered": "a source that covers the place does not list it; as old as that source",
    "unknown": "no source states it; it may be so or not",
    "disputed": "sources disagree; the claims are among the conflicts",
    "does_not_apply": "the question makes no sense for this model",
}
Words = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Words], Field(max_length=20)]
Models = Annotated[list[Words], Field(min_length=1, max_length=20)]
Count = Annotated[float, Field(ge=0)]
Answer = dict[str, Any]


OF_THIS_MACHINE = frozenset({"changes"})
"""Commands that answer from the catalogues kept on this machine."""


class Load(BaseModel):
    """What is asked of a deployment: requests a minute, or users from whom they follow."""

    model_config = ConfigDict(extra="forbid")

    input_tokens: Count
    """Of an average request; with those that are cached."""
    output_tokens: Count
    requests_per_minute: Count | None = Field(None, serialization_alias="rpm")
    """In the busiest minute."""
    users: Count | None = None
    requests_per_user_and_day: Count | None = Field(None, serialization_alias="requests_per_user")
    working_days: Count | None = None
    """Of a month."""
    busy_hours: Count | None = None
    """Of a day."""
    peak_factor: Count | None = None
    """The busiest minute by an average one of the busy hours."""
    cached_share: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, serialization_alias="cached"
    )
    """Part of the input tokens that comes from the cache."""


class Assistant:
    """The tools. They ask commands, one after the other: these print to one standard output."""

    def __init__(
        self, command: Command, catalog: Path | None = None, client: Path | None = None
    ) -> None:
        """Take what runs `azmodels`, and the files to answer from; None: those of this machine."""
        self._command = command
        self._catalog = catalog
        self._client = client
        self._one_at_a_time = threading.Lock()

    def asked(self, command: str, *behind: str, **options: object) -> Any:
        """Return the JSON that a command prints.

        Args:
            command: its name, of two words for some.
            behind: what stands behind the options, such as names of models.
            options: by name; None and empty ones are left out, a list comes once for each item.

        Raises:
            ToolError: the command refuses; its own words.
        """
        if command not in OF_THIS_MACHINE:
            options["catalog"] = self._catalog
        arguments = [*command.split(), "--language=en", "--format=json", *_options(options)]
        arguments += ["--", *behind] if behind else []
        out, err = io.StringIO(), io.StringIO()
        with (
            self._one_at_a_time,
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                code = self._command(arguments)
            except SystemExit as ended:  # argparse
                code = int(ended.code or DONE)
        if code != DONE:
            raise ToolError(_refusal(err.getvalue()))
        return json.loads(out.getvalue())

    def search_models(  # noqa: PLR0913, PLR0917, an assistant sees arguments, not objects
        self,
        text: Words = "",
        use_case: Words = "",
        region: Names = [],  # noqa: B006, pydantic copies it
        data_zone: Words = "",
        country: Words = "",
        deployment_type: Names = [],  # noqa: B006
        capability: Names = [],  # noqa: B006
        usable_only: bool = True,
        newest_only: bool = False,
        most: Annotated[int, Field(ge=1, le=MOST_ENTRIES)] = 15,
    ) -> Answer:
        """Find model versions by words, use case, place, deployment type and capabilities."""
        answer: Answer = self.asked(
            "list",
            text=text,
            use_case=use_case,
            region=region,
            data_zone=data_zone,
            country=country,
            deployment_type=deployment_type,
            capability=capability,
            usable=usable_only,
            newest=newest_only,
        )
        found = answer["entries"]
        left_out = max(len(found) - most, 0)
        return answer | {"count": len(found), "entries": found[:most], "left_out": left_out}

    def model_facts(
        self,
        model: Words,
        version: Words = "",
        region: Words = "",
        data_zone: Words = "",
        country: Words = "",
        facts: list[Fact] = list(USUAL_FACTS),  # noqa: B006
    ) -> Answer:
        """Tell facts of a model, each with source and date; prices and offers of a place."""
        answer = self.asked(
            "show", model, version=version, region=region, data_zone=data_zone, country=country
        )
        answer["entries"] = _chosen(answer["entries"], facts)
        return _of_bearable_size(answer, "Name a version, or fewer facts.")

    def compare_models(
        self,
        models: Models,
        region: Words = "",
        data_zone: Words = "",
        country: Words = "",
        facts: list[Fact] = list(USUAL_FACTS),  # noqa: B006
    ) -> Answer:
        """Tell the same facts of several models; a model without a version is its newest one."""
        place = {"region": region, "data_zone": data_zone, "country": country}
        found = {}
        for name in models:
            model, _, version = name.partition("@")
            newest = self.asked("show", model, version=version, **place)["entries"][:1]
            found[name] = _chosen(newest, facts)[0]
        return _of_bearable_size({"models": found}, "Name fewer models or facts.")

    def where_available(
        self,
        models: Models,
        data_zone: Words = "",
        country: Words = "",
        deployment_type: Names = [],  # noqa: B006
        billing: Literal["", "payg", "provisioned", "batch"] = "",
    ) -> Answer:
        """Tell the regions that offer all of the models, and what others lack or leave unknown."""
        return _of_bearable_size(
            self.asked(
                "where",
                *models,
                data_zone=data_zone,
                country=country,
                deployment_type=deployment_type,
                billing=billing,
            ),
            "Name fewer models, or a data zone.",
        )

    def what_changed(self, since: Annotated[int, Field(ge=1)] | None = None) -> Answer:
        """Tell what the catalogue in use changed of an older one that is kept (its serial)."""
        return _of_bearable_size(self.asked("changes", since=since), "Name a newer catalogue.")

    def guide(
        self,
        use_case: Words,
        data_zone: Words = "",
        region: Words = "",
        country: Words = "",
        billing: Literal["", "payg", "provisioned", "batch"] = "",
        lasts_until: Words = "",
    ) -> Answer:
        """Recommend models for a use case and a place, with reasons and what speaks against."""
        return _of_bearable_size(
            self.asked(
                "guide",
                use_case=use_case,
                data_zone=data_zone,
                region=region,
                country=country,
                billing=billing,
                lasts_until=lasts_until,
            ),
            "Name a place or a way to pay.",
        )

    def size_and_cost(
        self,
        model: Words,
        deployment_type: Words,
        load: Load,
        version: Words = "",
        region: Words = "",
    ) -> Answer:
        """Reckon TPM, PTU and the cost of a month for a load: requests a minute, or users."""
        return self.asked(  # type: ignore[no-any-return]
            "cost",
            model,
            deployment_type=deployment_type,
            version=version,
            region=region,
            client=self._client,
            **load.model_dump(by_alias=True, exclude_none=True),
        )

    def client_summary(self) -> Answer:
        """Tell the client's deployments, quota, measured loads and origins, with their days.

        Of the quota what is used or what a successor needs, as on the page of the window;
        `quotas_left_out` and `listed_count` say how much more the file holds.
        """
        found = self.asked("client show", str(self._client))
        asked = {_quota_key(each) for each in _successor_quotas(found)}
        quotas, listed = found["quotas"], found.pop("listed")
        shown = [each for each in quotas if each["used"] or _quota_key(each) in asked]
        found["quotas"] = shown[:MOST_QUOTAS]
        found["quotas_left_out"] = len(quotas) - len(found["quotas"])
        found["listed_count"] = len(listed)
        return _of_bearable_size(found, "Ask the client's file itself.")

    def catalogue(self) -> str:
        """What the catalogue holds and how old its facts are."""
        return json.dumps(self.asked("catalog info"))


def _successor_quotas(found: Answer) -> Iterator[Answer]:
    for each in found["deployments"]:
        successor = each["successor"]
        if successor is not None and successor["quota"] is not None:
            yield successor["quota"]


def _quota_key(quota: Answer) -> tuple[str, str, str]:
    return quota["subscription"], quota["region"] or "", quota["name"]


def _options(named: Mapping[str, object]) -> Iterator[str]:
    for name, value in named.items():
        option = f"--{name.replace('_', '-')}"
        for item in value if isinstance(value, list) else [value]:
            if item is True:
                yield option
            elif item is not None and item is not False and item != "":
                # One word, so that a value is never taken for an option.
                yield f"{option}={_exact(item) if isinstance(item, float) else item}"


def _exact(number: float) -> str:
    """Return a number with all of its digits and without an exponent, as options take it."""
    return format(Decimal(repr(number)).normalize(), "f")


def _refusal(printed: str) -> str:
    """Return the sentence behind the command's name; of argparse's lines the last one."""
    lines = printed.strip().splitlines() or ["refused"]
    told = lines[-1] if lines[0].startswith("usage:") else " ".join(lines)
    return told.partition("error: ")[2] or told.removeprefix("azmodels: ")


def _of_bearable_size(answer: Answer, ask_instead: str) -> Answer:
    if len(json.dumps(answer)) > LARGEST_CHARACTERS:
        raise ToolError(f"The answer is too long. {ask_instead}")
    return answer


def _chosen(entries: Sequence[Mapping[str, Any]], facts: Sequence[str]) -> list[Answer]:
    return [
        {name: entry[name] for name in (*ALWAYS_TOLD, *facts) if name in entry} for entry in entries
    ]


def server(command: Command, catalog: Path | None = None, client: Path | None = None) -> MCPServer:
    """Return the server with all tools.

    Args:
        command: runs `azmodels`.
        catalog: the file to answer from; None: the one in use on this machine.
        client: the client's file that may be told of; None: none.
    """
    made = MCPServer(
        "azmodels", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    tools = Assistant(command, catalog, client)
    asked: list[Callable[..., Answer]] = [
        *(tools.search_models, tools.model_facts, tools.compare_models, tools.where_available),
        *(tools.what_changed, tools.guide, tools.size_and_cost),
    ]
    for tool in asked if client is None else (*asked, tools.client_summary):
        made.add_tool(tool, annotations=READS_ONLY)
    form = "application/json"
    made.resource("azmodels://catalogue", name="catalogue", mime_type=form)(tools.catalogue)
    made.resource("azmodels://glossary", name="glossary", mime_type=form)(glossary)
    return made


def glossary() -> str:
    """What the statuses and the words of the field mean."""
    terms = dict(map(_in_english, FIELD_WORDS))
    return json.dumps({"statuses": STATUSES, "terms": terms})


def _in_english(pair: tuple[Message, Message]) -> tuple[str, str]:
    word, meaning = (in_language(each, "en") for each in pair)
    return word, meaning
