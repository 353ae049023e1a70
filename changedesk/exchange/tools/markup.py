"""Text of other tools as plain text: HTML, Jira's wiki marks, TestRail's tables and pictures.

Line breaks, lists ("- x") and tables ("a | b") stay readable; what is no markup stays as it is.
Each function takes time in proportion to its text, and raises nothing whatever the text holds.
"""

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.tools.html_text import (
    IMAGE,
    plain_text,
    row_of_cells,
    tidy,
    without_last_blanks,
)
from changedesk.exchange.tools.wiki_text import plain_wiki

__all__ = ["IMAGE", "plain_testrail", "plain_text", "plain_wiki", "tidy"]


def plain_testrail(text: str) -> str:
    """Return TestRail's text: pictures named, tables "|||:a|:b" as "a | b", HTML as text."""
    lines: list[str] = []
    for line in clean_cell(text).split("\n"):
        stripped = line.strip()
        if stripped.startswith("||"):
            cells = [cell.strip() for cell in stripped.strip("|").split("|")]
            heading = stripped.startswith("|||")
            without_last_blanks(lines)
            lines += row_of_cells([cell.lstrip(":") if heading else cell for cell in cells])
        else:
            lines.append(line)
    return plain_text("\n".join(lines))
