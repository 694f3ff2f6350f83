# SPDX-License-Identifier: MIT
"""What the calculator asks for, as data: sections, fields, words, units."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE, MAX_TOKENS_PER_REQUEST
from azmodels_gui.views.calculator.fields import Bounds

CONTEXT = "CalculatorFields"
_TOKENS = Bounds(0, MAX_TOKENS_PER_REQUEST, step=100)
_PTU = Bounds(0, 1_000_000, step=5)
_PERCENT = Bounds(0, 100, places=1, step=5)
_EACH = QT_TRANSLATE_NOOP("CalculatorFields", " tokens")
_OF_PEAK = QT_TRANSLATE_NOOP("CalculatorFields", " % of the peak")
_SIGN = QT_TRANSLATE_NOOP("CalculatorFields", " %")
_UNITS = QT_TRANSLATE_NOOP("CalculatorFields", " PTU")


@dataclass(frozen=True)
class FieldSpec:
    """One field; the name is that of the attribute of `Inputs`."""

    name: str
    words: object
    bounds: Bounds | None = None
    """None: a choice, filled by the panel."""
    unit: object = ""
    empty: object = ""
    """Words shown instead of 0."""
    tip: object = ""


@dataclass(frozen=True)
class SectionSpec:
    """Fields under one heading."""

    words: object
    fields: tuple[FieldSpec, ...]


_LISTED = QT_TRANSLATE_NOOP("CalculatorFields", "as listed")
_DOLLARS = QT_TRANSLATE_NOOP("CalculatorFields", " $")


def _price(name: str, words: object) -> FieldSpec:
    """Return the field of a negotiated price; 0 leaves the catalogue's."""
    tip = QT_TRANSLATE_NOOP(
        "CalculatorFields",
        "In the catalogue's currency, for the whole term; discounts do not come off it. The "
        "result says that the price is yours.",
    )
    return FieldSpec(name, words, Bounds(0, 1_000_000, places=4, step=1), _DOLLARS, _LISTED, tip)


SECTIONS = (
    SectionSpec(
        QT_TRANSLATE_NOOP("CalculatorFields", "Model"),
        (
            FieldSpec("entry", QT_TRANSLATE_NOOP("CalculatorFields", "Model and version")),
            FieldSpec("deployment_type", QT_TRANSLATE_NOOP("CalculatorFields", "Deployment type")),
            FieldSpec("region", QT_TRANSLATE_NOOP("CalculatorFields", "Region")),
            FieldSpec(
                "price_region",
                QT_TRANSLATE_NOOP("CalculatorFields", "Prices of"),
                tip=QT_TRANSLATE_NOOP(
                    "CalculatorFields",
                    "Where no source states a price for the region, it stays unknown unless you "
                    "choose another region's prices here. The result says so.",
                ),
            ),
        ),
    ),
    SectionSpec(
        QT_TRANSLATE_NOOP("CalculatorFields", "Busiest minute"),
        (
            FieldSpec(
                "requests_per_minute",
                QT_TRANSLATE_NOOP("CalculatorFields", "Requests"),
                Bounds(0, MAX_REQUESTS_PER_MINUTE, step=10),
                QT_TRANSLATE_NOOP("CalculatorFields", " per minute"),
            ),
            FieldSpec(
                "input_tokens", QT_TRANSLATE_NOOP("CalculatorFields", "Input"), _TOKENS, _EACH
            ),
            FieldSpec(
                "cached_percent",
                QT_TRANSLATE_NOOP("CalculatorFields", "of it from the cache"),
                _PERCENT,
                _SIGN,
            ),
            FieldSpec(
                "cache_write_tokens",
                QT_TRANSLATE_NOOP("CalculatorFields", "of it cache writes"),
                _TOKENS,
                _EACH,
                tip=QT_TRANSLATE_NOOP(
                    "CalculatorFields",
                    "Only for models that bill writing into the cache by itself.",
                ),
            ),
            FieldSpec(
                "output_tokens", QT_TRANSLATE_NOOP("CalculatorFields", "Output"), _TOKENS, _EACH
            ),
            FieldSpec(
                "image_input_tokens",
                QT_TRANSLATE_NOOP("CalculatorFields", "Image input"),
                _TOKENS,
                _EACH,
            ),
            FieldSpec(
                "image_output_tokens",
                QT_TRANSLATE_NOOP("CalculatorFields", "Image output"),
                _TOKENS,
                _EACH,
            ),
            FieldSpec("context_band", QT_TRANSLATE_NOOP("CalculatorFields", "Context")),
            FieldSpec(
                "average_percent",
                QT_TRANSLATE_NOOP("CalculatorFields", "Average load"),
                Bounds(0, 100, places=1, step=5),
                _OF_PEAK,
            ),
        ),
    ),
    SectionSpec(
        QT_TRANSLATE_NOOP("CalculatorFields", "Payment"),
        (
            FieldSpec("processing", QT_TRANSLATE_NOOP("CalculatorFields", "Per token")),
            FieldSpec(
                "deployed_ptu",
                QT_TRANSLATE_NOOP("CalculatorFields", "Deployed"),
                _PTU,
                _UNITS,
                QT_TRANSLATE_NOOP("CalculatorFields", "as many as needed"),
            ),
            FieldSpec(
                "reserved_ptu",
                QT_TRANSLATE_NOOP("CalculatorFields", "Reserved"),
                _PTU,
                _UNITS,
                QT_TRANSLATE_NOOP("CalculatorFields", "all that are deployed"),
            ),
            FieldSpec("term", QT_TRANSLATE_NOOP("CalculatorFields", "Term")),
            FieldSpec("month", QT_TRANSLATE_NOOP("CalculatorFields", "Month")),
            FieldSpec("quota_tier", QT_TRANSLATE_NOOP("CalculatorFields", "Quota tier")),
            FieldSpec(
                "payg_discount_percent",
                QT_TRANSLATE_NOOP("CalculatorFields", "Discount per token"),
                Bounds(0, 99, places=2, step=1),
                _SIGN,
            ),
            FieldSpec(
                "ptu_discount_percent",
                QT_TRANSLATE_NOOP("CalculatorFields", "Discount on PTU"),
                Bounds(0, 99, places=2, step=1),
                _SIGN,
            ),
            FieldSpec("currency", QT_TRANSLATE_NOOP("CalculatorFields", "Currency")),
            FieldSpec(
                "exchange_rate",
                QT_TRANSLATE_NOOP("CalculatorFields", "Exchange rate"),
                Bounds(0, 1_000_000, places=6, step=1),
                empty=QT_TRANSLATE_NOOP("CalculatorFields", "not stated"),
                tip=QT_TRANSLATE_NOOP(
                    "CalculatorFields",
                    "Units of the currency above for one US dollar, as you agreed it with the "
                    "client. The program brings no rates of its own.",
                ),
            ),
        ),
    ),
    SectionSpec(
        QT_TRANSLATE_NOOP("CalculatorFields", "Negotiated instead of listed"),
        (
            _price("ptu_hour_price", QT_TRANSLATE_NOOP("CalculatorFields", "PTU, hour")),
            _price("ptu_month_price", QT_TRANSLATE_NOOP("CalculatorFields", "PTU, 1 month")),
            _price("ptu_year_price", QT_TRANSLATE_NOOP("CalculatorFields", "PTU, 1 year")),
            _price("input_price", QT_TRANSLATE_NOOP("CalculatorFields", "1M input")),
            _price(
                "cached_input_price", QT_TRANSLATE_NOOP("CalculatorFields", "1M from the cache")
            ),
            _price("output_price", QT_TRANSLATE_NOOP("CalculatorFields", "1M output")),
            FieldSpec(
                "output_weight",
                QT_TRANSLATE_NOOP("CalculatorFields", "Output weight"),
                Bounds(0, 1_000, places=4, step=1),
                empty=_LISTED,
                tip=QT_TRANSLATE_NOOP(
                    "CalculatorFields",
                    "Input tokens that one output token counts as on PTU, for models without a "
                    "published weight. The result says that it is yours.",
                ),
            ),
        ),
    ),
)


def told(words: object) -> str:
    """Return words of this module in the language on show."""
    return QCoreApplication.translate(CONTEXT, str(words)) if words else ""
