"""Files that are trees, not tables: XML and Gherkin as plain nodes, handed over one by one.

A node leaves the reading process when it is complete, so children come before their parent.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from changedesk.exchange.limits import Limits
from changedesk.exchange.xmlscan import TooMuch, feed, local, new_parser
from changedesk.store.text import clean

Told = tuple[int, str, dict[str, str], str, int]
"""A node as it is told: depth from 0, tag, attributes, text, line."""

_NODES_A_LINE = 500


@dataclass(frozen=True, slots=True)
class Node:
    """One element: names without namespace, its own text, the line on which it begins."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    line: int = 0
    children: tuple["Node", ...] = ()

    def of(self, *tags: str) -> Iterator["Node"]:
        """Yield the children with one of these tags, in the order of the file."""
        return (child for child in self.children if child.tag in tags)

    def first(self, tag: str) -> "Node | None":
        """Return the first child with this tag."""
        return next(self.of(tag), None)

    def under(self, *path: str) -> Iterator["Node"]:
        """Yield what stands at the end of a path of tags, such as `"steps", "step"`."""
        if len(path) == 1:
            yield from self.of(path[0])
            return
        for child in self.of(path[0]):
            yield from child.under(*path[1:])

    def value(self, tag: str) -> str:
        """Return the text of the first child with this tag, markup in it included; "" if none."""
        child = self.first(tag)
        return child.whole_text() if child is not None else ""

    def get(self, name: str) -> str:
        """Return an attribute, trimmed; "" where there is none."""
        return self.attributes.get(name, "").strip()

    def whole_text(self) -> str:
        """Return the text with that of all elements inside, each on a line of its own."""
        parts = [self.text, *(child.whole_text() for child in self.children)]
        return "\n".join(part for part in parts if part.strip())

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, as the file has them."""
        yield self
        for child in self.children:
            yield from child.walk()


def tell_xml(chunks: Iterable[bytes], limits: Limits) -> Iterator[list[Told]]:
    """Yield the nodes of an XML file in pieces; raise `TooMuch` for one that passes a bound."""
    teller = _Teller(limits)
    for chunk in chunks:
        feed(teller.parser, (chunk,), whole=False)
        yield from teller.pieces()
    feed(teller.parser, ())
    if teller.told:
        yield teller.told


class _Teller:
    """Listens to expat, which loads nothing from outside and expands no entity."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.told: list[Told] = []
        self.open: list[tuple[str, dict[str, str], int, list[str]]] = []
        self.length = 0
        self.parser = new_parser()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.count = 0
        self.tags = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > self.limits.nodes:
            raise TooMuch(f"it has more than {self.limits.nodes:,} elements")
        if len(self.open) >= self.limits.depth:
            raise TooMuch(f"its elements are nested more than {self.limits.depth} deep")
        told = {local(key): clean(value) for key, value in attributes.items()}
        self.add_length(sum(map(len, told.values())))
        self.open.append((local(name), told, self.parser.CurrentLineNumber, []))

    def text(self, data: str) -> None:
        self.add_length(len(data))
        self.tags += data.count("<")
        if self.tags > self.limits.tree_tags:
            raise TooMuch("its texts hold more markup than any export of tests does")
        self.open[-1][3].append(data)

    def add_length(self, length: int) -> None:
        self.length += length
        if length > self.limits.node_text or self.length > self.limits.tree_text:
            raise TooMuch("it holds more text than any export of tests does")

    def end(self, _name: str) -> None:
        tag, attributes, line, texts = self.open.pop()
        text = clean("".join(texts))
        if len(text) > self.limits.node_text:
            raise TooMuch(f"one text is longer than {self.limits.node_text:,} characters")
        self.told.append((len(self.open), tag, attributes, text if text.strip() else "", line))

    def pieces(self) -> Iterator[list[Told]]:
        while len(self.told) >= _NODES_A_LINE:
            yield self.told[:_NODES_A_LINE]
            del self.told[:_NODES_A_LINE]


def tell_node(node: Node, depth: int = 0) -> Iterator[Told]:
    """Yield a node as it is told, after its children."""
    for child in node.children:
        yield from tell_node(child, depth + 1)
    yield depth, node.tag, dict(node.attributes), node.text, node.line


def build(told: Iterable[Iterable[Any]]) -> Node | None:
    """Return the root of the nodes that were told; None where there are none."""
    waiting: dict[int, list[Node]] = {}
    for depth, tag, attributes, text, line in told:
        children = tuple(waiting.pop(depth + 1, ()))
        waiting.setdefault(depth, []).append(Node(tag, attributes, text, line, children))
    return waiting[0][0] if waiting.get(0) else None
