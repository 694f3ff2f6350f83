# SPDX-License-Identifier: MIT
"""Everything known of one region, on the screen."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent

from azmodels_gui.answers.answer import Answer, Money, Qualifier, Status
from azmodels_gui.answers.region_prices import (
    BesideGlobal,
    Comparison,
    RegionPrice,
    RegionPtuPrice,
    region_prices,
    region_ptu_prices,
)
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.labels import BANDS, CATEGORIES, TERMS, TIERS, beginning, in_words
from azmodels_gui.catalog.price_lookup import PriceQuestion
from azmodels_gui.catalog.region_alternatives import Alternative, Relation, alternatives
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window.formats import number, percent
from azmodels_gui.window.models.answer_cells import text, tooltip
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.fact_tree import FactRow
from azmodels_gui.window.models.pane import FactTreeView, Pane
from azmodels_gui.window.regions.document_view import reading_width_px
from azmodels_gui.window.regions.region_blocks import RegionOnShow, fact_blocks, offer_blocks
from azmodels_gui.window.regions.region_lines import (
    Block,
    EntryGroup,
    EntryLine,
    Facts,
    Heading,
    LineKeys,
    Note,
    Paragraph,
    RegionLink,
    Table,
    addition_groups,
    plain_lines,
)
from azmodels_gui.window.regions.rich_text import REGION_SCHEME
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, Tone
from azmodels_gui.window.widgets.link_label import LinkLabel

OPENED = 2
"""So few groups are unfolded from the start."""

_ELSEWHERE = N_("Priced in other regions, unknown here")
_UNKNOWN = N_("No source states a price")
_EXPIRED = N_("Expired; what follows is unknown")
_SEVERAL = N_("Sources state several prices")
_NOT_GLOBAL = N_("No global price to compare with")


def _why_open(here: Answer) -> Message:
    """Return why a price cannot be held against the global one."""
    if isinstance(here.value, Money):
        return _NOT_GLOBAL
    if Qualifier.ENDED in here.qualifiers:
        return _EXPIRED
    if Qualifier.ELSEWHERE in here.qualifiers:
        return _ELSEWHERE
    return _UNKNOWN if here.status is Status.UNKNOWN else _SEVERAL


def differing_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices that differ from the global ones, by entry."""
    found: dict[str, list[RegionPrice]] = {}
    for price in prices:
        if price.comparison is Comparison.DIFFERS:
            found.setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((title, "", "", _span(some, context))), some[0].entry.key),
            tuple(_priced(each, context) for each in some),
            opened=len(found) <= OPENED,
        )
        for title, some in found.items()
    ]


def open_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return what cannot be compared, by reason and entry."""
    found: dict[str, dict[str, list[RegionPrice]]] = {}
    for price in prices:
        if price.comparison is Comparison.OPEN:
            reason = tr(_why_open(price.here))
            found.setdefault(reason, {}).setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((words, _count(entries.values(), context)), "", "muted")),
            tuple(_unpriced(some, context) for some in entries.values()),
        )
        for words, entries in found.items()
    ]


def ptu_groups(prices: Sequence[RegionPtuPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices of a PTU, by product; unknown ones stay unknown."""
    found: dict[str, list[FactRow]] = {}
    for price in prices:
        scope = context.word(labels.SCOPES, price.scope.value)
        name = f"{scope} · {in_words(TERMS, price.term, context.language)}"
        tone = "" if isinstance(price.here.value, Money) else "muted"
        row = FactRow((name, *_compared(price, context)), _tips(price, context), tone)
        found.setdefault(price.product, []).append(row)
    return [
        EntryGroup(EntryLine(FactRow((product,))), plain_lines(rows), opened=len(found) <= OPENED)
        for product, rows in found.items()
    ]


def _priced(price: RegionPrice, context: CellContext) -> EntryLine:
    cells = (_thing(price.question, context), *_compared(price, context))
    return EntryLine(FactRow(cells, _tips(price, context)), price.entry.key)


def _compared(price: BesideGlobal, context: CellContext) -> tuple[str, str, str]:
    here, worldwide = text(price.here, context), text(price.worldwide, context)
    return here, worldwide, _change(price.ratio, context)


def _tips(price: BesideGlobal, context: CellContext) -> str:
    tips = dict.fromkeys(tooltip(each, context) for each in (price.here, price.worldwide))
    return "\n\n".join(filter(None, tips))


def _unpriced(prices: Sequence[RegionPrice], context: CellContext) -> EntryLine:
    """Return one line for an entry; what is not priced, and the last price, show on hover."""
    things = "\n".join(dict.fromkeys(_thing(price.question, context) for price in prices))
    ended = (each.here for each in prices if Qualifier.ENDED in each.here.qualifiers)
    tips = dict.fromkeys((things, *(tooltip(each, context) for each in ended)))
    entry = prices[0].entry
    cells = (entry.title, _count([prices], context))
    return EntryLine(FactRow(cells, "\n\n".join(tips), "muted"), entry.key)


def _count(groups: Iterable[Sequence[RegionPrice]], context: CellContext) -> str:
    return number(sum(map(len, groups)), context.language)


def _thing(question: PriceQuestion, context: CellContext) -> str:
    language = context.language
    parts = [beginning(CATEGORIES, question.category, language)]
    if question.scope is not None:
        parts.insert(0, context.word(labels.SCOPES, question.scope.value))
    if question.tier is not PriceTier.STANDARD:
        parts.append(in_words(TIERS, question.tier, language))
    if question.context_band is not None:
        parts.append(in_words(BANDS, question.context_band, language))
    if question.variant:
        parts.append(question.variant)
    return " · ".join(parts)


def _change(ratio: Decimal | None, context: CellContext) -> str:
    """Return "+10%", with a decimal only where there is one; empty without a comparison."""
    if ratio is None:
        return ""
    change = rounded(ratio - 1, 3)
    places = 0 if change == rounded(change, 2) else 1
    return f"{'+' if change >= 0 else ''}{percent(change, context.language, places)}"


def _span(prices: Sequence[RegionPrice], context: CellContext) -> str:
    ratios = sorted(price.ratio for price in prices if price.ratio is not None)
    ends = dict.fromkeys(_change(ratio, context) for ratio in (ratios[0], ratios[-1]))
    return " … ".join(ends)


def same_sentence(prices: Sequence[RegionPrice], context: CellContext) -> Iterator[str]:
    """Yield how many prices equal the global ones, if any do."""
    count = sum(price.comparison is Comparison.SAME for price in prices)
    if count:
        words = tr("Equal to the global price: {count}.")
        yield words.format(count=number(count, context.language))


def alternative_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the pair and the nearest region of the zone, or why none is named."""
    index = shown.context.index
    found = alternatives(shown.region, index.entries, index.catalog)
    yield Heading(tr("What other regions have in addition"))
    for alternative in found:
        yield RegionLink(alternative.region)
        yield Paragraph(" ".join(_about(alternative, shown)))
        groups = addition_groups(alternative.additions, shown.region, shown.context)
        if groups:
            headers = (
                tr("In addition, by deployment type"),
                tr("Entries"),
                tr("Here"),
            )
            yield Table(alternative.region.name, headers, tuple(groups))
    if not any(Relation.NEAREST in each.relations for each in found):
        yield Paragraph(_why_none(shown), Tone.MUTED)
    if any(map(shown.is_disputed, (shown.region, *(each.region for each in found)))):
        yield Note(_why_doubtful(shown))
    words = tr("Distances as the crow flies, by the coordinates Azure publishes.")
    yield Paragraph(words, Tone.MUTED)


def _about(found: Alternative, shown: RegionOnShow) -> Iterator[str]:
    if Relation.PAIR in found.relations:
        yield tr("Azure's pair of this region.")
    if Relation.NEAREST in found.relations:
        yield tr("The nearest region of the same data zone with an offer.")
    if found.zone_disputed:
        yield tr("Whether both belong to the data zone is disputed.")
    elif not found.same_zone and shown.zone is not None:
        yield tr("Not in the same data zone.")
    if found.distance_km is None:
        yield tr("Distance unknown.")
    else:
        distance = number(round(found.distance_km), shown.context.language)
        yield tr("{distance} km away.").format(distance=distance)
    if found.offered_count == 0:
        yield tr("No entry is known to be offered there.")
    elif not found.additions:
        yield tr("Nothing in addition.")


def _why_doubtful(shown: RegionOnShow) -> str:
    if shown.is_disputed(shown.region):
        return tr(
            "The published coordinates of this region are not in its country. Distances from "
            "here, and which region is the nearest, are therefore uncertain.",
        )
    return tr(
        "The published coordinates of a region named here are not in its country. Its distance "
        "is therefore uncertain.",
    )


def _why_none(shown: RegionOnShow) -> str:
    if shown.region.data_zone is None:
        return tr("The region is in no known data zone, so no nearest one is named.")
    if shown.region.latitude is None or shown.region.longitude is None:
        return tr("The region's coordinates are unknown, so no nearest one is named.")
    return tr("No other region of the data zone is known to offer anything.")


def price_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the prices that differ, those that cannot be compared, and those of a PTU."""
    context, index = shown.context, shown.context.index
    asked = (index.entries, shown.region, context.view)
    prices = region_prices(*asked)
    compared = (
        "",
        tr("here"),
        tr("global"),
        tr("difference"),
    )
    yield Heading(tr("Prices that differ from the global ones"))
    differing = differing_groups(prices, context)
    if differing:
        yield Table(tr("Prices that differ"), compared, tuple(differing))
    else:
        yield Paragraph(tr("No differing price is known."), Tone.MUTED)
    for sentence in same_sentence(prices, context):
        yield Paragraph(sentence, Tone.MUTED)
    counted = ("", tr("Prices"))
    title = tr("Prices that cannot be compared")
    yield from _titled(title, counted, open_groups(prices, context))
    title = tr("Price of one PTU")
    yield from _titled(title, compared, ptu_groups(region_ptu_prices(*asked), context))


def _titled(title: str, headers: tuple[str, ...], groups: list[EntryGroup]) -> Iterator[Block]:
    if groups:
        yield Heading(title)
        yield Table(title, headers, tuple(groups))


def region_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield the whole page of a region."""
    yield from fact_blocks(shown)
    yield from offer_blocks(shown)
    yield from alternative_blocks(shown)
    yield from price_blocks(shown)


class RegionPane(Pane):
    """Shows a region; lines of entries open them.

    Signals:
        region_asked: id of another region.
        entry_asked: key of an entry.
    """

    key = "region"
    region_asked = Signal(str)
    entry_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._keys: dict[FactTreeView, LineKeys] = {}

    def title(self) -> str:
        """Return the pane's title."""
        return tr("Region")

    def show_region(self, shown: RegionOnShow) -> None:
        """Replace the contents."""
        self._fresh_body()
        self._keys.clear()
        for block in region_blocks(shown):
            self._add(block)
        self._column.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        """Leave free on the right what would make lines too long to read."""
        beyond = self.viewport().width() - reading_width_px(self)
        self._column.setContentsMargins(SPACE_M, SPACE_S, max(SPACE_M, beyond), SPACE_M)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self.add_heading(block.text)
            case Paragraph():
                self.add_paragraph(block.text, tone=block.tone)
            case Note():
                self.add_note(block.text)
            case Facts():
                self.add_facts(block.facts)
            case RegionLink():
                self._add_region(block.region)
            case Table():
                self._add_entries(block)

    def _add_region(self, region: Region) -> None:
        link = LinkLabel(region.name, f"{REGION_SCHEME}:{region.id}", self._theme.tokens)
        link.link_asked.connect(self._on_region_link)
        self._column.addWidget(link)

    def _add_entries(self, table: Table) -> None:
        keys = LineKeys()
        view = self.add_table(table.name, table.headers, keys.take(table.groups))
        self._keys[view] = keys
        view.activated.connect(self._on_line)

    @Slot(QModelIndex)
    def _on_line(self, index: QModelIndex) -> None:
        view = self.sender()
        keys = self._keys.get(view) if isinstance(view, FactTreeView) else None
        key = None if keys is None else keys.key_at(index)
        if key is not None:
            self.entry_asked.emit(key)

    @Slot(QUrl)
    def _on_region_link(self, url: QUrl) -> None:
        self.region_asked.emit(url.path())

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
