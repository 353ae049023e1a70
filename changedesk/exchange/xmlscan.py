"""The expat pass: looks through the XML parts of a package before any library builds anything.

Expat keeps no tree, so a part costs its own bytes and nothing more, however it is meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from changedesk.exchange.limits import Limits


class TooMuch(Exception):
    """A bound was passed; the text says which, as the rest of "because ..."."""


@dataclass(slots=True)
class Found:
    """What the pass saw in one file, all parts together."""

    cells: int = 0
    styles: int = 0
    sheets: list[tuple[str, str]] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    longest_text: int = 0


def local(name: str) -> str:
    """Return an element's name without its prefix."""
    return name.rpartition(":")[2]


class _PrologOver(Exception):
    """The root element has begun: nothing after it can declare an entity."""


def scan_prolog(chunks: Iterable[bytes]) -> str:
    """Return the root element's local name; raise `TooMuch` for a DOCTYPE before it."""
    root = ""

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal root
        root = local(name)
        raise _PrologOver

    parser = new_parser()
    parser.StartElementHandler = start
    try:
        feed(parser, chunks)
    except _PrologOver:
        return root
    return root


def scan_depth(chunks: Iterable[bytes], limits: Limits) -> None:
    """Read a whole part; raise `TooMuch` for a DOCTYPE or for elements nested too deep."""
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.depth:
            raise TooMuch(f"its elements are nested more than {limits.depth} deep")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = new_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    feed(parser, chunks)


def scan_book(chunks: Iterable[bytes], found: Found, limits: Limits) -> None:
    """Read workbook.xml or its relations: which part holds which sheet."""

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "sheet":
            ident = next((v for k, v in attributes.items() if local(k) == "id"), "")
            found.sheets.append((attributes.get("name", ""), ident))
            if len(found.sheets) > limits.sheets:
                raise TooMuch(f"it has more than {limits.sheets} sheets")
        elif name == "Relationship":
            found.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    parser = new_parser()
    parser.StartElementHandler = start
    feed(parser, chunks)


def scan_styles(chunks: Iterable[bytes], found: Found, limits: Limits) -> None:
    """Count cell formats; a workbook of 300,000 of them takes minutes elsewhere."""

    def start(name: str, _attributes: dict[str, str]) -> None:
        if local(name) in {"xf", "font", "fill", "border", "dxf"}:
            found.styles += 1
            if found.styles > limits.styles:
                raise TooMuch(f"it has more than {limits.styles:,} cell formats")

    parser = new_parser()
    parser.StartElementHandler = start
    feed(parser, chunks)


def scan_texts(chunks: Iterable[bytes], found: Found, limits: Limits) -> None:
    """Measure shared texts; Excel itself writes none above 32,767 characters."""
    length = 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal length
        if local(name) == "si":
            length = 0

    def text(data: str) -> None:
        nonlocal length
        length += len(data)
        if length > found.longest_text:
            found.longest_text = length
            if length > 2 * limits.text_length:
                raise TooMuch(f"one cell's text is longer than {limits.text_length:,} characters")

    parser = new_parser()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    feed(parser, chunks)


def _refuse_doctype(*_: object) -> None:
    raise TooMuch("it declares a document type, which can pull in other files")


def new_parser() -> expat.XMLParserType:
    """Return a parser that refuses any DOCTYPE."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def feed(parser: expat.XMLParserType, chunks: Iterable[bytes], *, whole: bool = True) -> None:
    """Parse all pieces, the last ones where `whole`; raise `TooMuch` where the XML is broken."""
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        if whole:
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise TooMuch(f"its XML is broken ({expat.errors.messages[error.code]})") from None
    except (ValueError, LookupError):
        raise TooMuch("its XML is written in an encoding that nobody uses") from None
