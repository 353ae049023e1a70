"""Tells a file of answers to a survey from other files."""

from collections import Counter

from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import SOURCES
from changedesk.exchange.surveys.figures import counts_something
from changedesk.exchange.surveys.prepared import prepared_table
from changedesk.exchange.surveys.reading import answer_tables
from changedesk.exchange.surveys.table import is_form

_FEWEST_SCALES = 3
_FEWEST_ROWS = 3


def tool_of(file: ForeignFile) -> str:
    """Return in a person's words whose export a file is; "" where no tool's headings are in it."""
    if is_form(file):
        return ""
    for table in answer_tables(file):
        if table.source != "own" and not table.sheet.hidden:
            return SOURCES[table.source]
    return ""


def surely_answers(file: ForeignFile) -> bool:
    """Tell an export of a survey tool, or a table with several columns on one scale."""
    return bool(tool_of(file)) or _shares_a_scale(file)


def _shares_a_scale(file: ForeignFile) -> bool:
    if is_form(file):
        return False
    tables = [table for table in answer_tables(file) if not table.sheet.hidden]
    if not tables or len(tables[0].rows) < _FEWEST_ROWS:
        return False
    reading = prepared_table(tables[0], Choices()).reading
    spans = Counter(
        (one.low, one.high)
        for one in reading.figures.values()
        if one.high and not counts_something(one.column)
    )
    worded = max((reading.shares[key] for key in reading.pools), default=0)
    return max([worded, *spans.values()]) >= _FEWEST_SCALES
