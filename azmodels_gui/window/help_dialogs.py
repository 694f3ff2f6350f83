# SPDX-License-Identifier: MIT
"""What the dialogs of the menus Catalogue and Help say: about, and keys and signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, metadata, requires

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from azmodels_gui import __version__
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.labels import LICENCE_NOTES
from azmodels_gui.language.words import N_, Message, tr
from azmodels_gui.window.menus import ACTIONS, ActionSpec
from azmodels_gui.window.status_bar import CatalogAge
from azmodels_gui.window.theme import SPACE_L, SPACE_M, SPACE_S, TITLE_PT
from azmodels_gui.window.widgets.dialogs import ClosingDialog
from azmodels_gui.window.widgets.layouts import AS_USUAL, ColumnScroll, column
from azmodels_gui.window.widgets.texts import plain_label, scaled

WIDTH_PX = 520


class TextDialog(ClosingDialog):
    """A title and paragraphs, plain text; `open` it, nothing waits for it."""

    def __init__(
        self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(WIDTH_PX)
        heading = plain_label(title)
        heading.setFont(scaled(self.font(), TITLE_PT, bold=True))
        self.text, self.area = QWidget(), QScrollArea()
        self.area.setAccessibleName(title)
        self._write(paragraphs)
        parts = (heading, (self.area, 1), self.buttons)
        own = column(*parts, within=self, gap=SPACE_M, edges=(SPACE_L,) * 4)
        room = self.screen().availableSize().height() * 2 // 3  # what Qt gives it at most
        around = own.sizeHint().height() - self.area.sizeHint().height()
        asked = self.text.heightForWidth(WIDTH_PX - 2 * SPACE_L)
        self.resize(WIDTH_PX, min(around + asked, room))

    def _write(self, paragraphs: Sequence[str]) -> None:
        """Write the paragraphs; where the screen is too low for them, none is cut off."""
        labels = (plain_label(each, selectable=True) for each in paragraphs)
        column(*labels, 1, within=self.text, gap=SPACE_M)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.text)


def open_help(name: str, index: CatalogIndex, language: str, parent: QWidget) -> None:
    """Open the dialog of one action; nothing waits for it."""
    match name:
        case "about_catalog":
            title = tr("About this catalogue")
            texts = about_catalog(index, language)
        case _:
            title, texts = "azmodels", about_program(__version__)
    TextDialog(title, texts, parent).open()


def about_catalog(index: CatalogIndex, language: str) -> tuple[str, ...]:
    """Return what the catalogue says of itself, how old its facts are, and how much it holds."""
    catalog = index.catalog
    counts = tr("{models} models in {versions} versions, {regions} regions, {sources} sources")
    versions = sum(len(model.versions) for model in catalog.models)
    return tuple(
        text
        for text in (
            catalog.title,
            "\n".join(CatalogAge.of(index).lines(language)),
            counts.format(
                models=len(catalog.models),
                versions=versions,
                regions=len(catalog.regions),
                sources=len(catalog.sources),
            ),
            catalog.attribution,
        )
        if text
    )


def about_program(version: str) -> tuple[str, ...]:
    """Return what the program is, and what it is not."""
    return (
        tr("Version {version}").format(version=version),
        tr(
            "A catalogue of Azure OpenAI and Microsoft Foundry models that works offline. It is "
            "made from public sources, is not a product of Microsoft, and is no offer and no "
            "legal advice."
        ),
        *map(tr, LICENCE_NOTES.values()),
        tr(
            "The outlines of the map are Natural Earth's, public domain. The font is Inter (SIL "
            "Open Font License), the icons are Lucide's (ISC)."
        ),
        tr("Libraries, each with its licence:") + "\n" + "\n".join(libraries()),
    )


def libraries() -> tuple[str, ...]:
    """Return what the program needs to run: name, version and licence, as each says of itself."""
    try:
        asked = requires("azmodels-gui") or []
    except PackageNotFoundError:  # run from a folder that was never installed
        return ()
    names = {re.split(r"[^\w.-]", each)[0] for each in asked if "extra ==" not in each}
    return tuple(sorted(map(_library, names), key=str.casefold))


def _library(name: str) -> str:
    told = metadata(name)
    said = [told[key] for key in ("License-Expression", "License") if key in told]
    licence = next((each for each in said if each and "\n" not in each), "")
    if not licence:
        kinds = (each for each in told.get_all("Classifier", []) if each.startswith("License ::"))
        licence = ", ".join(each.rpartition(" :: ")[2] for each in kinds)
    return " ".join(filter(None, (told["Name"], told["Version"], licence and f"({licence})")))


DIALOG_PX = (640, 560)

Line = tuple[str, Message]
"""Keys with spaces between those that do alike, or a sign; and what they do or mean."""

PAGE_KEYS: dict[str, tuple[Line, ...]] = {
    "models": (
        ("Down Return", N_("from the search to the table")),
        ("Space", N_("pins the selected models or checks a filter")),
        ("F6", N_("goes from filters to table to details")),
        ("Esc", N_("empties the search")),
    ),
    "regions": (
        ("Return", N_("opens the model of the cell; in the headings: the region")),
        ("R", N_("chooses the region; it stands out in every view")),
        ("Ctrl+C", N_("copies the selected cells")),
        ("PgDown PgUp", N_("on the map: to the region that offers next most or least")),
        ("+ -", N_("on the map: zoom")),
        ("Shift+Left Shift+Right", N_("on the map: move it")),
        ("Home", N_("on the map: the whole world")),
        ("Del", N_("under “Where can we have all of them?”: takes the model out")),
    ),
    "calculator": (
        ("Alt+1 Alt+0", N_("shows the first, the tenth scenario; likewise those between")),
        ("F2 Del", N_("on the card of a scenario: renames or removes it")),
        ("Alt+Left Alt+Right", N_("on the card of a scenario: moves it")),
        ("Ctrl+T", N_("runs the scenarios together as a plan, or compares them again")),
        ("Space", N_("on the card of a plan: leaves it out of the plan, or takes it in")),
        ("Left Right", N_("in a chart: values; in the load of a day: from hour to hour")),
        ("Up Down", N_("in the load of a day: changes the hour")),
        ("Return", N_("in the cost curve: takes the size")),
    ),
    "compare": (
        ("Return", N_("opens the model; on a section: folds or unfolds it")),
        ("Ctrl+Left Ctrl+Right", N_("moves the column; it can be dragged as well")),
        ("Ctrl+Home Ctrl+End", N_("moves the column to the beginning or the end")),
        ("Del", N_("takes the model away, as the cross does; Ctrl+Z brings it back")),
        (",", N_("between names: adds several models at once")),
    ),
    "guide": (("Tab", N_("goes from question to question and on to the short list")),),
    "news": (("Return", N_("opens the model of the line")),),
    "client": (("Tab", N_("goes from link to link; Return opens the model")),),
}
"""By page, beside the keys of the menus."""

PRESENTING: tuple[Line, ...] = (
    ("F11", N_("the page alone on the whole screen, in large type, and back")),
    ("Left Right", N_("go through the pinned models")),
    ("Esc", N_("leaves")),
)

SIGNS: tuple[Line, ...] = (
    ("■", N_("regional: processed in the region itself")),
    ("◐", N_("data zone: processed somewhere in the zone, for example the EU")),
    ("○", N_("global: may be processed anywhere, even when it is offered from the region")),
    (
        "T P B",
        N_(
            "in tables of regions: per token, PTU, batch; on a square regional, on a hexagon in "
            "the data zone, on a circle global"
        ),
    ),
    ("Token PTU Batch", N_("in the table of models: struck through: not offered; with ?: unknown")),
    ("?", N_("unknown: no source says anything; never to be read as “no”")),
    ("!", N_("sources disagree; the details show both")),
    ("–", N_("not offered, as of the date beside it")),
    ("▲", N_("the best of the values known")),
    ("≠", N_("the compared models differ here")),
)
COLOURS = N_(
    "Red and “past its date”: the retirement date has passed, whatever stage the source still "
    "names. Amber: 90 days or fewer are left."
)


class Section(Struct, frozen=True):
    """Lines under a heading."""

    heading: str
    lines: tuple[tuple[str, str], ...]


def sections(page: str, title: str) -> Iterator[Section]:
    """Yield the keys of a page and the signs, its own keys first.

    Args:
        page: key of the page on show.
        title: what it is called.
    """
    yield keys_of(page, title)
    yield from keys_everywhere()
    signs = tuple((sign, tr(meaning)) for sign, meaning in SIGNS)
    yield Section(tr("Signs"), (*signs, ("", tr(COLOURS))))


def keys_of(page: str, title: str) -> Section:
    """Return the keys of a page by its key and what it is called."""
    in_table = _of_actions(spec for spec in ACTIONS.values() if spec.in_table)
    words = tr("Keys of the page “{page}”").replace("{page}", title)
    own = _told(PAGE_KEYS.get(page, ()))
    return Section(words, (*own, *(in_table if page == "models" else ())))


def keys_everywhere() -> Iterator[Section]:
    """Yield the keys of all pages, and those on a projector."""
    everywhere = _of_actions(spec for spec in ACTIONS.values() if not spec.in_table)
    pages = ((_native("Ctrl+1"), tr("to the first page; likewise the others")),)
    yield Section(tr("Keys of all pages"), (*pages, *everywhere))
    yield Section(tr("On a projector"), tuple(_told(PRESENTING)))


def _told(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    for keys, words in lines:
        yield ", ".join(_native(each) for each in keys.split(" ")), tr(words)


def _of_actions(specs: Iterable[ActionSpec]) -> tuple[tuple[str, str], ...]:
    found = []
    for spec in specs:
        words = tr(spec.words).replace("&", "").removesuffix(" ...")
        sequences = [QKeySequence(keys) for keys in spec.keys]
        keys = ", ".join(each.toString(_NATIVE) for each in sequences if not each.isEmpty())
        if keys:
            found.append((keys, words))
    return tuple(found)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _native(keys: str) -> str:
    """Return keys as they are called in the language on show; `,` and `+` are themselves."""
    return keys if len(keys) == 1 else QKeySequence(keys).toString(_NATIVE)


class KeysDialog(ClosingDialog):
    """Sections below each other, keys left of what they do, scrolled where the screen is low."""

    def __init__(self, told: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(tr("Signs and keys"), parent)
        body = QWidget()
        lines = QGridLayout(body)
        lines.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_L)
        lines.setHorizontalSpacing(SPACE_L)
        lines.setVerticalSpacing(SPACE_S)
        lines.setColumnStretch(1, 1)
        for section in told:
            heading = plain_label(section.heading)
            heading.setFont(scaled(self.font(), 1, bold=True))
            heading.setContentsMargins(0, SPACE_M, 0, 0)
            lines.addWidget(heading, lines.rowCount(), 0, 1, 2)
            for keys, words in section.lines:
                self._add(lines, keys, words)
        lines.setRowStretch(lines.rowCount(), 1)
        self.area = ColumnScroll()
        self.area.setAccessibleName(self.windowTitle())
        self.area.setWidget(body)
        self.buttons.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_L)
        column((self.area, 1), self.buttons, within=self, gap=AS_USUAL)
        room = self.screen().availableSize()
        self.resize(min(DIALOG_PX[0], room.width()), min(DIALOG_PX[1], room.height() * 4 // 5))

    def _add(self, lines: QGridLayout, keys: str, words: str) -> None:
        row, meaning = lines.rowCount(), plain_label(words)
        top = Qt.AlignmentFlag.AlignTop
        if not keys:
            lines.addWidget(meaning, row, 0, 1, 2)
            return
        sign = plain_label(keys)
        sign.setWordWrap(False)
        sign.setFont(scaled(self.font(), 0, bold=True))
        lines.addWidget(sign, row, 0, top)
        lines.addWidget(meaning, row, 1, top)
