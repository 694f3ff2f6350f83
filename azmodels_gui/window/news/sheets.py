# SPDX-License-Identifier: MIT
"""The sheets of the page "What's new"."""

from collections.abc import Sequence
from datetime import date

from azmodels_gui.catalog.changes import Changes
from azmodels_gui.catalog.radar import Retirement
from azmodels_gui.sheets.news_sheet import NewsAsked, changes_sheet, retirements_sheet
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.sheets.subject import Subject


def changes_subject(changes: Changes, before: date | None, asked: NewsAsked) -> Subject:
    """Return the sheet of a difference; `before` is the day of the earlier catalogue."""
    return Subject(SheetKind.CHANGES, lambda order: changes_sheet(changes, before, asked, order))


def retirements_subject(found: Sequence[Retirement], asked: NewsAsked) -> Subject:
    """Return the sheet of the retirements."""
    return Subject(SheetKind.RETIREMENTS, lambda order: retirements_sheet(found, asked, order))
