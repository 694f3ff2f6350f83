# SPDX-License-Identifier: MIT
"""What stands around the parts of every sheet: head, assumptions, remarks, sources, caveats."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from azmodels_gui.catalog.document import BASE, Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, dates_told
from azmodels_gui.catalog.labels import LICENCE_NOTES
from azmodels_gui.language import figures
from azmodels_gui.language.words import in_language
from azmodels_gui.sheets.order import MAX_LINE, MAX_NOTE, SheetOrder
from azmodels_gui.sheets.rich_text import rich_text
from azmodels_gui.sheets.sheet import AnswerLine, Footnote, Part, Sentence, Sheet, SheetKind


@dataclass(frozen=True)
class Content:
    """What a builder makes; the frame adds the rest."""

    kind: SheetKind
    title: str
    parts: tuple[Part, ...]
    head: tuple[str, ...] = ()
    assumptions: tuple[Sentence, ...] = ()
    """Beside those of every sheet (day, currency)."""
    remarks: tuple[Sentence, ...] = ()
    dates: Mapping[FactKind, FactDate] = field(default_factory=dict)
    """How old the facts on it are."""
    answer: tuple[AnswerLine, ...] = ()
    priced: bool = True
    """False: no amount stands on it, so day and currency of prices mean nothing."""


def framed(content: Content, order: SheetOrder) -> Sheet:
    """Return the finished sheet."""
    words = order.words
    assumptions = (*(_assumptions(order) if content.priced else ()), *content.assumptions)
    said = tuple(line.sentence for line in content.answer)
    cited = _cited(said, content.parts, (*assumptions, *content.remarks))
    footnotes = tuple(_footnotes(cited, order.catalog, order))
    return Sheet(
        kind=content.kind,
        language=order.language,
        title=order.title[:MAX_LINE] or content.title,
        day=order.day,
        day_text=figures.day(order.day, order.language),
        head=(*content.head, *_dates(content, order)),
        catalog_line=_catalog_line(order),
        parts=content.parts,
        assumptions=assumptions,
        remarks=content.remarks,
        footnotes=footnotes,
        disclaimers=tuple(_disclaimers(order)),
        licence_notes=tuple(_licence_notes(order, footnotes)),
        words=words.fixed(),
        client=order.client[:MAX_LINE],
        recommendation=rich_text(order.note[:MAX_NOTE]),
        answer=content.answer,
        logo=order.logo or order.brand.logo,
        brand=order.brand,
    )


def _disclaimers(order: SheetOrder) -> Iterator[str]:
    words = order.words
    yield from (words("no_offer"), words("prices_change"))
    if order.brand.disclaimer:
        yield order.brand.disclaimer
    yield words("made_with")


def _licence_notes(order: SheetOrder, footnotes: Iterable[Footnote]) -> Iterator[str]:
    found = {note.licence for note in footnotes}
    notes = (note for name, note in LICENCE_NOTES.items() if name in found)
    yield from (in_language(note, order.language) for note in notes)


def _assumptions(order: SheetOrder) -> Iterator[Sentence]:
    words, conversion = order.words, order.conversion
    yield Sentence(words("assume_day", day=figures.day(order.day, order.language)))
    if conversion.rate is None:
        yield Sentence(words("assume_currency", currency=conversion.currency))
        return
    day = figures.day(conversion.day or order.day, order.language)
    rate = figures.number(conversion.rate, order.language)
    yield Sentence(
        words("assume_rate", base=BASE, rate=rate, currency=conversion.currency, day=day)
    )


def _dates(content: Content, order: SheetOrder) -> Iterator[str]:
    told = dates_told(content.dates, order.language)
    if told:
        yield order.words("facts_as_of", dates=told)


def _catalog_line(order: SheetOrder) -> str:
    published = figures.day(order.catalog.published, order.language)
    return order.words("catalog_line", serial=order.catalog.serial, published=published)


def _cited(
    first: Iterable[Sentence], parts: Iterable[Part], last: Iterable[Sentence]
) -> tuple[str, ...]:
    """Return the ids of all sources in the order they are met, each once."""
    begun = (source for line in first for source in line.sources)
    stated = (source for part in parts for source in part.sources)
    said = (source for line in last for source in line.sources)
    return tuple(dict.fromkeys((*begun, *stated, *said)))


def _footnotes(cited: Iterable[str], catalog: Catalog, order: SheetOrder) -> Iterator[Footnote]:
    sources = {source.id: source for source in catalog.sources}
    for number, name in enumerate(cited, start=1):
        source = sources.get(name)
        if source is None:  # a catalogue from elsewhere may name what it does not list
            yield Footnote(number, name, name, "")
            continue
        as_of = figures.partial_day(source.as_of or "", order.language)
        yield Footnote(
            number, name, source.title, as_of, source.url or "", source.licence, source.secondary
        )
