# SPDX-License-Identifier: MIT
"""The verdict on a sizing in words: one sentence in three parts, for page, sheets and commands."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from azmodels_gui.answers.answer import Message
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.order import SheetOrder


class Told(Protocol):
    """What a sizing, or a plan, comes to."""

    @property
    def lead(self) -> tuple[Message, ...]:
        """What to buy and what it costs: sentences."""

    @property
    def changes(self) -> tuple[Message, ...]:
        """When that would change: sentences."""

    @property
    def against(self) -> tuple[Message, ...]:
        """What speaks against it: parts of one sentence."""


class VerdictText(NamedTuple):
    """The parts, each told in another look; any but the first may be empty."""

    lead: str
    """What to buy and what it costs."""
    change: str
    """When that would change."""
    against: str
    """What speaks against it."""

    @property
    def plain(self) -> str:
        """Everything as it is copied."""
        return " ".join(filter(None, self))


def verdict_told(found: Told, order: SheetOrder) -> VerdictText:
    """Return the parts in the language and currency of an order."""

    def told(parts: Sequence[Message]) -> list[str]:
        return [answer_cells.message(each, order) for each in parts]

    points = "; ".join(answer_cells.message(each, order) for each in found.against)
    against = order.words("verdict_against", points=points) if points else ""
    return VerdictText(" ".join(told(found.lead)), " ".join(told(found.changes)), against)
