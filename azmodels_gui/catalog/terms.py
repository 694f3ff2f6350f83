# SPDX-License-Identifier: MIT
"""The words of the field, spelled as the catalogue file spells them."""

from enum import StrEnum


class Billing(StrEnum):
    """How a deployment type is paid for."""

    PAYG = "payg"
    PROVISIONED = "provisioned"
    BATCH = "batch"


class Scope(StrEnum):
    """Where a deployment type may process data."""

    GLOBAL = "global"
    DATA_ZONE = "data_zone"
    REGIONAL = "regional"


class Stage(StrEnum):
    """Lifecycle stage as the service publishes it, from newest to oldest."""

    PREVIEW = "preview"
    GENERALLY_AVAILABLE = "generally_available"
    LEGACY = "legacy"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


class Availability(StrEnum):
    """What the sources say of one entry, deployment type and region."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"
    CONFLICT = "conflict"
    """Sources disagree; the claims are kept beside the offer."""
    UNKNOWN = "unknown"
    """No source covers it. Never to be shown as "no"."""


class ContextBand(StrEnum):
    """Price band by the input length of one request."""

    SHORT = "short"
    LONG = "long"


class PriceTier(StrEnum):
    """How a request is processed, which sets the price."""

    STANDARD = "standard"
    BATCH = "batch"
    PRIORITY = "priority"
    FLEX = "flex"
    DEVELOPER = "developer"


class TokenCategory(StrEnum):
    """What is counted: tokens of a kind, or another billed thing."""

    INPUT = "input"
    CACHED_INPUT = "cached_input"
    CACHE_WRITE = "cache_write"
    OUTPUT = "output"
    AUDIO_INPUT = "audio_input"
    CACHED_AUDIO_INPUT = "cached_audio_input"
    AUDIO_OUTPUT = "audio_output"
    IMAGE_INPUT = "image_input"
    CACHED_IMAGE_INPUT = "cached_image_input"
    IMAGE_OUTPUT = "image_output"
    VIDEO_OUTPUT = "video_output"
    IMAGE = "image"
    PAGE = "page"
    SEARCH = "search"
    AUDIO = "audio"
    """Recorded or spoken time."""
    CHARACTERS = "characters"
    TOOL_CALL = "tool_call"
    TRAINING = "training"
    HOSTING = "hosting"
    GRADER_INPUT = "grader_input"
    GRADER_CACHED_INPUT = "grader_cached_input"
    GRADER_OUTPUT = "grader_output"
    COMMITMENT = "commitment"
    """Fee for an amount bought ahead for a month or a year."""
    OTHER = "other"


class Unit(StrEnum):
    """What one price buys."""

    MILLION_TOKENS = "1M tokens"
    IMAGE = "image"
    HUNDRED_IMAGES = "100 images"
    MEGAPIXEL = "megapixel"
    PAGE = "page"
    THOUSAND_PAGES = "1K pages"
    SEARCH = "search"
    THOUSAND_SEARCHES = "1K searches"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    MILLION_CHARACTERS = "1M characters"
    CALL = "call"
    THOUSAND_CALLS = "1K calls"
    THOUSAND_TRANSACTIONS = "1K transactions"
    VIDEO = "video"
    ITEM = "item"


class Term(StrEnum):
    """How long PTU are bought for."""

    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


# SKU names the rules of the program speak of. Which types exist, and how each is
# billed and scoped, is data: `Catalog.deployment_types`.
GLOBAL_STANDARD = "GlobalStandard"
DATA_ZONE_STANDARD = "DataZoneStandard"
STANDARD = "Standard"
GLOBAL_PROVISIONED = "GlobalProvisionedManaged"
DATA_ZONE_PROVISIONED = "DataZoneProvisionedManaged"
REGIONAL_PROVISIONED = "ProvisionedManaged"
GLOBAL_BATCH = "GlobalBatch"
DATA_ZONE_BATCH = "DataZoneBatch"
DEVELOPER_TIER = "DeveloperTier"
