# SPDX-License-Identifier: MIT
"""The sentences of the page "What's new": what is compared, and why a list is empty."""

from PySide6.QtCore import QObject

from azmodels_gui.catalog.changes_summary import summary
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.shown import tr
from azmodels_gui.window import formats
from azmodels_gui.window.news.comparing import Comparing
from azmodels_gui.window.news.lines import NewsLines


class NewsTold(QObject):
    """Words what is there and what is not."""

    def summary(self, comparing: Comparing, language: str) -> str:
        """Return the line above the lists."""
        if comparing.changes is not None:
            return summary(comparing.changes, language)
        if comparing.is_ready and not comparing.kept:
            return tr("No earlier catalogue is kept yet.")
        return ""

    def notes(self, comparing: Comparing, shown: Catalog, language: str) -> tuple[str, ...]:
        """Return which catalogues the lines are made of."""
        words = tr("Catalogue {serial}, published {day}")
        day = formats.day(shown.published, language)
        told = [words.format(serial=shown.serial, day=day)]
        if comparing.changes is not None:
            old, when = comparing.changes.old_serial, comparing.day_before()
            if when is None:
                told.append(tr("Compared with catalogue {serial}").format(serial=old))
            else:
                words = tr("Compared with catalogue {serial}, published {day}")
                told.append(words.format(serial=old, day=formats.day(when, language)))
        return tuple(told)

    def why_empty(self, comparing: Comparing, lines: NewsLines, *, waiting: bool) -> str:
        """Return why there is no change to see."""
        if comparing.is_ready and not comparing.kept:
            return tr(
                "No earlier catalogue is kept yet, so there is nothing to compare with. After the "
                "next refresh (F5) the differences stand here. The retirement radar beside works "
                "already."
            )
        if comparing.changes is None or waiting:
            return tr("Comparing ...")
        if comparing.changes.is_empty:
            return tr("The two catalogues do not differ.")
        return tr("Nothing that changed fits the choices above.")

    def why_no_radar(self, lines: NewsLines) -> str:
        """Return why there is no retirement to see."""
        if lines.found:
            return tr("No retirement fits the choices above.")
        return tr("No source names a retirement date that is still to come.")
