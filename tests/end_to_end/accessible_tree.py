# SPDX-License-Identifier: MIT
"""The tree of names, roles and states that a screen reader is told, asked for over D-Bus.

Reads as Orca does: from the accessibility bus of a session, the program in its own process.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
STATES = {
    1: "active",
    4: "checked",
    5: "collapsed",
    7: "editable",
    8: "enabled",
    10: "expanded",
    11: "focusable",
    12: "focused",
    23: "selected",
    25: "showing",
    41: "checkable",
}
"""Those that are asked for here, by their bit."""
OF_CELLS = {"table", "tree", "tree table", "list"}
MANY = 120
"""Of a table of 11,000 rows no more cells are asked for."""

Reference = tuple[str, str]
"""Name on the bus, and path."""


class Gone(AssertionError):
    """What was asked is no longer there: a page changed meanwhile."""


@dataclass
class Node:
    """What is told of one thing, and what is in it."""

    at: Reference
    role: str
    name: str
    description: str
    states: frozenset[str]
    count: int
    """Of all that is in it, also where not all was asked for."""
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield it and all in it, as one reads."""
        yield self
        for child in self.children:
            yield from child.walk()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Yield the tree as text, for failures and for reading."""
        told = " ".join(sorted(self.states - {"enabled", "showing"}))
        words = f"{self.name!r} {self.description!r}" if self.description else repr(self.name)
        yield f"{'  ' * depth}{self.role} {words} [{told}] {self.count or ''}".rstrip()
        for child in self.children:
            yield from child.lines(depth + 1)


class AccessibilityBus:
    """The bus on which programs tell screen readers what they show."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as bus:
            bus_of = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = bus.send_and_get_reply(new_method_call(bus_of, "GetAddress"), timeout=20)
        self._bus: DBusConnection = open_dbus_connection(str(address.body[0]))

    def close(self) -> None:
        self._bus.close()

    def programs(self) -> list[Reference]:
        """Return the programs that are there."""
        root = ("org.a11y.atspi.Registry", ROOT)
        found = self._ask([_call(root, "GetChildren")])[0][0]
        return [(str(name), str(path)) for name, path in found]

    def press(self, node: Node) -> None:
        """Do what a thing does first: a button is pressed."""
        self._ask([_call(node.at, "DoAction", "i", 0, interface=ACTION)])

    def inside(self, top: Reference) -> list[Node]:
        """Return what is directly in a thing."""
        ((found,),) = self._ask([_call(top, "GetChildren")])
        return self._nodes([(str(name), str(path)) for name, path in found])

    def tree(self, top: Reference) -> Node:
        """Return all that is shown below a thing."""
        root = self._nodes([top])[0]
        level = [root]
        while level:
            parents = [node for node in level if node.count]
            told = self._ask([message for node in parents for message in _children_of(node)])
            level = []
            for node in parents:
                asked = len(list(_children_of(node)))
                answers, told = told[:asked], told[asked:]
                found = answers[0][0] if node.count <= MANY else [body[0] for body in answers]
                inside = self._nodes([(str(name), str(path)) for name, path in found])
                # Cells are told whether they are scrolled to or not.
                node.children = [
                    each for each in inside if "showing" in each.states or node.role in OF_CELLS
                ]
                level += node.children
        return root

    def _nodes(self, references: Sequence[Reference]) -> list[Node]:
        told = iter(self._ask([each for at in references for each in _questions(at)]))
        nodes = []
        for at in references:
            role, states, name, description, count = (next(told) for _ in range(5))
            low, high = states[0]
            bits = low | high << 32
            known = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
            nodes.append(Node(at, role[0], name[0][1], description[0][1], known, count[0][1]))
        return nodes

    def _ask(self, messages: Sequence[Message]) -> list[tuple[Any, ...]]:
        """Ask many things at once; a round for each would take ten times as long."""
        serials = []
        for message in messages:
            serials.append(next(self._bus.outgoing_serial))
            self._bus.send(message, serial=serials[-1])
        replies: dict[int, Message] = {}
        while len(replies) < len(serials):
            message = self._bus.receive(timeout=20)
            to = message.header.fields.get(HeaderFields.reply_serial)
            if to is not None:
                replies[to] = message
        for serial, asked in zip(serials, messages, strict=True):
            if replies[serial].header.message_type is MessageType.error:
                raise Gone(f"{asked.header.fields}: {replies[serial].body}")
        return [replies[serial].body for serial in serials]


def _call(at: Reference, method: str, *body: Any, interface: str = ACCESSIBLE) -> Message:
    signature, *values = body or (None,)
    address = DBusAddress(at[1], at[0], interface)
    return new_method_call(address, method, signature, tuple(values))


def _questions(at: Reference) -> Iterator[Message]:
    yield _call(at, "GetRoleName")
    yield _call(at, "GetState")
    for name in ("Name", "Description", "ChildCount"):
        yield _call(at, "Get", "ss", ACCESSIBLE, name, interface=PROPERTIES)


def _children_of(node: Node) -> Iterator[Message]:
    if node.count <= MANY:
        yield _call(node.at, "GetChildren")
    else:
        yield from (_call(node.at, "GetChildAtIndex", "i", number) for number in range(MANY))
