"""Editors that offer what there is to choose from: a fixed set, yes or no, other records."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QStyle, QWidget

from changedesk.store.listing import Named, reference_choices
from changedesk.store.spec import FieldSpec
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line

WIDEST_LIST = GRID * 60


def _keep_narrow(box: QComboBox) -> None:
    # The longest entry must not decide how wide the form is.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)


class WideList(QComboBox):
    """A box whose list is as wide as its longest entry, however narrow the box is."""

    def showPopup(self) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        longest = self.view().sizeHintForColumn(0) + bar + GRID * 2
        self.view().setMinimumWidth(max(self.width(), min(longest, WIDEST_LIST)))
        super().showPopup()

    def wheelEvent(self, event: QEvent) -> None:
        # Scrolling past a field must not change it.
        event.ignore()


class ChoiceEditor(WideList):
    """One of a fixed set, each with its glyph and its word."""

    committed = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Any = ""
        if not spec.facts.required and not any(not choice.code for choice in spec.choices):
            self.addItem("", "")
        for choice in spec.choices:
            self.addItem(f"{choice.glyph} {translate_label(choice.label)}".strip(), choice.code)
        self.setCurrentIndex(-1)  # nothing was shown yet, so nothing was chosen
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

    def whole_width(self) -> int:
        """Return how wide it must be to cut off no choice."""
        texts = (self.itemText(place) for place in range(self.count()))
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + GRID * 7


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


class ReferenceEditor(WideList):
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
        keep_on_one_line(self.line)
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

    def _take_choices(self, choices: list[Named]) -> None:
        text = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItem("", None)
        for named in choices:
            self.addItem(named.full, named.key)
        self.setEditText(text)
        self.blockSignals(False)
