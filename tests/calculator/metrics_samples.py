# SPDX-License-Identifier: MIT
"""Answers of Azure Monitor for tests: the form of `az monitor metrics list`, own figures."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NO_TOTAL = "no total"
"""Stands for a row that lacks the aggregation: nothing is known of that minute."""


def row(minute: int, total: Any) -> dict[str, Any]:
    stamp = (START + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"timeStamp": stamp} | ({} if total == NO_TOTAL else {"total": total})


def series(totals: Sequence[Any], start: Any = 0, **dimensions: str) -> dict[str, Any]:
    return {
        "metadatavalues": [
            {"name": {"value": name, "localizedValue": name}, "value": value}
            for name, value in dimensions.items()
        ],
        "data": [row(start + place, total) for place, total in enumerate(totals)],
    }


def metric(name: str, *timeseries: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "name": {"value": name, "localizedValue": name},
        "unit": "Count",
        "timeseries": list(timeseries),
        "errorCode": "Success",
        **more,
    }


def requests(*timeseries: dict[str, Any], **more: Any) -> dict[str, Any]:
    return metric("AzureOpenAIRequests", *timeseries, **more)


def tokens_in(*timeseries: dict[str, Any]) -> dict[str, Any]:
    return metric("ProcessedPromptTokens", *timeseries)


def tokens_out(*timeseries: dict[str, Any]) -> dict[str, Any]:
    return metric("GeneratedTokens", *timeseries)


def answer(*metrics: dict[str, Any], **more: Any) -> bytes:
    document = {
        "cost": 59,
        "timespan": "2026-03-02T09:00:00Z/2026-03-02T10:00:00Z",
        "interval": "PT1M",
        "value": list(metrics),
        "namespace": "Microsoft.CognitiveServices/accounts",
        "resourceregion": "swedencentral",
        **more,
    }
    return json.dumps(document).encode()
