"""The editor of a day."""

from typing import Any

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from changedesk.store.errors import UserError
from changedesk.store.spec import FieldSpec
from ui.desk_context import DeskContext
from ui.records.line_editors import LineEditor
from ui.records.values import ISO, date_text, parse
from ui.theme.tokens import GRID
from ui.widgets.buttons import icon_button


class DateEditor(QWidget):
    """A day: typed as the locale writes it or as 2026-03-31, or picked from a calendar."""

    committed = Signal(object)

    def __init__(
        self, spec: FieldSpec, context: DeskContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._spec = spec
        self.line = LineEditor(spec, self)
        self.line.committed.connect(self.committed)
        self.line.setPlaceholderText(date_text("2026-03-31"))
        self.button: QToolButton = icon_button(
            context.theme.icon("calendar"), self.tr("Pick a day"), self
        )
        self.button.clicked.connect(self._pick)
        context.theme.changed.connect(self._recolour)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def show_value(self, value: Any) -> None:
        """Show an ISO day."""
        self.line.show_value(value)

    def raw(self) -> str:
        """Return the text as typed."""
        return self.line.raw()

    def differs(self) -> bool:
        """Tell whether something else was typed than what was shown."""
        return self.line.differs()

    def commit(self) -> None:
        """Tell what was typed, if it differs."""
        self.line.commit()

    def _pick(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setAccessibleName(self.tr("Pick a day"))
        calendar.setSelectedDate(self._day())
        calendar.activated.connect(self._take_day)
        calendar.clicked.connect(self._take_day)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _day(self) -> QDate:
        try:
            day = QDate.fromString(parse(self._spec, self.line.text()), ISO)
        except UserError:
            day = QDate()
        return day if day.isValid() else QDate.currentDate()

    @Slot(QDate)
    def _take_day(self, day: QDate) -> None:
        self.line.setText(date_text(day.toString(ISO)))
        self.line.commit()

    def _recolour(self) -> None:
        self.button.setIcon(self._context.theme.icon("calendar"))
