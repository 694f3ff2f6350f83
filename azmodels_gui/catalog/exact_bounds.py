# SPDX-License-Identifier: MIT
"""Bounds of exact figures: a damaged or hostile file must not bring numbers nobody can mean."""

from decimal import Decimal
from typing import Any

from msgspec import Struct

_WITHIN_ALL_BOUNDS = 6
"""Digits, with or without a point, that no bounds here can refuse."""


class ExactBounds(Struct, frozen=True):
    """What an exact figure may be; none is negative."""

    maximum: int
    digits: int
    decimal_places: int

    @property
    def json_schema(self) -> dict[str, Any]:
        """Return how the figure is spelled in the file, in the words of JSON Schema."""
        pattern = r"^[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"
        return {"pattern": pattern, "minimum": 0, "maximum": self.maximum}

    def check(self, name: str, value: Decimal) -> None:
        """Refuse a figure out of bounds.

        Args:
            name: the field, which the error's text begins with.
            value: the figure.

        Raises:
            ValueError: it is no number, negative, too large or too long.
        """
        # Nearly all are short and plain, and a catalogue has thousands of them.
        text = str(value)
        if len(text) <= _WITHIN_ALL_BOUNDS and text.replace(".", "", 1).isdigit():
            return
        if not value.is_finite() or value < 0 or value > self.maximum:
            raise ValueError(f"{name}: Expected a number from 0 to {self.maximum}")
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)  # it is finite
        if -exponent > self.decimal_places or len(digits) + max(exponent, 0) > self.digits:
            raise ValueError(
                f"{name}: Expected at most {self.digits} digits, "
                f"{self.decimal_places} of them behind the point"
            )


AMOUNT = ExactBounds(maximum=10**9, digits=24, decimal_places=15)
"""Money."""
WEIGHT = ExactBounds(maximum=10**6, digits=16, decimal_places=9)
"""How many input tokens a token counts as."""
