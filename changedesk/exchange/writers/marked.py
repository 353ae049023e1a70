"""Plain text in a tool's own markup, so that it is shown there as it is.

Text that holds no markup is left alone; where signs in it would be taken for marks they are
escaped, and reading the result gives the text again.
"""

import re
from collections.abc import Callable
from html import escape

from changedesk.exchange.tools.markup import plain_testrail, plain_text, plain_wiki

Plain = Callable[[str], str]

_WIKI_MARKS = re.compile(r"[*_+!|\[\]{}#?~^\-]")
_WIKI_HEADS = re.compile(r"^(\s*(?:h[1-6]|bq))\.", re.MULTILINE)
_NUMBER = re.compile(r"(\d{1,3})\.(?=[ \t]|$)", re.MULTILINE)


def html_cell(text: str) -> str:
    """Return text for a field that may hold HTML."""
    return _first(plain_text, text, text, _entities(text), f"<pre>{_entities(text)}</pre>")


def html_page(text: str) -> str:
    """Return text for a field that is always HTML: a paragraph for each line."""
    if not text:
        return ""
    lines = [_entities(line) for line in text.split("\n")]
    paragraphs = "\n".join(f"<p>{line or '&nbsp;'}</p>" for line in lines)
    return _first(plain_text, text, paragraphs, f"<pre>{_entities(text)}</pre>")


def wiki_cell(text: str) -> str:
    """Return text for a field of Jira, which is wiki text."""
    signs = escape(text, quote=False) if "&" in text else text
    escaped = _WIKI_MARKS.sub(r"\\\g<0>", signs.replace("\\", "&#92;"))
    escaped = escaped.replace("&\\#92;", "&#92;")
    return _first(plain_wiki, text, text, _WIKI_HEADS.sub(r"\1&#46;", escaped))


def markdown_cell(text: str) -> str:
    """Return text for a field of TestRail: Markdown, or HTML."""
    safe = re.sub(r"^([ \t]*)\|\|", r"\1&#124;|", _entities(text), flags=re.MULTILINE)
    return _first(plain_testrail, text, text, safe)


def without_number(text: str) -> str:
    """Return text whose first line begins with no number that would part the cell into items."""
    return _NUMBER.sub(r"\1&#46;", text, count=1) if _NUMBER.match(text) else text


def _entities(text: str) -> str:
    return escape(text, quote=False).replace("![", "&#33;[")


def _first(plain: Plain, text: str, *candidates: str) -> str:
    """Return the first candidate that is read as the text, else the last one."""
    return next((c for c in candidates if plain(c) == text), candidates[-1])
