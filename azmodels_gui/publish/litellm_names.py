# SPDX-License-Identifier: MIT
"""The keys of litellm's price list: model, scope, data zone and quality in one path."""

from dataclasses import dataclass

from azmodels_gui.catalog.terms import Scope

SCOPES: dict[str, tuple[Scope, str | None]] = {
    "eu": (Scope.DATA_ZONE, "EU"),
    "us": (Scope.DATA_ZONE, "US"),
    "apac": (Scope.DATA_ZONE, "APAC"),
    "global": (Scope.GLOBAL, None),
    "global-standard": (Scope.GLOBAL, None),
}

REFUSED = {
    "us-gov": "Azure Government, another cloud",
    "doc-intelligence": "a service of its own (Document Intelligence), no model",
    "container": "price of a tool, not of a model",
    "mistral-large-latest": "a moving name; the list does not say which model it means",
}
"""Parts of a key whose rows give nothing, and why."""

QUALITIES = frozenset({"standard", "hd", "low", "medium", "high"})

SPOKEN = {
    "azure-stt": ("azure-speech", "speech to text"),
    "azure-tts": ("azure-speech", "text to speech"),
    "azure-tts-hd": ("azure-speech", "text to speech HD"),
    # A higher price of one model; as another model's it would look like a contradiction.
    "sora-2-pro-high-res": ("sora-2-pro", "high res"),
    # An embedding model of 8,191 tokens with the retirement date of text-embedding-ada-002;
    # the ada of the documentation continued texts and was retired in 2024.
    "ada": ("text-embedding-ada-002", ""),
}
"""Last parts that mean another model, and the variant of its price."""


@dataclass(frozen=True)
class RowName:
    """What the key of a row says."""

    model: str
    """As the list spells it; a date behind it may be a version."""
    scope: Scope | None = None
    data_zone: str | None = None
    variant: str = ""
    refused_because: str = ""
    """Why the row gives nothing; empty for a row that does."""


def read_key(key: str) -> RowName:
    """Return what a key such as `azure/eu/gpt-x` or `azure/hd/1024-x-1024/image-x` says."""
    _, *inner, last = key.split("/")
    for part in (*inner, last):
        if part in REFUSED:
            return RowName(last, refused_because=REFUSED[part])
    model, variant = SPOKEN.get(last, (last, ""))
    quality = [part for part in inner if part in QUALITIES or "-x-" in part]
    scope, zone = next((SCOPES[part] for part in inner if part in SCOPES), (None, None))
    return RowName(model, scope, zone, variant or " ".join(quality))
