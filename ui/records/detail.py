"""The right side of a page: the record in hand as a form, its history, and what an area adds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from changedesk.store.records import Record
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.records.form import RecordForm
from ui.records.history_panel import HistoryPanel
from ui.theme.tokens import GRID
from ui.widgets.text import ElidedLabel
from ui.widgets.waiting import SHOWN_AFTER_MS


class RecordDetail(QFrame):
    """Heading and tabs; `add_tab` puts an area's own view of the record among them."""

    def __init__(
        self, context: DeskContext, record_type: type[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._context = context
        self.form = RecordForm(context, record_type)
        self.history = HistoryPanel(context)
        self.heading = ElidedLabel()
        self.heading.setProperty("look", "heading")
        self.heading.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID // 2)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.form, self.tr("Details"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.tabs.tabBar().setAccessibleName(self.tr("Views of the record"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.tabs, 1)
        self.form.shown.connect(self._name)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SHOWN_AFTER_MS)
        self._slow.timeout.connect(self._say_loading)
        self.show_records([])

    def add_tab(self, widget: QWidget, title: str, *, first: bool = False) -> None:
        """Add a view of the record."""
        self.tabs.insertTab(0 if first else self.tabs.count() - 1, widget, title)
        if first:
            self.tabs.setCurrentIndex(0)

    def add_line(self, line: QWidget) -> None:
        """Put a line about the record between its name and its views."""
        self._column.insertWidget(1, line)

    def show_records(self, keys: Sequence[int]) -> None:
        """Show one record, or what several have in common."""
        if list(keys) != list(self.form.keys):
            # The name of another record must not stand above what is read of these meanwhile.
            self.heading.setText("\N{NO-BREAK SPACE}")
            self._slow.start()
        self.form.show_records(keys)
        self.history.show_records(keys)
        self.tabs.setVisible(bool(keys))
        if not keys:
            self._slow.stop()
            self.heading.setText(self.tr("Nothing selected"))

    def _say_loading(self) -> None:
        self.heading.setText(self.tr("Loading…"))

    def _name(self, keys: list[int]) -> None:
        self._slow.stop()
        spec = self.form.spec
        if len(keys) > 1:
            self.heading.setText(f"{len(keys)} {translate_label(spec.plural).lower()}")
            return
        names = [spec.title_field]
        if not spec.has_name:
            names = [field.name for field in spec.required if field.target]
        said = (self.form.text_of(name) for name in ("code", *names))
        self.heading.setText("  ".join(text for text in said if text))
