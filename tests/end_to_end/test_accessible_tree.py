# SPDX-License-Identifier: MIT
"""What each page and dialog says to who cannot see it, asked for as a screen reader asks.

The program runs as its own process on a display, with an accessibility bus of its own: in English
first, then in German.
"""

import gettext
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import pytest

from azmodels_gui.language.words import DOMAIN
from tests.builders import shipped_catalog
from tests.end_to_end.accessible_tree import AccessibilityBus, Gone, Node, Reference

ROOT = Path(__file__).parents[2]
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
PROGRAM = (sys.executable, "-m", "tests.end_to_end.heard_program")
START_S, PAGE_S = 60, 10

pytestmark = [
    pytest.mark.onscreen,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY"), reason="needs a display: run it under xvfb-run"
    ),
    pytest.mark.skipif(
        shutil.which("dbus-daemon") is None or not SERVICE.exists(),
        reason="needs the packages dbus and at-spi2-core",
    ),
]

GWC = "Germany West Central"
EVERYWHERE = (
    ("frame", "Azure model catalogue"),
    ("menu item", "Catalogue"),
    ("text", "Search"),
    ("label", r"\d+ of \d+ entries · 1 selected · 3 pinned"),
)
"""Role and a pattern of the name: what each page has to say."""
PAGES: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {
    ("Models",): (
        ("table", "Models"),
        ("column header", "Retirement"),
        ("cell", r"gpt-5\.2, 2025-12-11, pinned"),
        ("cell", r"Regional: .* · Data zone: offered · Global: offered"),
        ("tree", "Filters"),
        ("tree item", r"Chat and customer support, \d+"),
        ("check box", "Newest version only"),
        ("push button", "Unpin"),
        ("page tab", "Prices"),
        ("panel", "Overview"),
        ("label", r"Input per 1M: \$"),
    ),
    ("Regions", "Matrix"): (
        ("table", "Matrix of models and regions"),
        ("column header", GWC),
        ("row header", r"gpt-5\.2 2025-12-11"),
        ("cell", rf"gpt-5\.2 2025-12-11 in {GWC}\nOffered: .*Global standard"),
    ),
    ("Regions", "Map"): (
        ("list", "Map of regions"),
        ("list item", rf"{GWC} \(Germany\)\noffered: 3 of 3\nEU data zone"),
        ("push button", r"Zoom in"),
    ),
    ("Regions", "Coverage"): (
        ("table", "Table of regions and the chosen models"),
        ("row header", GWC),
        ("panel", r"\d+ regions offer all 3 models"),
    ),
    ("Regions", "Region"): (("panel", "About the region"), ("tree item", "Data zone standard")),
    ("Regions", "Data zones"): (("label", "Data zones explained"),),
    ("Regions", "Features"): (
        ("table", "Table of models and what they can do"),
        ("column header", "PDF"),
    ),
    ("Calculator",): (
        ("spin box", "Users"),
        ("combo box", "gpt-"),
        ("panel", r"A gpt-"),
        ("label", r"(Least|Cheapest)"),
        ("list", "Cost over the load"),
        ("list item", r"\d+ users who ask alike\nA gpt-.*: \$"),
        ("button menu", "Add a scenario"),
    ),
    ("Compare",): (
        ("table", "Comparison of pinned models"),
        ("row header", "Retirement date"),
        ("cell", r"Context window: 1,050,000 \(best of the values known\)"),
        ("list", "Prices and context window"),
        ("list item", r"gpt-5\.2 2025-12-11\n\$1\.75"),
    ),
    ("Guide",): (
        ("combo box", "any use case"),
        ("spin box", "Users"),
        ("check box", "EU data zone"),
        ("label", "Short list"),
    ),
    ("What's new",): (("tree", "Retirements"), ("tree item", r"gpt-"), ("page tab", "Changes")),
    ("Client",): (("push button", "New client"), ("push button", "Open")),
}
DIALOGS = {
    "about": "azmodels",
    "signs": "Signs and keys",
    "about_catalog": "About this catalogue",
    "refresh_settings": "Refresh settings",
    "export_sheet": "Sheet",
    "columns": "Columns",
    "save_filter": "Save filter",
    "open_link": "Open link",
    "new_client": "New client",
    "user_guide": "User guide",
    "fault": "A fault of the program",
}
"""Action that opens it, and its title."""
NO_ROLES = {"filler", "unknown", "invalid", "redundant object"}
MARK_UP = re.compile(r"</?[a-z!][^>]*>|&(nbsp|lt|gt|amp|quot);")


ENGLISH_WORDS = re.compile(
    r"(?<![-/\w])(the|and|of|with|from|which|is|are|not|or|to|for|offered|prices?)(?![-/\w])"
)


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix(" ...").strip()


def _texts() -> dict[str, set[str]]:
    """Return every text of the program with its German, as both are heard."""
    found = gettext.find(DOMAIN, ROOT / "resources" / "locale", ["de"])
    assert found is not None
    with Path(found).open("rb") as file:
        pairs = gettext.GNUTranslations(file)._catalog.items()  # type: ignore[attr-defined]
    texts: dict[str, set[str]] = {}
    for key, german in pairs:
        text = _plain((key if isinstance(key, str) else key[0]).rpartition("\x04")[2])
        texts.setdefault(text, set()).add(_plain(german))
    return texts


GERMAN = _texts()
"""Some texts mean two things, each in words of its own."""
ENGLISH_ONLY = {text for text, german in GERMAN.items() if text and text not in german}
ENGLISH_ONLY -= set().union(*GERMAN.values())


def _as_it_is() -> tuple[str, ...]:
    """Return what stays as it is: titles of documents, and what a catalogue says of itself."""
    catalog = shipped_catalog()
    titles = (source.title for source in catalog.sources)
    return ("Quelle: ", catalog.title, catalog.attribution, *titles)  # tool tips break the titles


AS_IT_IS = _as_it_is()


def in_german(text: str) -> str:
    """Return a pattern of a text; one that is no text of the program stays."""
    return "|".join(map(re.escape, GERMAN.get(text, {text})))


@dataclass
class Program:
    """The program in its own process, as the bus shows it."""

    bus: AccessibilityBus
    at: Reference
    process: "subprocess.Popen[bytes]"
    buttons: dict[str, Node] = field(default_factory=dict)

    def go_to(self, page: tuple[str, ...]) -> None:
        """Press what leads to a page, as a screen reader presses; patterns of the names."""
        for name in page:
            if self.button(name) is None:
                boxes = [each for each in self.tree().walk() if each.role == "check box"]
                self.buttons |= {each.name: each for each in boxes}
            button = self.button(name)
            assert button is not None, f"{name}: {list(self.buttons)}"
            self.bus.press(button)

    def button(self, name: str) -> Node | None:
        found = (node for each, node in self.buttons.items() if re.fullmatch(name, each))
        return next(found, None)

    def tree(self) -> Node:
        return self.bus.tree(self.at)

    def do(self, word: str) -> None:
        """Let it do what a menu offers (heard_program.py)."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n".encode())
        self.process.stdin.flush()

    def dialog(self, title: str) -> Node | None:
        """Return the dialog that has a title, once there is one; without a title, none."""
        deadline = monotonic() + PAGE_S
        while monotonic() < deadline:
            with suppress(Gone):
                shown = (each for each in self.bus.inside(self.at) if "showing" in each.states)
                open_ones = [each for each in shown if each.role == "dialog"]
                found = next((each for each in open_ones if re.match(title, each.name)), None)
                if title and found is not None:
                    return self.bus.tree(found.at)
                if not title and not open_ones:
                    return None
        raise AssertionError(f"no {title}" if title else "a dialog stays open")

    def once(self, wanted: tuple[tuple[str, str], ...]) -> Node:
        """Return its tree once it says all of this."""
        deadline = monotonic() + PAGE_S
        tree, unsaid = None, list(wanted) or [("", "")]
        while unsaid and monotonic() < deadline:
            with suppress(Gone):
                tree = self.tree()
                unsaid = missing(tree, wanted)
        assert tree is not None
        assert not unsaid, f"{unsaid} is not in\n" + "\n".join(tree.lines())
        return tree


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Return the program with three pinned models, one of them selected."""
    home = tmp_path_factory.mktemp("home")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    environment = os.environ | {
        "AZMODELS_CONFIG_DIR": str(home),
        "AZMODELS_DATA_DIR": str(home),
        "PYTHONPATH": str(ROOT),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
    }
    with (
        (home / "told").open("w") as told,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True) as session,
    ):
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        pins = [word for name in ("gpt-5.2", "gpt-5.4", "gpt-4.1") for word in ("--pin", name)]
        options = ("--language", "en", "--today", "2026-11-22", "--filter", '"gpt-5.2"')
        window = subprocess.Popen(
            [*PROGRAM, *options, *pins, "--select", "gpt-5.2"],
            env=environment,
            cwd=home,
            stdin=subprocess.PIPE,
            stderr=told,
        )
        bus = AccessibilityBus(address)
        try:
            yield Program(bus, _registered(bus, window, home / "told"), window)
        finally:
            window.terminate()
            window.communicate()
            bus.close()
            session.terminate()


def _registered(bus: AccessibilityBus, window: "subprocess.Popen[bytes]", told: Path) -> Reference:
    deadline = monotonic() + START_S
    while monotonic() < deadline:
        assert window.poll() is None, told.read_text()
        with suppress(Gone):  # the registry itself is only starting
            if programs := bus.programs():
                return programs[0]
        sleep(0.05)
    raise AssertionError("the program does not tell anything")


def missing(tree: Node, wanted: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Return what nothing in the tree says."""
    said = [(node.role, node.name) for node in tree.walk()]
    return [
        (role, pattern)
        for role, pattern in wanted
        if not any(role == each and re.match(pattern, name) for each, name in said)
    ]


def faults(tree: Node) -> list[str]:
    """Return what a screen reader's user would stumble over, wherever it is."""
    return [f"{fault}: {next(node.lines())}" for node in tree.walk() for fault in _of(node)]


def _of(node: Node) -> Iterator[str]:
    focusable = "focusable" in node.states
    if focusable and node.role in NO_ROLES:
        yield "no role"
    if focusable and not node.name and node.role not in ("cell", "tree item"):
        yield "no name"  # a blank cell stands in a line that has one
    if MARK_UP.search(node.name) or MARK_UP.search(node.description):
        yield "mark-up"
    if re.match(re.escape(node.name) + r"( \(|\n)", node.description) and node.name:
        yield "told twice"
    if node.role == "combo box" and not node.description:
        yield "called by its value only"
    if node.role == "list" and not any(child.name for child in node.children):
        yield "nothing to walk along"


def test_things_are_found_as_one_reads(program: Program) -> None:
    program.go_to(("Models",))
    said = [(node.role, node.name) for node in program.tree().walk()]
    order = (
        ("menu item", "Catalogue"),
        ("check box", "Models"),
        ("text", "Search"),
        ("tree", "Filters"),
        ("table", "Models"),
        ("page tab", "Overview"),
    )
    assert sorted(order, key=said.index) == list(order)


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_page_says_what_it_shows(program: Program, page: tuple[str, ...]) -> None:
    program.go_to(page)
    tree = program.once((*EVERYWHERE, *PAGES[page]))
    assert faults(tree) == []
    (own,) = (node for node in tree.walk() if node.at == program.buttons[page[-1]].at)
    assert "checked" in own.states


@pytest.fixture(scope="module")
def german(program: Program) -> Program:
    """Return the program after a switch to German."""
    program.do("de")
    program.once((("frame", in_german("Azure model catalogue")),))
    program.buttons.clear()
    return program


def english(tree: Node) -> list[str]:
    """Return what is not in German: a text of the program, or a line with English words."""
    texts = (text for node in tree.walk() for text in (node.name, node.description))
    return [
        line
        for text in texts
        for line in text.split("\n")
        if _plain(line) in ENGLISH_ONLY
        or (ENGLISH_WORDS.search(line) and not any(each in line for each in AS_IT_IS))
    ]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_page_is_heard_in_german(german: Program, page: tuple[str, ...]) -> None:
    german.go_to(tuple(map(in_german, page)))
    tree = german.once(
        tuple((role, in_german(name)) for role, name in PAGES[page] if name in GERMAN)
    )
    assert faults(tree) == []
    assert english(tree) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_a_dialog_says_what_it_asks(german: Program, action: str) -> None:
    german.go_to((in_german("Models"),))
    german.do(action)
    try:
        dialog = german.dialog(in_german(DIALOGS[action]))
    finally:
        german.do("close")
        german.dialog("")
    assert dialog is not None
    assert faults(dialog) == []
    assert english(dialog) == []
    assert any(node.role == "push button" for node in dialog.walk())
