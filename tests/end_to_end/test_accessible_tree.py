# SPDX-License-Identifier: MIT
"""What each page says to who cannot see it, asked for as a screen reader asks.

The program runs as its own process on a display, with an accessibility bus of its own.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.end_to_end.accessible_tree import AccessibilityBus, Node, Reference

ROOT = Path(__file__).parents[2]
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
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
NO_ROLES = {"filler", "unknown", "invalid", "redundant object"}
MARK_UP = re.compile(r"</?[a-z!][^>]*>|&(nbsp|lt|gt|amp|quot);")


@dataclass
class Program:
    """The program in its own process, as the bus shows it."""

    bus: AccessibilityBus
    at: Reference
    buttons: dict[str, Node] = field(default_factory=dict)

    def go_to(self, page: tuple[str, ...]) -> None:
        """Press what leads to a page, as a screen reader presses."""
        for name in page:
            if name not in self.buttons:
                boxes = [each for each in self.tree().walk() if each.role == "check box"]
                self.buttons |= {each.name: each for each in boxes}
            self.bus.press(self.buttons[name])

    def tree(self) -> Node:
        return self.bus.tree(self.at)


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
            [sys.executable, "-m", "azmodels_gui.app", *options, *pins, "--select", "gpt-5.2"],
            env=environment,
            cwd=home,
            stderr=told,
        )
        bus = AccessibilityBus(address)
        try:
            yield Program(bus, _registered(bus, window, home / "told"))
        finally:
            window.terminate()
            window.wait()
            bus.close()
            session.terminate()


def _registered(bus: AccessibilityBus, window: "subprocess.Popen[bytes]", told: Path) -> Reference:
    deadline = monotonic() + START_S
    while not (programs := bus.programs()):
        assert window.poll() is None, told.read_text()
        assert monotonic() < deadline, "the program does not tell anything"
        sleep(0.05)
    return programs[0]


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
    wanted = (*EVERYWHERE, *PAGES[page])
    deadline = monotonic() + PAGE_S
    while missing(tree := program.tree(), wanted) and monotonic() < deadline:
        sleep(0.1)
    unsaid = missing(tree, wanted)
    assert not unsaid, f"{unsaid} is not in\n" + "\n".join(tree.lines())
    assert faults(tree) == []
    (own,) = (node for node in tree.walk() if node.at == program.buttons[page[-1]].at)
    assert "checked" in own.states
