# SPDX-License-Identifier: MIT
"""What a result has to say beside its numbers, as values: an id and the figures in it.

The sentences, in English and German, are in `wording`; the ids never change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

FIRST_TOLD = 5
"""Of many things at fault so many are told, and how many there are."""

Datum = str | int | Decimal | date | tuple[str, ...]


class CautionId(StrEnum):
    """What the user must know before trusting a number."""

    PRICE_UNKNOWN = "price_unknown"
    PRICE_EXPIRED = "price_expired"
    PRICE_SECONDARY = "price_secondary"
    PRICE_PROMISED = "price_promised"
    PRICE_CONFLICTING = "price_conflicting"
    PRICE_BY_REGION = "price_by_region"
    PRICE_BY_VARIANT = "price_by_variant"
    PRICE_IN_OTHER_UNIT = "price_in_other_unit"
    PRICE_ELSEWHERE = "price_elsewhere"
    PRICE_FROM_OTHER_REGION = "price_from_other_region"
    PRICE_NEWER_ELSEWHERE = "price_newer_elsewhere"
    PRICE_BEFORE_SOURCE = "price_before_source"
    PRICES_OLD = "prices_old"
    PRICE_WITHOUT_REGION = "price_without_region"
    RESERVATION_OUTLIVES_MODEL = "reservation_outlives_model"
    MODEL_PAST_RETIREMENT = "model_past_retirement"
    PEAK_ABOVE_QUOTA = "peak_above_quota"
    QUOTA_UNKNOWN = "quota_unknown"
    OWN_QUOTA_EXCEEDED = "own_quota_exceeded"
    OWN_QUOTA_NONE = "own_quota_none"
    PEAK_ABOVE_PTU = "peak_above_ptu"
    RESERVED_ABOVE_DEPLOYED = "reserved_above_deployed"
    PROMPT_ABOVE_PTU = "prompt_above_ptu"
    PROMPT_ABOVE_CONTEXT = "prompt_above_context"
    PROMPT_ABOVE_INPUT_LIMIT = "prompt_above_input_limit"
    ANSWER_ABOVE_OUTPUT_LIMIT = "answer_above_output_limit"
    CONTEXT_UNKNOWN = "context_unknown"
    REASONING_NOT_KNOWN = "reasoning_not_known"
    LONG_CONTEXT_UNDECLARED = "long_context_undeclared"
    PROMPT_ABOVE_LONG_CONTEXT = "prompt_above_long_context"
    PROMPT_BELOW_LONG_CONTEXT = "prompt_below_long_context"
    NOT_OFFERED_IN_REGION = "not_offered_in_region"
    OFFER_UNKNOWN = "offer_unknown"
    OFFER_DISPUTED = "offer_disputed"
    REGION_OUTSIDE_DATA_ZONE = "region_outside_data_zone"
    REGION_ZONE_DISPUTED = "region_zone_disputed"
    ZONE_NOT_SERVED = "zone_not_served"
    TWO_SIZE_READINGS = "two_size_readings"
    OLDER_PARAMETERS = "older_parameters"
    PTU_NOT_POSSIBLE = "ptu_not_possible"
    MINUTES_MISSING = "minutes_missing"
    METRICS_NOT_SPLIT = "metrics_not_split"
    GAPS = "gaps"
    INTERVAL_CONTRADICTED = "interval_contradicted"
    DEPLOYMENTS_ADDED = "deployments_added"
    POOL_PRICES_DIFFER = "pool_prices_differ"


class AssumptionId(StrEnum):
    """What a number takes for granted."""

    BUSIEST_MINUTE = "busiest_minute"
    TOKENS_ONCE = "tokens_once"
    CACHE_RATE = "cache_rate"
    IMAGE_TOKENS_GIVEN = "image_tokens_given"
    IMAGES_AS_PROMPT = "images_as_prompt"
    REASONING_IS_OUTPUT = "reasoning_is_output"
    WEIGHTS = "weights"
    WEIGHT_GIVEN = "weight_given"
    LONG_CONTEXT = "long_context"
    LATENCY_TARGET = "latency_target"
    AVERAGE_LOAD = "average_load"
    AVERAGE_IS_PEAK = "average_is_peak"
    LOAD_OF_USERS = "load_of_users"
    LOAD_IN_BUSY_HOURS = "load_in_busy_hours"
    TOKENS_OF_WORDS = "tokens_of_words"
    WORDS_OF_PAGES = "words_of_pages"
    WORDS_OF_SPEECH = "words_of_speech"
    HISTORY_GROWS = "history_grows"
    SYSTEM_PROMPT_CACHED = "system_prompt_cached"
    REASONING = "reasoning"
    LOAD_PRESET = "load_preset"
    LOAD_OF_PROFILE = "load_of_profile"
    MONTH = "month"
    YEAR_IN_TWELFTHS = "year_in_twelfths"
    PROCESSING_TIER = "processing_tier"
    PAYG_DISCOUNT = "payg_discount"
    PTU_DISCOUNT = "ptu_discount"
    NO_DISCOUNT = "no_discount"
    AGREED = "agreed"
    PAYG_PRICE_GIVEN = "payg_price_given"
    PTU_PRICE_GIVEN = "ptu_price_given"
    PRICE_REGION = "price_region"
    PTU_PRICE_REGION = "ptu_price_region"
    PRICE_VARIANT = "price_variant"
    FINE_TUNED = "fine_tuned"
    BESIDE_APART = "beside_apart"
    SIZE_GIVEN = "size_given"
    FIRST_MONTH = "first_month"
    QUOTA_BY_OUTPUT = "quota_by_output"
    QUOTA_ON_ARRIVAL = "quota_on_arrival"
    QUOTA_HEADROOM = "quota_headroom"
    RESERVED_PART = "reserved_part"
    RESERVED_BY_TYPE = "reserved_by_type"
    BATCH_PER_TOKEN = "batch_per_token"
    WHOLE_REQUESTS_SPILL = "whole_requests_spill"
    PARTS_OF_REQUESTS_SPILL = "parts_of_requests_spill"
    SAME_REQUEST_SHAPE = "same_request_shape"
    SERIES_SCALED = "series_scaled"
    CLOCKS_PUT_BACK = "clocks_put_back"
    SPREAD_EVENLY = "spread_evenly"
    SPREAD_OVER_DAY = "spread_over_day"
    METRIC_SERIES = "metric_series"
    SILENCE_IS_ZERO = "silence_is_zero"
    EVERY_STATUS = "every_status"
    MEASURED_TOKENS = "measured_tokens"
    WEEK_OF_FIVE_AND_TWO = "week_of_five_and_two"
    NET_OF_TAX = "net_of_tax"


class CheckId(StrEnum):
    """What was checked and is in order."""

    OFFERED_IN_REGION = "offered_in_region"
    WITHIN_CONTEXT = "within_context"
    QUOTA_ENOUGH = "quota_enough"
    OWN_QUOTA_ENOUGH = "own_quota_enough"
    LOWEST_TIER = "lowest_tier"
    OUTLIVES_RESERVATIONS = "outlives_reservations"
    OUTLIVES_RESERVATIONS_AT_LEAST = "outlives_reservations_at_least"


class RefusalId(StrEnum):
    """Why there is no number."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    ZERO = "zero"
    BELOW_ONE = "below_one"
    NOT_WHOLE = "not_whole"
    MORE_THAN_A_MONTH = "more_than_a_month"
    NO_PROFILE = "no_profile"
    TOO_LARGE = "too_large"
    TOO_MANY_PLACES = "too_many_places"
    PARTS_ABOVE_INPUT = "parts_above_input"
    EMPTY_REQUEST = "empty_request"
    NOT_STATED = "not_stated"
    STATED_TWICE = "stated_twice"
    NO_EMBEDDINGS = "no_embeddings"
    NO_PTU_PARAMETERS = "no_ptu_parameters"
    SCOPE_NOT_OFFERED = "scope_not_offered"
    WEIGHT_UNKNOWN = "weight_unknown"
    PARAMETERS_UNUSABLE = "parameters_unusable"
    SIZE_NOT_DEPLOYABLE = "size_not_deployable"
    CURRENCIES_MIXED = "currencies_mixed"
    MONTHS_MIXED = "months_mixed"
    NO_MODEL = "no_model"
    NO_LOAD = "no_load"
    TOO_MANY_SIZES = "too_many_sizes"
    NO_SPILL = "no_spill"
    PROMPT_NOT_SERVED = "prompt_not_served"
    EMPTY_FILE = "empty_file"
    NO_TEXT = "no_text"
    KEPT_DAMAGED = "kept_damaged"
    BAD_ROWS = "bad_rows"
    DAY_OR_MONTH = "day_or_month"
    ONE_TIME = "one_time"
    STEP_UNUSABLE = "step_unusable"
    STEP_UNEVEN = "step_uneven"
    TOO_LONG = "too_long"
    NOT_24_HOURS = "not_24_hours"
    COLUMNS_MISSING = "columns_missing"
    COLUMNS_TWICE = "columns_twice"
    NO_JSON = "no_json"
    NO_METRICS = "no_metrics"
    METRIC_FAILED = "metric_failed"
    METRIC_MISSING = "metric_missing"
    METRICS_TWICE = "metrics_twice"
    MINUTES_TWICE = "minutes_twice"
    SERIES_UNKNOWN = "series_unknown"
    NO_TOTALS = "no_totals"
    BAD_POINTS = "bad_points"
    RESERVATION_WITHOUT_DEPLOYMENT = "reservation_without_deployment"
    MAX_OUTPUT_BELOW_OUTPUT = "max_output_below_output"
    DISCOUNT_OUT_OF_RANGE = "discount_out_of_range"


@dataclass(frozen=True)
class Statement:
    """One thing said: its id, and the figures that go into the sentence."""

    id: CautionId | AssumptionId | CheckId | RefusalId
    data: Mapping[str, Datum] = field(default_factory=dict)


def caution(which: CautionId, **data: Datum) -> Statement:
    """Return a warning with its figures."""
    return Statement(which, data)


def assumption(which: AssumptionId, **data: Datum) -> Statement:
    """Return an assumption with its figures."""
    return Statement(which, data)
