"""One editor for each kind of field, the same in tables and in forms.

Each has `show_value(value)`, `raw()` (what was put in: a text as typed, a code, a key) and the
signal `committed`, emitted when the field is left or a choice was made, and only if it differs.
"""

from typing import Any

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.listing import Named, reference_choices
from changedesk.store.spec import FieldSpec
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.records.values import ISO, date_text, editable_text, parse
from ui.theme.tokens import GRID
from ui.widgets.buttons import icon_button
from ui.widgets.text import PlainEdit, plain_tip

TALLEST_TEXT = GRID * 28


def leaves_undo(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Tell whether Ctrl+Z or its counterpart shall go to the window: nothing was typed here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    wants_undo = event.matches(QKeySequence.StandardKey.Undo)
    wants_redo = event.matches(QKeySequence.StandardKey.Redo)
    return (wants_undo and not undo) or (wants_redo and not redo)


class LineEditor(QLineEdit):
    """One line: texts and numbers."""

    committed = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._shown = ""
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self._shown = editable_text(self._spec, value)
        self.setText(self._shown)
        self.setCursorPosition(0)

    def raw(self) -> str:
        """Return the text as typed."""
        return self.text()

    def differs(self) -> bool:
        """Tell whether something else was typed than what was shown."""
        return self.text() != self._shown

    def commit(self) -> None:
        """Tell what was typed, if it differs."""
        if self.differs():
            self._shown = self.text()
            self.committed.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, undo=self.differs(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)


class TextEditor(PlainEdit):
    """Several lines; it grows with its text."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None, lines: int = 2) -> None:
        super().__init__(parent)
        self._shown = ""
        self._lines = lines
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self._shown = str(value or "")
        self.setPlainText(self._shown)

    def raw(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def differs(self) -> bool:
        """Tell whether something else was typed than what was shown."""
        return self.toPlainText() != self._shown

    def commit(self) -> None:
        """Tell what was typed, if it differs."""
        if self.differs():
            self._shown = self.toPlainText()
            self.committed.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def event(self, event: QEvent) -> bool:
        redo = self.document().isRedoAvailable()
        if leaves_undo(event, undo=self.differs(), redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, int(self.document().size().height()))
        self.setFixedHeight(min(TALLEST_TEXT, lines * line + GRID * 3))


def _keep_narrow(box: QComboBox) -> None:
    # The longest entry must not decide how wide the form is.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)


class ChoiceEditor(QComboBox):
    """One of a fixed set, each with its glyph and its word."""

    committed = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Any = None
        if not spec.facts.required and not any(not choice.code for choice in spec.choices):
            self.addItem("", "")
        for choice in spec.choices:
            self.addItem(f"{choice.glyph} {translate_label(choice.label)}".strip(), choice.code)
        self.setMaxVisibleItems(20)
        _keep_narrow(self)
        self.activated.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show a code."""
        self._shown = value or ""
        self.setCurrentIndex(self.findData(self._shown))

    def raw(self) -> str:
        """Return the code chosen."""
        return str(self.currentData() or "")

    def differs(self) -> bool:
        """Tell whether another one is chosen than was shown."""
        return self.currentIndex() >= 0 and self.raw() != self._shown

    @Slot()
    def commit(self) -> None:
        """Tell which was chosen, if it is another one."""
        if self.differs():
            self._shown = self.raw()
            self.committed.emit(self._shown)

    def wheelEvent(self, event: QEvent) -> None:
        # Scrolling past a field must not change it.
        event.ignore()


class YesNoEditor(QCheckBox):
    """Yes or no."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show a truth value."""
        self.setChecked(bool(value))

    def raw(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def differs(self) -> bool:
        """Tell that nothing waits: a tick is told at once."""
        return False

    @Slot()
    def commit(self) -> None:
        """Tell the new value."""
        self.committed.emit(self.isChecked())


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


class ReferenceEditor(QComboBox):
    """Another record, found by any part of its code or title; the list is fetched on a worker."""

    committed = Signal(object)

    def __init__(
        self, spec: FieldSpec, context: DeskContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        self._context = context
        self._shown: Any = None
        self._shown_text = ""
        self._project: object = self
        self.setEditable(True)
        _keep_narrow(self)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setCompleter(completer)
        self.activated.connect(self.commit)
        self.line.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show a `Named`, or nothing."""
        self._shown = value.key if isinstance(value, Named) else None
        if isinstance(value, Named) and self.findData(value.key) < 0:
            self.addItem(value.full, value.key)
        self.setCurrentIndex(self.findData(self._shown) if self._shown is not None else -1)
        self._shown_text = value.full if isinstance(value, Named) else ""
        self.setEditText(self._shown_text)
        self.line.setCursorPosition(0)

    def raw(self) -> Any:
        """Return the key chosen, None for an empty line, or the text as typed."""
        text = self.currentText().strip()
        if not text:
            return None
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return self.itemData(place) if place >= 0 else text

    def differs(self) -> bool:
        """Tell whether another record is chosen than was shown."""
        return self.currentText() != self._shown_text and self.raw() != self._shown

    @Slot()
    def commit(self) -> None:
        """Tell which record was chosen, if it is another one."""
        if self.differs():
            value = self.raw()
            self._shown, self._shown_text = value, self.currentText()
            self.committed.emit(value)

    def fetch(self) -> None:
        """Fetch what may be chosen, once for each project."""
        project = self._context.project_id
        if self._project == project:
            return
        self._project = project
        workspace, target = self._context.workspace, self._spec.target

        def work(_progress: Progress) -> list[Named]:
            return reference_choices(workspace, target, project)

        self._context.jobs.run(work, self._take_choices)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._project = self
        self.fetch()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # With the list of matches open, the line does not say that it was left.
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def showPopup(self) -> None:
        self.fetch()
        super().showPopup()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def _take_choices(self, choices: list[Named]) -> None:
        text = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItem("", None)
        for named in choices:
            self.addItem(named.full, named.key)
        self.setEditText(text)
        self.blockSignals(False)


Editor = LineEditor | TextEditor | ChoiceEditor | YesNoEditor | DateEditor | ReferenceEditor


def editor_for(spec: FieldSpec, context: DeskContext, parent: QWidget | None = None) -> Editor:
    """Return the editor for a field, named for screen readers."""
    editor: Editor
    if spec.choices:
        editor = ChoiceEditor(spec, parent)
    elif spec.kind is Kind.LONG_TEXT:
        editor = TextEditor(parent)
    elif spec.kind is Kind.YES_NO:
        editor = YesNoEditor(parent)
    elif spec.kind is Kind.DATE:
        editor = DateEditor(spec, context, parent)
    elif spec.kind is Kind.REFERENCE:
        editor = ReferenceEditor(spec, context, parent)
    else:
        editor = LineEditor(spec, parent)
    label = translate_label(spec.label)
    editor.setAccessibleName(label)
    if isinstance(editor, DateEditor):
        editor.line.setAccessibleName(label)
    if spec.about:
        about = translate_label(spec.about)
        editor.setAccessibleDescription(about)
        editor.setToolTip(plain_tip(about))
    return editor
