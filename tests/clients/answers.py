# SPDX-License-Identifier: MIT
"""Answers of `az` in their real forms, made here; names and figures are invented."""

import json
from typing import Any

SUBSCRIPTION = "3f1c7e52-0b1d-4a1e-9c55-7d1be0a0c001"
OTHER = "00000000-1111-2222-3333-444444444444"


def arm_id(rest: str = "", subscription: str = SUBSCRIPTION) -> str:
    return f"/subscriptions/{subscription}/resourceGroups/rg/providers/X{rest}"


def sku(
    name: str, counter: str = "", *, tokens: float | None = 1000, **more: Any
) -> dict[str, Any]:
    limits = [] if tokens is None else [{"key": "token", "renewalPeriod": 60, "count": tokens}]
    return {"name": name, "usageName": counter, "scope": "Base", "rateLimits": limits, **more}


def listed(
    name: str, version: str, *skus: dict[str, Any], location: str | None = "EastUS2", **more: Any
) -> dict[str, Any]:
    item = {
        "id": arm_id("/models/x"),
        "kind": "OpenAI",
        "model": {"format": "OpenAI", "name": name, "version": version, "skus": list(skus), **more},
    }
    return item if location is None else {**item, "location": location}


def counter(name: str, used: float, limit: float, told: str = "") -> dict[str, Any]:
    return {
        "name": {"value": name, "localizedValue": told},
        "currentValue": used,
        "limit": limit,
        "unit": "Count",
    }


def deployment(name: str, model: str, version: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": arm_id(f"/accounts/contoso-ai/deployments/{name}"),
        "name": name,
        "sku": {"name": "GlobalStandard", "capacity": 60},
        "properties": {"model": {"format": "OpenAI", "name": model, "version": version}, **more},
    }


def account(name: str, location: str) -> dict[str, Any]:
    return {
        "id": arm_id(f"/accounts/{name}"),
        "name": name,
        "location": location,
        "kind": "AIServices",
        "properties": {"endpoint": "https://example.org"},
    }


def as_bytes(*documents: Any, encoding: str = "utf-8") -> bytes:
    return "\n".join(json.dumps(each, indent=1) for each in documents).encode(encoding)
