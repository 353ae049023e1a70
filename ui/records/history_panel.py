"""The history of the record in hand: who changed what, when, from what to what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.history import HistoryLine
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.records.values import day_text, display, now_ms
from ui.widgets.two_lines import Line, TwoLineList

LINES = 200
NAME_LENGTH = 40


class HistoryPanel(QWidget):
    """Lists what happened to some records, newest first."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keys: list[int] = []
        self.list = TwoLineList(context.theme, self.tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        context.bus.changed.connect(self._hear)

    def show_records(self, keys: Sequence[int]) -> None:
        """Show the history of these records."""
        if list(keys) != self._keys:
            self.list.show_lines([])
        self._keys = list(keys)
        if self.isVisible():
            self._fetch()

    def showEvent(self, event: object) -> None:
        self._fetch()

    def _fetch(self) -> None:
        keys, workspace = list(self._keys), self._context.workspace
        if not keys:
            self.list.show_lines([])
            return

        def work(_progress: Progress) -> tuple[list[int], list[Line]]:
            schema = workspace.schema.by_name
            found = workspace.record_history(keys, LINES)
            if len(keys) > 1:
                return keys, history_of_several(found, schema)
            return keys, [history_line(line, schema.get(line.type_name)) for line in found]

        self.list.waiting.follow(self._context.jobs.run(work, self._take_lines))

    def _take_lines(self, answer: tuple[list[int], list[Line]]) -> None:
        keys, lines = answer
        if keys == self._keys:
            self.list.show_lines(lines)

    def _hear(self, changes: ChangeSet) -> None:
        touched = {key for keys in changes.touched.values() for key in keys}
        if self.isVisible() and touched & set(self._keys):
            self._fetch()


def history_line(line: HistoryLine, record_type: type[Record] | None) -> Line:
    """Return a line of the history in words."""
    when = day_text(line.when_ms, now_ms())
    return Line(
        what_happened(line, record_type), f"{when} · {line.who} · {line.label}", line.record_id
    )


def history_of_several(
    lines: Sequence[HistoryLine], types: Mapping[str, type[Record]]
) -> list[Line]:
    """Return the history of several records; what one change did to many of them is one line."""
    shown = []
    for _, group in groupby(lines, _one_change):
        first, *others = group
        told = history_line(first, types.get(first.type_name))
        name = (
            first.record if len(first.record) <= NAME_LENGTH else f"{first.record[:NAME_LENGTH]}…"
        )
        text = f"{name} · {told.text}"
        if others:
            more = QCoreApplication.translate("History", "and %n more", None, len(others))
            text = f"{text} {more}"
        shown.append(replace(told, text=text))
    return shown


def _one_change(line: HistoryLine) -> tuple[int, str, str, str]:
    return line.when_ms, line.label, line.what, line.field


def what_happened(line: HistoryLine, record_type: type[Record] | None) -> str:
    """Return one line such as "Severity: ■ Medium → ▲ High"."""
    if line.what == "changed" and record_type is not None:
        field = spec_of(record_type).field(line.field)
        label = translate_label(field.label)
        if line.old == line.new:
            back = QCoreApplication.translate("History", "{0}: changed, and put back to {1}")
            return back.format(label, _shown(field, line.new))
        return f"{label}: {_shown(field, line.old)} → {_shown(field, line.new)}"
    words = {
        "made": QCoreApplication.translate("History", "Made"),
        "withdrawn": QCoreApplication.translate("History", "Withdrawn"),
        "back": QCoreApplication.translate("History", "Brought back"),
        "erased": QCoreApplication.translate("History", "Erased"),
    }
    return words.get(line.what, line.what)


def _shown(field: FieldSpec, text: str) -> str:
    """Return an encoded value of the journal as the screen shows it."""
    if not text:
        return "–"
    if field.target:
        return text
    value: object = text
    if field.kind.value in ("integer", "moment"):
        value = int(text)
    elif field.kind.value == "yes_no":
        value = text == "1"
    return display(field, value).replace("\n", " ⏎ ")
