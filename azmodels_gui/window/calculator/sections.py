# SPDX-License-Identifier: MIT
"""What the calculator asks for, as data: sections, fields, words, units."""

from dataclasses import dataclass

from azmodels_gui.calculator.counted import BESIDE_TEXT, COUNTED, Count, Measure
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.workload import (
    MAX_DECIMAL_PLACES,
    MAX_REASONING,
    MAX_REQUESTS_PER_MINUTE,
    MAX_TOKENS_PER_REQUEST,
    MAX_TURNS,
)
from azmodels_gui.catalog.labels import CATEGORIES
from azmodels_gui.language.words import N_, NC_, capitalized, tr
from azmodels_gui.window.calculator.fields import Bounds

CONTEXT = "CalculatorFields"
_TOKENS = Bounds(0, MAX_TOKENS_PER_REQUEST, step=100)
_PTU = Bounds(0, 1_000_000, step=5)
_PERCENT = Bounds(0, 100, places=1, step=5)
_EACH = N_("tokens")
_OF_PEAK = N_("% of the peak")
_SIGN = N_("%")
_UNITS = N_("PTU")
_LISTED = N_("as listed")
_DOLLARS = N_("$")


@dataclass(frozen=True)
class FieldSpec:
    """One field; the name is that of the attribute of `Inputs`."""

    name: str
    words: str
    bounds: Bounds | None = None
    """None: a choice, filled by the panel."""
    unit: str = ""
    empty: str = ""
    """Words shown instead of 0."""
    tip: str = ""
    of: frozenset[LoadFrom] = frozenset(LoadFrom)
    """Ways to state the load that ask for it."""


@dataclass(frozen=True)
class SectionSpec:
    """Fields under one heading."""

    key: str
    words: str
    """Empty: no heading."""
    fields: tuple[FieldSpec, ...]
    folds: bool = False
    """True: asked for less often, and folded away until somebody unfolds it."""


_AMOUNT = Bounds(0, MAX_TOKENS_PER_REQUEST, places=MAX_DECIMAL_PLACES, step=1, least=0)
_MEASURES = {
    Measure.TOKENS: (_TOKENS, _EACH),
    Measure.SECONDS: (_AMOUNT, NC_("unit", "s")),
    Measure.MEGAPIXELS: (_AMOUNT, NC_("unit", "MP")),
    Measure.CHARACTERS: (_TOKENS, ""),
}
"""How an amount is typed; any other is one of things without a unit."""


def _count(count: Count) -> FieldSpec:
    """Return the field of what a request has beside text."""
    counted = COUNTED[count]
    bounds, unit = _MEASURES.get(counted.measure, (_AMOUNT, ""))
    if counted.each > 1:
        unit = NC_("unit", "min")
    words = CATEGORIES[counted.category] if counted.within is None else N_("from the cache")
    return FieldSpec(count.value, words, bounds, unit, tip=counted.words)


def _price(name: str, words: str) -> FieldSpec:
    """Return the field of a negotiated price; 0 leaves the catalogue's."""
    tip = N_(
        "In the catalogue's currency, for the whole term; discounts do not come off it. The "
        "result says that the price is yours."
    )
    return FieldSpec(name, words, Bounds(0, 1_000_000, places=4, step=1), _DOLLARS, _LISTED, tip)


_USERS = frozenset({LoadFrom.USERS})
_SESSIONS = frozenset({LoadFrom.SESSIONS})
_STATED_IN = frozenset({LoadFrom.USERS, LoadFrom.SESSIONS})
_MODEL = SectionSpec("model", "", (FieldSpec("entry", N_("Model")),))
_LOAD = SectionSpec(
    "load",
    N_("Load"),
    (
        FieldSpec(
            "usage",
            N_("Usual figures"),
            tip=N_("Figures of a usual use, assumed and to be replaced by better ones."),
            of=_USERS,
        ),
        FieldSpec("users", N_("Users"), Bounds(0, 1_000_000_000, step=100, above=True), of=_USERS),
        FieldSpec(
            "requests_per_user",
            N_("Requests a day"),
            Bounds(0, 1_000_000, places=2, least=0, above=True),
            N_("each user"),
            of=_USERS,
        ),
        FieldSpec(
            "sessions",
            N_("Sessions"),
            Bounds(0, 1_000_000_000, places=2, step=10, least=0, above=True),
            N_("at once"),
            tip=N_("That go on at the same time in the busiest minute."),
            of=_SESSIONS,
        ),
        FieldSpec(
            "session_seconds",
            N_("A request every"),
            Bounds(0, 86_400, places=2, step=5, least=0, above=True),
            N_("seconds"),
            tip=N_("From one request of a session to its next."),
            of=_SESSIONS,
        ),
        FieldSpec(
            "working_days",
            N_("Working days"),
            Bounds(0, 31, places=2, least=0, above=True),
            NC_("days", "a month"),
            of=_STATED_IN,
        ),
        FieldSpec(
            "busy_hours",
            N_("Busy hours"),
            Bounds(0, 24, places=2, least=0, above=True),
            NC_("hours", "a day"),
            tip=N_("Hours of a working day in which the requests come."),
            of=_STATED_IN,
        ),
        FieldSpec(
            "peak_factor",
            N_("Peak"),
            Bounds(1, 1_000, places=2, least=0),
            N_("× average"),
            tip=N_(
                "The busiest minute as a multiple of the average of the busy hours: about 3 where "
                "people ask as they work, more where many come at once. An assumption to be "
                "checked."
            ),
            of=_STATED_IN,
        ),
        FieldSpec(
            "requests_per_minute",
            N_("Peak"),
            Bounds(
                0,
                MAX_REQUESTS_PER_MINUTE,
                places=MAX_DECIMAL_PLACES,
                step=10,
                least=0,
                above=True,
            ),
            N_("requests/min"),
            tip=N_("Requests in the busiest minute; a fraction of one is fine."),
            of=frozenset({LoadFrom.REQUESTS, LoadFrom.PROFILE}),
        ),
        FieldSpec(
            "average_percent",
            N_("Average"),
            Bounds(0, 100, places=MAX_DECIMAL_PLACES, step=5, least=0, above=True),
            _OF_PEAK,
            tip=N_("Of all hours of the month, nights and weekends among them."),
            of=frozenset({LoadFrom.REQUESTS}),
        ),
    ),
)
_REQUEST = SectionSpec(
    "request",
    N_("One request"),
    (
        FieldSpec("input_tokens", N_("Input"), _TOKENS, _EACH),
        FieldSpec("cached_percent", N_("from the cache"), _PERCENT, _SIGN),
        FieldSpec(
            "cache_write_tokens",
            N_("cache writes"),
            _TOKENS,
            _EACH,
            tip=N_("Only for models that bill writing into the cache by itself."),
        ),
        FieldSpec("output_tokens", N_("Output"), _TOKENS, _EACH),
        FieldSpec(
            "reasoning",
            N_("Reasoning"),
            Bounds(0, MAX_REASONING, places=2, least=0),
            N_("× output"),
            tip=N_(
                "Tokens of reasoning for one of the answer, billed as output: about 1 at low, 3 at "
                "medium and 8 at high effort. Nobody states such figures: an assumption."
            ),
        ),
        *map(_count, BESIDE_TEXT),
        FieldSpec("context_band", N_("Context")),
        FieldSpec(
            "variant",
            N_("Variant"),
            tip=N_("Which price holds where several are stated, such as for sizes of an image."),
        ),
    ),
)
_CONVERSATION = SectionSpec(
    "conversation",
    N_("Conversation"),
    (
        FieldSpec(
            "turns",
            N_("Turns"),
            Bounds(1, MAX_TURNS),
            N_("a conversation"),
            tip=N_(
                "Questions of a conversation: each is a request with all that was said before in "
                "its prompt. Input and output are those of one question."
            ),
        ),
        FieldSpec(
            "system_prompt",
            N_("System prompt"),
            _TOKENS,
            _EACH,
            tip=N_("Tokens that all requests begin with; they come on top of the input."),
        ),
        FieldSpec(
            "system_cached",
            N_("It is"),
            tip=N_("Where a share of the input is said to be from the cache, that one holds."),
        ),
    ),
    folds=True,
)
_PER_HOUR = Bounds(0, 1_000_000, places=2, step=10, least=0)
_MANY = Bounds(0, 10**12, step=1_000)
_DOCUMENTS = SectionSpec(
    "documents",
    N_("Documents"),
    (
        FieldSpec("documents", N_("Embedded"), _MANY, N_("once")),
        FieldSpec("updated_documents", N_("Embedded anew"), _MANY, NC_("documents", "a month")),
        FieldSpec("document_tokens", N_("Each with"), _TOKENS, _EACH),
    ),
    folds=True,
)
_TUNING = SectionSpec(
    "tuning",
    N_("Fine-tuning"),
    (
        FieldSpec("fine_tuned", N_("Requests to")),
        FieldSpec("training_tokens", N_("Training"), _MANY, _EACH, tip=N_("Once; of all epochs.")),
        FieldSpec("training_hours", N_("Training"), _PER_HOUR, N_("hours"), tip=N_("Once.")),
        FieldSpec(
            "hosting_hours",
            N_("Hosting"),
            _PER_HOUR,
            N_("hours a month"),
            tip=N_("Hours of a month in which the fine-tuned model is hosted; 730 are all."),
        ),
    ),
    folds=True,
)
_PLACE = SectionSpec(
    "place",
    N_("Place and prices"),
    (
        FieldSpec("processed_in", N_("Processed in")),
        FieldSpec("region", N_("Region")),
        FieldSpec(
            "price_region",
            N_("Prices of"),
            tip=N_(
                "Where no source states a price for the region, it stays unknown unless you "
                "choose another region's prices here. The result says so."
            ),
        ),
        FieldSpec(
            "ptu_price_region",
            N_("PTU prices of"),
            tip=N_(
                "Where no source states a price of PTU for the region, it stays unknown unless "
                "you choose another region's prices here. The result says so."
            ),
        ),
        FieldSpec("quota_tier", N_("Quota tier")),
        FieldSpec(
            "max_output_tokens",
            N_("Largest output"),
            _TOKENS,
            _EACH,
            N_("as the output"),
            N_(
                "Quota counts a request when it arrives: its prompt and the largest output it "
                "allows (max_tokens), not the one it will have."
            ),
        ),
        FieldSpec(
            *("quota_headroom_percent", N_("Head-room")),
            *(Bounds(0, 1_000, places=1, step=5, least=0), _OF_PEAK),
        ),
    ),
)
_PAYMENT = SectionSpec(
    "payment",
    N_("Payment"),
    (
        FieldSpec("processing", N_("Per token")),
        FieldSpec("deployed_ptu", N_("Deployed"), _PTU, _UNITS, N_("as many as needed")),
        FieldSpec("reserved_ptu", N_("Reserved"), _PTU, _UNITS, N_("all that are deployed")),
        FieldSpec("way", N_("Way to pay")),
        FieldSpec("month", N_("Month")),
        FieldSpec(
            *("payg_discount_percent", N_("Discount per token")),
            *(Bounds(0, 99, places=2, step=1, least=0), _SIGN),
        ),
        FieldSpec(
            *("ptu_discount_percent", N_("Discount on PTU")),
            *(Bounds(0, 99, places=2, step=1, least=0), _SIGN),
        ),
        FieldSpec("currency", N_("Currency")),
        FieldSpec(
            "exchange_rate",
            N_("Exchange rate"),
            Bounds(0, 1_000_000, places=6, step=1),
            empty=N_("not stated"),
            tip=N_(
                "Units of the currency above for one US dollar, as you agreed it with the "
                "client. The program brings no rates of its own; prices that the catalogue states "
                "in the currency need none."
            ),
        ),
    ),
    folds=True,
)
_NEGOTIATED = SectionSpec(
    "negotiated",
    N_("Negotiated instead of listed"),
    (
        _price("ptu_hour_price", N_("PTU, hour")),
        _price("ptu_month_price", N_("PTU, 1 month")),
        _price("ptu_year_price", N_("PTU, 1 year")),
        _price("input_price", N_("1M input")),
        _price("cached_input_price", N_("1M from the cache")),
        _price("output_price", N_("1M output")),
        FieldSpec(
            "output_weight",
            N_("Output weight"),
            Bounds(0, 1_000, places=4, step=1),
            empty=_LISTED,
            tip=N_(
                "Input tokens that one output token counts as on PTU, for models without a "
                "published weight. The result says that it is yours."
            ),
        ),
    ),
    folds=True,
)
SECTIONS = (
    *(_MODEL, _LOAD, _REQUEST, _CONVERSATION, _DOCUMENTS, _TUNING),
    *(_PLACE, _PAYMENT, _NEGOTIATED),
)


def label(spec: FieldSpec) -> str:
    """Return what stands beside a field."""
    words, begins = told(spec.words), spec.words in CATEGORIES.values()
    return capitalized(words) if begins else words


def told(words: str) -> str:
    """Return words of this module in the language on show."""
    return tr(words) if words else ""
