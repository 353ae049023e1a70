"""A returned workbook as the rows of a table: groups with their counts, and the cells in them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from changedesk.overview.returns import Cell, Verdict
from changedesk.store.fields import Choice
from ui.documents.deciding import ASKED, CONFLICTS, NOTES, REJECTED, SAME, TAKEN, Deciding
from ui.i18n import translate_label
from ui.uat.lean_table import Row

GROUPS = (CONFLICTS, ASKED, REJECTED, NOTES, TAKEN, SAME)
OPEN_AT_FIRST = (CONFLICTS, ASKED, REJECTED, NOTES)
_COLUMNS = 6


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("ReturnRows", text, None, count)


def shown_rows(deciding: Deciding, opened: set[str]) -> list[Row]:
    """Return the rows: each group that has any cells, and the cells of those that are open."""
    rows: list[Row] = []
    for group in GROUPS:
        if count_of(deciding, group):
            rows.append(group_row(deciding, group, group in opened))
            if group in opened:
                rows += _inside(deciding, group)
    return rows


def count_of(deciding: Deciding, group: str) -> int:
    """Return how many lines a group has."""
    if group == NOTES:
        return len(deciding.preview.notes)
    return len(deciding.groups[group])


def _inside(deciding: Deciding, group: str) -> Iterator[Row]:
    if group == NOTES:
        for number, note in enumerate(deciding.preview.notes):
            told = f"     {note.where}: {note.why}"
            yield Row((told, *[""] * (_COLUMNS - 1)), (NOTES, number))
        return
    for cell in deciding.groups[group]:
        yield cell_row(deciding, cell)


def group_row(deciding: Deciding, group: str, is_open: bool) -> Row:
    """Return the row that stands above a group."""
    count = count_of(deciding, group)
    words = {
        CONFLICTS: _tr("⚡ %n cell(s) were changed on both sides", count),
        ASKED: _tr("? %n cell(s) are not understood", count),
        REJECTED: _tr("✖ %n cell(s) are not taken", count),
        NOTES: _tr("⚠ %n thing(s) to know", count),
        TAKEN: _tr("✔ %n cell(s) are new and collide with nothing", count),
        SAME: _tr("○ %n cell(s) say what is here already", count),
    }[group]
    left = deciding.undecided(group) if group in (CONFLICTS, ASKED) else 0
    if left:
        words = f"{words} · {_tr('%n to decide', left)}"
    return Row((f"{'▾' if is_open else '▸'}  {words}", *[""] * (_COLUMNS - 1)), (group, -1))


def cell_row(deciding: Deciding, cell: Cell) -> Row:
    """Return the row of a cell."""
    outcome, code = what_becomes(deciding, cell)
    record = cell.record or cell.where.rpartition(",")[0]
    texts = (
        f"     {record}", cell.field, cell.before or "–", cell.now or "–", cell.returned or "–",
        outcome,
    )  # fmt: skip
    return Row(texts, cell, code)


def what_becomes(deciding: Deciding, cell: Cell) -> tuple[str, str]:
    """Return what becomes of a cell in words, and the code that colours them."""
    decision = deciding.decisions.get(cell.unit)
    if cell.verdict is Verdict.SAME:
        return cell.why or _tr("the same"), "not_run"
    if cell.verdict is Verdict.REJECTED:
        answer = deciding.answers.get(cell.key)
        if answer is not None:
            known = {choice.code: choice_words(choice) for choice in deciding.options(cell)}
            return _tr("✔ taken as {0}").format(known[answer]), "passed"
        return f"✖ {cell.why}", "blocked" if deciding.options(cell) else "failed"
    if cell.verdict is Verdict.TAKE:
        if decision == "keep":
            return _tr("➔ left out"), "not_run"
        return _tr("✔ taken"), "passed"
    words = {
        "take": _tr("✔ what was returned"),
        "keep": _tr("➔ what is here"),
        "both": _tr("⚡ both, as disputed"),
    }
    if decision is None:
        return _tr("○ undecided: {0}").format(words[cell.decision][2:]), "blocked"
    return words[decision], "passed"


def choice_words(choice: Choice) -> str:
    """Return one of a list with its glyph."""
    return f"{choice.glyph} {translate_label(choice.label)}".strip()
