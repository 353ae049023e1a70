"""What rows of a script say and no field took: it goes to `further`, so that nothing is lost."""

from collections.abc import Collection, Iterator

from changedesk.exchange import dates, outcomes
from changedesk.exchange.results import ResultReader
from changedesk.exchange.rows import RowGroup, TableView
from changedesk.exchange.table_columns import Round

Pairs = list[tuple[str, str]]
_OF_FIRST_ROW = ("preconditions", "priority", "minutes")


def unknown_columns(view: TableView, group: RowGroup) -> Pairs:
    """Return the columns that no field took: what each row of a script says there, once."""
    first = group.rows[0]
    pairs = []
    for column in view.columns.further:
        texts = [view.cell(first, column, filled=True)]
        texts += [view.cell(row, column) for row in group.rows[1:]]
        told = "\n".join(dict.fromkeys(text for text in texts if text))
        pairs.append((view.columns.headings[column].label, told))
    return pairs


def lower_rows(view: TableView, group: RowGroup) -> Pairs:
    """Return what rows below the first one say about the script, where they differ from it."""
    columns = [view.columns.fields[n] for n in _OF_FIRST_ROW if n in view.columns.fields]
    columns += view.columns.areas
    pairs = []
    for column in columns:
        said = view.cell(group.rows[0], column, filled=True)
        others = dict.fromkeys(view.cell(row, column) for row in group.rows[1:])
        told = "\n".join(text for text in others if text and text != said)
        pairs.append((view.columns.headings[column].label, told))
    return pairs


def unrecorded(view: TableView, group: RowGroup, recorded: Collection[int]) -> Pairs:
    """Return remarks beside no result: without one there is no run that could hold them.

    `recorded` are the rows whose remarks a result took. Testers and days of a table without any
    results are kept as well; else they say who is still to test.
    """
    names = ["outcome", "actual", "comment"]
    if not view.columns.has_results:
        names += ["tester", "performed_on"]
    pairs = []
    for result in view.columns.rounds:
        for name in names:
            column = result.fields.get(name)
            if column is None:
                continue
            texts = _cells(view, group, column, recorded)
            told = dict.fromkeys(
                t for t in texts if name != "outcome" or outcomes.says_something(t)
            )
            pairs.append((view.columns.headings[column].label, "\n".join(told)))
    return pairs


def beside_rounds(view: TableView, group: RowGroup, results: ResultReader) -> Pairs:
    """Return remarks beside no result where each tester or cycle has columns of its own."""
    pairs = []
    for result in view.columns.rounds:
        if not result.has_outcome:
            continue
        recorded = [row for row in group.rows if _has_result(view, row, result, results)]
        for name in ("outcome", "actual", "comment"):
            column = result.fields.get(name)
            if column is not None:
                texts = _cells(view, group, column, recorded)
                told = dict.fromkeys(
                    t for t in texts if name != "outcome" or outcomes.says_something(t)
                )
                pairs.append((view.columns.headings[column].label, "\n".join(told)))
    return pairs


def _has_result(view: TableView, row: int, result: Round, results: ResultReader) -> bool:
    column = result.fields.get("outcome")
    if column is not None and results.reading(column, view.cell(row, column, filled=True)).outcome:
        return True
    return any(view.cell(row, flag, filled=True) for _, flag in result.flags)


def _cells(
    view: TableView, group: RowGroup, column: int, recorded: Collection[int]
) -> Iterator[str]:
    for row in group.rows:
        text = view.cell(row, column, filled=row == group.rows[0])
        if text and row not in recorded:
            yield text


def unread_days(view: TableView, group: RowGroup, order: dates.Order | None) -> Pairs:
    """Return the days of results that are no dates, or whose order nobody knows."""
    columns = [r.fields["performed_on"] for r in view.columns.rounds if "performed_on" in r.fields]
    pairs = []
    for column in columns:
        texts = dict.fromkeys(_cells(view, group, column, ()))
        told = "\n".join(text for text in texts if dates.parse(text, order) is None)
        pairs.append((view.columns.headings[column].label, told))
    return pairs
