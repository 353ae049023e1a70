"""What was made: for whom, when, due when, and whether it came back; beside it the one in hand."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.documents.records import Document
from changedesk.documents.words import STATES
from changedesk.overview.made_documents import MadeDocument, made_documents
from changedesk.store.change import ChangeSet
from ui.desk_context import DeskContext
from ui.documents.came_back import CameBack
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.page import master_detail, on_surface
from ui.records.detail import RecordDetail
from ui.records.values import choice_text, date_text, moment_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState

COLOURS = {
    "overdue": "failed",
    "outstanding": "not_run",
    "returned": "blocked",
    "taken_in": "passed",
    "made": "not_run",
}
_TOUCHING = {"document", "return"}


class DocumentsView(QWidget):
    """`opened` carries (type name, key) of a record that was changed since; `chosen` nothing."""

    opened = Signal(object)
    chosen = Signal()

    def __init__(
        self, context: DeskContext, explanation: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._found: list[MadeDocument] = []
        self._number = 0
        self._words = ""
        self._wanted: int | None = None
        self.state = ""
        self.table = LeanTable(
            context.theme, self.tr("Documents"),
            (
                Column(self.tr("Code"), letters=8), Column(self.tr("Title"), share=4),
                Column(self.tr("Where it stands"), letters=15, coloured=True),
                Column(self.tr("For"), share=3), Column(self.tr("Made"), letters=20),
                Column(self.tr("Due"), letters=10),
            ),
        )  # fmt: skip
        self.detail = RecordDetail(context, Document)
        self.came_back = CameBack(context)
        self.detail.add_tab(self.came_back, self.tr("Came back"), first=True)
        self.empty = EmptyState(
            context.theme, "documents", self.tr("No documents yet"), explanation
        )
        self._filters = QButtonGroup(self)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        self._bar.setSpacing(GRID)
        self._make_filters()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._two_sides())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._show_chosen)
        self.came_back.opened.connect(self.opened)

    def _make_filters(self) -> None:
        for code in ("", *(choice.code for choice in STATES)):
            button = QPushButton()
            button.setCheckable(True)
            button.setChecked(not code)
            button.setProperty("state", code)
            button.clicked.connect(self._filter_clicked)
            self._filters.addButton(button)
            self._bar.addWidget(button)
        self._bar.addStretch(1)

    def _two_sides(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(on_surface(self.table, GRID * 2), 1)
        return master_detail(
            left, self.detail, settings=self._context.settings, name="made_documents"
        )

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the documents again when one of them, or what came back, was touched."""
        if changes is None or _TOUCHING & set(changes.touched):
            self.fetch()
        if changes is not None:
            self.came_back.refresh()

    def fetch(self) -> None:
        """Read what was made and what came back."""
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        number = self._number
        if project is None:
            self._take((number, []))
            return

        def work(_: Progress) -> tuple[int, list[MadeDocument]]:
            return number, made_documents(workspace, project, date.today())

        self.table.waiting.follow(self._context.jobs.run(work, self._take))

    def _take(self, answer: tuple[int, list[MadeDocument]]) -> None:
        number, found = answer
        if number == self._number:
            self._found = found
            self._stack.setCurrentIndex(0 if found else 1)
            self._show()

    # -- showing ------------------------------------------------------------------------------

    def restrict(self, words: str) -> None:
        """Show the documents that hold all the words."""
        self._words = words
        self._show()

    def show_state(self, state: str) -> None:
        """Show the documents of one state; the empty text: all."""
        self.state = state
        self._show()

    def choose(self, key: int) -> None:
        """Put the cursor on a document, as soon as it is listed."""
        self._wanted = key
        self.show_state("")

    def _filter_clicked(self) -> None:
        self.show_state(str(self.sender().property("state")))

    def _show(self) -> None:
        counts = Counter(one.state for one in self._found)
        if self.state and not counts[self.state]:
            self.state = ""
        for button in self._filters.buttons():
            code = str(button.property("state"))
            words = choice_text(STATES, code) if code else self.tr("All")
            count = counts[code] if code else len(self._found)
            button.setText(f"{words.partition(',')[0]} {count}")
            button.setVisible(bool(count))
            button.setChecked(code == self.state)
        shown = [one for one in self._found if self._fits(one)]
        self.table.show_rows([_row(one) for one in shown])
        places = {one.row.id: place for place, one in enumerate(shown)}
        if self._wanted in places:
            self.table.take_row(places[self._wanted])
            self._wanted = None
        elif shown and not self.table.currentIndex().isValid():
            self.table.take_row(0)
        self._show_chosen()

    def _fits(self, one: MadeDocument) -> bool:
        if self.state and one.state != self.state:
            return False
        texts = " ".join(_row(one).texts).casefold()
        return all(word in texts for word in self._words.casefold().split())

    @property
    def in_hand(self) -> MadeDocument | None:
        """Return the document in hand."""
        key = self.table.current_value()
        return next((one for one in self._found if one.row.id == key), None)

    def _show_chosen(self) -> None:
        one = self.in_hand
        self.detail.show_records([one.row.id] if one else [])
        self.came_back.show_document(one)
        self.chosen.emit()

    def leave(self) -> None:
        """Save what is being typed."""
        self.detail.form.commit()


def _row(one: MadeDocument) -> Row:
    row, state = one.row, choice_text(STATES, one.state).partition(",")[0]
    texts = (
        row.code or "", translate_label(row.title), state,
        row.made_for or "–", moment_text(row.made or 0), date_text(row.due or "") or "–",
    )  # fmt: skip
    return Row(texts, row.id, COLOURS[one.state])
