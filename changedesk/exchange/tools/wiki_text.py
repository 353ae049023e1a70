"""Jira's wiki marks as plain text."""

import re

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.tools.html_text import (
    IMAGE,
    decoded,
    row_of_cells,
    tidy,
    without_last_blanks,
)

_PICTURE = r"\.(?:png|jpe?g|gif|bmp|svg|webp|tiff?)"
_ADDRESS = r"(?:(?:https?|ftp|file)://|mailto:)[^\s\]|]+"
_MACRO = re.compile(
    r"\{(?:color|panel|quote|anchor|info|note|warning|tip|noformat|code)(?:[:=][^{}\n]{0,200})?\}"
)
_VERBATIM = re.compile(r"\{(code|noformat)(?:[:=][^{}\n]{0,200})?\}")
_HEAD = re.compile(r"(?:h[1-6]|bq)\.\s+")
_LIST = re.compile(r"(?P<marks>[*#]{1,10})\s+(?=\S)")
_RULE = re.compile(r"-{4,}\s*$")
_LOST_BREAK = re.compile(r"^([^*\n]*[^\s*])\* (?=[^\n]*\n\* )", re.MULTILINE)
_RUN = r"(?:\*{1,3}[^\s*_+][^*_+\n]*\*{1,3}|_[^\s*_+][^*_+\n]*_|\+[^\s*_+][^*_+\n]*\+)"
_TOUCHING = re.compile(rf"(?<![\w*_+])(?P<runs>{_RUN}{_RUN}+)")
_ONE_RUN = re.compile(_RUN)
_ESCAPABLE = r"\\*_+!|\[\]{}#?~^\-"
_INLINE = re.compile(
    rf"\\(?P<escaped>[{_ESCAPABLE[2:]}])"
    r"|(?P<newline>\\\\)(?=[ \n]|$)"
    rf"|(?P<image>!(?:[^\s!|][^!|\n]{{0,300}}{_PICTURE}|https?://[^\s!|]+)(?:\|[^!\n]{{0,200}})?!)"
    rf"|\[(?P<label>[^\[\]|\n]{{0,500}})\|(?P<target>{_ADDRESS})(?:\|[^\[\]\n]{{0,200}})?\]"
    rf"|\[(?P<address>{_ADDRESS})\]"
    r"|\{\{(?P<mono>[^{}\n]+)\}\}"
    r"|(?<![\w*\\])\*{1,3}(?=[^\s*])(?P<bold>[^*\n]*[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])(?P<italic>[^_\n]*[^\s_\\])_(?![\w_])"
    r"|(?<![\w+\\])\+(?=[^\W\d_])(?P<under>[^+\n]*[^\W\d_])\+(?![\w+])"
)
_LINK_TO_PICTURE = re.compile(rf"{_PICTURE}(?:\?\S*)?$", re.IGNORECASE)


def plain_wiki(text: str) -> str:
    """Return what wiki text shows; text without marks stays as it is."""
    lines: list[str] = []
    parts = _VERBATIM.split(clean_cell(text))
    for index, part in enumerate(parts):
        # Text and the marks around it come by turns: text, mark, verbatim text, mark, text …
        if index % 4 == 0:
            begins = part.removeprefix("\n") if index else part
            text_here = begins.removesuffix("\n") if index + 1 < len(parts) else begins
            lines += _lines(text_here) if text_here else []
        elif index % 4 == 2:
            lines += part.strip("\n").split("\n")
    return tidy("\n".join(lines))


def _lines(text: str) -> list[str]:
    """Lay out lists and tables; where a converter lost line breaks, put them back."""
    text = _LOST_BREAK.sub(r"\1\n* ", _MACRO.sub("", text))
    lines: list[str] = []
    numbers: list[int] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
            without_last_blanks(lines)
            lines += row_of_cells([inline(cell.strip()) for cell in _cells(stripped)])
        elif found := _LIST.match(stripped):
            mark = _list_mark(found["marks"], numbers)
            lines.append(mark + inline(stripped[found.end() :]))
            continue
        elif not _RULE.match(stripped):
            head = _HEAD.match(stripped)
            lines += inline(stripped[head.end() :] if head else line.rstrip()).split("\n")
        if stripped:
            numbers.clear()
    return lines


def _list_mark(marks: str, numbers: list[int]) -> str:
    depth = len(marks)
    del numbers[depth:]
    numbers += [0] * (depth - len(numbers))
    numbers[-1] += 1
    return "  " * (depth - 1) + (f"{numbers[-1]}. " if marks.endswith("#") else "- ")


_BETWEEN_CELLS = re.compile(rf"\\\||\[[^\[\]|\n]{{0,500}}\|{_ADDRESS}[^\[\]\n]*\]|(\|{{1,2}})")


def _cells(row: str) -> list[str]:
    """Split a row at its bars, not at those inside links."""
    cells = []
    start = None
    for found in _BETWEEN_CELLS.finditer(row):
        if found[1]:
            if start is not None:
                cells.append(row[start : found.start()])
            start = found.end()
    return cells


def inline(text: str, depth: int = 0) -> str:
    """Return a line without the marks inside it."""
    if depth == 0:
        text = _TOUCHING.sub(_apart, text)
    if depth > 5:
        return decoded(text)
    parts = []
    position = 0
    for found in _INLINE.finditer(text):
        parts += [decoded(text[position : found.start()]), _shown(found, depth)]
        position = found.end()
    return "".join((*parts, decoded(text[position:])))


def _shown(found: re.Match[str], depth: int) -> str:
    kind = found.lastgroup
    if kind == "escaped":
        return found["escaped"]
    if kind == "newline":
        return "\n"
    if kind == "image":
        return IMAGE
    if kind == "target":
        return _link(found["label"].strip(), found["target"])
    if kind in {"bold", "italic", "under", "mono"}:
        inner = found[kind]
        worded = any(letter.isalnum() for letter in inner)
        return inline(inner, depth + 1) if worded else found[0]
    return found["address"]


def _link(label: str, target: str) -> str:
    if _LINK_TO_PICTURE.search(target) and label.casefold() in {"", "link", "image", "picture"}:
        return IMAGE
    return target if not label or label == target else f"{label} ({target})"


def _apart(found: re.Match[str]) -> str:
    """Emphasised runs that touch were lines of rich text whose breaks the converter lost."""
    line = found.string[found.end() : found.end() + 1]
    runs = _ONE_RUN.sub(lambda run: f"{run[0]}\n", found["runs"])
    return runs if line.isalnum() else runs.rstrip("\n")
