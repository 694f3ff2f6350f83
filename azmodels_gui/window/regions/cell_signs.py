# SPDX-License-Identifier: MIT
"""The signs in a cell of the matrix: told apart by shape and place, and by colour as well."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPixmap

from azmodels_gui.answers.coverage_cells import BILLINGS
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from azmodels_gui.window.grids.grid import GridCell, Mark
from azmodels_gui.window.grids.signs import SCOPE_SHAPES, GridSigns
from azmodels_gui.window.regions.matrix_slots import MatrixSlots, Slot
from azmodels_gui.window.regions.region_codes import availability_at
from azmodels_gui.window.theme.tokens import Tokens, Tone

LETTERS = {Billing.PAYG: "T", Billing.PROVISIONED: "P", Billing.BATCH: "B"}
"""Stand in the signs: per token, provisioned, batch; the same in every language."""
NO, UNKNOWN = Mark("–"), Mark("?")
_SPEAKING = (Availability.OFFERED, Availability.CONFLICT)
_Found = Mapping[Slot, Availability]


class Pictures(dict[int, QPixmap]):
    """Pictures by code, drawn when first looked up: a look-up is all that a cell costs."""

    def __init__(self, draw: Callable[[int], QPixmap]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, code: int) -> QPixmap:
        picture = self[code] = self._draw(code)
        return picture


class CellSigns:
    """Draws each kind of cell once and keeps it as a picture.

    One sign for each way to pay: its letter in the shape of the nearest processing that is
    offered. Hollow with an exclamation mark: sources disagree. `?`: no source says. A dash: not
    offered in this way. Where nothing at all is offered, one sign says which.
    """

    def __init__(self, slots: MatrixSlots, font: QFont, tokens: Tokens) -> None:
        self._slots = slots
        self._signs = GridSigns(font, tokens, compact=True)
        self._pictures: dict[float, Pictures] = {}

    @property
    def size(self) -> QSize:
        """Width and height of a picture, in device-independent pixels."""
        count = 1 if self._slots.single else len(BILLINGS)
        return self._signs.marks_size(count)

    def pictures(self, ratio: float) -> "Pictures":
        """Return the pictures of all codes on a screen of a pixel ratio."""
        found = self._pictures.get(ratio)
        if found is None:
            found = self._pictures[ratio] = Pictures(partial(self.drawn, ratio))
        return found

    def drawn(self, ratio: float, code: int) -> QPixmap:
        """Return a new picture of a code."""
        found = {slot: availability_at(code, slot.place) for slot in self._slots.slots}
        shown = {slot: found[slot] for slot in found if slot.placed or self._slots.single}
        marks: tuple[Mark, ...]
        if not any(each in _SPEAKING for each in shown.values()):
            # What is offered in a way that has no place in the cell is no "no".
            clear = set(found.values()) == {Availability.NOT_OFFERED}
            marks = (NO if clear else UNKNOWN,)
        elif self._slots.single:
            marks = tuple(_mark([pair]) for pair in shown.items())
        else:
            marks = tuple(self._by_billing(shown))
        return self._signs.drawn(GridCell(marks), self.size, ratio, centred=len(marks) == 1)

    def _by_billing(self, shown: _Found) -> Iterator[Mark]:
        for billing in BILLINGS:
            alike = [pair for pair in shown.items() if pair[0].kind.billing is billing]
            yield _mark(alike) if alike else Mark("")


def _mark(found: list[tuple[Slot, Availability]]) -> Mark:
    """Return the sign of deployment types, the nearest first: one yes is enough."""
    for speaking in _SPEAKING:
        for slot, availability in found:
            if availability is speaking:
                # A scope newer than this program is a ring: offered, nobody knows how far.
                shape, tone = SCOPE_SHAPES.get(slot.kind.scope) or SCOPE_SHAPES[Scope.GLOBAL]
                if speaking is Availability.CONFLICT:
                    return Mark("!", shape, Tone.WARN, hollow=True)
                return Mark(LETTERS.get(slot.kind.billing, ""), shape, tone)
    unknown = any(each is Availability.UNKNOWN for _, each in found)
    return UNKNOWN if unknown else NO
