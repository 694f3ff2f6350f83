# SPDX-License-Identifier: MIT
"""What stands above the compared models: models, place and currency to choose, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from azmodels_gui.answers.viewpoint import has_prices_in
from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import BASE, Catalog, Region
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.synonyms import region_words, zone_words
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.sheets.rate_fields import RateFields
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.entry_field import EntryField
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import AS_USUAL, FlowLayout, column, row
from azmodels_gui.window.widgets.region_chips import RegionChips, RegionWords
from azmodels_gui.window.widgets.texts import set_text_colour, text_colour

FIELD_EM = 26
ZONE, ALL_OF = "zone:", "all:"
"""Before the id of a data zone: inside of which is processed; all regions of which are added."""


def place_of(query: CatalogQuery, catalog: Catalog) -> tuple[str, ...]:
    """Return the place that a filter asks about: regions, those of its countries, data zones."""
    regions = query.regions or {
        region.id
        for region in catalog.regions
        if (country := country_of(region)) is not None and country.code in query.countries
    }
    return (*(f"{ZONE}{zone}" for zone in sorted(query.data_zones)), *sorted(regions))


class ComparedRegions(RegionChips):
    """Regions, and the data zone inside of which is processed; nothing chosen means anywhere."""

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        words = RegionWords(
            tr("Anywhere; choose a place"),
            tr("Add place"),
            tr("Remove this place from the comparison"),
        )
        super().__init__(theme, words)
        self._language = language
        self.field.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())
        self.show_catalog(catalog)

    def show_catalog(self, catalog: Catalog) -> None:
        """Offer the regions of another catalogue; those it lacks wait for one that has them."""
        regions = sorted(catalog.regions, key=lambda region: region.name)
        self._regions = {region.id: region for region in regions}
        names, groups = {}, {}
        self._inside: dict[str, list[str]] = {}
        also = {region.id: region_words(region) for region in regions}
        for zone in catalog.data_zones:
            inside = [region.id for region in regions if region.data_zone == zone.id]
            name = zone.name.in_language(self._language)
            self._inside[f"{ZONE}{zone.id}"] = inside
            names[f"{ZONE}{zone.id}"] = tr("inside the {zone}").replace("{zone}", name)
            words = tr("{zone}: all {count} regions").replace("{count}", str(len(inside)))
            names[f"{ALL_OF}{zone.id}"] = words.replace("{zone}", name)
            groups[f"{ALL_OF}{zone.id}"] = inside
            also |= {f"{each}{zone.id}": zone_words(zone) for each in (ZONE, ALL_OF)}
        self.offer(names | {region.id: region.name for region in regions}, groups, also)

    def chosen(self) -> tuple[Region, ...]:
        """Return the chosen regions in their order."""
        return tuple(self._regions[each] for each in self.ids() if each in self._regions)

    def zones(self) -> tuple[str, ...]:
        """Return the ids of the data zones inside of which is processed."""
        return tuple(each.removeprefix(ZONE) for each in self.ids() if each in self._inside)

    def together(self, ids: Sequence[str]) -> Sequence[str]:
        """Leave out what cannot be asked with the last: another zone, a region outside of it."""
        last = ids[-1] if ids else ""
        if last in self._inside:
            return [each for each in ids if each in (last, *self._inside[last])]
        return [each for each in ids if last in self._inside.get(each, [last])]


_UNKNOWN = N_("The catalogue has no prices in {currency} and no rate is stated: they are unknown.")
_AS_STATED = N_(
    "Prices in {currency} as the catalogue states them; where it has none in {currency}, they are "
    "unknown."
)
_PRICED = {
    (False, False, False): _UNKNOWN,
    (False, False, True): _UNKNOWN,
    (True, False, False): _AS_STATED,
    (True, False, True): _AS_STATED,
    (True, True, False): N_(
        "Prices in {currency} as the catalogue states them; others converted at "
        "1 {base} = {rate} {currency}, your rate; no day is stated for it."
    ),
    (True, True, True): N_(
        "Prices in {currency} as the catalogue states them; others converted at "
        "1 {base} = {rate} {currency}, your rate of {day}."
    ),
    (False, True, False): N_(
        "Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate; no "
        "day is stated for it."
    ),
    (False, True, True): N_(
        "Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate of {day}."
    ),
}
"""By whether the catalogue has prices in the currency, a rate is stated, and a day of it."""


class PriceNote(QLabel):
    """Stays on a projector too; nothing is said of the catalogue's own US dollars."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = Tone.MUTED
        self.setWordWrap(True)
        self.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_XS)
        self.hide()

    def show_order(self, order: SheetOrder) -> None:
        """Say how prices come into the currency of an order."""
        currency, rate = order.conversion.currency, order.conversion.rate
        own = currency != BASE and has_prices_in(order.catalog, currency)
        self._say(self._words(order, own=own), warning=rate is None and not own)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with what was typed."""
        words = tr("{problem} Until then the prices stay as they are.")
        self._say(words.replace("{problem}", problem), warning=True)

    def _words(self, order: SheetOrder, *, own: bool) -> str:
        conversion = order.conversion
        if conversion.currency == BASE:
            return ""
        words = _PRICED[own, conversion.rate is not None, conversion.day is not None]
        rate = figures.number(conversion.rate or 0, order.language)
        day = "" if conversion.day is None else figures.day(conversion.day, order.language)
        return tr(words).format(currency=conversion.currency, base=BASE, rate=rate, day=day)

    def _say(self, words: str, *, warning: bool) -> None:
        self._tone = Tone.WARN if warning else Tone.MUTED
        self._colour()
        self.setText(words)
        self.setVisible(bool(words))

    def _colour(self) -> None:
        set_text_colour(self, text_colour(self._tone, self._theme.tokens))


class CompareBar(QWidget):
    """Controls in a line or two, chips below; whoever owns it listens to each of them."""

    def __init__(self, theme: Theme, catalog: Catalog, language: str) -> None:
        super().__init__()
        self.models = EntryField(
            tr("Add models ..."),
            tr("Type a name and press Enter; several names with commas between them"),
        )
        self.regions_label, self.money_label = QLabel(), QLabel()
        self.regions = ComparedRegions(theme, catalog, language)
        self.money = RateFields()
        self.only_differences = QCheckBox()
        self.chart = QCheckBox()
        self.sheet = QPushButton()
        self.regions_label.setBuddy(self.regions.field)
        self.money_label.setBuddy(self.money.currency)
        self._build()
        self.regions_label.setText(tr("P&lace:"))
        self.money_label.setText(tr("&Prices in:"))
        self.only_differences.setText(tr("Only &differences"))
        self.chart.setText(tr("Ch&art"))
        self.sheet.setText(tr("Sheet ..."))
        FollowingIcon(self.sheet, "file-output", theme)
        self.sheet.setToolTip(tr("Print, or save as PDF, Excel, CSV, HTML or Markdown"))
        self.models.setFixedWidth(FIELD_EM * self.fontMetrics().averageCharWidth())

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, as one reads."""
        fields = (self.models, self.regions.field, *self.money.in_tab_order())
        return (
            *fields,
            self.only_differences,
            self.chart,
            self.sheet,
            *self.regions.in_tab_order(),
        )

    def _build(self) -> None:
        chosen = QWidget()
        flow = FlowLayout(chosen, SPACE_S)
        flow.addWidget(_side_by_side(self.models))
        flow.addWidget(_side_by_side(self.regions_label, self.regions.field))
        flow.addWidget(_side_by_side(self.money_label, self.money))
        line = row((chosen, 1), gap=SPACE_M, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        for widget in (self.only_differences, self.chart, self.sheet):
            widget.setMinimumHeight(self.sheet.sizeHint().height())  # in line with the fields
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column(line, self.regions, within=self)


def _side_by_side(*widgets: QWidget) -> QWidget:
    pair = QWidget()
    row(*widgets, within=pair, gap=AS_USUAL, edges=(0, 0, SPACE_M, 0))
    return pair
