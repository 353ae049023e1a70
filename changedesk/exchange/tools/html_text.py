"""HTML as plain text, laid out line by line as a browser would break it."""

import re
from dataclasses import dataclass, field
from html import unescape

from changedesk.exchange.cells import clean_cell

IMAGE = "[image not in file]"
"""What stands where the source shows a picture that the file does not hold."""

_NAMES = "[A-Za-z][A-Za-z0-9:]*"
_QUOTED = r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*+"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_NAMES})(?P<inside>{_QUOTED}|[^<>]*)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HREF = re.compile(r"""href\s*=\s*["']?((?:https?|ftp|mailto):[^\s"'>]+)""", re.IGNORECASE)
_MARKDOWN_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_FIRST_BREAK = re.compile(r"^[ \t]*\n")
_BLANKS = re.compile(r"\n(?:[ \t]*\n){2,}")


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split(" "))


_BLOCKS = _names(
    "p div h1 h2 h3 h4 h5 h6 pre blockquote ul ol li dl dt dd table thead tbody tfoot tr td th "
    "caption hr html body center"
)
_INLINE = _names(
    "span b strong i em u s strike del ins sub sup font a tt kbd samp small big br img wbr col "
    "colgroup nobr o:p"
)
_PAIRED = _names(
    "var code label address mark abbr cite q section article header footer form fieldset figure "
    "figcaption style script head xml title button input"
)
"""Words that people also write in angle brackets: tags only where they have an end as well."""
_SILENT = frozenset({"style", "script", "head", "xml", "title"})
_LAYOUT = frozenset({"p", "br", "li", "td", "th"})
_TABLES_DEEP = 8
_ONE_PARAGRAPH = re.compile(r"<p>([^<&]*)</p>")
_MANY_TAGS = 20_000
"""More tags than any page of a test has: these are taken out without laying the page out."""


def plain_text(html: str) -> str:
    """Return what HTML shows; text without markup keeps its own line breaks.

    An unknown tag such as `<username>` is text. Entities are decoded once.
    """
    text = clean_cell(html)
    if "<" not in text and "&" not in text and "![" not in text:
        return tidy(text) if "\n" in text else text
    if (one := _ONE_PARAGRAPH.fullmatch(text)) and "![" not in text:
        return clean_cell(" ".join(one[1].split()))
    if text.count("<") > _MANY_TAGS:
        return tidy(decoded(_TAG.sub("\n", text)))
    tokens = _tokens(_MARKDOWN_IMAGE.sub(IMAGE, _without_comments(text)))
    page = _Page(keeps_lines=not any(token.name in _LAYOUT for token in tokens))
    for token in tokens:
        page.take(token)
    return tidy(page.finish())


def tidy(text: str) -> str:
    """Return clean text with at most one empty line in a row and no spaces at line ends."""
    lines = "\n".join(line.rstrip() for line in clean_cell(text).split("\n"))
    return clean_cell(_BLANKS.sub("\n\n", lines))


def decoded(text: str) -> str:
    """Return text with its entities decoded, once; `&copy=` in an address is none."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


@dataclass(frozen=True, slots=True)
class _Token:
    """A tag (`name` set) or text."""

    text: str = ""
    name: str = ""
    end: bool = False
    inside: str = ""


def _without_comments(text: str) -> str:
    """Take out `<!-- … -->`, which office programs leave in what is pasted."""
    parts = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + 3
    return "".join((*parts, text[position:]))


def _tokens(text: str) -> list[_Token]:
    ends = {found["name"].lower() for found in _TAG.finditer(text) if found["end"]}
    known = _BLOCKS | _INLINE | (_PAIRED & ends)
    tokens = []
    position = 0
    for found in _TAG.finditer(text):
        name = found["name"].lower()
        if name in known:
            tokens.append(_Token(text[position : found.start()]))
            tokens.append(_Token("", name, bool(found["end"]), found["inside"]))
            position = found.end()
    return [*tokens, _Token(text[position:])]


@dataclass(slots=True)
class _Table:
    """A table being read: cells of the open row, and the lines that were open around it."""

    around: list[str]
    cells: list[str] = field(default_factory=list)
    in_cell: bool = False
    rows: list[str] = field(default_factory=list)


class _Page:
    """Lays out tags and text as lines, the way a browser would break them."""

    def __init__(self, *, keeps_lines: bool) -> None:
        self.keeps_lines = keeps_lines
        self.lines: list[str] = []
        self.current: list[str] = []
        self.mark = ""
        self.lists: list[int | None] = []
        self.tables: list[_Table] = []
        self.silent = ""
        self.preformatted = 0
        self.at_block = True
        self.link = ("", 0)

    def take(self, token: _Token) -> None:
        """Lay out one token."""
        if self.silent:
            if token.end and token.name == self.silent:
                self.silent = ""
        elif not token.name:
            self.write(token.text)
        elif token.name in _SILENT:
            self.silent = "" if token.end else token.name
        elif token.name in {"table", "tr", "td", "th"}:
            self.table(token)
        elif token.name in {"ul", "ol", "li"}:
            self.list(token)
        else:
            self.simple(token)

    def write(self, text: str) -> None:
        if self.preformatted or self.keeps_lines:
            if self.at_block:
                text = _FIRST_BREAK.sub("", text)
            first, *others = text.split("\n")
            self.current.append(decoded(first))
            for line in others:
                self.break_line()
                self.current.append(decoded(line))
        else:
            self.current.append(decoded(re.sub(r"[ \t\n]+", " ", text)))
        self.at_block = self.at_block and not text

    def simple(self, token: _Token) -> None:
        if token.name == "br":
            self.break_line()
        elif token.name == "img":
            self.current.append(IMAGE)
        elif token.name == "a":
            self.anchor(token)
        elif token.name in _BLOCKS:
            self.break_block()
            if token.name == "pre":
                self.preformatted = max(0, self.preformatted + (-1 if token.end else 1))

    def anchor(self, token: _Token) -> None:
        """Write where a link leads behind its words, unless these say it."""
        href, start = self.link
        if token.end and href:
            shown = "".join(self.current[start:]).strip()
            if href.removeprefix("mailto:").rstrip("/") not in shown:
                self.current.append(f" ({href})")
        found = None if token.end else _HREF.search(token.inside)
        self.link = (decoded(found[1]), len(self.current)) if found else ("", 0)

    def list(self, token: _Token) -> None:
        self.break_block()
        self.mark = ""
        if token.name != "li":
            if not token.end:
                self.lists.append(0 if token.name == "ol" else None)
            elif self.lists:
                self.lists.pop()
        elif not token.end:
            indent = "  " * min(max(len(self.lists) - 1, 0), 10)
            count = self.lists[-1] if self.lists else None
            if count is not None:
                self.lists[-1] = count + 1
            self.mark = indent + ("- " if count is None else f"{count + 1}. ")

    def break_line(self) -> None:
        """End the line, also an empty one."""
        text = "".join(self.current)
        if not self.preformatted and not self.keeps_lines:
            text = " ".join(text.split())
        shown = text.strip()
        self.lines.append(f"{self.mark}{shown}" if self.mark and shown else text)
        if shown:
            self.mark = ""
        self.current.clear()
        self.link = ("", 0)
        self.at_block = False

    def break_block(self) -> None:
        """End the line if there is one: where a block begins or ends."""
        if any(part.strip(" \t\n") for part in self.current):
            self.break_line()
        self.current.clear()
        self.at_block = True

    def table(self, token: _Token) -> None:
        """Read a table row by row; one that is nested too deep is read as its text."""
        if token.name == "table" and not token.end and len(self.tables) < _TABLES_DEEP:
            self.break_block()
            self.tables.append(_Table(self.lines))
            self.lines = []
        elif not self.tables:
            self.break_block()
        elif token.name == "table":
            self.end_table()
        elif token.name == "tr":
            self.end_row()
        else:
            self.end_cell()
            self.tables[-1].in_cell = not token.end

    def end_cell(self) -> None:
        self.break_block()
        self.mark = ""
        table = self.tables[-1]
        text = " ".join(part for line in self.lines if (part := line.strip()))
        if table.in_cell:
            table.cells.append(text)
        elif text:
            table.rows.append(text)
        table.in_cell = False
        self.lines = []

    def end_row(self) -> None:
        self.end_cell()
        table = self.tables[-1]
        table.rows += row_of_cells(table.cells)
        table.cells = []

    def end_table(self) -> None:
        self.end_row()
        table = self.tables.pop()
        self.lines = [*without_last_blanks(table.around), *table.rows]

    def finish(self) -> str:
        """Return the page as text."""
        while self.tables:
            self.end_table()
        self.break_block()
        return "\n".join(self.lines)


def row_of_cells(cells: list[str]) -> list[str]:
    """Return one line "a | b"; no line for a row whose cells are all empty."""
    return [" | ".join(cells).strip()] if any(cells) else []


def without_last_blanks(lines: list[str]) -> list[str]:
    """Take empty lines off the end, where a table follows."""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines
