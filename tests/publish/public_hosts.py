# SPDX-License-Identifier: MIT
"""A local server that answers as the public hosts of the sources do, and does what they may."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from azmodels_gui.publish.sources import Hosts
from tests.storage.fault_server import Answer, Request, Served, reply, serving

DOCS = "MicrosoftDocs/azure-ai-docs"
REGIONS = "Azure/terraform-azurerm-avm-utl-regions"
LITELLM = "BerriAI/litellm"
SHA, DAY = "a" * 40, "2026-11-01"
Items = list[dict[str, Any]]
Asked = tuple[str, str, str]
"""Service, region and currency."""


@dataclass
class PublicHosts:
    """What the hosts have. `faults` come first, each once, for addresses that hold the text."""

    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """By repository and path, all of one commit."""
    prices: dict[Asked, Items] = field(default_factory=dict)
    page_size: int = 1_000
    sha: str = SHA
    days: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, Answer]] = field(default_factory=list)

    def get(self, path: str, otherwise: Answer) -> Answer:
        """Return the answer to a request, as a mapping of paths does."""
        for number, (text, answer) in enumerate(self.faults):
            if text in unquote(path):
                del self.faults[number]
                return answer
        parts = urlsplit(path)
        if parts.path.startswith("/repos/"):
            return self._repository(parts.path)
        if parts.path.startswith("/api/retail/prices"):
            return self._page(parts.query)
        owner, name, commit, there = unquote(parts.path).removeprefix("/").split("/", 3)
        data = self.files[f"{owner}/{name}"].get(there)
        return otherwise if data is None or commit not in {self.sha, "main"} else reply(data)

    def _repository(self, path: str) -> Answer:
        owner, name, *asked = path.removeprefix("/repos/").split("/")
        repository, commit = f"{owner}/{name}", asked[-1]
        if commit not in {"main", self.sha}:
            return json_reply({"message": "No commit found"}, 422)
        if asked[0] == "commits":
            day = self.days.get(repository, DAY)
            told = {"sha": self.sha, "commit": {"committer": {"date": f"{day}T08:00:00Z"}}}
            return unless_known(json_bytes(told), f'"{self.sha[:6]}{day}"')
        tree = [{"path": each, "type": "blob"} for each in self.files[repository]]
        return json_reply({"sha": commit, "tree": tree, "truncated": False})

    def _page(self, query: str) -> Answer:
        asked = parse_qs(query)
        words = asked["$filter"][0].split("'")
        currency = asked.get("currencyCode", ["'USD'"])[0].strip("'")
        items = self.prices.get((words[1], words[3], currency), [])
        start = int(asked.get("$skip", ["0"])[0])
        page = items[start : start + self.page_size]
        link = None
        if start + self.page_size < len(items):
            # The real host names its port, and sometimes a `$top` that it then refuses.
            rest = query.partition("&$skip")[0].partition("&$top")[0]
            link = (
                f"https://prices.azure.com:443/api/retail/prices?{rest}"
                f"&$top=0&$skip={start + self.page_size}"
            )
        if asked.get("$top") == ["0"]:
            return reply(status=400)
        return json_reply(
            {
                "BillingCurrency": currency,
                "CustomerEntityId": "Default",
                "CustomerEntityType": "Retail",
                "Items": page,
                "NextPageLink": link,
                "Count": len(page),
            }
        )


def json_bytes(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()


def json_reply(told: object, status: int = 200) -> Answer:
    return reply(json_bytes(told), status, {"Content-Type": "application/json; charset=utf-8"})


def unless_known(body: bytes, mark: str) -> Answer:
    """Answer 304 to those who have the body already."""

    def answer(connection: Any, request: Request) -> None:
        known = request.headers.get("If-None-Match") == mark
        told = reply(status=304) if known else reply(body, headers={"ETag": mark})
        told(connection, request)

    return answer


@contextmanager
def public(hosts: PublicHosts) -> Iterator[tuple[Served, Hosts]]:
    """Serve the hosts, and yield what they were asked and their base addresses."""
    with serving(hosts) as served:  # type: ignore[arg-type]
        yield served, Hosts(files=served.url, repositories=served.url, prices=served.url)
